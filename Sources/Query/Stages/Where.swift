import Diagnostics
import Model

extension Checker {
  /// `where`: the rows for which a condition holds.
  func filter(by condition: Expression) throws(Diagnostic) -> CheckedStage {
    let conditions = try conjuncts(condition, for: "where")
    return CheckedStage("keep the rows where \(condition)", gives: schema) {
      (table, environment) throws(Diagnostic) in
      let rows = try RowFilter(conditions, of: table, in: environment).rows()
      return try table.selecting(.list(rows), check: environment.interrupt.check)
    }
  }
}
