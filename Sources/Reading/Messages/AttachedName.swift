/// Tells an attachment by the form of its file's name, which is the same in all languages.
enum AttachedName {
  /// Where the name stands in a line such as `<bifogat: 00000042-PHOTO-2025-06-07-15-13-20.jpg>` or
  /// `IMG-20250217-WA0001.jpg (fil bifogad)`; nil where the line is no such thing.
  static func range(in line: [UInt8]) -> Range<Int>? {
    switch line.last {
    case 0x3E where line.first == 0x3C:
      guard let colon = firstPlace(of: colon, in: line), isNumbered(line.span, at: colon + 2)
      else { return nil }
      return colon + 2..<line.count - 1
    case 0x29 where begins(line[...]):
      // A bracket that closes before may be the mark's, and what follows it a caption with a smiley at its end.
      guard let bracket = line.lastIndex(of: 0x28), line[bracket - 1] == 0x20,
        line[bracket...].firstIndex(of: 0x29) == line.count - 1
      else { return nil }
      return 0..<bracket - 1
    default: return nil
    }
  }

  /// Whether a text begins with the mark of a file that iOS attached: `<附件：00000042-PHOTO-…`.
  static func isMarked(_ text: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    var at = skippingMarks(bytes, at: text.lowerBound)
    guard at < text.upperBound, bytes[at] == 0x3C else { return false }
    let end = min(text.upperBound, at + longestWord)
    while at < end, bytes[at] != 0x0A, bytes[at] != 0x3E {
      let isWide =
        bytes[at] == 0xEF && at + 2 < end && bytes[at + 1] == 0xBC && bytes[at + 2] == 0x9A
      at += isWide ? 3 : 1
      if isWide || bytes[at - 1] == 0x3A {
        return isNumbered(bytes, at: skippingBlanks(bytes, at: at))
      }
    }
    return false
  }

  /// Whether a text begins with a name as Android gives it: `IMG-20250217-WA0001.jpg`.
  static func begins(_ text: ArraySlice<UInt8>) -> Bool {
    let text = Array(text.prefix(15))
    return text.count == 15 && text[..<3].allSatisfy { (0x41...0x5A).contains($0) }
      && text[3] == 0x2D && hasEightDigits(text.span, at: 4)
      && text[12...].elementsEqual(fromWhatsApp)
  }

  private static let colon = Array(": ".utf8)
  private static let fromWhatsApp = Array("-WA".utf8)

  /// Bytes before the name in the mark of iOS at most.
  private static let longestWord = 64

  /// Whether a name as iOS gives it stands at a place: `00000042-PHOTO-2025-06-07-15-13-20.jpg`.
  private static func isNumbered(_ text: Span<UInt8>, at place: Int) -> Bool {
    hasEightDigits(text, at: place) && text[place + 8] == 0x2D
  }

  /// Whether eight digits, and something more, stand at a place.
  private static func hasEightDigits(_ text: Span<UInt8>, at place: Int) -> Bool {
    place + 8 < text.count && (place..<place + 8).allSatisfy { text[$0] &- 0x30 < 10 }
  }
}
