/// Which of many hashes may be there twice. Mostly next to none is, and those that are not need not be looked
/// for among all others.
struct RepeatFilter {
  /// Whether it may be, by some bits of a hash.
  private var isRepeated: [Bool]

  /// How many bits those are.
  private let bits: Int

  /// Looks at so many hashes, nil for none. Linear.
  init(_ count: Int, _ hash: (Int) -> UInt64?) {
    var bits = 10
    while 1 << bits < 8 * count { bits += 1 }
    self.bits = bits
    var isTaken = [Bool](repeating: false, count: 1 << bits)
    isRepeated = isTaken
    for index in 0..<count {
      guard let hash = hash(index) else { continue }
      let slot = slot(of: hash)
      if isTaken[slot] { isRepeated[slot] = true }
      isTaken[slot] = true
    }
  }

  /// Whether a hash may be there twice.
  func mayRepeat(_ hash: UInt64) -> Bool { isRepeated[slot(of: hash)] }

  /// Numbers that ascend by steps, as those of files do, are spread over all slots: Knuth's multiplicative hashing.
  private func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }
}
