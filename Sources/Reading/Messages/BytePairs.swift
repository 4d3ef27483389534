/// A set of pairs of neighbouring bytes: 8 KiB that tell in one look whether a text can begin or
/// end with one of many phrases.
struct BytePairs: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1_024)

  /// The first two bytes of the phrases that begin with fixed ones.
  init(leading phrases: [Wording]) {
    for opening in phrases.lazy.filter({ !$0.beginsOpen }).map(\.opening) where opening.count > 1 {
      // A mark or blank may follow a bracket.
      if opening[0] == 0x3C {
        for second in UInt8.min...UInt8.max { insert(opening[0], second) }
      } else {
        insert(opening[0], opening[1])
      }
    }
  }

  /// The last two bytes of the phrases that end with fixed ones.
  init(trailing phrases: [Wording]) {
    for bytes in phrases.lazy.compactMap({ $0.pieces.last?.bytes }) where !bytes.isEmpty {
      let last = bytes[bytes.count - 1]
      // A mark or blank may stand before a bracket.
      if last == 0x3E || bytes.count == 1 {
        for first in UInt8.min...UInt8.max { insert(first, last) }
      } else {
        insert(bytes[bytes.count - 2], last)
      }
    }
  }

  /// Whether the pair is in the set.
  func contains(_ first: UInt8, _ second: UInt8) -> Bool {
    let pair = Int(first) << 8 | Int(second)
    return bits[pair >> 6] >> UInt64(pair & 63) & 1 == 1
  }

  private mutating func insert(_ first: UInt8, _ second: UInt8) {
    let pair = Int(first) << 8 | Int(second)
    bits[pair >> 6] |= 1 << UInt64(pair & 63)
  }
}
