/// Tokens as the chunker counts them: a quarter of a line's length, rounded up.
public enum Tokens {
  /// The sum over the lines of a text (parted by `\n`) of ⌈n / 4⌉, n being the UTF-16 units of the
  /// line without the white space at its ends. A blank line has none.
  /// docs/formats.md#tokens
  public static func count(in text: Span<UInt8>) -> Int {
    var tokens = 0
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x0A { end += 1 }
      tokens += count(inLine: text.extracting(start..<end))
      start = end + 1
    }
    return tokens
  }

  /// The tokens of one line, without the `\n` that ends it.
  public static func count(inLine line: Span<UInt8>) -> Int {
    guard let last = line.indices.last else { return 0 }
    // Nearly all lines begin and end with something plain.
    let isTrimmed = isPlain(line[0]) && isPlain(line[last])
    let range = isTrimmed ? line.indices : Blanks.trimmed(line.indices, of: line)
    return (units(in: line.extracting(range)) + 3) / 4
  }

  /// Whether a byte is a character of ASCII that is no blank.
  private static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }

  /// UTF-16 units of a text: one a code point, two where UTF-8 needs four bytes.
  private static func units(in text: Span<UInt8>) -> Int {
    let raw = unsafe text.bytes
    var units = text.count
    var place = 0
    while place + 8 <= text.count {
      units &+= excess(in: unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < text.count {
      rest = rest << 8 | UInt64(text[place])
      place += 1
    }
    return units &+ excess(in: rest)
  }

  /// How many units more than bytes there are for eight bytes; 0 bytes count as many.
  @inline(__always)
  private static func excess(in bytes: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // A byte whose upper bits are 10 goes on with a code point; one with 1111 begins one of four bytes.
    let continuations = bytes >> 7 & ~(bytes >> 6) & ones
    let longs = bytes >> 7 & bytes >> 6 & bytes >> 5 & bytes >> 4 & ones
    // A product with ones adds all bytes up in the highest.
    return Int((longs &* ones) >> 56) &- Int((continuations &* ones) >> 56)
  }
}
