/// The phrases of a list by a few bytes in a row: each is filed under those that the fewest share,
/// eight where one of its pieces has so many, else four.
struct WordingGrams: Sendable {
  /// A bit for the first four bytes of each row under which a phrase is filed.
  private var bits = [UInt64](repeating: 0, count: 1_024)
  /// The last phrase of each of the classes that the low 12 bits make; -1 where there is none.
  private var last = [Int32](repeating: -1, count: 4_096)
  /// For each phrase, the one before it of its class, and the hash that it is filed under.
  private var before: [Int32] = []
  private var hashes: [UInt64] = []

  /// Linear in the bytes of the phrases.
  init(of list: WordingList) {
    let bytes = list.bytes.span
    var counts = [UInt16](repeating: 0, count: 1 << 15)
    var rows: [(hash: UInt64, four: UInt64)] = []
    rows.reserveCapacity(bytes.count)
    var ends: [Int] = []
    for wording in list.wordings {
      let isLong = wording.pieces.contains { list.pieces[$0].bytes.count >= 8 }
      for index in wording.pieces {
        for place in WordingGrams.places(in: list.pieces[index].bytes, size: isLong ? 8 : 4)
        where WordingGrams.begins(at: bytes[place]) {
          let word = loadBytes(bytes, at: place, count: min(8, bytes.count - place))
          let hash = WordingGrams.mixed(isLong ? word : word & 0xFFFF_FFFF)
          counts[WordingGrams.slot(hash)] &+= 1
          rows.append((hash, word))
        }
      }
      ends.append(rows.count)
    }
    before.reserveCapacity(ends.count)
    hashes.reserveCapacity(ends.count)
    var start = 0
    for end in ends {
      var best: (hash: UInt64, four: UInt64) = (0, 0)
      var least = UInt16.max
      for row in start..<end {
        let count = counts[WordingGrams.slot(rows[row].hash)]
        if count < least { (best, least) = (rows[row], count) }
      }
      file(best.hash, best.four)
      start = end
    }
  }

  /// Files the next phrase under the hash of bytes of which these are the first four.
  private mutating func file(_ hash: UInt64, _ four: UInt64) {
    let bit = WordingGrams.bit(four)
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
    before.append(last[Int(hash & 4_095)])
    last[Int(hash & 4_095)] = Int32(truncatingIfNeeded: hashes.count)
    hashes.append(hash)
  }

  /// Calls `body` with each phrase that is filed under the bytes at `place`, of which there are four
  /// at least; nearly always there is none.
  @inline(__always)
  func forEach(_ bytes: Span<UInt8>, at place: Int, _ body: (_ phrase: Int) -> Void) {
    let word = loadBytes(bytes, at: place, count: min(8, bytes.count - place))
    let bit = WordingGrams.bit(word)
    guard bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return }
    forEach(WordingGrams.mixed(word), body)
    forEach(WordingGrams.mixed(word & 0xFFFF_FFFF), body)
  }

  private func forEach(_ hash: UInt64, _ body: (_ phrase: Int) -> Void) {
    var phrase = Int(last[Int(hash & 4_095)])
    while phrase >= 0 {
      if hashes[phrase] == hash { body(phrase) }
      phrase = Int(before[phrase])
    }
  }

  /// The bit for the first four bytes of a row.
  @inline(__always)
  private static func bit(_ word: UInt64) -> Int {
    Int((UInt32(truncatingIfNeeded: word) &* 0x9E37_79B1) >> 16)
  }

  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 17 & 0x7FFF) }

  /// The places in a range where so many bytes in a row begin.
  private static func places(in range: Range<Int>, size: Int) -> Range<Int> {
    range.lowerBound..<max(range.lowerBound, range.upperBound - size + 1)
  }

  /// Whether a character begins with a byte.
  @inline(__always)
  static func begins(at byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

  /// Spreads a number over all bits.
  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let (high, low) = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return high ^ low
  }
}
