/// Tells in a look or two whether a text can begin, or end, with one of many phrases, by the eight
/// bytes at that end; true for some texts that do not, false for none that do.
struct PhraseEnds: Sendable {
  /// A bit for each of the outermost four bytes that phrases have, by a hash, and then one for each outermost
  /// byte that stands for any text: 4 KiB that refuse nearly everything.
  private var bits = [UInt64](repeating: 0, count: (PhraseEnds.hashes + 256) / 64)
  private let exact: ExactEnds

  /// Different hashes of four bytes.
  private static let hashes = 1 << 15

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
    var exact = ExactEnds.Phrases()
    var bits = bits
    func set(_ bit: Int) { bits[bit >> 6] |= 1 << UInt64(bit & 63) }
    for end in ends where !end.isEmpty {
      if PhraseEnds.brackets.contains(end[0]) || end.count < 4 {
        set(PhraseEnds.hashes + Int(end[0]))
      } else {
        let word = end.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        exact.insert(word << UInt64(64 - 8 * min(8, end.count)), count: end.count)
      }
    }
    for four in exact.fours { set(PhraseEnds.hash(four)) }
    self.bits = bits
    self.exact = ExactEnds(exact)
  }

  /// Whether a phrase may begin with these eight bytes, the outermost one the highest, of which it
  /// is known that there are four at least; zeros stand for what is missing.
  @inline(__always)
  func contains(_ word: UInt64) -> Bool {
    if isSet(PhraseEnds.hash(word >> 32)), exact.holds(word) { return true }
    return isSet(PhraseEnds.hashes + Int(truncatingIfNeeded: word >> 56))
  }

  @inline(__always)
  private func isSet(_ bit: Int) -> Bool { bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1 }

  @inline(__always)
  private static func hash(_ four: UInt64) -> Int {
    Int((UInt32(truncatingIfNeeded: four) &* 0x9E37_79B1) >> 17)
  }
}

/// The ends of phrases, to be compared. Apart from the bits, which are asked first and nearly always refuse.
private final class ExactEnds: Sendable {
  /// The outermost eight bytes of the phrases that have so many, and the outermost four of all and
  /// of those that have fewer than eight, the outermost byte the highest; ascending.
  private let eights: [UInt64]
  private let fours: [UInt64]
  private let shortFours: [UInt64]

  /// What ends are made of.
  struct Phrases {
    private(set) var eights: Set<UInt64> = []
    private(set) var fours: Set<UInt64> = []
    private(set) var shortFours: Set<UInt64> = []

    /// Adds a phrase by its outermost eight bytes, or all of four and more.
    mutating func insert(_ word: UInt64, count: Int) {
      fours.insert(word >> 32)
      if count < 8 { shortFours.insert(word >> 32) } else { eights.insert(word) }
    }
  }

  init(_ phrases: Phrases) {
    eights = phrases.eights.sorted()
    fours = phrases.fours.sorted()
    shortFours = phrases.shortFours.sorted()
  }

  /// Whether a phrase may begin with eight bytes: ``PhraseEnds/contains(_:)``.
  func holds(_ word: UInt64) -> Bool {
    // What is compared is folded, which these bytes may change.
    if ExactEnds.mayFold(word) { return ExactEnds.has(word >> 32, fours) }
    return ExactEnds.has(word, eights) || ExactEnds.has(word >> 32, shortFours)
  }

  /// Whether one of eight bytes may be other than itself in a ``FoldedText``: the first ones of
  /// marks, quotes, blanks and loose signs, and what inclusive endings begin with.
  private static func mayFold(_ word: UInt64) -> Bool {
    var rest = word
    while rest > 0 {
      switch UInt8(truncatingIfNeeded: rest) {
      case 0x09, 0x0A, 0x28, 0x2A, 0x80, 0xA5, 0xA7, 0xBC, 0xC2, 0xD8, 0xD9, 0xDB, 0xE2, 0xEF:
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
