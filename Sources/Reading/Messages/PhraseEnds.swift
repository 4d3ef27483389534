/// Tells in a few looks whether a text can begin, or end, with one of many phrases, by the eight
/// bytes at that end; true for some texts that do not, false for none that do.
struct PhraseEnds: Sendable {
  /// A bit for each pair of the outermost bytes: 8 KiB that refuse nearly everything.
  private var pairs = [UInt64](repeating: 0, count: 1_024)
  /// The outermost eight bytes of the phrases that have so many, and the outermost four of all and
  /// of those that have fewer than eight, the outermost byte the highest; ascending.
  private let eights: [UInt64]
  private let fours: [UInt64]
  private let shortFours: [UInt64]
  /// A bit for each of ``fours``, by a hash: 8 KiB that refuse nearly all others.
  private var fourBits = [UInt64](repeating: 0, count: 1_024)

  /// Outermost bytes that stand for any text, since a mark or blank may follow a bracket.
  private static let brackets: [UInt8] = [0x3C, 0x3E]

  /// The beginnings of the phrases that begin with fixed bytes.
  init(of list: WordingList) {
    self.init(
      list.wordings.lazy.filter { !list.beginsOpen($0) }.map { Array(list.opening(of: $0)) })
  }

  /// The endings, read backwards, of the phrases that end with fixed bytes.
  init(reversing list: WordingList) {
    self.init(list.wordings.lazy.map { list.ending(of: $0).reversed() })
  }

  private init(_ ends: some Sequence<[UInt8]>) {
    var eights: Set<UInt64> = []
    var fours: Set<UInt64> = []
    var shortFours: Set<UInt64> = []
    var pairs = pairs
    func insert(_ first: UInt8, _ second: UInt8) {
      let pair = Int(first) << 8 | Int(second)
      pairs[pair >> 6] |= 1 << UInt64(pair & 63)
    }
    for end in ends where !end.isEmpty {
      if PhraseEnds.brackets.contains(end[0]) || end.count < 4 {
        for second in UInt8.min...UInt8.max { insert(end[0], second) }
        continue
      }
      insert(end[0], end[1])
      let word = end.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
      let four = end.count < 8 ? end.prefix(4).reduce(0) { $0 << 8 | UInt64($1) } : word >> 32
      fours.insert(four)
      if end.count < 8 { shortFours.insert(four) } else { eights.insert(word) }
    }
    self.pairs = pairs
    self.eights = eights.sorted()
    self.fours = fours.sorted()
    for four in fours {
      let bit = PhraseEnds.bit(four)
      fourBits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.shortFours = shortFours.sorted()
  }

  /// Whether a phrase may begin with these eight bytes, the outermost one the highest, of which it
  /// is known that there are four at least; zeros stand for what is missing.
  @inline(__always)
  func contains(_ word: UInt64) -> Bool {
    let pair = Int(truncatingIfNeeded: word >> 48)
    guard pairs[pair >> 6] >> UInt64(pair & 63) & 1 == 1 else { return false }
    return holds(word)
  }

  private func holds(_ word: UInt64) -> Bool {
    if PhraseEnds.brackets.contains(UInt8(truncatingIfNeeded: word >> 56)) { return true }
    let bit = PhraseEnds.bit(word >> 32)
    guard fourBits[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return false }
    // What is compared is folded, which these bytes may change.
    if PhraseEnds.mayFold(word) { return PhraseEnds.has(word >> 32, fours) }
    return PhraseEnds.has(word, eights) || PhraseEnds.has(word >> 32, shortFours)
  }

  /// The bit for four bytes.
  private static func bit(_ four: UInt64) -> Int {
    Int((UInt32(truncatingIfNeeded: four) &* 0x9E37_79B1) >> 16)
  }

  /// Whether one of eight bytes may be other than itself in a ``FoldedText``: the first ones of
  /// marks, quotes, blanks and loose signs, and what inclusive endings begin with.
  private static func mayFold(_ word: UInt64) -> Bool {
    var rest = word
    while rest > 0 {
      switch UInt8(truncatingIfNeeded: rest) {
      case 0x09, 0x0A, 0x28, 0x2A, 0x80, 0xA5, 0xBC, 0xC2, 0xD8, 0xD9, 0xDB, 0xE2, 0xEF:
        return true
      default: rest >>= 8
      }
    }
    return false
  }

  private static func has(_ word: UInt64, _ words: [UInt64]) -> Bool {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == word
  }
}
