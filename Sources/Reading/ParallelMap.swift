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

/// An array of what `fill` appends for each of some pieces that follow each other from 0 on, worked out on
/// all cores, likewise.
func parallelArray<Value: Sendable>(
  _ pieces: [Range<Int>], interrupt: Interrupt,
  _ fill: @Sendable (_ piece: Range<Int>, inout OutputSpan<Value>) -> Void
) throws(Diagnostic) -> [Value] {
  let values = Parallel.array(pieces, unless: interrupt.isRaised) { fill(pieces[$0], &$1) }
  try interrupt.check()
  return values ?? []
}
