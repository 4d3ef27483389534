import Diagnostics
import Dispatch
import Synchronization

/// What `body` gives for each number from 0 up to `count`, worked out on all cores. Each call
/// should take some milliseconds: an interrupt is seen between two of them.
func parallelMap<Result: Sendable>(
  _ count: Int, interrupt: Interrupt, _ body: @Sendable (Int) -> Result
) throws(Diagnostic) -> [Result] {
  let results = Mutex([Result?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    guard !interrupt.isRaised else { return }
    let result = body(index)
    results.withLock { $0[index] = result }
  }
  try interrupt.check()
  return results.withLock { $0.compactMap { $0 } }
}

extension Range<Int> {
  /// The range in pieces of about `size`.
  func pieces(of size: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: Swift.max(1, size)).map {
      $0..<Swift.min(upperBound, $0 + size)
    }
  }
}
