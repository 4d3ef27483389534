import Diagnostics
import Model
import Query
import Testing

// What generated queries found wrong, each as a query that a reader understands.

private let sample = SampleQuestions()

@Test func `rows without a value keep their order in a sort, whatever stands where it would`()
  throws
{
  let table = Table(
    name: "t", rowCount: 4,
    fields: [
      .init("id", .int(PlainColumn([1, 2, 3, 4]))),
      .init("n", .int(PlainColumn([9, 5, 7, 1], nulls: [true, false, true, true]))),
    ])
  for stage in ["sort n", "sort -n"] {
    #expect(try sample.answer(stage, over: table, column: "id") == ["2", "1", "3", "4"])
  }
}

@Test(arguments: [
  ("weekday == \"thu\"", []), ("weekday == \"Thu\"", [1, 2]),
  ("weekday contains exact \"th\"", []), ("weekday starts \"th\"", [1, 2]),
  ("\"Fri\" < weekday", [8]), ("\"sat\" <= weekday(date)", [8]), ("\"Mon\" = weekday", [4, 9]),
  ("weekday < weekday(2024-02-28)", [4, 5, 9]),
  ("weekday(date + 1d) < weekday", [8]), ("monthname >= monthname(2024-03-01)", [3, 4, 5]),
  ("weekday < \"lundi\"", []), ("weekday != \"lundi\"", [1, 2, 3, 4, 5, 6, 7, 8, 9]),
  ("weekday = null", [6]),
])
func `weekdays and months keep their order on both sides, and exact is exact`(
  condition: String, ids: [Int64]
) throws {
  #expect(try sample.ids(where: condition) == ids)
}

@Test(arguments: [
  // No tag of message 3 lies between d and s, though one lies before and another after.
  ("tags between \"d\" and \"s\"", [7, 9]), ("tags in \"d\"..\"s\"", [7, 9]),
  ("tags not between \"d\" and \"s\"", [1, 2, 3, 4, 5, 6, 8]),
  ("tags in (\"a\"..\"b\", \"cnil\")", [3]),
  ("tags between left(body, 1) and \"z\"", [1, 3, 4, 7, 9]),
])
func `of a list one element has to lie in the whole of a range`(
  condition: String, ids: [Int64]
) throws {
  #expect(try sample.ids(where: condition) == ids)
}

@Test func `weekdays keep their order where an aggregate leaves some of them null`() throws {
  let weekdays = "messages | summarize w = first(weekday) by id | sort w | where id > 3"
  #expect(
    try sample.answer("\(weekdays) | count by w") == """
      w | count
      Mon | 2
      Tue | 1
      Wed | 1
      Sun | 1
      null | 1
      """)
}

@Test func `lists that differ are different keys, zero characters or not`() throws {
  let lists = [["a\0"], ["a", ""], ["a"], ["a", "b"], ["a\0"]]
  let table = Table(name: "t", rowCount: 5, fields: [.init("l", .list(ListColumn(lists)))])
  #expect(
    try sample.answer("count by l", over: table, column: "count") == ["1", "1", "1", "2"])
  #expect(try sample.answer("distinct", over: table, column: "l").count == 4)
}

@Test(arguments: [
  ("round(1.7e308, -308)", "a number that is too large has become null"),
  ("bin(1969-12-31, 9000000000d)", "a date outside the years 1 to 9999 has become null"),
  ("bin(-9223372036854775807, 10)", "a number that is too large has become null"),
])
func `a rounded number or date that is outside of what there is becomes null, with its note`(
  expression: String, note: String
) throws {
  let sample = SampleQuestions()
  #expect(try sample.value(expression) == "null")
  #expect(sample.environment.notes.take().map(\.message) == [note])
}

extension SampleQuestions {
  /// The cells of a column that a stage gives over a table.
  fileprivate func answer(
    _ stage: String, over table: Table, column: String
  ) throws -> [String] {
    let call = try #require(parsePipeline("| \(stage)", grammar: Grammar(verbs: [:])).calls.first)
    guard case .stage(let stage) = call.kind else { return [] }
    let answer = try check(stage, over: Schema(of: table), in: environment)
      .run(table, in: environment)
    let cells = try #require(answer.column(column))
    return (0..<answer.rowCount).map { cell(cells[$0]) }
  }
}
