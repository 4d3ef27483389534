import Model
import Testing

@testable import Reading

/// Transcripts in which the order of the dates changes from one line on.
@Suite struct DateTurnTests {
  /// Days from one on, a message each at noon, their dates written in an order; `every` leaves out days.
  private func lines(
    _ first: CivilDate, _ count: Int, _ order: DateOrder, every step: Int = 1,
    isShort: Bool = false
  ) -> [String] {
    days(first, count, every: step).map { day in
      let year = isShort ? day.year % 100 : day.year
      let date =
        switch order {
        case .dayMonthYear: "\(day.day)/\(day.month)/\(year)"
        case .monthDayYear: "\(day.month)/\(day.day)/\(year)"
        case .yearMonthDay: "\(year)/\(day.month)/\(day.day)"
        }
      return "\(date), 12:00 - Ana: ok"
    }
  }

  private func dates(_ first: CivilDate, _ count: Int, every step: Int = 1) -> [String] {
    days(first, count, every: step).map { day in
      Moment(seconds: Int64(day.daysSince1970) * Moment.day + 12 * 3_600).description
    }
  }

  private func days(_ first: CivilDate, _ count: Int, every step: Int) -> [CivilDate] {
    (0..<count).map { CivilDate(daysSince1970: first.daysSince1970 + $0 * step) }
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  private func read(_ lines: [String], order: DateOrder? = nil) throws -> ReadTranscript {
    try ReadTranscript(lines.joined(separator: "\n"), dateOrder: order)
  }

  @Test(arguments: [
    (DateOrder.monthDayYear, DateOrder.dayMonthYear), (.dayMonthYear, .monthDayYear),
  ])
  func `dates whose order changes are right on both sides of whatever day it is`(
    before: DateOrder, after: DateOrder
  ) throws {
    let first = try day(2_024, 1, 1)
    for shift in 0..<366 {
      let start = CivilDate(daysSince1970: first.daysSince1970 + shift)
      let turn = CivilDate(daysSince1970: start.daysSince1970 + 60)
      for isShort in [false, true] {
        let read = try read(
          lines(start, 60, before, isShort: isShort) + lines(turn, 60, after, isShort: isShort))
        #expect(read.dates == dates(start, 120), "from \(turn) on")
      }
    }
  }

  @Test func `where the order changes is told`() throws {
    let read = try read(
      lines(day(2_025, 2, 1), 40, .monthDayYear) + lines(day(2_025, 3, 13), 40, .dayMonthYear))
    #expect(
      read.read.shapes == [
        "android 24 h: mdy, a day over 12, the day first from 2025-03-13 on"
      ])
    #expect(read.doubts == ["40: date-order-guessed"])
    #expect(
      read.read.doubts.map(\.detail) == [
        "from here on the day comes first in dates, before it the month: each side has days that the "
          + "other order cannot have; load --date-order says otherwise"
      ])
  }

  @Test func `what the user says about dates leaves no turn`() throws {
    let read = try read(
      lines(day(2_025, 2, 1), 40, .monthDayYear) + lines(day(2_025, 3, 13), 40, .dayMonthYear),
      order: .monthDayYear)
    #expect(read.read.shapes == ["android 24 h: mdy, as told"])
    #expect(read.dates.count < 80)
  }

  @Test func `an export in the other order behind an older one of the chat is another export`()
    throws
  {
    let first = try day(2_025, 1, 5)
    let text =
      lines(first, 60, .dayMonthYear) + lines(first, 90, .monthDayYear)
    let (corpus, _) = try InputSandbox(["all.txt": text.joined(separator: "\n") + "\n"])
      .load("all.txt")
    #expect(corpus.transcripts.map(\.messages) == [0..<60, 60..<150])
    #expect(
      corpus.messages.moments.map { Moment(seconds: $0).description }
        == dates(first, 60) + dates(first, 90))
  }

  /// Reads lines in which no order changes.
  private func expectNoTurn(_ lines: [String], _ comment: Comment) throws {
    let read = try read(lines)
    #expect(!read.read.shapes.contains { $0.contains(" first") }, comment)
    #expect(!read.read.doubts.contains { $0.detail.hasPrefix("from here on") }, comment)
  }

  @Test func `no order changes in a file whose dates are in one`() throws {
    var chance = SeededNumbers(7)
    let all = try lines(day(2_024, 1, 1), 400, .dayMonthYear)
    try expectNoTurn(all, "in order")
    try expectNoTurn(all.reversed(), "backwards")
    try expectNoTurn(all.shuffled(using: &chance), "shuffled")
    try expectNoTurn(all.sorted(), "sorted")
    try expectNoTurn(Array(all[200...] + all[..<200] + all[100...]), "exports out of order")
    // Dates that do not exist, here and there.
    let broken = all.enumerated().map { $0 % 9 == 0 ? "5/1\(3 + $0 % 5)/2024, 12:00 - Bo: ?" : $1 }
    try expectNoTurn(broken, "damaged")
  }

  @Test func `lines of another export that a message quotes change no order`() throws {
    let own = try lines(day(2_024, 6, 1), 300, .dayMonthYear)
    let quoted = try lines(day(2_024, 3, 1), 60, .monthDayYear)
    try expectNoTurn(own + quoted, "at the end")
    try expectNoTurn(Array(own[..<40] + quoted[..<20]), "at the end of a short chat")
    try expectNoTurn(Array(own[..<200] + quoted + own[200...]), "in the middle")
    try expectNoTurn(Array(own[..<280] + quoted + own[280...]), "near the end")
  }

  @Test func `lines in two orders that are not one part behind the other change none`() throws {
    var chance = SeededNumbers(11)
    let first = try day(2_024, 1, 1)
    let (one, other) = (lines(first, 300, .dayMonthYear), lines(first, 300, .monthDayYear))
    try expectNoTurn(zip(one, other).flatMap { [$0, $1] }, "merged by time")
    try expectNoTurn((one + other).shuffled(using: &chance), "shuffled")
    try expectNoTurn((one + other).sorted(), "sorted")
    try expectNoTurn(
      Array(one[..<80] + other[80..<160] + one[160..<240] + other[240...]), "in turns")
  }

  @Test func `a few days in the other order are no turn`() throws {
    let own = try lines(day(2_024, 6, 1), 100, .dayMonthYear)
    let later = try lines(day(2_024, 9, 12), 3, .monthDayYear)
    try expectNoTurn(own + later + later, "two days, twice")
  }
}
