import Model

/// Some rows of a table that are worked out together: few enough that what is between two
/// operators stays in the processor's cache.
final class Batch {
  /// Rows that most batches have: those of a stretch of folded texts, so that a batch of a whole table
  /// finds its own kept.
  static let size = FoldedTexts.stretch

  /// The table they are of.
  let table: Table

  /// Their places in the table.
  let rows: Rows

  private var columns: [Int: Column] = [:]
  private var results: [ObjectIdentifier: Column] = [:]

  /// Rows of a table.
  init(_ table: Table, rows: Rows) {
    self.table = table
    self.rows = rows
  }

  /// How many rows there are.
  var count: Int { rows.count }

  /// The values of a column of the table, derived at most once a batch.
  func column(at index: Int) -> Column {
    if let known = columns[index] { return known }
    let column = table.column(at: index, rows: rows)
    columns[index] = column
    return column
  }

  /// What was kept under a key for this batch; worked out the first time.
  func remembered<Failure>(
    _ key: ObjectIdentifier, _ work: () throws(Failure) -> Column
  ) throws(Failure) -> Column {
    if let known = results[key] { return known }
    let column = try work()
    results[key] = column
    return column
  }
}
