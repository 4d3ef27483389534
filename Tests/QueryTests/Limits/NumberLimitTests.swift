import Diagnostics
import Model
import Query
import Testing

private let sample = SampleQuestions()

/// The least whole number; `-9223372036854775808` itself is the sign and a number that is too large.
private let least = "(-9223372036854775807 - 1)"
private let most = "9223372036854775807"

// Results of 64 bits: worked out with Python's whole numbers, which have no end, and null where
// they leave -2^63 to 2^63 - 1.
@Test(arguments: [
  ("\(most)", most), ("-\(most)", "-\(most)"), ("\(least)", "-9223372036854775808"),
  ("\(most) + 1", "null"), ("\(most) + -1", "9223372036854775806"), ("\(least) - 1", "null"),
  ("\(least) + \(most)", "-1"), ("\(most) - \(least)", "null"), ("\(least) - \(least)", "0"),
  ("\(most) * 2", "null"), ("\(most) * -1", "-\(most)"), ("\(least) * -1", "null"),
  ("\(least) * 1", "-9223372036854775808"), ("3037000500 * 3037000500", "null"),
  ("3037000499 * 3037000499", "9223372030926249001"),
  ("\(least) % -1", "0"), ("\(least) % \(most)", "-1"), ("\(most) % \(least)", most),
  ("\(least) % 0", "null"), ("\(least) / -1", "9.223372036854776e+18"), ("\(least) / 0", "null"),
  ("-\(least)", "null"), ("abs(\(least))", "null"), ("abs(-\(most))", most),
  ("\(most) = \(most) + 0", "true"), ("\(least) < \(most)", "true"),
  ("\(least) != \(most)", "true"),
  ("\(least) between \(least) and \(most)", "true"), ("\(most) in (\(least)..\(most))", "true"),
  ("coalesce(\(most) + 1, \(least))", "-9223372036854775808"),
  ("least(\(most), \(least))", "-9223372036854775808"), ("greatest(\(most), \(least))", most),
  ("length(left(body, \(most)))", "12"), ("length(right(body, \(most)))", "12"),
  ("left(body, \(least))", ""), ("right(body, -\(most))", ""),
])
func `whole numbers at their ends give the right answer or null`(
  expression: String, value: String
) throws {
  #expect(try sample.value(expression) == value)
}

@Test(arguments: [
  ("round(\(most))", most), ("round(\(most), 0)", "9.223372036854776e+18"),
  ("round(2.5, \(most))", "2.5"), ("round(2.5, \(least))", "0.0"), ("round(2.5, 400)", "2.5"),
  ("round(-2.5, -1)", "-0.0"), ("round(15, -1)", "20.0"), ("round(-15, -1)", "-20.0"),
  ("round(6e307, -308)", "1e+308"), ("round(4e307, -308)", "0.0"), ("round(1e308, -309)", "0.0"),
  ("floor(9.3e18)", "null"), ("ceil(-9.3e18)", "null"),
  ("floor(-9223372036854775808.0)", "-9223372036854775808"),
  ("bin(7, 0)", "null"), ("bin(7, -5)", "null"), ("bin(7, \(least))", "null"),
  ("bin(\(most), \(most))", most), ("bin(-1, \(most))", "-\(most)"), ("bin(\(least), 7)", "null"),
  ("bin(\(least), 2)", "-9223372036854775808"), ("bin(2.5, 0.0)", "null"),
  ("bin(5.0, 1e-320)", "null"), ("bin(1e308, 3)", "1e+308"), ("bin(1, 1e308)", "0.0"),
  ("bin(90min, 0s)", "null"), ("bin(90min, \(most)s)", "0s"), ("bin(-1s, \(most)s)", "-\(most)s"),
  ("bin(1969-12-31, \(most)s)", "null"), ("bin(2024-02-29, 1s)", "2024-02-29T00:00:00"),
  ("1e308 + 1e308", "null"), ("-1e308 - 1e308", "null"), ("1e308 * 1e308", "null"),
  ("1e-308 / 1e308", "0.0"), ("1e308 % 0.1 < 0.1", "true"), ("0.0 / 0.0", "null"),
  ("number(\"1e400\")", "null"), ("number(\"-9223372036854775809\") < \(least)", "false"),
])
func `rounding and steps take any digits and any step`(expression: String, value: String) throws {
  #expect(try sample.value(expression) == value)
}

// The calendar goes from 0001-01-01T00:00:00 to 9999-12-31T23:59:59 (docs/language.md#null).
@Test(arguments: [
  ("0001-01-01 - 1s", "null"), ("9999-12-31T23:59:59 + 1s", "null"),
  ("9999-12-31 + 1d", "null"), ("9999-12-31 - 9999-12-31", "0s"),
  // date(9999, 12, 31) - date(1, 1, 1) in Python is 3652058 days.
  ("9999-12-31 - 0001-01-01", "315537811200s"), ("0001-01-01 + 3652058d", "9999-12-31T00:00:00"),
  ("newest + \(most)s", "null"), ("newest - \(most)s", "null"), ("\(most)s + newest", "null"),
  ("newest + 106751991167300d", "null"), ("newest + \(most)mo", "null"),
  ("newest - \(most)y", "null"), ("newest + -\(most)y", "null"), ("9999-12 + 1mo", "null"),
  ("0001-01 - 1mo", "null"), ("0001-01-01 + 119987mo", "9999-12-01T00:00:00"),
  ("9999-12-31 - 9998y", "0001-12-31T00:00:00"),
  ("\(most)s + 1s", "null"), ("-\(most)s - 1s", "-9223372036854775808s"), ("\(most)s * 2", "null"),
  ("\(most)s / 1e-9", "null"), ("abs(-\(most)s - 1s)", "null"), ("-(-\(most)s - 1s)", "null"),
  ("(-\(most)s - 1s) % -1s", "0s"), ("\(most)s % 0s", "null"), ("\(most)s / 0s", "null"),
  ("week(0001-01-01)", "0001-W01"), ("week(9999-12-31)", "9999-W52"),
  ("weekday(0001-01-01)", "Mon"),
  ("weekday(9999-12-31)", "Fri"), ("quarter(9999-12-31)", "9999-Q4"), ("year(0001-01-01)", "0001"),
  ("0001-01-01 = \"0001\"", "true"), ("9999-12-31T23:59:59 <= 9999", "true"),
  ("9999-12-31 in 9999-W52", "true"), ("9999-12-31 > 9999", "false"),
  ("bin(9999-12-31, 1w)", "9999-12-27T00:00:00"), ("bin(0001-01-03, 1w)", "0001-01-01T00:00:00"),
  ("hour(9999-12-31T23:59:59)", "23"), ("date(\"0000-01-01\")", "null"),
  ("date(\"10000-01-01\")", "null"),
])
func `dates and durations at their ends give the right answer or null`(
  expression: String, value: String
) throws {
  #expect(try sample.value(expression) == value)
}

@Test(arguments: [
  ("take \(most)", 9), ("skip \(most)", 0), ("sample \(most) seed \(most)", 9), ("sample 0", 0),
  ("first \(most) per sender", 9), ("last \(most) per sender", 9), ("last \(most)", 9),
  ("top \(most) by words", 9), ("top \(most) per sender by -words", 9),
  ("top 0 per sender by id", 0),
  ("where id = 4 | context \(most)", 7), ("where id = 4 | context \(most) 0", 4),
  ("where id = 4 | context 0 \(most)", 4), ("where id = 4 | context \(most)s", 7),
  ("where id = 9 | context 106751991167300d", 2), ("where id = 6 | context \(most)s", 1),
  ("explode x = split(body, \"\")", 8), ("distinct id", 9),
])
func `any number of rows can be asked for`(stages: String, rows: Int) throws {
  #expect(try sample.table("messages | \(stages)").rowCount == rows)
}

@Test(arguments: [
  ("select x = 9223372036854775808", "9223372036854775808 is too large for a whole number"),
  ("select x = -9223372036854775808", "9223372036854775808 is too large for a whole number"),
  ("take 9223372036854775808", "9223372036854775808 is too large for a whole number"),
  ("select x = 1e309", "1e309 is too large for a number"),
  ("select x = 9223372036854775807d", "9223372036854775807d is too long a time"),
  ("select x = 106751991167301d", "106751991167301d is too long a time"),
  ("context 9223372036854775807w", "9223372036854775807w is too long a time"),
  ("context 9223372036854775807y", "9223372036854775807y has no fixed length"),
  ("where date = 0000-01", "0000-01 is no date: there is no year 0000"),
  ("where date > 99999", "99999 is no year"),
  ("where date > \"10000-01-01\"", "“10000-01-01” is no date"),
  ("summarize p = percentile(words, 101)", "a percentage goes from 0 to 100"),
  ("summarize p = percentile(words, -1)", "a percentage goes from 0 to 100"),
  ("summarize p = percentile(words, 1e308)", "a percentage goes from 0 to 100"),
  ("take -1", "expected a whole number, found “-”"),
  ("select x = extract(body, \"e\", \(most))", "the pattern has no group 9223372036854775807"),
])
func `a number that cannot be is a clear error`(stage: String, message: String) {
  let error = #expect(throws: Diagnostic.self) { try sample.table("messages | \(stage)") }
  #expect(error?.message == message)
}

// A Unicode scalar is at most 10FFFF and no surrogate.
@Test(arguments: ["110000", "D800", "FFFFFFFFFFFFFFFFFFFF", "", "12 34"])
func `what is no character after a backslash and u is an error or stands as it is written`(
  digits: String
) {
  let text = "select x = \"\\u{\(digits)}\""
  do throws(Diagnostic) {
    let table = try sample.table("messages | take 1 | \(text)")
    #expect(table.column("x").map { $0[0] } == .text("\\u{\(digits)}"))
  } catch {
    #expect(error.span != nil)
  }
}

// Floats that far apart have neither a mean nor a deviation that a float holds on the way.
@Test func `aggregates of the ends are right, or null with a note`() throws {
  let sample = SampleQuestions()
  let numbers: [Int64] = [.max, .min, .max, 1]
  let table = Table(
    name: "t", rowCount: 4,
    fields: [
      .init("n", .int(PlainColumn(numbers))), .init("d", .duration(PlainColumn(numbers))),
      .init("f", .float(PlainColumn([1e308, -1e308, 1e308, 1e308]))),
    ])
  let calls = [
    "sum(n)", "sum(d)", "sum(f)", "min(n)", "max(n)", "count(n)", "median(n)", "percentile(n, 100)",
    "avg(f)", "median(f)", "stdev(f)", "distinct(n)", "stdev(n) > 1e18", "avg(n) < 1e19",
  ]
  let names = calls.indices.map { "x\($0) = \(calls[$0])" }.joined(separator: ", ")
  let call = try #require(parsePipeline("| summarize \(names)", grammar: .sample).calls.first)
  guard case .stage(let stage) = call.kind else { return }
  let answer = try check(stage, over: Schema(of: table), in: sample.environment)
    .run(table, in: sample.environment)
  #expect(
    calls.indices.map { answer.column(at: $0) }.map { cell($0[0]) } == [
      // max + min = -1, + max = max - 1, + 1 = max: no sum on the way is too large.
      "\(most)", "\(most)s", "null", "-9223372036854775808", "\(most)", "4",
      "4.611686018427388e+18", "9.223372036854776e+18", "null", "1e+308", "null", "3", "true",
      "true",
    ])
  #expect(sample.environment.notes.take() == [.note("a number that is too large has become null")])
}

@Test func `means of whole numbers lose nothing, however far apart these are`() throws {
  let sample = SampleQuestions()
  let numbers: [Int64] = [.max, .min, .max, .min, .max, .min]
  let table = Table(
    name: "t", rowCount: numbers.count,
    fields: [
      .init("n", .int(PlainColumn(numbers))), .init("d", .duration(PlainColumn(numbers))),
      .init("g", .int(PlainColumn([1, 1, 2, 3, 3, 3]))),
    ])
  let call = try #require(
    parsePipeline("| summarize avg(n), avg(d) by g", grammar: .sample).calls.first)
  guard case .stage(let stage) = call.kind else { return }
  let answer = try check(stage, over: Schema(of: table), in: sample.environment)
    .run(table, in: sample.environment)
  let means = try #require(answer.column("avg_n"))
  #expect(
    (0..<3).map { cell(means[$0]) } == ["-0.5", "9.223372036854776e+18", "-3.0744573456182584e+18"])
  #expect(answer.column("avg_d").map { cell($0[0]) } == "-1s")
}
