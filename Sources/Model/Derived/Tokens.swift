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
      tokens += (units(in: text, Blanks.trimmed(start..<end, of: text)) + 3) / 4
      start = end + 1
    }
    return tokens
  }

  /// UTF-16 units of a stretch of a text: one a code point, two where UTF-8 needs four bytes.
  private static func units(in text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var units = 0
    for place in range {
      let byte = text[place]
      units &+= (Scalars.isContinuation(byte) ? 0 : 1) &+ (byte >= 0xF0 ? 1 : 0)
    }
    return units
  }
}
