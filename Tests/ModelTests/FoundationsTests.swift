import Model
import Testing

@Test(arguments: [
  (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2025, 2, 17, 20_136),
  (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
])
func `a date is a number of days and back`(year: Int, month: Int, day: Int, days: Int) throws {
  let date = try #require(CivilDate(year: year, month: month, day: day))
  #expect(date.daysSince1970 == days)
  #expect(CivilDate(daysSince1970: days) == date)
}

@Test(arguments: [
  (2025, 2, 29), (2025, 13, 1), (2025, 0, 1), (0, 1, 1), (10_000, 1, 1), (1900, 2, 29),
])
func `a day that does not exist is no date`(year: Int, month: Int, day: Int) {
  #expect(CivilDate(year: year, month: month, day: day) == nil)
}

/// ISO 8601 weeks at year ends, from the examples of the standard and the calendars of those years.
@Test(arguments: [
  (2024, 12, 30, "2025-W01"), (2021, 1, 3, "2020-W53"), (2025, 2, 17, "2025-W08"),
  (2026, 12, 31, "2026-W53"), (2027, 1, 3, "2026-W53"), (2027, 1, 4, "2027-W01"),
])
func `an ISO week belongs to the year of its Thursday`(
  year: Int, month: Int, day: Int, week: String
) throws {
  let date = try #require(CivilDate(year: year, month: month, day: day))
  let moment = try #require(Moment(date))
  #expect(Period(.week, holding: moment).description == week)
}

@Test(arguments: Period.Unit.allCases)
func `a period starts in itself, ends in the next, and meets it`(unit: Period.Unit) throws {
  let date = try #require(CivilDate(year: 2024, month: 2, day: 29))
  let moment = try #require(Moment(date, hour: 23, minute: 59, second: 59))
  let period = Period(unit, holding: moment)
  #expect(Period(unit, holding: Moment(seconds: period.start)) == period)
  #expect(Period(unit, holding: Moment(seconds: period.end - 1)) == period)
  #expect(Period(unit, holding: Moment(seconds: period.end)) == period.next)
  #expect((period.start..<period.end).contains(moment.seconds))
}

@Test func `months are added by the calendar and clamped to their end`() throws {
  let date = try #require(CivilDate(year: 2024, month: 1, day: 31))
  #expect(date.adding(months: 1) == CivilDate(year: 2024, month: 2, day: 29))
  #expect(date.adding(months: -11) == CivilDate(year: 2023, month: 2, day: 28))
  #expect(date.adding(months: Int.max) == nil)
}

@Test func `selecting rows of a selection composes`() {
  let outer = Rows.list([5, 3, 9])
  #expect(outer.selecting(.range(1..<3)) == .list([3, 9]))
  #expect(outer.selecting(.list([2, 2, 0])) == .list([9, 9, 5]))
  #expect(Rows.range(10..<20).selecting(.list([0, 4])) == .list([10, 14]))
  #expect(Rows.range(10..<20).selecting(.range(2..<4)) == .range(12..<14))
}

@Test func `a table keeps to its rows whatever is derived and what is there`() {
  let base = Table(
    name: "numbers", origin: .init(.messages, .range(0..<5)),
    fields: [
      .init("square", .int) { rows in
        .int(PlainColumn((0..<rows.count).map { Int64(rows[$0] * rows[$0]) }))
      },
      .init("word", .text(TextColumn(["a", nil, "c", "d", "e"]))),
      .init("tags", .list(ListColumn([["x"], [], ["y", "z"], [], ["w"]]))),
    ])
  let some = base.selecting(.list([4, 1, 2])).selecting(.range(1..<3))
  #expect(some.rowCount == 2)
  #expect(some.column("square").map { [$0[0], $0[1]] } == [.int(1), .int(4)])
  #expect(some.column("word").map { [$0[0], $0[1]] } == [.null, .text("c")])
  #expect(some.column("tags").map { [$0[0], $0[1]] } == [.list([]), .list(["y", "z"])])
}

@Test func `a table that lost its tie still derives its columns, all or some rows of them`() {
  let base = Table(
    name: "numbers", origin: .init(.messages, .range(0..<5)),
    fields: [
      .init("square", .int) { rows in
        .int(PlainColumn((0..<rows.count).map { Int64(rows[$0] * rows[$0]) }))
      }
    ])
  let free = base.selecting(.list([4, 1, 2])).untied()
  #expect(free.origin == nil)
  #expect(free.column("square").map { [$0[0], $0[1], $0[2]] } == [.int(16), .int(1), .int(4)])
  #expect(free.column(at: 0, rows: .range(1..<2))[0] == .int(1))
  #expect(free.selecting(.list([2])).column(at: 0)[0] == .int(4))
}

@Test func `the breaks of a table move with a range of its rows and end with a choice of them`() {
  var table = Table(name: "numbers", rowCount: 6, fields: [])
  table.breaks = [2, 5]
  #expect(table.selecting(.range(1..<6)).breaks == [1, 4])
  #expect(table.selecting(.range(2..<4)).breaks == [])
  #expect(table.selecting(.list([5])).breaks == [])
}
