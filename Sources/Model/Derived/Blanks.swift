/// White space as the chunker's `trim` has it (ECMAScript: the Zs code points, tab, vertical tab,
/// form feed, U+FEFF and the ends of lines), for trimming lines and parting words.
enum Blanks {
  /// The bytes of the blank that begins at `offset`; 0 where none does.
  static func length(in text: Span<UInt8>, at offset: Int) -> Int {
    let byte = text[offset]
    if byte < 0x80 { return isASCIIBlank(byte) ? 1 : 0 }
    if byte == 0xC2 {
      return offset + 1 < text.count && text[offset + 1] == 0xA0 ? 2 : 0
    }
    guard byte >= 0xE1, offset + 2 < text.count else { return 0 }
    return isBlank(byte, text[offset + 1], text[offset + 2]) ? 3 : 0
  }

  /// A range of a text without the blanks at its ends.
  static func trimmed(_ range: Range<Int>, of text: Span<UInt8>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound {
      let length = length(in: text, at: start)
      guard length > 0, start + length <= range.upperBound else { break }
      start += length
    }
    var end = range.upperBound
    while end > start {
      let last = Scalars.start(of: text, before: end)
      guard last >= start, last + length(in: text, at: last) == end else { break }
      end = last
    }
    return start..<end
  }

  /// Whether a byte is a blank of ASCII.
  static func isASCIIBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  /// Whether three bytes are one of U+1680, U+2000–200A, 2028, 2029, 202F, 205F, 3000, FEFF.
  private static func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE1, 0x9A): third == 0x80
    case (0xE2, 0x80): (0x80...0x8A).contains(third) || [0xA8, 0xA9, 0xAF].contains(third)
    case (0xE2, 0x81): third == 0x9F
    case (0xE3, 0x80): third == 0x80
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }
}
