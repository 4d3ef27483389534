/// A text that was made UTF-8 twice: its bytes were taken for Windows-1252 or Latin-1, so that it has `Ã©`
/// for `é`.
enum TwiceEncoded {
  /// As many characters must be so, and all that are not ASCII.
  private static let enough = 4

  /// The text as it was before; nil where it was not made UTF-8 twice. Linear, and done at the first
  /// character that stands otherwise.
  ///
  /// - Parameter text: valid UTF-8.
  static func undone(_ text: [UInt8]) -> [UInt8]? {
    guard isOne(text.span) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      if text[at] < 0x80 {
        bytes.append(text[at])
        at += 1
      } else if let byte = byte(text.span, at: &at) {
        bytes.append(byte)
      }
    }
    return UTF8Repair.firstFault(in: bytes.span) == nil ? bytes : nil
  }

  /// Whether the first bytes of a text, of which the last character may be cut, are of such a one.
  static func begins(_ head: Span<UInt8>) -> Bool {
    var end = head.count
    while end > 0, head[end - 1] >= 0x80 { end -= 1 }
    return isOne(head.extracting(first: end))
  }

  /// Whether all characters that are not ASCII stand for bytes that are one in UTF-8.
  private static func isOne(_ text: Span<UInt8>) -> Bool {
    var characters = 0
    var at = 0
    while at < text.count {
      guard text[at] >= 0x80 else {
        at += 1
        continue
      }
      guard let lead = byte(text, at: &at), let length = length(from: lead) else { return false }
      for _ in 1..<length {
        guard let next = byte(text, at: &at), 0x80..<0xC0 ~= next else { return false }
      }
      characters += 1
    }
    return characters >= enough
  }

  /// How many bytes a character has that begins with a byte; nil where none of several bytes does.
  private static func length(from lead: UInt8) -> Int? {
    switch lead {
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: nil
    }
  }

  /// The byte that the character at a place, which is not ASCII, was taken for; nil where no byte was.
  private static func byte(_ text: Span<UInt8>, at: inout Int) -> UInt8? {
    guard at < text.count, text[at] >= 0xC2 else { return nil }
    let length = text[at] < 0xE0 ? 2 : 3
    guard text[at] < 0xF0, at + length <= text.count else { return nil }
    let character = text.extracting(at..<at + length)
    at += length
    // U+0080 to U+00FF: Latin-1, and what Windows-1252 leaves out.
    if character[0] < 0xC4 { return character[0] << 6 | character[1] & 0x3F }
    return Windows1252.byte(of: character)
  }
}
