import Diagnostics
import Model
import Synchronization

extension Table {
  /// Batches that are worked out before their results are taken.
  private static let batchesInHand = 64

  /// How many stretches of ``Batch/size`` rows it is cut into; an empty table is one batch without
  /// rows.
  private var batchCount: Int { max(1, (rowCount + Batch.size - 1) / Batch.size) }

  private func batch(_ index: Int) -> Batch {
    let first = index * Batch.size
    return Batch(self, rows: .range(first..<Swift.min(first + Batch.size, rowCount)))
  }

  /// What `body` makes of each batch, in their order, worked out on all cores.
  ///
  /// Throws what `body` throws for the first batch that it does for.
  func mapBatches<Result: Sendable>(
    _ interrupt: Interrupt, _ body: @Sendable (Batch) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: batchCount))
    try Workers.share(batchCount, interrupt) { index throws(Diagnostic) in
      let result = try body(batch(index))
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Calls `body` with what `work` makes of each batch, in their order, on the caller's thread; the
  /// work itself is done on all cores, for a few batches at a time.
  func forEachBatch<Result: Sendable>(
    _ interrupt: Interrupt, _ work: @Sendable (Batch) throws(Diagnostic) -> Result,
    _ body: (Result, _ rows: Range<Int>) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let span = Batch.size * Table.batchesInHand
    for first in stride(from: 0, to: Swift.max(rowCount, 1), by: span) {
      let rows = first..<Swift.min(first + span, rowCount)
      let part = rows.count == rowCount ? self : selecting(.range(rows))
      var start = first
      for result in try part.mapBatches(interrupt, work) {
        let end = Swift.min(start + Batch.size, rows.upperBound)
        try body(result, start..<end)
        start = end
      }
    }
  }
}
