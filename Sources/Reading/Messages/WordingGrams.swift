/// The phrases of a list by a few bytes in a row: each is filed under those that the fewest share,
/// eight where one of its pieces has so many, else four.
struct WordingGrams: Sendable {
  /// A bit for each hash under which a phrase is filed, by its low 16 bits.
  private var bits = [UInt64](repeating: 0, count: 1_024)
  /// The last phrase of each of the classes that the low 12 bits make; -1 where there is none.
  private var last = [Int32](repeating: -1, count: 4_096)
  /// For each phrase, the one before it of its class, and the hash that it is filed under.
  private var before: [Int32] = []
  private var hashes: [UInt64] = []

  /// Linear in the bytes of the phrases.
  init(of list: WordingList) {
    var counts = [UInt16](repeating: 0, count: 1 << 15)
    for piece in list.pieces {
      for place in WordingGrams.places(in: piece.bytes, size: 4)
      where WordingGrams.begins(at: list.bytes[place]) {
        let hash = WordingGrams.hashes(list.bytes, at: place)
        counts[WordingGrams.slot(hash.eight)] &+= 1
        counts[WordingGrams.slot(hash.four)] &+= 1
      }
    }
    before.reserveCapacity(list.wordings.count)
    hashes.reserveCapacity(list.wordings.count)
    for wording in list.wordings {
      let isLong = wording.pieces.contains { list.pieces[$0].bytes.count >= 8 }
      var best: UInt64 = 0
      var least = UInt16.max
      for index in wording.pieces {
        for place in WordingGrams.places(in: list.pieces[index].bytes, size: isLong ? 8 : 4)
        where WordingGrams.begins(at: list.bytes[place]) {
          let both = WordingGrams.hashes(list.bytes, at: place)
          let hash = isLong ? both.eight : both.four
          let count = counts[WordingGrams.slot(hash)]
          if count < least { (best, least) = (hash, count) }
        }
      }
      file(best)
    }
  }

  /// Files the next phrase.
  private mutating func file(_ hash: UInt64) {
    bits[Int(hash >> 6 & 1_023)] |= 1 << (hash & 63)
    before.append(last[Int(hash & 4_095)])
    last[Int(hash & 4_095)] = Int32(truncatingIfNeeded: hashes.count)
    hashes.append(hash)
  }

  /// Calls `body` with each phrase that is filed under a hash; nearly always there is none.
  @inline(__always)
  func forEach(_ hash: UInt64, _ body: (_ phrase: Int) -> Void) {
    guard bits[Int(hash >> 6 & 1_023)] >> (hash & 63) & 1 == 1 else { return }
    var phrase = Int(last[Int(hash & 4_095)])
    while phrase >= 0 {
      if hashes[phrase] == hash { body(phrase) }
      phrase = Int(before[phrase])
    }
  }

  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 17 & 0x7FFF) }

  /// The places in a range where so many bytes in a row begin.
  private static func places(in range: Range<Int>, size: Int) -> Range<Int> {
    range.lowerBound..<max(range.lowerBound, range.upperBound - size + 1)
  }

  /// Whether a character begins with a byte.
  @inline(__always)
  static func begins(at byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

  /// The hashes of the eight bytes at `place`, or as many as there are, and of the first four.
  @inline(__always)
  static func hashes(_ bytes: [UInt8], at place: Int) -> (eight: UInt64, four: UInt64) {
    let word = loadBytes(bytes.span, at: place, count: min(8, bytes.count - place))
    return (mixed(word), mixed(word & 0xFFFF_FFFF))
  }

  /// Spreads a number over all bits.
  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let (high, low) = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return high ^ low
  }
}
