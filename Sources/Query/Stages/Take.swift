import Model

extension Checker {
  /// `take`: the first rows.
  func take(_ count: Int) -> CheckedStage {
    CheckedStage("take the first \(rows(count))", gives: schema) { (table, _) in
      table.selecting(.range(0..<Swift.min(Swift.max(0, count), table.rowCount)))
    }
  }

  /// `skip`: all but the first rows.
  func skip(_ count: Int) -> CheckedStage {
    CheckedStage("leave out the first \(rows(count))", gives: schema) { (table, _) in
      table.selecting(.range(Swift.min(Swift.max(0, count), table.rowCount)..<table.rowCount))
    }
  }
}

/// A number of rows in a sentence.
func rows(_ count: Int) -> String { count == 1 ? "row" : "\(count) rows" }
