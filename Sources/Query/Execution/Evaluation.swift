import Diagnostics
import Model

extension TypedExpression {
  /// Its value for every row of a table.
  func column(over table: Table, in environment: Environment) throws(Diagnostic) -> Column {
    let evaluator = try bind(RunContext(table: table, environment: environment))
    if case .constant(let column) = evaluator { return column.spread(over: table.rowCount) }
    var parts: [Column] = []
    for batch in table.batches {
      try environment.interrupt.check()
      parts.append(try evaluator.column(for: batch))
    }
    return Column(joining: parts)
  }

  /// Its value where it is a constant, or for the first row of a table that has one.
  func value(over table: Table, in environment: Environment) throws(Diagnostic) -> Value {
    let evaluator = try bind(RunContext(table: table, environment: environment))
    let values = try evaluator.values(for: Batch(table, rows: .range(0..<min(1, table.rowCount))))
    return values.count == 0 ? .null : values[0]
  }

  /// The rows of a table for which it holds, ascending; its type is bool.
  ///
  /// What `and` joins is asked one after the other, each of the rows that are left.
  static func rows(
    where conditions: [TypedExpression], of table: Table, in environment: Environment
  ) throws(Diagnostic) -> [Int32] {
    let binding = RunContext(table: table, environment: environment)
    var evaluators: [Evaluator] = []
    for condition in conditions { evaluators.append(try condition.bind(binding)) }
    var kept: [Int32] = []
    for whole in table.batches {
      try environment.interrupt.check()
      var batch = whole
      for evaluator in evaluators where batch.count > 0 {
        let holds = try evaluator.column(for: batch).truths
        batch = batch.narrowed(to: holds.indices.filter { holds[$0] }.map(Int32.init))
      }
      switch batch.rows {
      case .range(let range): for row in range { kept.append(Int32(row)) }
      case .list(let rows): kept.append(contentsOf: rows)
      }
    }
    return kept
  }
}

extension Column {
  /// The values of a column of bools, null counted as false; all false for another type, which the
  /// checker does not let through.
  var truths: [Bool] {
    guard case .bool(let column) = self else { return [Bool](repeating: false, count: count) }
    guard let nulls = column.nulls else { return column.values }
    return zip(column.values, nulls).map { $0 && !$1 }
  }
}
