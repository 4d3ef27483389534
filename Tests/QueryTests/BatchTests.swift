import Model
import Query
import Testing

private let sample = SampleQuestions()

/// Rows of every type and with nulls, more than two batches of them.
private let large: Table = {
  let count = 5_000
  let people = Categories(["Zoë", "ana", "Bo Li", "Ana", "nobody"])
  let nulls = (0..<count).map { $0 % 7 == 3 }
  let start = SampleQuestions.moment("2023-12-30T00:00:00").seconds
  return Table(
    name: "large", rowCount: count,
    fields: [
      .init("n", .int(PlainColumn((0..<count).map { Int64($0 * 37 % 101) - 50 }, nulls: nulls))),
      .init("f", .float(PlainColumn((0..<count).map { Double($0 % 13) / 4 - 1 }))),
      .init("b", .bool(PlainColumn((0..<count).map { $0 % 3 == 0 }, nulls: nulls))),
      .init("d", .duration(PlainColumn((0..<count).map { Int64($0 % 50) * 600 }, nulls: nulls))),
      .init(
        "date",
        .datetime(PlainColumn((0..<count).map { start + Int64($0) * 20_011 }, nulls: nulls))),
      .init(
        "who",
        .category(CategoryColumn(people, codes: (0..<count).map { Int32($0 % 6) - 1 }))),
      .init(
        "text",
        .text(TextColumn((0..<count).map { $0 % 9 == 4 ? nil : "Été \($0 % 17), n° \($0 % 5)" }))),
      .init(
        "l",
        .list(ListColumn((0..<count).map { row in (0..<row % 4).map { "é\(($0 + row) % 6)" } }))),
    ])
}()

@Test(arguments: [
  "n + 1", "n * f", "n / f", "n % 7", "-n", "n > 3", "n = null", "n != 5", "n in (1, 2..9)",
  "f between 0 and 1", "b", "not b", "b and n > 0", "b or f > 1", "b = true", "d * 2 > 1h",
  "d / 1h",
  "d is null", "date + d", "date - 2024-01", "date + 1mo", "date = 2024-02", "date < 2024-W10",
  "2024 = date", "month(date)", "week", "hour", "weekday", "weekday >= \"Sat\"", "bin(date, 6h)",
  "day(date) = date", "who = \"zoe\"", "who == \"Ana\"", "who < \"b\"",
  "who in (\"ana\", \"bo li\")",
  "upper(who)", "length(who)", "text has \"ete\"", "text ~ \"\\b3$\"", "text contains who",
  "text = who", "coalesce(text, who)", "if(b, who, text)", "if(n > 0, n, f)",
  "extract(text, \"\\d+\")",
  "matches(text, \"\\d\")", "replace(text, \"e\", \"$0$0\")", "left(text, 5)", "terms(text)",
  "l = \"e3\"", "l != \"é3\"", "l contains \"5\"", "l ~ \"[12]\"", "l has who", "length(l)",
  "join(l, \"+\")",
  "head(l)", "tail(l)", "least(n, f)", "greatest(who, text)", "round(f)", "floor(f)",
  "format(\"{who}: {date:dd/MM}, {d}\")", "who in members.name", "l in members.name", "null", "3",
  "now - date",
])
func `a row has the same value in a batch as alone`(expression: String) throws {
  let checked = try check(
    parseExpression(expression), over: Schema(of: large), in: sample.environment)
  let together = try checked.column(over: large, in: sample.environment)
  #expect(together.count == large.rowCount)
  for row in stride(from: 0, to: large.rowCount, by: 23) {
    let one = large.selecting(.list([Int32(row)]))
    let alone = try checked.column(over: one, in: sample.environment)
    #expect(alone.count == 1)
    #expect(together[row] == alone[0], "row \(row)")
  }
}

@Test(arguments: [
  "n > 0 and who = \"ana\" and text has \"ete\"", "b or l = \"e1\"",
  "date in 2024-02..2024-03 and n < 9",
])
func `a condition keeps the rows for which it has the value true`(condition: String) throws {
  let tree = try parseExpression(condition)
  let schema = Schema(of: large)
  let values = try check(tree, over: schema, in: sample.environment)
    .column(over: large, in: sample.environment)
  let rows = try check(condition: tree, over: schema, in: sample.environment)
    .rows(of: large, in: sample.environment)
  let expected = (0..<large.rowCount).filter { values[$0] == .bool(true) }
  #expect(rows == .list(expected.map(Int32.init)))
  #expect(!expected.isEmpty)
}
