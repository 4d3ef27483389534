/// Cuts a text into lines and hashes them, eight bytes at a step.
enum LineHashes {
  /// Where each line ends, its line break excluded, and its hash; no line in an empty text. The
  /// text has less than 4 GiB.
  static func lines(of text: [UInt8]) -> (ends: [UInt32], hashes: [UInt64]) {
    var ends: [UInt32] = []
    var hashes: [UInt64] = []
    guard !text.isEmpty else { return (ends, hashes) }
    let bytes = unsafe text.span.bytes
    var hash = seed
    var start = 0
    var index = 0
    while index < bytes.byteCount {
      let (word, size) = word(of: bytes, at: index)
      let length = Swift.min(newlinePlace(in: word), size)
      if length > 0 { hash = mixed(hash ^ word << UInt64(64 - 8 * length), step) }
      index += length
      guard length < size else { continue }
      ends.append(UInt32(truncatingIfNeeded: index))
      hashes.append(mixed(hash ^ UInt64(index - start), finish))
      index += 1
      start = index
      hash = seed
    }
    ends.append(UInt32(truncatingIfNeeded: index))
    hashes.append(mixed(hash ^ UInt64(index - start), finish))
    return (ends, hashes)
  }

  /// One hash for several, in their order.
  static func joined(_ hashes: ArraySlice<UInt64>) -> UInt64 {
    hashes.reduce(seed) { mixed($0 ^ $1, step) }
  }

  // Odd numbers without a pattern; any would do.
  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let step: UInt64 = 0xA076_1D64_78BD_642F
  private static let finish: UInt64 = 0xE703_7ED1_A0B4_28DB

  /// Both halves of the product, folded into one.
  @inline(__always)
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// The bytes from an offset on, the first the lowest, and how many of the eight are there.
  @inline(__always)
  private static func word(of bytes: RawSpan, at index: Int) -> (word: UInt64, size: Int) {
    let left = bytes.byteCount - index
    if left >= 8 {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      return (UInt64(littleEndian: word), 8)
    }
    var word: UInt64 = 0
    for place in 0..<left {
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: index + place, as: UInt8.self)
      word |= UInt64(byte) << UInt64(8 * place)
    }
    return (word, left)
  }

  /// Which byte of a word is the first newline, from 0; 8 where none is.
  @inline(__always)
  private static func newlinePlace(in word: UInt64) -> Int {
    let differences = word ^ 0x0A0A_0A0A_0A0A_0A0A
    // The top bit of each byte that is zero, and perhaps of some above the first of those.
    let zeros = (differences &- 0x0101_0101_0101_0101) & ~differences & 0x8080_8080_8080_8080
    return zeros.trailingZeroBitCount / 8
  }
}
