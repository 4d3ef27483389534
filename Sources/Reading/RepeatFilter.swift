/// Which of many hashes may be there twice. Mostly next to none is, and those that are not need not be looked
/// for among all others.
struct RepeatFilter {
  /// Whether it may be, by the lowest bits of a hash.
  private var isRepeated: [Bool]

  /// Looks at so many hashes, nil for none. Linear.
  init(_ count: Int, _ hash: (Int) -> UInt64?) {
    var size = 1 << 10
    while size < 8 * count { size *= 2 }
    var isTaken = [Bool](repeating: false, count: size)
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

  private func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (isRepeated.count - 1)
  }
}
