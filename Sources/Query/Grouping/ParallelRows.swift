import Diagnostics
import Model

/// Passes over all rows of a table in a few long stretches, one a core at a time; for steps so small that
/// a batch would cost more than the step. The loop over the rows of a stretch is the caller's.
enum ParallelRows {
  /// The rows in stretches, of which there is one at least.
  private static func stretches(_ count: Int) -> [Range<Int>] {
    count == 0 ? [0..<0] : (0..<count).pieces(of: 1 << 17)
  }

  /// An array with a value for each row: `fill` appends those of a stretch, each row one.
  static func values<Value: Sendable & BitwiseCopyable>(
    _ count: Int, _ interrupt: Interrupt,
    _ fill: @Sendable (Range<Int>, inout OutputSpan<Value>) -> Void
  ) throws(Diagnostic) -> [Value] {
    let stretches = stretches(count)
    let values = Parallel.array(stretches, unless: interrupt.isRaised) { stretch, output in
      fill(stretches[stretch], &output)
    }
    try interrupt.check()
    guard let values else { preconditionFailure("a row was left out") }
    return values
  }

  /// What `fold` makes of each stretch of rows, in their order.
  static func parts<Part: Sendable>(
    _ count: Int, _ interrupt: Interrupt, _ fold: @Sendable (Range<Int>) -> Part
  ) throws(Diagnostic) -> [Part] {
    let stretches = stretches(count)
    let parts = Parallel.map(stretches.count, unless: interrupt.isRaised) { fold(stretches[$0]) }
    try interrupt.check()
    return parts ?? []
  }
}
