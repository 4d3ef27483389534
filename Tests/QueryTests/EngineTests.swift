import Diagnostics
import Model
import Query
import Synchronization
import Testing

private let sample = SampleQuestions()

@Test(arguments: [
  ("where words > 3 and sender = \"ana\"", "keep the rows where words > 3 and sender = \"ana\""),
  ("select who = sender, date, words", "keep the columns who, date and words"),
  ("extend n = words * 2", "add the columns n"), ("drop date", "leave out the columns date"),
  ("rename who = sender", "rename sender to who"),
  ("sort -words, date", "sort by words (descending), then date"),
  ("take 1", "take the first row"), ("skip 3", "leave out the first 3 rows"),
  ("sample 20 seed 7", "draw 20 rows by chance"),
  ("first per sender", "keep the first row of each sender"),
  ("last 3 per sender, month", "keep the last 3 rows of each sender and month"),
  ("top 3 per sender by words", "keep the 3 rows with the largest words of each sender"),
  ("top 1 by -words", "keep the row with the smallest words"),
  ("distinct sender", "list each different sender once"),
  ("distinct", "drop rows that repeat another"),
  ("count", "count the rows"), ("count by month fill", "count the rows by month, empty ones too"),
  ("summarize n = count(), max(words) by sender", "work out n and max_words by sender"),
  ("pivot sender", "make a column of each sender, with gap in the cells"),
  ("explode t = tags", "make a row of each element of tags"),
  ("context 3 10min", "put back 3 messages before and the messages of 10min after each row"),
  ("expect count() > 0", "fail unless count() > 0"),
])
func `a stage says what it does`(stage: String, words: String) throws {
  let pipeline = try parsePipeline("| \(stage)", grammar: Grammar(verbs: [:]))
  guard case .stage(let stage) = try #require(pipeline.calls.first).kind else {
    Issue.record("no stage")
    return
  }
  let checked = try check(
    stage, over: Schema(of: SampleQuestions.messages), in: sample.environment)
  #expect(checked.description == words)
}

@Test func `columns that no stage names are never derived`() throws {
  let asked = Mutex<[String]>([])
  let names = ["a", "b", "c"]
  let table = Table(
    name: "t", origin: .init(.messages, .range(0..<5_000)),
    fields: names.map { name in
      .init(name, .int) { rows in
        asked.withLock { $0.append(name) }
        return .int(PlainColumn((0..<rows.count).map { Int64(rows[$0]) }))
      }
    })
  let result = try run("where a >= 4000 and b < 4002 | select d = a, b, c | take 1", over: table)
  #expect(Set(asked.withLock(\.self)) == ["a", "b"])
  #expect(asked.withLock { $0.count { $0 == "b" } } < 3, "b is asked of the rows that a leaves")
  #expect(result.column("c").map { $0[0] } == .int(4_000))
}

@Test func `what is asked of categories is asked once each`() throws {
  let sample = SampleQuestions()
  let codes = (0..<10_000).map { Int32($0 % 3) - 1 }
  let table = Table(
    name: "t", rowCount: codes.count,
    fields: [.init("c", .category(CategoryColumn(Categories(["Éa", "b"]), codes: codes)))])
  let result = try run(
    "extend f = fold(c), n = length(c) | where f = \"ea\" or c is null | count by c, f, n",
    over: table)
  #expect(result.rowCount == 2)
  #expect(
    (0..<4).map { result.column(at: $0)[0] } == [.text("Éa"), .text("ea"), .int(2), .int(3_333)])
  #expect((0..<4).map { result.column(at: $0)[1] } == [.null, .null, .null, .int(3_334)])
  #expect(sample.environment.notes.take().isEmpty)
}

@Test func `an interrupt ends a long question`() throws {
  var environment = sample.environment
  let asked = Mutex(0)
  environment.interrupt = Interrupt {
    asked.withLock { count in
      count += 1
      return count > 3
    }
  }
  let numbers = [Int64](repeating: 1, count: 100_000)
  let table = Table(
    name: "t", rowCount: numbers.count, fields: [.init("n", .int(PlainColumn(numbers)))])
  for stage in ["where n * 2 > 1", "extend m = n + 1", "summarize sum(n + 1)", "sort -(n + 1)"] {
    asked.withLock { $0 = 0 }
    #expect(throws: Diagnostic.interrupted) {
      try run(stage, over: table, in: environment)
    }
  }
}

@Test func `newest and oldest leave out what is dated after today`() throws {
  var corpus = Corpus()
  let dates = ["2025-01-01T00:00:00", "2025-01-10T23:59:59", "2031-01-01T00:00:00"]
  corpus.messages.moments = dates.map { SampleQuestions.moment($0).seconds } + [Moment.none]
  var environment = Environment(now: SampleQuestions.moment("2025-01-10T12:00:00"))
  environment.load(corpus)
  #expect(environment.oldest?.description == dates[0])
  #expect(environment.newest?.description == dates[1])
  environment.load(Corpus())
  #expect(environment.newest == nil)
  let nothing = try parseExpression("newest - 7d")
  #expect(try check(nothing, in: environment).value(in: environment) == .null)
}

@Test func `a parameter has the type that it is declared with`() throws {
  var sample = SampleQuestions()
  sample.environment.parameters = [
    "who": .init(.text, value: .text("zoe")), "least": .init(.number, value: .int(4)),
    "from": .init(.date, value: .period(Period(.year, ordinal: 2025))),
    "people": .init(.list, value: .list(["bo li", "ana"])), "re": .init(.text, value: .text("^b")),
    "later": .init(.date, value: nil), "year": .init(.number, value: .int(2025)),
  ]
  #expect(try sample.ids(where: "sender = $who") == [1, 3, 8])
  #expect(try sample.ids(where: "words >= $least") == [3, 4])
  #expect(try sample.ids(where: "date = $from") == [7, 8, 9])
  #expect(try sample.ids(where: "date = $year or year in ($year, 1999)") == [7, 8, 9])
  #expect(try sample.ids(where: "sender in $people") == [2, 4, 7, 9])
  #expect(try sample.ids(where: "sender = $people") == [2, 4, 7, 9])
  #expect(try sample.ids(where: "body ~ $re") == [7])
  #expect(try sample.ids(where: "tags = $people") == [])
  #expect(try sample.ids(where: "$people contains sender") == [2, 4, 7, 9])
  #expect(
    sample.complaint("messages | where words = $who") == """
      error: “words” is an int and “$who” is text: they cannot be compared
        messages | where words = $who
                         ^^^^^^^^^^^^ declare it so: param who: number
      """)
  #expect(
    sample.complaint("messages | where words = $wo") == """
      error: no parameter $wo
        messages | where words = $wo
                                 ^^^ did you mean “who”?
      """)
  // Without a value a script can be checked, but not run.
  let condition = try parseExpression("date > $later")
  let checked = try check(
    condition: condition, over: Schema(of: SampleQuestions.messages), in: sample.environment)
  #expect(throws: Diagnostic.self) {
    try checked.rows(of: SampleQuestions.messages, in: sample.environment)
  }
}

@Test(arguments: [
  ("select sender, year(date), month, length(body)", ["sender", "year", "month", "length"]),
  (
    "summarize count(), sum(words), max(hour(date)), countif(words > 1), distinct(sender)",
    ["count", "sum_words", "max_hour", "countif", "distinct_sender"]
  ),
  ("count by m = month, sender", ["m", "sender", "count"]),
  ("summarize n = count(words) by upper(sender)", ["upper", "n"]),
  ("explode terms(body) | count by terms", ["terms", "count"]),
])
func `a result that is not named has a name that can be foreseen`(
  pipeline: String, names: [String]
) throws {
  #expect(try sample.table("messages | \(pipeline)").fields.map(\.name) == names)
}

@Test func `the schema that the checker foresees is that of the table`() throws {
  let pipelines = [
    "where words > 3 | extend m = month, n = words / 2 | sort n", "count by weekday, h = hour fill",
    "summarize first(date), list(body), avg(gap), x = max(words) + 0.5 by sender, d = day",
    "distinct sender, tags", "explode tags | drop date", "rename a = id | select a, z = null",
  ]
  for text in pipelines {
    let table = try sample.table("messages | \(text)")
    var schema = Schema(of: SampleQuestions.messages)
    for call in try parsePipeline("| \(text)", grammar: Grammar(verbs: [:])).calls {
      guard case .stage(let stage) = call.kind else { continue }
      schema = try check(stage, over: schema, in: sample.environment).schema
    }
    #expect(schema.columns.map(\.name) == table.fields.map(\.name))
    #expect(schema.columns.map(\.type) == table.fields.map(\.type))
    #expect(table.fields.indices.allSatisfy { table.column(at: $0).type == table.fields[$0].type })
    #expect(table.fields.indices.allSatisfy { table.column(at: $0).count == table.rowCount })
  }
}

@Test func `thousands of alternatives are one answer`() throws {
  let many = (1...1_500).map { "words = \($0)" }.joined(separator: " or ")
  #expect(try sample.ids(where: many) == [1, 2, 3, 4, 6, 7, 8, 9])
}

@Test(arguments: [
  ("-", "", "words != 2"), ("not ", "", "words = 3"), ("abs(", ")", "words != 2"),
  ("(1 + ", ")", "words != 2"), ("coalesce(null, ", ")", "words != 2"), ("((", "))", "words != 2"),
])
func `an expression as deep as the parser lets through is worked out`(
  opening: String, closing: String, core: String
) throws {
  let depth = 190 / max(1, opening.count { $0 == "(" })
  let parts = core.split(separator: " ", maxSplits: 1)
  let text =
    String(repeating: opening, count: depth) + parts[0] + String(repeating: closing, count: depth)
  #expect(try sample.table("messages | where \(text) \(parts[1])").rowCount > 0)
}

@discardableResult
private func run(
  _ text: String, over table: Table, in environment: Environment = sample.environment
) throws(Diagnostic) -> Table {
  var result = table
  for call in try parsePipeline("| \(text)", grammar: Grammar(verbs: [:])).calls {
    guard case .stage(let stage) = call.kind else { continue }
    result = try check(stage, over: Schema(of: result), in: environment)
      .run(result, in: environment)
  }
  return result
}
