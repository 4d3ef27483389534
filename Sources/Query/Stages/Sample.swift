import Diagnostics
import Model

extension Checker {
  /// `sample`: some rows by chance, in the order of the table; the same seed draws the same rows.
  func sample(_ amount: Stage.Amount, seed: UInt64?) throws(Diagnostic) -> CheckedStage {
    let amount = try check(amount)
    return CheckedStage("draw \(amount.words) by chance", gives: schema) {
      (table, environment) throws(Diagnostic) in
      var random = SeededGenerator(seed: seed ?? environment.seed)
      var kept: [Int32] = []
      var wanted = Swift.min(try amount.count(in: environment), table.rowCount)
      // Each row is drawn with the chance that as many of the rows left are wanted.
      for row in 0..<table.rowCount where wanted > 0 {
        if row & 0xFFFF == 0 { try environment.interrupt.check() }
        if Int.random(in: 0..<(table.rowCount - row), using: &random) < wanted {
          kept.append(Int32(row))
          wanted -= 1
        }
      }
      return table.selecting(.list(kept))
    }
  }
}

/// Random numbers that depend on a seed alone: SplitMix64 (Steele, Lea and Flood, “Fast splittable
/// pseudorandom number generators”, 2014).
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
