import Diagnostics
import Model

extension Connection {
  /// Makes a table with a column for each field.
  ///
  /// - Parameter key: the column whose numbers tell rows apart, if there is one: SQLite then finds a row
  ///   by it without an index.
  func create(
    _ name: String, _ fields: [(name: String, type: ValueType)], key: String? = nil
  ) throws(Diagnostic) {
    let columns = fields.map { field in
      "\(quoted(field.name)) \(StoredType.declaration(of: field.type))"
        + (field.name == key ? " PRIMARY KEY" : "")
    }
    // A table of SQLite has a column at least.
    let all = columns.isEmpty ? "\"nothing\"" : columns.joined(separator: ", ")
    try run("CREATE TABLE \(quoted(name)) (\(all))")
  }

  /// Puts the rows of a table into one that is there, for each of `columns`, places in both.
  ///
  /// Rows are made ready on all cores, some thousand at a time; SQLite takes them one by one.
  func fill(
    _ name: String, with table: Table, columns: [Int],
    progress: ((_ rows: Int) -> Void)? = nil
  ) throws(Diagnostic) {
    guard !columns.isEmpty else { return }
    let names = columns.map { quoted(table.fields[$0].name) }.joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let insertion = try prepare("INSERT INTO \(quoted(name)) (\(names)) VALUES (\(places))")
    let batches = (0..<table.rowCount).pieces(of: Connection.batch)
    for window in (0..<batches.count).pieces(of: Connection.window) {
      try interrupt.check()
      let interrupt = interrupt
      let made = Parallel.map(window.count, unless: interrupt.isRaised) { index in
        let part = table.selecting(.range(batches[window.lowerBound + index]))
        return Cells(columns.map { part.column(at: $0) })
      }
      // What was derived while the user asked to stop is not whole.
      try interrupt.check()
      for (place, cells) in zip(window, made ?? []) {
        try insertion.insert(cells)
        progress?(batches[place].upperBound)
        try interrupt.check()
      }
    }
  }

  /// Rows made ready at a time: few enough to stay in a processor's cache.
  private static let batch = 2_048
  /// Batches in hand at a time.
  private static let window = 8
}
