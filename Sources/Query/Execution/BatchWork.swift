import Diagnostics
import Dispatch
import Model
import Synchronization

extension Table {
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
    let count = batchCount
    guard count > 1 else {
      try interrupt.check()
      return [try body(batch(0))]
    }
    let work = BatchResults<Result>(count: count)
    DispatchQueue.concurrentPerform(iterations: Swift.min(count, BatchResults<Result>.workers)) {
      _ in
      while let index = work.next(unless: interrupt) {
        do throws(Diagnostic) {
          work.store(try body(batch(index)), at: index)
        } catch {
          work.fail(error, at: index)
        }
      }
    }
    try interrupt.check()
    return try work.results()
  }

  /// Calls `body` with what `work` makes of each batch, in their order, on the caller's thread; the
  /// work itself is done on all cores, for a few batches at a time.
  func forEachBatch<Result: Sendable>(
    _ interrupt: Interrupt, _ work: @Sendable (Batch) throws(Diagnostic) -> Result,
    _ body: (Result, _ rows: Range<Int>) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let span = Batch.size * BatchResults<Result>.span
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

/// The results of batches that several threads work out.
private final class BatchResults<Result: Sendable>: Sendable {
  /// Threads that work at a time: no machine has more cores that this work would keep busy.
  static var workers: Int { 16 }

  /// Batches that are worked out before their results are taken.
  static var span: Int { 256 }

  private struct State {
    var next = 0
    var results: [Result?]
    var failure: (error: Diagnostic, index: Int)?
  }

  private let state: Mutex<State>

  init(count: Int) {
    state = Mutex(State(results: [Result?](repeating: nil, count: count)))
  }

  /// The next batch to work out; nil where none is left or needed.
  func next(unless interrupt: Interrupt) -> Int? {
    if interrupt.isRaised { return nil }
    return state.withLock { state in
      guard state.failure == nil, state.next < state.results.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func store(_ result: Result, at index: Int) {
    state.withLock { $0.results[index] = result }
  }

  func fail(_ error: Diagnostic, at index: Int) {
    state.withLock { state in
      if state.failure.map({ index < $0.index }) ?? true { state.failure = (error, index) }
    }
  }

  /// The results in the order of the batches, or the failure.
  func results() throws(Diagnostic) -> [Result] {
    let (results, failure) = state.withLock { ($0.results, $0.failure) }
    if let failure { throw failure.error }
    return results.compactMap(\.self)
  }
}
