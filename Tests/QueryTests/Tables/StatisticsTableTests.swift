import Diagnostics
import Model
import Query
import Testing

private let sample = SampleQuestions()

/// Hours per row, with two rows that have none, and the same as durations.
private let hours: [Double?] = [11, 2, nil, 40, 1.5, 7, 2, nil, 11.5, 3.25]

private let table = Table(
  name: "work", rowCount: hours.count,
  fields: [
    .init("h", .float(PlainColumn(hours, filler: .nan))),
    .init("d", .duration(PlainColumn(hours.map { $0.map { Int64($0 * 3_600) } }, filler: .max))),
    .init("n", .int(PlainColumn(hours.map { $0.map { Int64($0 * 4) } }, filler: .min))),
    .init("who", .text(TextColumn(["a", "a", "b", "a", "a", "a", "c", "b", "a", "c"]))),
  ])

/// What a call gives for the whole table, or by somebody.
private func answer(_ call: String, by: String = "") throws -> [String] {
  let text = "| summarize x = \(call)\(by)"
  let first = try #require(parsePipeline(text, grammar: .sample).calls.first)
  guard case .stage(let stage) = first.kind else { return [] }
  let answer = try check(stage, over: Schema(of: table), in: sample.environment)
    .run(table, in: sample.environment)
  let cells = try #require(answer.column("x"))
  return (0..<answer.rowCount).map { cell(cells[$0]) }
}

// Python 3: statistics.mean, .median, .stdev (n - 1 below the line) and .quantiles with
// method="inclusive", which interpolates between the two neighbours, of the eight hours.
@Test(arguments: [
  ("avg(h)", 9.78125), ("median(h)", 5.125), ("stdev(h)", 12.860124902192824),
  ("percentile(h, 25)", 2.0), ("percentile(h, 50)", 5.125), ("percentile(h, 75)", 11.125),
  ("percentile(h, 95)", 30.025), ("percentile(h, 10)", 1.85), ("percentile(h, 0)", 1.5),
  ("percentile(h, 100)", 40), ("avg(n)", 39.125), ("stdev(n)", 51.440499608771296),
  ("median(n)", 20.5), ("percentile(n, 95)", 120.1),
])
func `statistics are those of the sample, interpolated, without what is null`(
  call: String, value: Double
) throws {
  let found = try #require(Double(answer(call)[0]))
  #expect(abs(found - value) < 1e-9 * value)
}

// The same figures in seconds, to the nearest second.
@Test(arguments: [
  ("sum(d)", "281700s"), ("avg(d)", "35213s"), ("median(d)", "18450s"), ("stdev(d)", "46296s"),
  ("percentile(d, 95)", "108090s"), ("min(d)", "5400s"), ("max(d)", "144000s"),
])
func `statistics of durations are durations`(call: String, value: String) throws {
  #expect(try answer(call) == [value])
}

// Groups a (six hours), b (none) and c (2 and 3.25): by hand.
@Test(arguments: [
  ("count()", ["6", "2", "2"]), ("count(h)", ["6", "0", "2"]),
  ("sum(h)", ["73.0", "null", "5.25"]),
  ("sum(n)", ["292", "null", "21"]), ("sum(d)", ["262800s", "null", "18900s"]),
  ("avg(h)", ["12.166666666666668", "null", "2.625"]), ("min(h)", ["1.5", "null", "2.0"]),
  ("first(h)", ["11.0", "null", "2.0"]), ("last(n)", ["46", "null", "13"]),
  ("distinct(h)", ["6", "0", "2"]), ("countif(h > 2)", ["4", "0", "1"]),
  ("countif(not h > 2)", ["2", "2", "1"]), ("share()", ["0.6", "0.2", "0.2"]),
  ("median(h)", ["9.0", "null", "2.625"]), ("percentile(h, 50)", ["9.0", "null", "2.625"]),
  ("sum(h) / count(h)", ["12.166666666666666", "null", "2.625"]),
])
func `a group without values has no sum, no mean and no extremes, but a count`(
  call: String, values: [String]
) throws {
  let found = try answer(call, by: " by who")
  for (one, other) in zip(found, values) {
    guard let a = Double(one), let b = Double(other) else {
      #expect(one == other)
      continue
    }
    #expect(abs(a - b) <= 1e-12 * abs(b))
  }
  #expect(found.count == values.count)
}

@Test(arguments: [
  ("stdev(h)", "null"), ("avg(h)", "null"), ("sum(h)", "null"), ("sum(n)", "null"),
  ("sum(d)", "null"), ("count()", "0"), ("share()", "0.0"), ("max(who)", "null"),
  ("median(h)", "null"), ("percentile(d, 95)", "null"), ("list(who)", "[]"), ("first(d)", "null"),
  ("distinct(who)", "0"), ("coalesce(sum(n), 0)", "0"),
])
func `of no rows a sum is null and a count is 0`(call: String, value: String) throws {
  let empty = try sample.table(
    "messages | where false | select h = words / 1, n = words, d = gap, who = sender | summarize x = \(call)"
  )
  #expect(empty.column("x").map { cell($0[0]) } == value)
}

@Test func `one value has no deviation`() throws {
  let one = try sample.table("messages | take 1 | summarize a = stdev(words), b = avg(words)")
  #expect(one.fields.indices.map { cell(one.column(at: $0)[0]) } == ["null", "3.0"])
}

// Halves away from zero (docs/language.md#functions): decimal.ROUND_HALF_UP of Python on the digits
// as they are written, so that 2.675 and 1.005, whose floats lie a little below, are halves too.
@Test(arguments: [
  ("0.5", "1.0"), ("1.5", "2.0"), ("2.5", "3.0"), ("-0.5", "-1.0"), ("-1.5", "-2.0"),
  ("-2.5", "-3.0"), ("0.49999999999999994", "0.0"), ("4503599627370495.5", "4503599627370496.0"),
  ("0.125, 2", "0.13"), ("-0.125, 2", "-0.13"), ("2.675, 2", "2.68"), ("1.005, 2", "1.01"),
  ("-1.005, 2", "-1.01"),
  ("0.285, 2", "0.29"), ("0.2849999, 2", "0.28"), ("9.995, 2", "10.0"), ("0.615, 2", "0.62"),
  ("0.375, 2", "0.38"), ("1250.0, -2", "1300.0"), ("-1250.0, -2", "-1300.0"),
  ("1249.0, -2", "1200.0"),
  ("5, -1", "10.0"), ("-5, -1", "-10.0"), ("4, -1", "0.0"), ("7", "7"), ("null", "null"),
  ("1e300", "1e+300"), ("9007199254740990.0", "9007199254740990.0"),
  ("4503599627370498.0", "4503599627370498.0"), ("-4503599627370498.0, -400", "0.0"),
  ("123456789.987654321, 3", "123456789.988"),
])
func `round takes halves away from zero`(arguments: String, value: String) throws {
  #expect(try sample.value("round(\(arguments))") == value)
}
