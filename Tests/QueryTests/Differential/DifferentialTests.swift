import Diagnostics
import Foundation
import Model
import Query
import Testing

/// How many queries are made, and where their seeds begin: `CAUSERIE_QUERIES` and `CAUSERIE_SEED`
/// change them.
private let settings: (queries: Int, seed: UInt64) = {
  let environment = ProcessInfo.processInfo.environment
  return (
    environment["CAUSERIE_QUERIES"].flatMap(Int.init) ?? 2_100,
    environment["CAUSERIE_SEED"].flatMap(UInt64.init) ?? 1
  )
}()

@Test func `a generated query is answered as a plain model answers it, row by row`() async {
  let parts = 8
  let tally = await withTaskGroup(of: Tally.self) { group in
    for part in 0..<parts {
      group.addTask {
        var tally = Tally()
        for number in stride(from: part, to: settings.queries, by: parts) {
          tally.ask(seed: settings.seed &* 1_000_003 &+ UInt64(number))
          if tally.differences.count >= 3 { break }
        }
        return tally
      }
    }
    return await group.reduce(into: Tally()) { $0.add($1) }
  }
  for difference in tally.differences { Issue.record("\(difference)") }
  guard tally.differences.isEmpty else { return }
  #expect(tally.run * 20 >= settings.queries * 19, "only \(tally.run) queries were run")
  #expect(tally.withRows * 2 >= tally.run, "only \(tally.withRows) answers had rows")
  let rare = Tally.expected.filter { tally.parts[$0, default: 0] < settings.queries / 200 }
  #expect(rare == [], "these came up too seldom: \(rare.map { ($0, tally.parts[$0, default: 0]) })")
}

@Test func `the plain model has every function, aggregate, stage and operator of the language`() {
  #expect(Set(Production.all.map(\.name)).isSuperset(of: Function.all.map(\.name)))
  #expect(Set(PlainAggregates.names) == Set(Aggregate.all.map(\.name)))
  // `context` has a model of its own, for it looks at what is around the table.
  #expect(Set(StageGenerator.stages) == Set(StageSyntax.all.map(\.name)).subtracting(["context"]))
  let signs =
    Expression.Operator.allCases.map(\.rawValue) + Expression.Relation.allCases.map(\.rawValue)
  #expect(Set(Production.all.map(\.name)).isSuperset(of: signs))
}

/// What came up in a run.
private struct Tally: Sendable {
  var run = 0
  var withRows = 0
  var differences: [String] = []
  /// In how many queries each part of the language came up.
  var parts: [String: Int] = [:]

  static let expected =
    Set(Production.all.map(\.name)).union(PlainAggregates.names)
    .union(StageGenerator.stages.map { "| \($0)" })
    .union(["exact", "fill", "newest", "oldest", "now", "today", "yesterday"]).sorted()

  mutating func ask(seed: UInt64) {
    var query = GeneratedQuery(seed: seed)
    if let difference = query.difference() { differences.append("seed \(seed): \(difference)") }
    guard query.wasRun else { return }
    run += 1
    if query.hadRows { withRows += 1 }
    for part in query.parts { parts[part, default: 0] += 1 }
  }

  mutating func add(_ other: Tally) {
    run += other.run
    withRows += other.withRows
    differences += other.differences
    parts.merge(other.parts, uniquingKeysWith: +)
  }
}

/// A query over a table, both of which a seed decides.
private struct GeneratedQuery {
  private(set) var wasRun = false
  private(set) var hadRows = false
  private(set) var parts: Set<String> = []
  private let pair: RandomTables.Pair
  private let others: RandomTables.Pair
  private var generator: StageGenerator
  private var sources: [String] = []
  private let environment: Environment

  init(seed: UInt64) {
    var choices = Choices(seed: seed)
    let count = RandomTables.rowCount(&choices)
    pair = RandomTables.make(name: "data", rows: count, &choices)
    let others = RandomTables.make(name: "others", rows: choices.number(0...4), &choices)
    self.others = others
    generator = StageGenerator(pair.plain, others: others.plain, choices)
    var environment = Environment(now: Moment(seconds: PlainLiterals.now))
    var corpus = Corpus()
    corpus.messages.moments = [PlainLiterals.oldest, PlainLiterals.newest]
    environment.load(corpus)
    environment.tables = Environment.Tables(
      names: { ["others"] }, schema: { $0 == "others" ? Schema(of: others.table) : nil },
      table: { $0 == "others" ? others.table : nil })
    self.environment = environment
  }

  var source: String { "data | " + sources.joined(separator: " | ") }

  /// Makes stages and runs them one after the other; what the engine answers otherwise, as text.
  mutating func difference() -> String? {
    var table = pair.table
    let most = pair.plain.rows.count > 1_000 ? 1 : generator.terms.choices.number(1...4)
    for _ in 0..<40 where sources.count < most {
      guard let stage = generator.stage() else { continue }
      sources.append(stage.source)
      parts.formUnion(stage.parts)
      let answer = Result { () throws(Diagnostic) in try run(stage.source, over: table) }
      switch (stage.outcome, answer) {
      case (.failure, .failure(let error)) where error.cause == .expectation:
        wasRun = true
        return nil
      case (.failure, _): return report("“expect” should have failed", table)
      case (_, .failure(let error)):
        return report(error.text(in: SourceText(text: "| \(stage.source)")), table)
      case (.table(let plain), .success(let found)):
        if let difference = plain.difference(from: found) { return report(difference, table) }
        table = found
        generator.go(on: plain)
      case (.some(let count), .success(let found)):
        guard let chosen = generator.table.subsequence(found), chosen.rows.count == count else {
          return report("no sample of \(count) rows:\n\(shown(found))", table)
        }
        let again = Result { () throws(Diagnostic) in try run(stage.source, over: table) }
        guard case .success(let second) = again, shown(second) == shown(found) else {
          return report("another sample for the same seed", table)
        }
        table = found
        generator.go(on: chosen)
      }
    }
    wasRun = !sources.isEmpty
    hadRows = table.rowCount > 0
    return nil
  }

  private func run(_ source: String, over table: Table) throws(Diagnostic) -> Table {
    guard let call = try parsePipeline("| \(source)", grammar: Grammar(verbs: [:])).calls.first,
      case .stage(let stage) = call.kind
    else { throw Diagnostic("no stage") }
    return try check(stage, at: call.span, over: Schema(of: table), in: environment)
      .run(table, in: environment)
  }

  private func report(_ difference: String, _ before: Table) -> String {
    let others = source.contains("others.") ? "\nothers:\n\(shown(self.others.table))" : ""
    return "\(source)\nbefore the last stage:\n\(shown(before))\(others)\n\(difference)"
  }
}

/// A table as text, at most so many of its rows.
private func shown(_ table: Table, most: Int = 12) -> String {
  let columns = table.fields.indices.map { table.column(at: $0) }
  let head = table.fields.map { "\($0.name): \($0.type.name)" }.joined(separator: " | ")
  let rows = (0..<min(most, table.rowCount)).map { row in
    columns.map { cell($0[row]) }.joined(separator: " | ")
  }
  return ([head] + rows).joined(separator: "\n")
}

extension PlainTable {
  /// Where the engine's table is another; nil where it is this one.
  fileprivate func difference(from table: Table) -> String? {
    let expected = columns.map { "\($0.name): \($0.type.valueType.name)" }.joined(separator: " | ")
    let found = table.fields.map { "\($0.name): \($0.type.name)" }.joined(separator: " | ")
    guard expected == found,
      table.fields.indices.allSatisfy({ table.column(at: $0).type == table.fields[$0].type })
    else {
      return "the model has the columns \(expected)\nthe engine \(found)"
    }
    guard table.rowCount == rows.count else {
      return
        "the model has \(rows.count) rows, the engine \(table.rowCount)\n\(text)\nengine:\n\(shown(table))"
    }
    for place in columns.indices {
      let column = table.column(at: place)
      guard column.count == rows.count else {
        return "“\(columns[place].name)” has \(column.count) rows"
      }
      for (row, values) in rows.enumerated() where !values[place].agrees(with: column[row]) {
        return
          "row \(row) of “\(columns[place].name)”: the model has \(values[place].shown), the engine \(cell(column[row]))"
          + (rows.count <= 12 ? "\nmodel:\n\(text)\nengine:\n\(shown(table))" : "")
      }
    }
    return nil
  }

  private var text: String {
    rows.prefix(12).map { $0.map(\.shown).joined(separator: " | ") }.joined(separator: "\n")
  }

  /// The rows that the engine's table has, if they are some of these in the same order.
  fileprivate func subsequence(_ table: Table) -> PlainTable? {
    var chosen = PlainTable(columns: columns)
    let found = table.fields.indices.map { table.column(at: $0) }
    for row in rows where chosen.rows.count < table.rowCount {
      let next = chosen.rows.count
      if row.indices.allSatisfy({ row[$0].agrees(with: found[$0][next]) }) {
        chosen.rows.append(row)
      }
    }
    return chosen.rows.count == table.rowCount ? chosen : nil
  }
}
