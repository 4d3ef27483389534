import Diagnostics
import Model
import Query
import Testing

@Test(arguments: [
  "2025-02", "2025-Q1", "2025-W08", "2020-W53", "2025-02-17", "2024-02-29", "2025-02-17T16:14",
  "2025-02-17T16:14:09", "0001-W01", "9999-12-31", "9999-W52",
])
func `a date is the period it names`(text: String) throws {
  guard case .literal(.period(let period)) = try parseExpression(text).kind else {
    throw Diagnostic("no period")
  }
  #expect(period.description == text)
}

@Test(arguments: [
  ("2025", "2025"), ("2025 - 2", "2025 - 2"), ("2025-7d", "2025 - 7d"),
  ("2025-02-7d", "2025-02 - 7d"), ("2025-02-17-1w", "2025-02-17 - 1w"),
  ("2025-02-17T16:14+2h", "2025-02-17T16:14 + 2h"), ("17/02/2025", "2025-02-17"),
  ("10/5/2", "10 / 5 / 2"), ("2025/5", "2025 / 5"), ("12-5", "12 - 5"), ("1.5e3", "1500.0"),
  ("2025-x", "2025 - x"), ("2025-Q", "2025 - Q"), ("newest-7d", "newest - 7d"),
  ("12345-02", "12345 - 2"), ("3mo", "3mo"), ("-1.5", "-1.5"),
])
func `digits are the longest date there is, else a number`(text: String, expected: String) throws {
  #expect(try parseExpression(text).description == expected)
}

@Test(arguments: [
  ("2025-02..2025-03", "2025-02..2025-03"), ("newest-7d..newest", "newest - 7d..newest"),
  ("2024..2025", "2024..2025"), ("today", "today"), ("$from..$to", "$from..$to"),
])
func `a word can be a date or a range of dates`(text: String, expected: String) throws {
  let item = try parseDateWord(text, at: SourceSpan(6, 6 + text.utf8.count))
  #expect(item.description == expected)
  #expect(item.low.span.lower == 6)
}

@Test(arguments: [
  (
    "grep since:2025-02-30",
    """
    error: 2025-02-30 is no date: 2025-02 has 28 days
      grep since:2025-02-30
                 ^^^^^^^^^^
    """
  ),
  (
    "grep since:2025-02..",
    """
    error: a value is missing after “..”
      grep since:2025-02..
                          ^ like: 2025-02, 17/02/2025, newest-7d, 2025-02..2025-03
    """
  ),
  (
    "grep since:2025-02-17T16:14x",
    """
    error: 2025-02-17T16:14x is no date
      grep since:2025-02-17T16:14x
                 ^^^^^^^^^^^^^^^^^ a date ends at “2025-02-17T16:14”
    """
  ),
  (
    "grep since:last-week",
    """
    error: “last-week” is no date
      grep since:last-week
                 ^^^^^^^^^ counted back from the last date: newest-1w
    """
  ),
  (
    "grep since:7/2",
    """
    error: “7/2” is no date
      grep since:7/2
                 ^^^ like: 2025-02, 17/02/2025, newest-7d, 2025-02..2025-03
    """
  ),
])
func `a wrong date in a word is shown in its line`(line: String, expected: String) {
  let value = SourceSpan("grep since:".utf8.count, line.utf8.count)
  let text = String(line.dropFirst("grep since:".count))
  let error = #expect(throws: Diagnostic.self) { try parseDateWord(text, at: value) }
  #expect(error?.text(in: SourceText(text: line)) == expected)
}

@Test func `a word whose text is not as written is pointed at as a whole`() {
  let span = SourceSpan(11, 40)
  let error = #expect(throws: Diagnostic.self) { try parseDateWord("2025-13", at: span) }
  #expect(error?.span == span)
}

@Test func `a year has the weeks that its last days fall into`() throws {
  for year in 1...9999 {
    let padded = String(repeating: "0", count: 4 - String(year).count) + String(year)
    let has53 = (try? parseExpression("\(padded)-W53")) != nil
    // The last week of a year is the one that holds 28 December.
    let last = try #require(CivilDate(year: year, month: 12, day: 28))
    let week = Period(.week, holding: try #require(Moment(last)))
    #expect(week.description == "\(padded)-W\(has53 ? 53 : 52)")
  }
}
