import Model

extension Checker {
  /// `take`: the first rows.
  func take(_ count: Int) -> CheckedStage {
    CheckedStage("take the first \(rowsInWords(count))", gives: schema) { (table, _) in
      table.selecting(.range(0..<Swift.min(Swift.max(0, count), table.rowCount)))
    }
  }

  /// `skip`: all but the first rows.
  func skip(_ count: Int) -> CheckedStage {
    CheckedStage("leave out the first \(rowsInWords(count))", gives: schema) { (table, _) in
      table.selecting(.range(Swift.min(Swift.max(0, count), table.rowCount)..<table.rowCount))
    }
  }
}
