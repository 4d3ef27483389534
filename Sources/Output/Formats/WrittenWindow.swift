import Diagnostics
import Dispatch
import Model
import Synchronization

/// Some rows of a table being written down, a batch at a time, on all cores but for the thread that has
/// asked for them.
final class WrittenWindow: Sendable {
  private let texts: Mutex<[[UInt8]]>
  private let ended = DispatchGroup()

  /// Rows written down in one go.
  static let batch = 4_096

  /// Begins to write down rows; a raised interrupt ends it early.
  init(
    of table: Table, _ rows: Range<Int>, _ interrupt: Interrupt,
    _ write: @escaping @Sendable (Range<Int>, [Column], inout [UInt8]) -> Void
  ) {
    let batches = rows.pieces(of: WrittenWindow.batch)
    texts = Mutex([[UInt8]](repeating: [], count: batches.count))
    DispatchQueue.global(qos: .userInitiated).async(group: ended) { [self] in
      DispatchQueue.concurrentPerform(iterations: batches.count) { index in
        guard !interrupt.isRaised else { return }
        let part = table.selecting(.range(batches[index]))
        var bytes: [UInt8] = []
        write(batches[index], part.fields.indices.map { part.column(at: $0) }, &bytes)
        texts.withLock { $0[index] = bytes }
      }
    }
  }

  /// Waits for the rows; the texts of the batches, in their order.
  func finish() -> [[UInt8]] {
    ended.wait()
    return texts.withLock { $0 }
  }
}
