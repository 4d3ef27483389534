import Diagnostics
import Model

extension Checker {
  /// `take`: the first rows.
  func take(_ amount: Stage.Amount) throws(Diagnostic) -> CheckedStage {
    let amount = try check(amount)
    return CheckedStage("take the first \(amount.words)", gives: schema) {
      (table, environment) throws(Diagnostic) in
      let count = try amount.count(in: environment)
      return table.selecting(.range(0..<Swift.min(count, table.rowCount)))
    }
  }

  /// `skip`: all but the first rows.
  func skip(_ amount: Stage.Amount) throws(Diagnostic) -> CheckedStage {
    let amount = try check(amount)
    return CheckedStage("leave out the first \(amount.words)", gives: schema) {
      (table, environment) throws(Diagnostic) in
      let count = try amount.count(in: environment)
      return table.selecting(.range(Swift.min(count, table.rowCount)..<table.rowCount))
    }
  }
}
