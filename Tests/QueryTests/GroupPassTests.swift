import Diagnostics
import Model
import Testing

@testable import Query

private let sample = SampleQuestions()

/// Rows for several threads: more than one takes at a time, with nulls, and dates that go back and forth.
private func table(rows count: Int) -> Table {
  let people = Categories(["Zoë", "ana", "Bo Li", "Ana", "nobody"])
  let nulls = (0..<count).map { $0 % 7 == 3 }
  let start = SampleQuestions.moment("2023-12-30T00:00:00").seconds
  let dates = (0..<count).map { row -> Int64 in
    let passed = row / 9 * 400
    return start + Int64(passed + row * 7_919 % 90_000)
  }
  return Table(
    name: "large", rowCount: count,
    fields: [
      .init("n", .int(PlainColumn((0..<count).map { Int64($0 * 37 % 101) - 50 }, nulls: nulls))),
      .init("id", .int(PlainColumn((0..<count).map(Int64.init)))),
      .init("f", .float(PlainColumn((0..<count).map { Double($0 % 13) / 7 - 1 }))),
      .init("date", .datetime(PlainColumn(dates, nulls: nulls))),
      .init(
        "who", .category(CategoryColumn(people, codes: (0..<count).map { Int32($0 % 6) - 1 }))),
      .init("text", .text(TextColumn((0..<count).map { $0 % 9 == 4 ? nil : "n° \($0 % 257)" }))),
    ])
}

private func run(_ text: String, over table: Table) throws(Diagnostic) -> Table {
  var result = table
  for call in try parsePipeline("| \(text)", grammar: Grammar(verbs: [:])).calls {
    guard case .stage(let stage) = call.kind else { continue }
    result = try check(stage, over: Schema(of: result), in: sample.environment)
      .run(result, in: sample.environment)
  }
  return result
}

/// All cells, so that tables can be compared.
private func cells(_ table: Table) -> [[Value]] {
  table.fields.indices.map { place in
    let column = table.column(at: place)
    return (0..<table.rowCount).map { column[$0] }
  }
}

private let large = table(rows: 300_000)

@Test(arguments: [
  "count by who", "count by day", "count by hour, weekday, who", "count by week fill",
  "count by id",
  "count by id, n", "count by text, who", "count by f, minute", "count(n), countif(n > 3) by month",
  "sum(n), sum(id), sum(f), avg(n), stdev(f) by who",
  "min(text), max(date), first(n), last(n) by who",
  "median(n), distinct(text), distinct(n), share() by monthname", "sum(n), count(n)",
])
func `groups are the same on one thread and on many`(columns: String) throws {
  let stage = columns.hasPrefix("count by") ? columns : "summarize \(columns)"
  let many = try run(stage, over: large)
  let one = try Parallel.$most.withValue(1) { try run(stage, over: large) }
  #expect(cells(many) == cells(one))
  #expect(many.rowCount > 0)
}

@Test(arguments: [
  "where who = \"ana\" and date in 2024-03..2025 and n > 0", "where text has \"17\" or f > 0",
  "extend x = n * 2, y = \"{who}\"", "sort -n, text", "top 3 per who by f", "distinct who, n",
  "count by who, month | pivot who",
])
func `rows are the same on one thread and on many`(pipeline: String) throws {
  let many = try run(pipeline, over: large)
  let one = try Parallel.$most.withValue(1) { try run(pipeline, over: large) }
  #expect(many.rowCount == one.rowCount)
  // Every hundredth cell of a long answer.
  for place in many.fields.indices {
    let columns = (many.column(at: place), one.column(at: place))
    #expect(
      stride(from: 0, to: one.rowCount, by: 101).allSatisfy { columns.0[$0] == columns.1[$0] })
  }
}

@Test func `an argument that several aggregates have is that of each row, however many there are`()
  throws
{
  let rows = 600_000
  let answer = try run(
    "summarize avg(id), min(id), max(id) by last = id >= 550000", over: table(rows: rows))
  #expect(
    cells(answer) == [
      [.bool(false), .bool(true)], [.float(274_999.5), .float(574_999.5)],
      [.int(0), .int(550_000)], [.int(549_999), .int(599_999)],
    ])
}

@Test func `a sum passes the range of whole numbers where it does in the order of the rows`() throws
{
  let numbers: [Int64] = [.max, 1, -2, .max, -2, 1, .min, -1, 5]
  let groups: [Int64] = [1, 1, 1, 2, 2, 2, 3, 3, 4]
  let table = Table(
    name: "t", rowCount: numbers.count,
    fields: [.init("n", .int(PlainColumn(numbers))), .init("g", .int(PlainColumn(groups)))])
  let answer = try run("summarize sum(n) by g", over: table)
  #expect(cells(answer)[1] == [.null, .int(.max - 1), .null, .int(5)])
  #expect(!sample.environment.notes.take().isEmpty)
}

@Test(arguments: [1, 5, 5_000, 20_000])
func `sums and counts are those of each row's number, small, large, negative or null`(
  groups: Int
) throws {
  // Numbers at both ends of what is added together with its count, each in blocks of its own.
  let kinds: [Int64?] = [1 << 28 - 1, -1 << 28, 1 << 28, -1 << 28 - 1, 0, 7, 1 << 40, nil]
  let rows = 300_000
  let numbers = (0..<rows).map { row -> Int64? in
    let kind = kinds[row / 5_000 % kinds.count]
    return row % 11 == 0 ? kind.map { -($0 / 3) } : kind
  }
  let keys = (0..<rows).map { Int64($0 * 7_919 % groups) }
  var sums: [Int64: Int64] = [:]
  var counts: [Int64: Int64] = [:]
  for (key, number) in zip(keys, numbers) {
    counts[key, default: 0] += 1
    sums[key, default: 0] += number ?? 0
  }
  let values = PlainColumn(numbers.map { $0 ?? 0 }, nulls: numbers.map { $0 == nil })
  for column in [values, PlainColumn(values.values)] {
    let answer = try run(
      "summarize n = count(), s = sum(v) by k",
      over: Table(
        name: "t", rowCount: rows,
        fields: [.init("k", .int(PlainColumn(keys))), .init("v", .int(column))]))
    let found = cells(answer)
    let order = counts.keys.sorted()
    #expect(found[1] == order.map { Value.int(counts[$0] ?? 0) })
    #expect(found[2] == order.map { Value.int(sums[$0] ?? 0) })
  }
}
