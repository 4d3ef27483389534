import CKernels

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
  ///
  /// - Parameter units: how many units of UTF-16 all of it has; nil where nobody counted.
  public static func count(inLine line: Span<UInt8>, units: Int? = nil) -> Int {
    guard let last = line.indices.last else { return 0 }
    // Nearly all lines begin and end with something plain.
    let isTrimmed = isPlain(line[0]) && isPlain(line[last])
    let range = isTrimmed ? line.indices : Blanks.trimmed(line.indices, of: line)
    let known = range == line.indices ? units : nil
    return ((known ?? self.units(in: line.extracting(range))) + 3) / 4
  }

  /// Whether a byte is a character of ASCII that is no blank.
  private static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }

  /// UTF-16 units of a text: one a code point, two where UTF-8 needs four bytes.
  private static func units(in text: Span<UInt8>) -> Int {
    unsafe text.withUnsafeBufferPointer { unsafe kernels_utf16_length($0.baseAddress, $0.count) }
  }
}
