import Diagnostics
import Model
import Testing

@testable import Reading

/// Lines whose dates are as given, one person's.
private func transcript(_ dates: [String], order: DateOrder? = nil) throws -> ReadTranscript {
  try ReadTranscript(dates.map { "\($0) - Ana: ok" }.joined(separator: "\n"), dateOrder: order)
}

@Test(arguments: [
  // Read day first it would be 2027, or 2030.
  ("22/3/27, 10:00", "2022-03-27T10:00:00", "ymd, days that have been"),
  ("22.03.30, 10:00", "2022-03-30T10:00:00", "ymd, days that have been"),
  ("3/11/26, 10:00", "2026-03-11T10:00:00", "mdy, days that have been"),
  ("22/3/24, 10:00", "2024-03-22T10:00:00", "dmy, a guess"),
  // All of them are to come: the clock was wrong.
  ("28/3/27, 10:00", "2027-03-28T10:00:00", "dmy, a guess"),
])
func `days that are still to come tell the order where nothing else does`(
  stamp: String, date: String, decision: String
) throws {
  let text = SharedBytes(Array("\(stamp) - Ana: oui\n\(stamp) - Bo: non".utf8))
  let now = CivilDate(year: 2_026, month: 7, day: 1).map {
    Moment(seconds: Int64($0.daysSince1970) * Moment.day)
  }
  let read = try readMessages(in: text, openings: nil, dateOrder: nil, now: now, interrupt: .never)
  #expect(read.messages.moments.map { Moment(seconds: $0).description } == [date, date])
  #expect(read.shapes == ["android 24 h: \(decision)"])
}

struct DateCase: CustomTestStringConvertible {
  let testDescription: String
  let stamps: [String]
  let dates: [String]
  let shape: String
  var isGuess = false

  init(
    _ name: String, _ stamps: [String], _ dates: [String], _ shape: String, isGuess: Bool = false
  ) {
    testDescription = name
    self.stamps = stamps
    self.dates = dates
    self.shape = shape
    self.isGuess = isGuess
  }

  static let all: [DateCase] = [
    DateCase(
      "a first number over 12 is a day", ["03/04/2025, 10:00", "13/04/2025, 10:00"],
      ["2025-04-03T10:00:00", "2025-04-13T10:00:00"], "android 24 h: dmy, a day over 12"),
    DateCase(
      "a second number over 12 is a day, also of lines before it",
      ["03/04/2025, 10:00", "03/13/2025, 10:00"],
      ["2025-03-04T10:00:00", "2025-03-13T10:00:00"], "android 24 h: mdy, a day over 12"),
    DateCase(
      "a year of four digits comes first", ["2025-03-04, 10:00", "2025-13-04, 10:00"],
      ["2025-03-04T10:00:00"], "android 24 h: ymd, the year has four digits"),
    DateCase(
      "the clock goes forwards", ["02/01/2023, 10:00", "02/02/2023, 10:00", "01/04/2023, 10:00"],
      ["2023-01-02T10:00:00", "2023-02-02T10:00:00", "2023-04-01T10:00:00"],
      "android 24 h: dmy, fewest steps back in time"),
    DateCase(
      "one message out of order does not turn the dates",
      ["1/2/23, 10:00", "2/2/23, 10:00", "1/2/23, 11:00", "5/1/23, 10:00", "5/2/23, 10:00"],
      [
        "2023-01-02T10:00:00", "2023-02-02T10:00:00", "2023-01-02T11:00:00",
        "2023-05-01T10:00:00", "2023-05-02T10:00:00",
      ], "android 24 h: mdy, fewest steps back in time"),
    DateCase(
      "times of one day do not tell", ["1/2/23, 10:00", "1/2/23, 11:00"],
      ["2023-02-01T10:00:00", "2023-02-01T11:00:00"], "android 24 h: dmy, a guess", isGuess: true),
    DateCase(
      "dots put the day first", ["01.02.23, 10:00"], ["2023-02-01T10:00:00"],
      "android 24 h: dmy, dots"),
    DateCase(
      "a short year may come first", ["25-09-18, 4:08 AM", "25-10-22, 4:08 PM"],
      ["2025-09-18T04:08:00", "2025-10-22T16:08:00"],
      "android 12 h: ymd, the first number changes least"),
    DateCase(
      "a year before WhatsApp is none", ["25-10-05, 4:08 AM", "25-10-06, 4:08 PM"],
      ["2025-10-05T04:08:00", "2025-10-06T16:08:00"],
      "android 12 h: ymd, the last number is no year"),
    DateCase(
      "where the clock never goes back the number that changes more often is the day",
      ["1/2/23, 10:00", "1/3/23, 10:00", "1/4/23, 10:00"],
      ["2023-01-02T10:00:00", "2023-01-03T10:00:00", "2023-01-04T10:00:00"],
      "android 24 h: mdy, the second number changes most"),
    DateCase(
      "a month that is a word leaves nothing to decide",
      ["20 Sep 2013, 19:07", "3 Oct 2013, 9:00"], ["2013-09-20T19:07:00", "2013-10-03T09:00:00"],
      "old android, month as a word: dmy, the month is a word"),
    DateCase(
      "nor does one between a year and a day, and a blank before the clock",
      ["2025年2月17日 16:14", "2025年3月8日 9:05"], ["2025-02-17T16:14:00", "2025-03-08T09:05:00"],
      "old android, month as a word, without comma: dmy, the month is a word"),
    DateCase(
      "a year over 2500 is one of the Buddhist era",
      ["18/3/2565, 10:00", "19/3/2565, 10:00"], ["2022-03-18T10:00:00", "2022-03-19T10:00:00"],
      "android 24 h: dmy, a day over 12"),
    DateCase(
      "a year far from today in any era is what it says",
      ["18/3/2025, 10:00", "19/3/9999, 10:00", "20/3/2701, 10:00"],
      ["2025-03-18T10:00:00", "9999-03-19T10:00:00", "2701-03-20T10:00:00"],
      "android 24 h: dmy, a day over 12"),
    DateCase(
      "a short year over 51 is one of the Buddhist era", ["18/3/65, 10:00"],
      ["2022-03-18T10:00:00"], "android 24 h: dmy, a day over 12"),
    DateCase(
      "a year of three digits is one of the Republic of China", ["111/3/18, 10:00"],
      ["2022-03-18T10:00:00"], "android 24 h: ymd, the year has four digits"),
    DateCase(
      "a day that does not exist does not turn the dates",
      ["14/02/2025, 10:00", "05/06/2025, 10:00", "05/13/2025, 10:00", "15/06/2025, 10:00"],
      ["2025-02-14T10:00:00", "2025-06-05T10:00:00", "2025-06-15T10:00:00"],
      "android 24 h: dmy, a day over 12"),
  ]
}

@Test(arguments: DateCase.all)
func `the order of dates is decided from all lines`(_ example: DateCase) throws {
  let read = try transcript(example.stamps)
  #expect(read.dates == example.dates)
  #expect(read.read.shapes == [example.shape])
  #expect(read.doubts.contains("0: date-order-guessed") == example.isGuess)
}

/// Headers whose years are left out, and the years that they are of.
@Test(arguments: [
  // The year of the export follows the last one written.
  (["20 Sep 2013, 19:07", "18 Nov, 12:14", "19 Nov, 12:14"], ["2013", "2014", "2014"]),
  (["20 Sep 2012, 19:07", "3 Feb 2013, 1:00", "18 Mar, 12:14"], ["2012", "2013", "2014"]),
  // Another shape tells what year it is.
  (["20/09/2015, 19:07", "18 Nov, 12:14", "18 Mar, 12:14"], ["2015", "2015", "2016"]),
  (["20 Nov, 19:07", "18 Feb, 12:14", "18/03/2015, 12:14"], ["2014", "2015", "2015"]),
  // A message that came late turns no year.
  (["20/09/2015, 19:07", "18 Nov, 12:14", "3 Nov, 9:00"], ["2015", "2015", "2015"]),
  // A leap day is of a leap year.
  (["20/09/2015, 19:07", "29 Feb, 12:14"], ["2015", "2016"]),
  // Nothing tells.
  (["20 Nov, 19:07", "18 Feb, 12:14"], ["2013", "2014"]),
])
func `a year that is left out is found among the lines around`(
  stamps: [String], years: [String]
) throws {
  let read = try transcript(stamps)
  #expect(read.dates.map { $0.map { String($0.prefix(4)) } } == years)
  let isGuess = !stamps.contains { $0.contains("201") }
  #expect(
    read.doubts.filter { !$0.hasSuffix("out-of-order") }
      == (isGuess ? ["0: date-order-guessed"] : []))
  #expect(
    read.read.shapes.last?.hasSuffix(
      isGuess ? ", the year a guess" : ", the year that of the lines around") == true
      || stamps.last?.contains("201") == true)
}

/// Headers of messages that were copied from a phone, read on 13 January 2026, and their dates.
@Test(arguments: [
  (["27/12, 19:41", "2/1, 10:00"], ["2025-12-27T19:41:00", "2026-01-02T10:00:00"]),
  // Of the day that has begun where it was written.
  (["13/1, 9:00", "14/1, 0:00"], ["2026-01-13T09:00:00", "2026-01-14T00:00:00"]),
  // What would be to come is of the year before.
  (["12/24, 19:41", "12/31, 10:00"], ["2025-12-24T19:41:00", "2025-12-31T10:00:00"]),
  (["29.2., 19:41", "01.03., 10:00"], ["2024-02-29T19:41:00", "2025-03-01T10:00:00"]),
  (
    ["30/12, 9:41", "3/2, 9:41", "29/12, 9:41", "2/1, 9:41"],
    ["2024-12-30T09:41:00", "2025-02-03T09:41:00", "2025-12-29T09:41:00", "2026-01-02T09:41:00"]
  ),
])
func `messages that were copied are of the last year in which none is still to come`(
  stamps: [String], dates: [String]
) throws {
  let now = CivilDate(year: 2_026, month: 1, day: 13).map {
    Moment(seconds: Int64($0.daysSince1970) * Moment.day)
  }
  let read = try ReadTranscript(stamps.map { "[\($0)] Ana: ok\n" }.joined(), now: now)
  #expect(read.dates == dates)
  let year = try #require(dates.last).prefix(4)
  let told = "no header tells the year: the last one is taken for one of \(year); "
  #expect(read.read.doubts.map { $0.detail.hasPrefix(told) } == [true])
}

@Test func `a year written into the first copied header is gone on from`() throws {
  let read = try ReadTranscript(
    ["27/12/2023, 19:41", "2/1, 10:00", "3/1, 10:00"].map { "[\($0)] Ana: ok\n" }.joined())
  #expect(read.dates == ["2023-12-27T19:41:00", "2024-01-02T10:00:00", "2024-01-03T10:00:00"])
  #expect(read.doubts == [])
}

@Test(arguments: [
  (DateOrder.dayMonthYear, "2023-02-01T10:00:00"), (.monthDayYear, "2023-01-02T10:00:00"),
])
func `what the user says about dates holds`(order: DateOrder, date: String) throws {
  let read = try transcript(["01/02/2023, 10:00"], order: order)
  #expect(read.dates == [date])
  #expect(read.doubts.isEmpty)
  #expect(read.read.shapes == ["android 24 h: \(order.rawValue), as told"])
}

@Test func `what the user says about dates does not turn a year of four digits`() throws {
  let read = try transcript(["2023/02/01, 10:00"], order: .monthDayYear)
  #expect(read.dates == ["2023-02-01T10:00:00"])
}

@Test func `each form of header has an order of its own`() throws {
  let android = (1...14).map { "1/\($0)/23, 10:00 - Ana: ok" }
  let ios = (1...14).map { "[\($0)/02/2023, 10:00:00] Ana: ok" }
  let read = try ReadTranscript((android + ios).joined(separator: "\n"))
  #expect(read.dates.first == "2023-01-01T10:00:00")
  #expect(read.dates.last == "2023-02-14T10:00:00")
  #expect(
    read.read.shapes == ["android 24 h: mdy, a day over 12", "ios 24 h: dmy, a day over 12"])
}

@Test func `a form that its own headers leave open is read as it fits those around`() throws {
  let own = ["13/03/2023, 10:00 - Ana: ok", "20/04/2023, 10:00 - Ana: ok"]
  let other = ["[4/3/23, 10:00:00] Ana: ok", "[4/3/23, 11:00:00] Ana: ok"]
  let read = try ReadTranscript(([own[0]] + other + [own[1]]).joined(separator: "\n"))
  #expect(read.dates[1...2] == ["2023-04-03T10:00:00", "2023-04-03T11:00:00"])
  #expect(
    read.read.shapes == [
      "android 24 h: dmy, a day over 12", "ios 24 h: mdy, as it fits the lines around",
    ])
  #expect(read.doubts.isEmpty)
}

@Test(arguments: [
  ("12:00 AM", "00:00"), ("12:30 am", "00:30"), ("1:00 AM", "01:00"), ("11:59 a.m.", "11:59"),
  ("12:00 PM", "12:00"), ("12:30 p. m.", "12:30"), ("1:00\u{202F}PM", "13:00"),
  ("11:59 下午", "23:59"), ("12:30 at night", "00:30"), ("11:30 at night", "23:30"),
  ("2:30 nachts", "02:30"), ("22:35 PM", "22:35"), ("00:04 AM", "00:04"), ("9:15 abends", "21:15"),
])
func `hours of half a day are hours of a day`(written: String, time: String) throws {
  let read = try transcript(["13/02/2023, \(written)"])
  #expect(read.dates == ["2023-02-13T\(time):00"])
}

@Test(arguments: [
  "31/02/2025, 10:00", "24/12/2025, 24:60", "24/12/2025, 24:00", "00/12/2025, 10:00",
  "13/13/2025, 10:00", "29/02/2023, 10:00", "13/00/2025, 10:00", "13/01/0000, 10:00",
])
func `a line whose date cannot exist is text of the message before it`(stamp: String) throws {
  let read = try ReadTranscript(
    "13/01/2025, 10:00 - Ana: voici\n\(stamp) - Bo: quoi\n14/01/2025, 10:00 - Ana: oui")
  #expect(read.texts == ["voici\n\(stamp) - Bo: quoi", "oui"])
  #expect(read.senders == ["Ana", "Ana"])
  #expect(read.doubts == ["1: invalid-date"])
}

@Test func `a clock that goes back well over an hour is noted`() throws {
  let read = try transcript([
    "26/10/2025, 02:50", "26/10/2025, 02:05", "27/10/2025, 10:00", "26/10/2025, 10:00",
  ])
  #expect(read.doubts == ["3: out-of-order"])
}

@Test func `doubts without end are counted`() throws {
  let lines = (0..<500).map { "\($0 % 2 == 0 ? 28 : 14)/10/2025, 10:00 - Ana: ok" }
  let read = try ReadTranscript(lines.joined(separator: "\n"))
  #expect(read.read.doubts.count == 101)
  #expect(read.read.doubts.last?.detail == "and 150 more like it")
}
