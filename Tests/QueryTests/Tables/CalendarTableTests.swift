import Foundation
import Model
import Testing

private let sample = SampleQuestions()

/// Days with their week and weekday around the ends of years, and where centuries and the calendar
/// end. The first week of a year is the one that holds its first Thursday, and so 4 January (ISO
/// 8601:2004, 2.2.10); the figures are those of `date.isocalendar()` of Python 3.
private let weeks = [
  ("1970-01-01", "1970-W01", "Thu"),
  ("1970-01-04", "1970-W01", "Sun"),
  ("1970-12-28", "1970-W53", "Mon"),
  ("1970-12-31", "1970-W53", "Thu"),
  ("1976-01-01", "1976-W01", "Thu"),
  ("1976-01-04", "1976-W01", "Sun"),
  ("1976-12-28", "1976-W53", "Tue"),
  ("1976-12-31", "1976-W53", "Fri"),
  ("1981-01-01", "1981-W01", "Thu"),
  ("1981-01-04", "1981-W01", "Sun"),
  ("1981-12-28", "1981-W53", "Mon"),
  ("1981-12-31", "1981-W53", "Thu"),
  ("1999-01-01", "1998-W53", "Fri"),
  ("1999-01-04", "1999-W01", "Mon"),
  ("1999-12-28", "1999-W52", "Tue"),
  ("1999-12-31", "1999-W52", "Fri"),
  ("2000-01-01", "1999-W52", "Sat"),
  ("2000-01-04", "2000-W01", "Tue"),
  ("2000-12-28", "2000-W52", "Thu"),
  ("2000-12-31", "2000-W52", "Sun"),
  ("2004-01-01", "2004-W01", "Thu"),
  ("2004-01-04", "2004-W01", "Sun"),
  ("2004-12-28", "2004-W53", "Tue"),
  ("2004-12-31", "2004-W53", "Fri"),
  ("2005-01-01", "2004-W53", "Sat"),
  ("2005-01-04", "2005-W01", "Tue"),
  ("2005-12-28", "2005-W52", "Wed"),
  ("2005-12-31", "2005-W52", "Sat"),
  ("2008-01-01", "2008-W01", "Tue"),
  ("2008-01-04", "2008-W01", "Fri"),
  ("2008-12-28", "2008-W52", "Sun"),
  ("2008-12-31", "2009-W01", "Wed"),
  ("2009-01-01", "2009-W01", "Thu"),
  ("2009-01-04", "2009-W01", "Sun"),
  ("2009-12-28", "2009-W53", "Mon"),
  ("2009-12-31", "2009-W53", "Thu"),
  ("2010-01-01", "2009-W53", "Fri"),
  ("2010-01-04", "2010-W01", "Mon"),
  ("2010-12-28", "2010-W52", "Tue"),
  ("2010-12-31", "2010-W52", "Fri"),
  ("2012-01-01", "2011-W52", "Sun"),
  ("2012-01-04", "2012-W01", "Wed"),
  ("2012-12-28", "2012-W52", "Fri"),
  ("2012-12-31", "2013-W01", "Mon"),
  ("2015-01-01", "2015-W01", "Thu"),
  ("2015-01-04", "2015-W01", "Sun"),
  ("2015-12-28", "2015-W53", "Mon"),
  ("2015-12-31", "2015-W53", "Thu"),
  ("2016-01-01", "2015-W53", "Fri"),
  ("2016-01-04", "2016-W01", "Mon"),
  ("2016-12-28", "2016-W52", "Wed"),
  ("2016-12-31", "2016-W52", "Sat"),
  ("2018-01-01", "2018-W01", "Mon"),
  ("2018-01-04", "2018-W01", "Thu"),
  ("2018-12-28", "2018-W52", "Fri"),
  ("2018-12-31", "2019-W01", "Mon"),
  ("2019-01-01", "2019-W01", "Tue"),
  ("2019-01-04", "2019-W01", "Fri"),
  ("2019-12-28", "2019-W52", "Sat"),
  ("2019-12-31", "2020-W01", "Tue"),
  ("2020-01-01", "2020-W01", "Wed"),
  ("2020-01-04", "2020-W01", "Sat"),
  ("2020-12-28", "2020-W53", "Mon"),
  ("2020-12-31", "2020-W53", "Thu"),
  ("2021-01-01", "2020-W53", "Fri"),
  ("2021-01-04", "2021-W01", "Mon"),
  ("2021-12-28", "2021-W52", "Tue"),
  ("2021-12-31", "2021-W52", "Fri"),
  ("2023-01-01", "2022-W52", "Sun"),
  ("2023-01-04", "2023-W01", "Wed"),
  ("2023-12-28", "2023-W52", "Thu"),
  ("2023-12-31", "2023-W52", "Sun"),
  ("2024-01-01", "2024-W01", "Mon"),
  ("2024-01-04", "2024-W01", "Thu"),
  ("2024-12-28", "2024-W52", "Sat"),
  ("2024-12-31", "2025-W01", "Tue"),
  ("2025-01-01", "2025-W01", "Wed"),
  ("2025-01-04", "2025-W01", "Sat"),
  ("2025-12-28", "2025-W52", "Sun"),
  ("2025-12-31", "2026-W01", "Wed"),
  ("2026-01-01", "2026-W01", "Thu"),
  ("2026-01-04", "2026-W01", "Sun"),
  ("2026-12-28", "2026-W53", "Mon"),
  ("2026-12-31", "2026-W53", "Thu"),
  ("2027-01-01", "2026-W53", "Fri"),
  ("2027-01-04", "2027-W01", "Mon"),
  ("2027-12-28", "2027-W52", "Tue"),
  ("2027-12-31", "2027-W52", "Fri"),
  ("2032-01-01", "2032-W01", "Thu"),
  ("2032-01-04", "2032-W01", "Sun"),
  ("2032-12-28", "2032-W53", "Tue"),
  ("2032-12-31", "2032-W53", "Fri"),
  ("2024-12-29", "2024-W52", "Sun"),
  ("2024-12-30", "2025-W01", "Mon"),
  ("2021-01-03", "2020-W53", "Sun"),
  ("2021-01-04", "2021-W01", "Mon"),
  ("0001-01-01", "0001-W01", "Mon"),
  ("9999-12-31", "9999-W52", "Fri"),
  ("2000-02-29", "2000-W09", "Tue"),
  ("1900-02-28", "1900-W09", "Wed"),
  ("1900-03-01", "1900-W09", "Thu"),
  ("1969-12-28", "1969-W52", "Sun"),
  ("1969-12-29", "1970-W01", "Mon"),
]

@Test(arguments: weeks) func `a day lies in the week of ISO 8601`(
  day: String, week: String, weekday: String
) throws {
  #expect(try sample.value("week(\(day))") == week)
  #expect(try sample.value("weekday(\(day)T23:59:59)") == weekday)
  #expect(try sample.value("\(day) = \(week)") == "true")
  #expect(try sample.value("week(\(day)) < \(day)") == (weekday == "Mon" ? "false" : "true"))
}

// Python: [y for y in range(1970, 2071) if date(y, 12, 28).isocalendar().week == 53]
@Test func `the years that have 53 weeks are known, and no other year has`() {
  let found = (1970...2070).filter { sample.complaint("messages | where date = \($0)-W53").isEmpty }
  #expect(
    found == [
      1970, 1976, 1981, 1987, 1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048,
      2054, 2060, 2065,
    ])
  #expect(!sample.complaint("messages | where date = 2026-W54").isEmpty)
  #expect(!sample.complaint("messages | where date = 2026-W00").isEmpty)
}

// A year is a leap year if it divides by 4, but a century only if it divides by 400 (ISO 8601:2004,
// 3.2.1).
@Test(arguments: [
  (1600, true), (1700, false), (1800, false), (1900, false), (1996, true), (2000, true),
  (2023, false), (2024, true), (2025, false), (2028, true), (2100, false), (2400, true),
])
func `29 February exists in leap years alone`(year: Int, isLeap: Bool) throws {
  #expect(sample.complaint("messages | where date = \(year)-02-29").isEmpty == isLeap)
  #expect(sample.complaint("messages | where date = 29/02/\(year)").isEmpty == isLeap)
  #expect(try sample.value("date(\"\(year)-02-29\") is null") == (isLeap ? "false" : "true"))
  #expect(try sample.value("\(year)-03-01 - \(year)-02-01") == (isLeap ? "2505600s" : "2419200s"))
  #expect(
    try sample.value("\(year)-02-28T23:59:59 + 1s")
      == (isLeap ? "\(year)-02-29T00:00:00" : "\(year)-03-01T00:00:00"))
  #expect(
    try sample.value("day(\(year)-12-31 + 1y)") == "\(year + 1)-12-31")
}

// `mo` and `y` move dates, clamped to the end of the month (docs/language.md#periods). Days counted
// by hand on a calendar.
@Test(arguments: [
  ("2024-01-31 + 1mo", "2024-02-29"), ("2023-01-31 + 1mo", "2023-02-28"),
  ("2024-01-30 + 1mo", "2024-02-29"), ("2024-03-31 - 1mo", "2024-02-29"),
  ("2024-05-31 + 1mo", "2024-06-30"), ("2024-12-31 + 2mo", "2025-02-28"),
  ("2024-12-31 + 12mo", "2025-12-31"), ("2024-01-31 + 13mo", "2025-02-28"),
  ("2024-02-29 + 1y", "2025-02-28"), ("2024-02-29 + 4y", "2028-02-29"),
  ("1896-02-29 + 4y", "1900-02-28"), ("2000-02-29 - 100y", "1900-02-28"),
  ("2024-02-29 - 1y", "2023-02-28"), ("2024-08-31 - 6mo", "2024-02-29"),
  ("2024-01-31 + 1mo - 1mo", "2024-01-29"), ("2024-01-31 + 1mo + 1mo", "2024-03-29"),
  ("2024-01-31 + 2mo", "2024-03-31"), ("1mo + 2024-01-31", "2024-02-29"),
  ("2024-01-31 + -1mo", "2023-12-31"), ("2024-03 + 1mo", "2024-04-01"),
  ("2024-W01 + 1mo", "2024-02-01"), ("2024-Q1 - 3mo", "2023-10-01"),
  ("2024-02-29 + 0mo", "2024-02-29"),
])
func `months and years move a date to the same day, or the last of the month`(
  expression: String, day: String
) throws {
  #expect(try sample.value(expression) == "\(day)T00:00:00")
  let late = expression.replacing("2024-01-31", with: "2024-01-31T23:59:59")
  if late != expression { #expect(try sample.value(late) == "\(day)T23:59:59") }
}

/// Periods of every kind with their first second and the last; by hand on a calendar.
private let periods = [
  ("2024", "2024-01-01T00:00:00", "2024-12-31T23:59:59"),
  ("2023-Q4", "2023-10-01T00:00:00", "2023-12-31T23:59:59"),
  ("2024-Q1", "2024-01-01T00:00:00", "2024-03-31T23:59:59"),
  ("2024-Q2", "2024-04-01T00:00:00", "2024-06-30T23:59:59"),
  ("2024-Q3", "2024-07-01T00:00:00", "2024-09-30T23:59:59"),
  ("2024-02", "2024-02-01T00:00:00", "2024-02-29T23:59:59"),
  ("2023-02", "2023-02-01T00:00:00", "2023-02-28T23:59:59"),
  ("2024-12", "2024-12-01T00:00:00", "2024-12-31T23:59:59"),
  ("2020-W53", "2020-12-28T00:00:00", "2021-01-03T23:59:59"),
  ("2025-W01", "2024-12-30T00:00:00", "2025-01-05T23:59:59"),
  ("2024-02-29", "2024-02-29T00:00:00", "2024-02-29T23:59:59"),
  ("29/02/2024", "2024-02-29T00:00:00", "2024-02-29T23:59:59"),
  ("2024-02-29T23:59", "2024-02-29T23:59:00", "2024-02-29T23:59:59"),
  ("\"2024-02-29 23:59\"", "2024-02-29T23:59:00", "2024-02-29T23:59:59"),
  ("2024-02-29T23:59:59", "2024-02-29T23:59:59", "2024-02-29T23:59:59"),
]

// `date = 2025-02` is any time in February; `<= 2025-02` runs to its end; `> 2025-02` starts in
// March (docs/language.md#periods).
@Test(arguments: periods) func `a period is compared as the whole of it`(
  period: String, first: String, last: String
) throws {
  let moments = ["\(first) - 1s", first, last, "\(last) + 1s"]
  let holds = [
    "<": [true, false, false, false], "<=": [true, true, true, false],
    "=": [false, true, true, false], "!=": [true, false, false, true],
    ">=": [false, true, true, true], ">": [false, false, false, true],
  ]
  for (relation, expected) in holds {
    // The moment is a column, so that nothing of it is known before the rows are.
    let found = try moments.map { moment in
      try sample.table(
        "messages | take 1 | extend at = coalesce(\(moment), date) | where at \(relation) \(period)"
      ).rowCount == 1
    }
    #expect(found == expected, "\(relation) \(period)")
  }
  for range in ["in \(period)..\(period)", "between \(period) and \(period)"] {
    let found = try moments.map { moment in
      try sample.table(
        "messages | take 1 | extend at = coalesce(\(moment), date) | where at \(range)"
      ).rowCount == 1
    }
    #expect(found == [false, true, true, false], "\(range)")
  }
}

// The sample's clock stands at 2025-01-10T12:00:00; its messages go from 2024-02-29T23:30:00 to
// 2025-01-06T10:00:30.
@Test(arguments: [
  ("newest", "2025-01-06T10:00:30"), ("oldest", "2024-02-29T23:30:00"),
  ("newest - 30d", "2024-12-07T10:00:30"), ("newest - 1mo", "2024-12-06T10:00:30"),
  ("day(newest)", "2025-01-06"), ("oldest + 1y", "2025-02-28T23:30:00"),
  ("today", "2025-01-10"), ("yesterday", "2025-01-09"), ("now", "2025-01-10T12:00:00"),
  ("today - 1s", "2025-01-09T23:59:59"), ("now = today", "true"), ("now > yesterday", "true"),
  ("newest in newest-2d..newest", "true"), ("newest - 2d in newest-2d..newest", "true"),
  ("newest - 3d in newest-2d..newest", "false"), ("newest < today", "true"),
])
func `the clock and the ends of what is loaded are dates`(expression: String, value: String) throws
{
  #expect(try sample.value(expression) == value)
}
