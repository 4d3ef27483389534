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

  /// The rows of a table for which it holds, ascending; its type is bool.
  ///
  /// What `and` joins is asked one after the other, each of the rows that are left.
  static func rows(
    where conditions: [TypedExpression], of table: Table, in environment: Environment
  ) throws(Diagnostic) -> [Int32] {
    let binding = RunContext(table: table, environment: environment)
    var evaluators: [Evaluator] = []
    evaluators.reserveCapacity(conditions.count)
    for condition in conditions { evaluators.append(try condition.bind(binding)) }
    let parts = try table.mapBatches(environment.interrupt) {
      [evaluators] whole throws(Diagnostic) in
      var batch = whole
      for evaluator in evaluators where batch.count > 0 {
        let holds = try evaluator.values(for: batch).truths
        if holds.count == batch.count {
          batch = batch.narrowed(to: places(in: holds))
        } else if !holds[0] {
          batch = batch.narrowed(to: [])
        }
      }
      return batch.rows.map { Int32(truncatingIfNeeded: $0) }
    }
    return parts.count == 1 ? parts[0] : try joined(parts, environment.interrupt.check)
  }

  /// The places of what holds.
  private static func places(in holds: [Bool]) -> [Int32] {
    var places = [Int32](repeating: 0, count: holds.count + 1)
    var end = 0
    // Without a branch, which would be foreseen badly.
    for row in holds.indices {
      places[end] = Int32(truncatingIfNeeded: row)
      end += holds[row] ? 1 : 0
    }
    places.removeLast(places.count - end)
    return places
  }
}

extension Table {
  /// The values of the column at a place: what is there already, or derived now, on all cores.
  func column(at index: Int, _ interrupt: Interrupt) throws(Diagnostic) -> Column {
    if fields[index].isStored { return column(at: index) }
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
