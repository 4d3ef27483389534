import Diagnostics
import Model

extension TypedExpression {
  /// Its value for every row of a table.
  func column(over table: Table, in environment: Environment) throws(Diagnostic) -> Column {
    let evaluator = try bind(RunContext(table: table, environment: environment))
    switch evaluator {
    case .constant(let column): return column.spread(over: table.rowCount)
    case .column(let index): return try table.column(at: index, environment.interrupt)
    case .rows:
      let parts = try table.mapBatches(environment.interrupt) { batch throws(Diagnostic) in
        try evaluator.column(for: batch)
      }
      return try Column(joining: parts, check: environment.interrupt.check)
    }
  }

  /// Its value where it is a constant, or for the first row of a table that has one.
  func value(over table: Table, in environment: Environment) throws(Diagnostic) -> Value {
    let evaluator = try bind(RunContext(table: table, environment: environment))
    let values = try evaluator.values(for: Batch(table, rows: .range(0..<min(1, table.rowCount))))
    return values.count == 0 ? .null : values[0]
  }
}

extension Table {
  /// The values of the column at a place: what is there already, or derived now, on all cores.
  func column(at index: Int, _ interrupt: Interrupt) throws(Diagnostic) -> Column {
    if fields[index].isStored, isContiguous { return column(at: index) }
    let parts = try mapBatches(interrupt) { $0.column(at: index) }
    return try Column(joining: parts, check: interrupt.check)
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
