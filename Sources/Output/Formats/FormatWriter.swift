import Diagnostics
import Dispatch
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

  /// Rows written down at a time.
  private static let batch = 4_096
  /// Batches in hand at a time: enough to keep all cores at work, few enough to stay small.
  private static let window = 8

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
    of table: Table, _ write: @Sendable (_ row: Row, _ bytes: inout [UInt8]) -> Void
  ) throws(Diagnostic) {
    try eachBatch(of: table) { rows, columns, bytes in
      for place in 0..<rows.count {
        write(Row(number: rows.lowerBound + place, place: place, columns: columns), &bytes)
      }
    }
  }

  /// The same for a format that puts a row together of cells in a style of its own.
  mutating func eachRow(
    of table: Table, in style: CellStyle,
    _ write:
      @Sendable (_ row: (number: Int, place: Int), _ cells: [Cells], _ bytes: inout [UInt8])
      -> Void
  ) throws(Diagnostic) {
    try eachBatch(of: table) { rows, columns, bytes in
      let cells = columns.map { Cells($0, style) }
      for place in 0..<rows.count {
        write((number: rows.lowerBound + place, place: place), cells, &bytes)
      }
    }
  }

  private mutating func eachBatch(
    of table: Table, _ write: @Sendable (Range<Int>, [Column], inout [UInt8]) -> Void
  ) throws(Diagnostic) {
    try flush()
    let starts = Array(stride(from: 0, to: table.rowCount, by: FormatWriter.batch))
    for first in stride(from: 0, to: starts.count, by: FormatWriter.window) {
      try interrupt.check()
      let window = starts[first..<Swift.min(starts.count, first + FormatWriter.window)]
      let texts = Mutex([[UInt8]](repeating: [], count: window.count))
      let interrupt = interrupt
      DispatchQueue.concurrentPerform(iterations: window.count) { index in
        guard !interrupt.isRaised else { return }
        let start = window[window.startIndex + index]
        let rows = start..<Swift.min(table.rowCount, start + FormatWriter.batch)
        let part = table.selecting(.range(rows))
        var bytes: [UInt8] = []
        write(rows, part.fields.indices.map { part.column(at: $0) }, &bytes)
        texts.withLock { $0[index] = bytes }
      }
      try interrupt.check()
      for text in texts.withLock({ $0 }) { try sink.write(text) }
      progress?(Swift.min(table.rowCount, window[window.endIndex - 1] + FormatWriter.batch))
    }
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
