/// Hashes of bytes, eight at a step.
enum LineHashes {
  /// A hash of each line of a text, which has one at least. Linear.
  static func lines(of text: Span<UInt8>) -> [UInt64] {
    var hashes: [UInt64] = []
    var start = 0
    while start <= text.count {
      let end = lineEnd(text, from: start)
      hashes.append(hash(of: text.extracting(start..<end)))
      start = end + 1
    }
    return hashes
  }

  /// A hash of some bytes. Linear.
  static func hash(of bytes: Span<UInt8>) -> UInt64 {
    let raw = unsafe bytes.bytes
    // Four at a time, since a product takes as long as four may be begun in.
    var (a, b, c, d) = (seed, seed ^ step, seed ^ finish, ~seed)
    var index = 0
    while index + 32 <= raw.byteCount {
      a = mixed(a ^ word(of: raw, at: index), step)
      b = mixed(b ^ word(of: raw, at: index + 8), step)
      c = mixed(c ^ word(of: raw, at: index + 16), step)
      d = mixed(d ^ word(of: raw, at: index + 24), step)
      index += 32
    }
    while index + 8 <= raw.byteCount {
      a = mixed(a ^ word(of: raw, at: index), step)
      index += 8
    }
    let rest = loadBytes(bytes, at: index, count: raw.byteCount - index)
    a = mixed(a ^ rest, step)
    return mixed(mixed(a ^ b, step) ^ mixed(c ^ d, finish) ^ UInt64(raw.byteCount), finish)
  }

  /// One hash for several, in their order.
  static func joined(_ hashes: some Sequence<UInt64>) -> UInt64 {
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

  /// The eight bytes from an offset on, which are there, the first the lowest.
  @inline(__always)
  private static func word(of bytes: RawSpan, at index: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
}
