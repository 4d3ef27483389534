import Diagnostics
import Model

extension Checker {
  /// `sort`: rows in the order of keys; rows that are equal keep theirs, null comes last.
  func sort(by keys: [Stage.SortKey]) throws(Diagnostic) -> CheckedStage {
    var checked: [CheckedKey] = []
    for key in keys { checked.append(try sortKey(key)) }
    let words = checked.map(\.description).joined(separator: ", then ")
    return CheckedStage("sort by \(words)", gives: schema) {
      [checked] (table, environment) throws(Diagnostic) in
      var sortKeys: [SortKeys] = []
      for key in checked { sortKeys.append(try key.values(over: table, in: environment)) }
      let rows = try RowOrder.rows(count: table.rowCount, by: sortKeys, environment.interrupt)
      return try table.selecting(.list(rows), check: environment.interrupt.check)
    }
  }

  func sortKey(_ key: Stage.SortKey) throws(Diagnostic) -> CheckedKey {
    CheckedKey(value: try check(key.value), descending: key.descending)
  }
}

/// What rows are sorted by, checked.
struct CheckedKey: Sendable {
  let value: TypedExpression
  let descending: Bool

  var description: String { "\(value.source)\(descending ? " (descending)" : "")" }

  /// The key of each row, turned round where it is descending.
  func values(
    over table: Table, in environment: Environment
  ) throws(Diagnostic) -> SortKeys {
    let column = try value.column(over: table, in: environment)
    var keys = try SortKeys(column, environment.interrupt)
    if descending { keys.reverse() }
    return keys
  }
}
