import Diagnostics
import Model
import Synchronization

/// What a format writes through: a buffer before the sink, and the rows in batches.
struct FormatWriter {
  /// Bytes not yet handed to the sink; formats append to it.
  var buffer: [UInt8] = []

  /// What the format could not say.
  var notes: [Diagnostic] = []

  private let sink: Sink
  private let interrupt: Interrupt
  private let progress: ((Int) -> Void)?

  /// Rows in hand at a time: enough to keep all cores at work, few enough to stay small.
  private static let window = 8 * WrittenWindow.batch

  init(sink: Sink, interrupt: Interrupt, progress: ((Int) -> Void)?) {
    self.sink = sink
    self.interrupt = interrupt
    self.progress = progress
  }

  /// A row to write down, and where.
  struct Row {
    /// Its number in the table, from 0.
    let number: Int
    /// Its place in ``columns``, from 0.
    let place: Int
    /// The columns of its batch.
    let columns: [Column]
  }

  /// Writes what `write` makes of each row of the table, in their order; rows are written down on all
  /// cores, some thousand at a time.
  mutating func eachRow(
    of table: Table, _ write: @escaping @Sendable (_ row: Row, _ bytes: inout [UInt8]) -> Void
  ) throws(Diagnostic) {
    try eachBatch(of: table) { rows, columns, bytes in
      for place in 0..<rows.count {
        write(Row(number: rows.lowerBound + place, place: place, columns: columns), &bytes)
      }
    }
  }

  /// The same for a format that puts rows together of cells, each column's in a style: some rows at a time, of
  /// which the first has the number `first` in the table. What all rows share is to be lent out once for
  /// them, as a span: to count its references would be to wait for the other cores at each.
  mutating func eachRows(
    of table: Table, in styles: [CellStyle],
    _ write:
      @escaping @Sendable (_ first: Int, _ cells: borrowing Cells, _ bytes: inout [UInt8]) -> Void
  ) throws(Diagnostic) {
    try eachBatch(of: table) { rows, columns, bytes in
      write(rows.lowerBound, Cells(columns, styles), &bytes)
    }
  }

  /// Whether something holds of any cell of a column; asked on all cores, some thousand rows at a time.
  func anyCell(
    of table: Table, in column: Int, _ holds: @escaping @Sendable (Column, _ row: Int) -> Bool
  ) throws(Diagnostic) -> Bool {
    var table = table
    table.fields = [table.fields[column]]
    let isFound = Atomic(false)
    for rows in (0..<table.rowCount).pieces(of: FormatWriter.window) {
      try interrupt.check()
      let window = WrittenWindow(of: table, rows, interrupt) { rows, columns, _ in
        if (0..<rows.count).contains(where: { holds(columns[0], $0) }) {
          isFound.store(true, ordering: .relaxed)
        }
      }
      _ = window.finish()
      if isFound.load(ordering: .relaxed) { return true }
    }
    return false
  }

  private mutating func eachBatch(
    of table: Table, _ write: @escaping @Sendable (Range<Int>, [Column], inout [UInt8]) -> Void
  ) throws(Diagnostic) {
    try flush()
    var ready: [[UInt8]] = []
    for first in stride(from: 0, to: table.rowCount, by: FormatWriter.window) {
      try interrupt.check()
      let rows = first..<Swift.min(table.rowCount, first + FormatWriter.window)
      let texts = WrittenWindow(of: table, rows, interrupt, write)
      // The system takes what the window before has given while the cores are at work on this one. It is
      // handed over here, on the thread that Ctrl-C interrupts.
      let outcome = Result { () throws(Diagnostic) in
        for text in ready { try sink.write(text) }
      }
      ready = texts.finish()
      try outcome.get()
      try interrupt.check()
      progress?(rows.upperBound)
    }
    for text in ready { try sink.write(text) }
  }

  /// Throws where the user has asked to stop.
  func checkInterrupt() throws(Diagnostic) {
    try interrupt.check()
  }

  /// Tells how many rows are written.
  func note(rows: Int) {
    progress?(rows)
  }

  /// Lets somebody else write, behind what is in the buffer.
  mutating func write(
    _ body: (Sink, Interrupt) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try flush()
    try body(sink, interrupt)
  }

  /// Hands what is in the buffer to the sink.
  mutating func flush() throws(Diagnostic) {
    guard !buffer.isEmpty else { return }
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Appends a text.
  mutating func append(_ text: String) {
    buffer.append(contentsOf: text.utf8)
  }
}
