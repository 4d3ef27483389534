import Diagnostics
import Model
import Output
import Query

extension Verb {
  /// The tables and their columns.
  static let schema = Verb(
    "schema", .session, for: .check, summary: "list the tables, or the columns of one",
    usage: ["schema", "schema TABLE"],
    details: """
      With a table it lists each column's type, the share of its rows that are null (empty, for \
      lists), and an example from what is loaded. Of more than 100 000 rows the first 100 000 are \
      looked at.
      """,
    examples: ["schema", "schema links"], completes: .tables
  ) { (arguments, preparation) throws(Diagnostic) in
    try arguments.atMost(1)
    guard let word = arguments.words.first else {
      return .command("list the tables") { (session, console) throws(Diagnostic) in
        try session.show(session.tableList(), to: console)
      }
    }
    let names = TableName.allCases.map(\.rawValue) + preparation.scope.views.keys.sorted()
    guard names.contains(word.text) else {
      throw Diagnostic(
        "there is no table “\(word.text)”", at: word.span,
        help: suggestion(for: word.text, among: names)
          ?? word.text.split(separator: ".").last.flatMap { name in
            TableDefinition.all.contains { $0.has(String(name)) }
              ? "what the column is: help \(name)" : nil
          } ?? "schema lists the tables")
    }
    let scope = preparation.scope
    return .command("list the columns of \(word.text)") {
      (session, console) throws(Diagnostic) in
      var definitions: [ColumnDefinition] = []
      let table: Table?
      if let name = TableName(rawValue: word.text) {
        definitions = TableDefinition.named(name).columns
        table = session.table(name)
      } else {
        table = try session.evaluate(view: word.text, in: scope)
        definitions = table.map { Query.Schema(of: $0).columns } ?? []
      }
      guard let table else { return }
      try session.show(try session.columnList(of: table, definitions), to: console)
    }
  }
}

extension Session {
  /// The tables with their rows and columns.
  fileprivate func tableList() -> Table {
    let definitions = TableDefinition.all
    let views = scope.views.sorted { $0.key < $1.key }
    let names = definitions.map(\.name.rawValue) + views.map(\.key)
    let rows = definitions.map { Int64(table($0.name).rowCount) }
    let columns =
      definitions.map { $0.columns.map(\.name).joined(separator: " ") }
      + views.map { $0.value.schema.columns.map(\.name).joined(separator: " ") }
    let meanings = definitions.map(\.summary) + views.map { "let: \($0.value.text)" }
    return Table(
      name: "schema", rowCount: names.count,
      fields: [
        .init("table", .text(TextColumn(names))),
        .init(
          "rows",
          .int(
            PlainColumn(
              rows + views.map { _ in 0 },
              nulls: rows.map { _ in false } + views.map { _ in true }))),
        .init("meaning", .text(TextColumn(meanings))),
        .init("columns", .text(TextColumn(columns))),
      ])
  }

  private static let mostRows = 100_000

  /// The columns of a table with what is in them.
  fileprivate func columnList(
    of table: Table, _ definitions: [ColumnDefinition]
  ) throws(Diagnostic) -> Table {
    let part = table.selecting(.range(0..<Swift.min(table.rowCount, Session.mostRows)))
    var shares: [Double] = []
    var examples: [String?] = []
    for index in part.fields.indices {
      try world.interrupt.check()
      let column = part.column(at: index)
      var nulls = 0
      var example: String?
      for row in 0..<part.rowCount {
        let value = column[row]
        if value == .null || value == .list([]) {
          nulls += 1
        } else if example == nil {
          example = cellText(value)
        }
      }
      shares.append(part.rowCount == 0 ? 0 : Double(nulls) / Double(part.rowCount))
      examples.append(example)
    }
    return Table(
      name: "schema of \(table.name)", rowCount: definitions.count,
      fields: [
        .init("column", .text(TextColumn(definitions.map(\.name)))),
        .init("type", .text(TextColumn(definitions.map(\.type.name)))),
        .init("nulls", .text(TextColumn(shares.map { percent($0) }))),
        .init("example", .text(TextColumn(examples))),
        .init("meaning", .text(TextColumn(definitions.map(\.summary)))),
      ])
  }

  private func percent(_ share: Double) -> String {
    if share > 0, share < 0.01 { return "<1 %" }
    if share < 1, share > 0.99 { return ">99 %" }
    return "\(Int((share * 100).rounded())) %"
  }
}
