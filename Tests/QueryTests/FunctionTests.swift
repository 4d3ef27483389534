import Diagnostics
import Model
import Testing

@testable import Query

private let sample = SampleQuestions()

@Test(arguments: Function.all) func `a function's examples print what its entry says`(
  function: Function
) throws {
  #expect(!function.examples.isEmpty)
  for example in function.examples {
    let expression = try parseExpression(example.expression)
    let checked = try check(expression, in: sample.environment)
    #expect(
      plainText(try checked.value(in: sample.environment)) == example.value,
      "\(example.expression)")
  }
}

@Test(arguments: Aggregate.all) func `an aggregate's examples print what its entry says`(
  aggregate: Aggregate
) throws {
  #expect(!aggregate.examples.isEmpty)
  for example in aggregate.examples {
    let table = try ask("summarize y = \(example.expression)", of: Aggregate.example)
    #expect(
      table.column("y").map { plainText($0[0]) } == example.value, "\(example.expression)")
  }
}

@Test func `names of functions and aggregates differ, as do those of their entries`() {
  let names = Function.all.map(\.name) + Aggregate.all.map(\.name)
  #expect(Set(names).count == names.count)
  let foreign = ForeignFunction.all.flatMap(\.words)
  #expect(Set(foreign).count == foreign.count)
  #expect(foreign.allSatisfy { !names.contains($0) })
}

@Test(arguments: Function.all) func `a function gives the type that its entry says`(
  function: Function
) throws {
  guard let type = function.gives else { return }
  for example in function.examples {
    let checked = try check(parseExpression(example.expression), in: sample.environment)
    #expect(checked.type == type, "\(example.expression)")
  }
}

@Test(arguments: ForeignFunction.all.compactMap(\.call))
func `what is to be written for a function of another language can be written`(
  call: String
) throws {
  guard !call.hasPrefix("|"), !call.hasPrefix("sql") else {
    #expect(!printed(call.hasPrefix("|") ? "messages \(call)" : call).hasPrefix("error"))
    return
  }
  let sample = SampleQuestions()
  let asValue = Result { try sample.table("messages | select x = \(call)") }
  let asAggregate = Result { try sample.table("messages | summarize x = \(call) by sender") }
  #expect(asValue.isSuccess || asAggregate.isSuccess)
}

@Test(arguments: ForeignFunction.all.filter { $0.call == nil })
func `a function of another language without an example is one of ours by another name`(
  function: ForeignFunction
) {
  let names = Function.all.map(\.name) + Aggregate.all.map(\.name) + ["today"]
  #expect(names.contains(function.native))
}

@Test func `a signature shows what may be left out and what may be repeated`() {
  let signatures = Function.all.map(\.signature)
  #expect(signatures.contains("extract(t, re[, group])"))
  #expect(signatures.contains("coalesce(a, b, …)"))
  #expect(Aggregate.all.map(\.signature).contains("count([x])"))
}

/// A stage asked of a table.
private func ask(_ stage: String, of table: Table) throws(Diagnostic) -> Table {
  let pipeline = try parsePipeline("| \(stage)", grammar: Grammar(verbs: [:]))
  var result = table
  for call in pipeline.calls {
    guard case .stage(let stage) = call.kind else { continue }
    let checked = try check(stage, over: Schema(of: result), in: sample.environment)
    result = try checked.run(result, in: sample.environment)
  }
  return result
}

@Test(arguments: [
  ("7 / 2", "3.5"), ("7 % 3", "1"), ("-7 % 3", "-1"), ("7 % -3", "1"), ("-7.5 % 2", "-1.5"),
  ("2 + 3 * 4", "14"), ("1.5 + 1", "2.5"), ("round(0.5)", "1.0"), ("round(-0.5)", "-1.0"),
  ("round(1234.5, -2)", "1200.0"), ("round(7)", "7"), ("floor(2.9)", "2"), ("ceil(-2.9)", "-2"),
  ("date - 2024-02", "2503800s"), ("2024-03-01 - date", "1800s"),
  ("date + 1d", "2024-03-01T23:30:00"),
  ("1d + date", "2024-03-01T23:30:00"), ("date - 90min", "2024-02-29T22:00:00"),
  ("2024-01-31 + 1mo", "2024-02-29T00:00:00"), ("2024-02-29 + 1y", "2025-02-28T00:00:00"),
  ("2025-03-31 - 1mo", "2025-02-28T00:00:00"), ("2024-02 + 1mo", "2024-03-01T00:00:00"),
  ("date + -1mo", "2024-01-29T23:30:00"), ("2h * 1.5", "10800s"), ("2h / 4", "1800s"),
  ("1h / 1d", "0.041666666666666664"), ("2h - 30min", "5400s"), ("-2h", "-7200s"),
  ("90min % 1h", "1800s"),
  ("abs(-2h)", "7200s"), ("date - \"2024-02-29 23:00\"", "1800s"), ("null + 1", "null"),
  ("null = null", "true"), ("1 = null", "false"), ("today", "2025-01-10"),
  ("yesterday", "2025-01-09"),
  ("now", "2025-01-10T12:00:00"), ("newest - oldest", "26908230s"),
])
func `arithmetic`(expression: String, value: String) throws {
  #expect(try sample.value(expression) == value)
}

@Test(arguments: [
  ("9223372036854775807 + 1", "a number that is too large has become null"),
  ("-9223372036854775807 - 2", "a number that is too large has become null"),
  ("9223372036854775807 * 2", "a number that is too large has become null"),
  ("-(-9223372036854775807 - 1)", "a number that is too large has become null"),
  ("abs(-9223372036854775807 - 1)", "a number that is too large has become null"),
  ("1e308 * 10", "a number that is too large has become null"),
  ("1 / 0", "a division by zero has become null"), ("1 % 0", "a division by zero has become null"),
  ("1.5 % 0", "a division by zero has become null"),
  ("2h / 0", "a division by zero has become null"),
  ("date + 9000y", "a date outside the years 1 to 9999 has become null"),
  ("date - 9000000d", "a date outside the years 1 to 9999 has become null"),
  ("floor(1e300)", "a number that is too large has become null"),
  ("2h * 1e300", "a number that is too large has become null"),
  ("bin(words, 0)", "bin needs a step above zero; what had another has become null"),
])
func `what cannot be counted becomes null, with one note`(
  expression: String, note: String
) throws {
  let sample = SampleQuestions()
  let table = try sample.table("messages | select x = \(expression)")
  #expect(table.column("x")?.count == 9)
  #expect(table.column("x").map { $0[0] } == .null)
  #expect(sample.environment.notes.take().map(\.message) == [note])
}

@Test(
  arguments: [
    ("hour between 22 and 6", "around the clock: hour >= 22 or hour <= 6"),
    ("hour in 22..6", "around the clock: hour >= 22 or hour <= 6"),
    ("words in (1, 5..3)", nil), ("gap between 2h and 5min", nil),
    ("date in 2025-03..2025-01", nil), ("date between newest and 2024-12", nil),
    ("sender between \"b\" and \"a\"", nil), ("sender in \"É\"..\"do\"", nil),
    (
      "weekday in \"Sat\"..\"Mon\"",
      "around the calendar: weekday >= \"Sat\" or weekday <= \"Mon\""
    ),
    (
      "monthname between \"nov\" and \"Feb\"",
      "around the calendar: monthname >= \"nov\" or monthname <= \"Feb\""
    ),
  ] as [(String, String?)])
func `a range from more to less is remarked on, as nothing lies in it`(
  condition: String, help: String?
) throws {
  let sample = SampleQuestions()
  _ = try sample.table("messages | where \(condition)")
  let notes = sample.environment.notes.take()
  #expect(notes.count == 1 && notes[0].message.hasSuffix("the lesser stands first"))
  #expect(notes.first?.help == help)
}

@Test(arguments: [
  "hour between 6 and 22", "words in 3..3", "date in 2025-01..2025-01-05",
  "date in 2025-01-05..2025-01", "sender between \"E\" and \"é\"", "weekday in \"Mon\"..\"Sat\"",
  "weekday in \"Tue\"..\"tue\"", "monthname in \"Apr\"..\"Aug\"",
])
func `a range that can hold something is not remarked on`(
  condition: String
) throws {
  let sample = SampleQuestions()
  _ = try sample.table("messages | where \(condition)")
  #expect(sample.environment.notes.take().isEmpty)
}

@Test func `the least number divided by -1 leaves no remainder`() throws {
  #expect(try sample.value("(-9223372036854775807 - 1) % -1") == "0")
}

@Test(arguments: [
  ("month", "2024-02"), ("month()", "2024-02"), ("month(date)", "2024-02"), ("quarter", "2024-Q1"),
  ("week", "2024-W09"), ("day", "2024-02-29"), ("year", "2024"), ("hour", "23"), ("minute", "30"),
  ("weekday", "Thu"), ("monthname", "Feb"), ("week(2024-12-30)", "2025-W01"),
  ("week(2027-01-03)", "2026-W53"),
  ("week(2021-01-01)", "2020-W53"), ("weekday(2024-02-29)", "Thu"),
  ("day(2023-12-31T23:59:59)", "2023-12-31"),
  ("year(1969-12-31)", "1969"), ("hour(1969-12-31T23:59)", "23"),
  ("bin(date, 1h)", "2024-02-29T23:00:00"),
  ("bin(date, 1w)", "2024-02-26T00:00:00"), ("bin(1969-12-31T23:59, 1d)", "1969-12-31T00:00:00"),
  ("bin(-1, 5)", "-5"), ("bin(2.5, 0.5)", "2.5"),
  ("bin(0.3, 0.1)", "0.3"), ("bin(0.57, 0.01)", "0.57"), ("bin(0.29, 0.1)", "0.2"),
  ("bin(-0.3, 0.1)", "-0.3"), ("bin(1.7, 0.05)", "1.7"), ("bin(7, 2.5)", "5.0"),
  ("bin(1, 1 / 3)", "1.0"), ("bin(gap, 1h)", "null"), ("month(null)", "null"),
  ("date(\"2025-W08\")", "2025-02-17T00:00:00"), ("date(\"30/02/2025\")", "null"),
  ("date(\"x\")", "null"),
  ("date(\"2025-W53\")", "null"), ("date(\"2026-W53\")", "2026-12-28T00:00:00"),
  ("number(\" -1e3 \")", "-1000.0"), ("number(\"nan\")", "null"), ("number(\"1 2\")", "null"),
  ("number(\"0x10\")", "null"),
  ("length(body)", "12"), ("length(tags)", "1"), ("left(body, 2)", "L’"), ("right(body, 3)", "à !"),
  ("left(body, -1)", ""), ("trim(\"  \")", ""), ("split(\"a,,b\", \",\")", "[a, , b]"),
  ("split(body, \"\")", "[L’Été déjà !]"),
  ("split(null, \",\")", "[]"), ("terms(null)", "[]"), ("head(terms(\"\"))", "null"),
  ("tail(terms(\"\"))", "[]"),
  ("join(tags, \"+\")", "soleil"), ("extract(body, \"ete\")", "Été"),
  ("extract(body, \"z\")", "null"),
  ("extract(body, \"(d)(z)?\", 2)", "null"), ("matches(body, \"e\")", "[É, é, é]"),
  ("replace(body, \"e\", \"_\")", "L’_t_ d_jà !"), ("if(words > 2, sender, null)", "Zoë"),
  ("if(words > 9, 1, 2.5)", "2.5"), ("coalesce(gap, 5min)", "300s"),
  ("coalesce(null, null)", "null"),
  ("least(date, 2024-01)", "2024-01-01T00:00:00"), ("greatest(words, 2.5)", "3.0"),
  ("least(null, \"b\", \"A\")", "A"),
  ("host(\"http://Bob@WWW.Example.org:80/x\")", "example.org"), ("host(\"\")", "null"),
  ("format(\"{date:dd/MM/yy HH:mm} {sender} {gap}.\")", "29/02/24 23:30 Zoë ."),
  ("format(\"{month}: {words}\")", "2024-02: 3"),
  ("format(\"{date:d/M à HHhmm}\")", "29/2 à 23h30"),
])
func `functions of every kind`(expression: String, value: String) throws {
  #expect(try sample.value(expression) == value)
}

extension Result {
  fileprivate var isSuccess: Bool {
    if case .success = self { true } else { false }
  }
}
