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
        let end = Swift.min(table.rowCount, start + FormatWriter.batch)
        let bytes = FormatWriter.text(of: table, start..<end, write)
        texts.withLock { $0[index] = bytes }
      }
      try interrupt.check()
      for text in texts.withLock({ $0 }) { try sink.write(text) }
      progress?(Swift.min(table.rowCount, window[window.endIndex - 1] + FormatWriter.batch))
    }
  }

  private static func text(
    of table: Table, _ rows: Range<Int>, _ write: (Row, inout [UInt8]) -> Void
  ) -> [UInt8] {
    let part = table.selecting(.range(rows))
    let columns = part.fields.indices.map { part.column(at: $0) }
    var bytes: [UInt8] = []
    for place in 0..<rows.count {
      write(Row(number: rows.lowerBound + place, place: place, columns: columns), &bytes)
    }
    return bytes
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
