import Diagnostics
import Model
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

  /// The messages that the rows of a table stand for, as ``whole(_:)`` has them; nil where they stand
  /// for none.
  func messages(of table: Table) -> Table? {
    table.origin?.table == .messages ? whole(table) : nil
  }

  /// The rows of the session's table that those of a table stand for, with every column; nil where they
  /// are new ones. A column that a stage has replaced is the table's own, where its type is the same:
  /// a name that was taken out stays out.
  func whole(_ table: Table) -> Table? {
    guard let origin = table.origin else { return nil }
    var whole = self.table(origin.table).selecting(origin.rows)
    whole.name = table.name
    whole.highlight = table.highlight
    whole.breaks = table.breaks
    for (place, field) in whole.fields.enumerated() {
      guard let own = table.index(of: field.name), table.fields[own].type == field.type else {
        continue
      }
      whole.fields[place] = table.fields[own]
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
