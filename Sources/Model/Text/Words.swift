/// What a word is: a run of letters, marks and digits of any script. Everything else separates
/// words: blanks, punctuation, hyphens, apostrophes, `_`, `#`, emoji.
public enum Words {
  /// Whether a scalar is a part of a word.
  public static func isPart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isPart(UInt8(truncatingIfNeeded: scalar)) }
    switch Unicode.Scalar(scalar)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      // The choice of presentation after an emoji is a mark by its category.
      return scalar != 0xFE0F
    default: return false
    }
  }

  /// Whether an ASCII character is a letter or a digit.
  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  /// Whether neither side of `offset` belongs to the same word: one of them is no part of a word,
  /// or the text ends there.
  public static func border(at offset: Int, in text: Span<UInt8>) -> Bool {
    guard offset > 0, offset < text.count, let before = text.scalar(before: offset) else {
      return true
    }
    return !isPart(before) || !isPart(text.scalar(at: offset).value)
  }

  /// The words of a text as byte ranges, in order.
  public static func ranges(in text: Span<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    var offset = 0
    while offset < text.count {
      let (scalar, length) = text.scalar(at: offset)
      if isPart(scalar) {
        if start == nil { start = offset }
      } else if let begun = start {
        ranges.append(begun..<offset)
        start = nil
      }
      offset += length
    }
    if let start { ranges.append(start..<text.count) }
    return ranges
  }

  /// The words of a text, folded, in order.
  public static func folded(of text: String) -> [String] {
    var bytes: [UInt8] = []
    var text = text
    text.makeContiguousUTF8()
    Fold.append(text.utf8.span, to: &bytes)
    return ranges(in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}
