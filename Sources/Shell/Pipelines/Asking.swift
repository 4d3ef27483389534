import Diagnostics
import Model
import Output
import Query

extension Session {
  /// Asks a question of the language's own stages, as `count by month | sort -count`, of a table.
  ///
  /// What the shell prints of itself (`stats`, `schema`) it works out in the language that the user
  /// has.
  func ask(_ text: String, of table: Table) throws(Diagnostic) -> Table {
    let environment = self.environment(scope)
    var answer = table
    for call in try parsePipeline(text, grammar: Verb.grammar).calls {
      guard case .stage(let stage) = call.kind else { continue }
      let checked = try Query.check(stage, over: Schema(of: answer), in: environment)
      answer = try checked.run(answer, in: environment)
    }
    return answer
  }

  /// The messages that the rows of a table stand for, as ``whole(_:read:)`` has them; nil where they
  /// stand for none.
  func messages(of table: Table) throws(Diagnostic) -> Table? {
    table.origin?.table == .messages ? try whole(table, read: ReadingView.columns) : nil
  }

  /// The rows of the session's table that those of a table stand for, with every column; nil where they
  /// are new ones. A column that a stage has replaced is the table's own, and one that `drop` has taken
  /// away is null: a name that was taken out stays out. `body` is missing then: where it is null
  /// a text is nothing but marks.
  ///
  /// - Parameter names: the columns that will be read; one of them that was replaced by values of
  ///   another type is an error.
  func whole(_ table: Table, read names: [String]) throws(Diagnostic) -> Table? {
    guard let origin = table.origin else { return nil }
    var whole = self.table(origin.table).selecting(origin.rows)
    whole.name = table.name
    whole.highlight = table.highlight
    whole.breaks = table.breaks
    if case .leftOut = table.standing(of: "body") {
      whole.fields.removeAll { $0.name == "body" }
    }
    for (place, field) in whole.fields.enumerated() {
      switch table.standing(of: field.name) {
      case .loaded: continue
      case .replaced(var own) where own.type == field.type:
        own.name = field.name
        whole.fields[place] = own
      case .replaced(let own):
        guard names.contains(field.name) else { continue }
        throw Diagnostic(
          "“\(field.name)” of “\(table.name)” is \(own.type.name), where a message has \(field.type.name)",
          help: own.type == .text || field.type != .text
            ? "give it another name" : "make text of it: format(\"{\(field.name)}\")")
      case .leftOut:
        whole.fields[place] = .init(field.name, .nulls(field.type, count: table.rowCount))
      }
    }
    return whole
  }
}

extension Table {
  /// The cell of a row in the column with a name; null where there is no such column.
  func value(_ name: String, _ row: Int) -> Value {
    column(name)?[row] ?? .null
  }

  /// A whole number in the first row of the column with a name; 0 where there is none.
  func number(_ name: String) -> Int {
    guard rowCount > 0, case .int(let number) = value(name, 0) else { return 0 }
    return Int(number)
  }
}
