import Diagnostics
import Model

/// What an aggregate works on: the rows of a table with the group of each, and its arguments.
struct GroupedRows {
  let table: Table
  let groups: Groups
  let environment: Environment
  /// The arguments, ready for the table.
  let arguments: [Evaluator]
  /// What the aggregate adds up for each row comes to; nothing where it adds nothing up.
  var sums = GroupSums.none
  /// Whether groups without rows were added by `fill`.
  var isFilled = false

  /// How many groups there are.
  var count: Int { groups.count }

  /// For each group whether `fill` added it.
  var added: [Bool] { groups.rowCounts.map { isFilled && $0 == 0 } }

  /// Where remarks go.
  var notes: Notes { environment.notes }

  /// Calls `body` for each batch with the values of the arguments, one a row, and the groups.
  func forEachBatch(
    _ body: (_ arguments: [Column], _ groups: ArraySlice<Int32>) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let ids = try groups.ids(environment.interrupt)
    try table.forEachBatch(environment.interrupt) { [arguments] batch throws(Diagnostic) in
      var columns: [Column] = []
      for argument in arguments { columns.append(try argument.column(for: batch)) }
      return columns
    } _: { (columns, rows) throws(Diagnostic) in
      try body(columns, ids[rows])
    }
  }

  /// The values of the first argument for all rows.
  func allValues() throws(Diagnostic) -> Column {
    let parts = try table.mapBatches(environment.interrupt) {
      [arguments] batch throws(Diagnostic) in
      try arguments[0].column(for: batch)
    }
    return try Column(joining: parts, check: environment.interrupt.check)
  }

  /// The values of the first argument for some rows of the table.
  func values(of rows: [Int32]) throws(Diagnostic) -> Column {
    var parts: [Column] = []
    for first in stride(from: 0, to: Swift.max(rows.count, 1), by: Batch.size) {
      try environment.interrupt.check()
      let some = rows[first..<Swift.min(rows.count, first + Batch.size)]
      parts.append(
        try arguments[0].column(for: Batch(table, rows: .list(Array(some)))))
    }
    return try Column(joining: parts, check: environment.interrupt.check)
  }

  /// The values of the first argument at one row for each group; null, or an empty list, for a row
  /// below 0.
  func values(at rows: [Int32]) throws(Diagnostic) -> Column {
    let values = try values(of: rows.filter { $0 >= 0 })
    var next: Int32 = -1
    let places = rows.map { row -> Int32 in
      guard row >= 0 else { return -1 }
      next += 1
      return next
    }
    return try values.gatheredOrNull(places, check: environment.interrupt.check)
  }

  /// The first argument where it is a constant number, such as the 95 of a percentile.
  func constant(_ index: Int) -> Double? {
    guard case .constant(let column) = arguments[index] else { return nil }
    return column.asFloats[0]
  }
}
