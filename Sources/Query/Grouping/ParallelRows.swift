import Diagnostics
import Model
import Synchronization

/// Passes over all rows of a table in a few long stretches, one a core at a time; for steps so small that
/// a batch would cost more than the step. The loop over the rows of a stretch is the caller's.
enum ParallelRows {
  /// Rows of a stretch.
  private static let size = 1 << 17

  private static func stretches(_ count: Int) -> Int { max(1, (count + size - 1) / size) }

  private static func rows(_ stretch: Int, of count: Int) -> Range<Int> {
    stretch * size..<min(count, (stretch + 1) * size)
  }

  /// An array with a value for each row: `fill` appends those of a stretch, each row one.
  static func values<Value: Sendable & BitwiseCopyable>(
    _ count: Int, _ interrupt: Interrupt,
    _ fill: @Sendable (Range<Int>, inout OutputSpan<Value>) -> Void
  ) throws(Diagnostic) -> [Value] {
    let values = unsafe [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      nonisolated(unsafe) let buffer = unsafe buffer
      let filled = Atomic(0)
      // What is thrown is the interrupt, which stays raised.
      try? Workers.share(stretches(count), interrupt) { stretch in
        let rows = rows(stretch, of: count)
        let part = unsafe UnsafeMutableBufferPointer(rebasing: buffer[rows])
        var output = unsafe OutputSpan(buffer: part, initializedCount: 0)
        fill(rows, &output)
        filled.add(unsafe output.finalize(for: part), ordering: .relaxed)
      }
      let isWhole = filled.load(ordering: .relaxed) == count
      precondition(isWhole || interrupt.isRaised, "a row was left out")
      initialized = isWhole ? count : 0
    }
    try interrupt.check()
    return values
  }

  /// What `fold` makes of each stretch of rows, in their order.
  static func parts<Part: Sendable>(
    _ count: Int, _ interrupt: Interrupt, _ fold: @Sendable (Range<Int>) -> Part
  ) throws(Diagnostic) -> [Part] {
    let stretches = stretches(count)
    let parts = Mutex([Part?](repeating: nil, count: stretches))
    try Workers.share(stretches, interrupt) { stretch in
      let part = fold(rows(stretch, of: count))
      parts.withLock { $0[stretch] = part }
    }
    return parts.withLock { $0.compactMap(\.self) }
  }
}
