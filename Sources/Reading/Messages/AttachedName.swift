/// Tells an attachment by the form of its file's name, which is the same in all languages.
enum AttachedName {
  /// Where the name stands in a line such as `<bifogat: 00000042-PHOTO-2025-06-07-15-13-20.jpg>` or
  /// `IMG-20250217-WA0001.jpg (fil bifogad)`; nil where the line is no such thing.
  static func range(in line: [UInt8]) -> Range<Int>? {
    switch line.last {
    case 0x3E where line.first == 0x3C:
      guard let colon = firstPlace(of: colon, in: line), hasDigits(8, in: line, at: colon + 2),
        line[colon + 10] == 0x2D
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

  /// Whether a text begins with a name as Android gives it: `IMG-20250217-WA0001.jpg`.
  static func begins(_ text: ArraySlice<UInt8>) -> Bool {
    let text = Array(text.prefix(15))
    return text.count == 15 && text[..<3].allSatisfy { (0x41...0x5A).contains($0) }
      && text[3] == 0x2D && hasDigits(8, in: text, at: 4) && text[12...].elementsEqual(fromWhatsApp)
  }

  private static let colon = Array(": ".utf8)
  private static let fromWhatsApp = Array("-WA".utf8)

  /// Whether so many digits, and something more, stand at a place.
  private static func hasDigits(_ count: Int, in text: [UInt8], at place: Int) -> Bool {
    place + count < text.count
      && text[place..<place + count].allSatisfy { (0x30...0x39).contains($0) }
  }
}
