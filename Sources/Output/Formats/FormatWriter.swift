import Diagnostics
import Model

/// What a format writes through: a buffer before the sink, and the rows in batches.
struct FormatWriter {
  /// Bytes not yet handed to the sink; formats append to it.
  var buffer: [UInt8] = []

  /// What the format could not say.
  var notes: [Diagnostic] = []

  private let sink: Sink
  private let interrupt: Interrupt
  private let progress: ((Int) -> Void)?

  /// Rows worked out at a time.
  private static let batch = 4_096
  private static let capacity = 1 << 16

  init(sink: Sink, interrupt: Interrupt, progress: ((Int) -> Void)?) {
    self.sink = sink
    self.interrupt = interrupt
    self.progress = progress
    buffer.reserveCapacity(FormatWriter.capacity * 2)
  }

  /// Calls `row` for each row of the table with its place in a batch, from 0, and the columns of
  /// that batch.
  mutating func eachRow(
    of table: Table,
    _ row: (inout FormatWriter, _ row: Int, _ columns: [Column]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var done = 0
    while done < table.rowCount {
      try interrupt.check()
      let end = Swift.min(table.rowCount, done + FormatWriter.batch)
      let part = table.selecting(.range(done..<end))
      let columns = part.fields.indices.map { part.column(at: $0) }
      for index in 0..<(end - done) {
        try row(&self, index, columns)
        if buffer.count >= FormatWriter.capacity { try flush() }
      }
      done = end
      progress?(done)
    }
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

  /// Appends a byte.
  mutating func append(_ byte: UInt8) {
    buffer.append(byte)
  }
}
