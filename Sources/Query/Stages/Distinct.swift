import Diagnostics
import Model

extension Checker {
  /// `distinct`: the different values of some columns in their order, or without columns the first
  /// of each set of equal rows, where it stands.
  func distinct(_ columns: [Stage.Column]) throws(Diagnostic) -> CheckedStage {
    guard !columns.isEmpty else { return distinctRows() }
    let keys = try self.keys(columns)
    let name = "distinct \(keys.map(\.name).joined(separator: ", "))"
    let grouped = GroupedStage(keys: keys, fill: false, aggregates: [])
    let output = Schema(name: name, columns: keys.map(\.definition))
    return CheckedStage("list each different \(inWords(keys.map(\.name))) once", gives: output) {
      (table, environment) throws(Diagnostic) in
      var groups = try grouped.run(table, in: environment)
      groups.name = name
      return groups
    }
  }

  private func distinctRows() -> CheckedStage {
    var output = schema
    output.origin = nil
    return CheckedStage("drop rows that repeat another", gives: output) {
      (table, environment) throws(Diagnostic) in
      let interrupt = environment.interrupt
      var keys: [GroupKey] = []
      for index in table.fields.indices {
        let column = try table.column(at: index, interrupt)
        keys.append(try GroupKey(column, interrupt))
      }
      let groups = try Groups(
        PlacedKeys(keys, rows: table.rowCount, interrupt), interrupt)
      let firstRows = try groups.firstRows(interrupt)
      let rows = try groups.inOrderOfRows(interrupt).map { firstRows[Int($0)] }
      return try table.selecting(.list(rows), check: interrupt.check).untied()
    }
  }
}
