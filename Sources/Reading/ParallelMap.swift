import Diagnostics
import Model

/// What `body` gives for each number from 0 up to `count`, worked out on all cores. Each call
/// should take some milliseconds: an interrupt is seen between two of them.
func parallelMap<Result: Sendable>(
  _ count: Int, interrupt: Interrupt, _ body: @Sendable (Int) -> Result
) throws(Diagnostic) -> [Result] {
  let results = Parallel.map(count, unless: interrupt.isRaised, body)
  try interrupt.check()
  return results ?? []
}
