/// Where a web address ends in running text.
///
/// It goes on to a character that no address holds: a blank, a control or a zero-width character,
/// one of `<>"` and `` ` ``, a punctuation mark of Chinese or Japanese, an emoji. Of the marks it
/// then ends in, the sentence keeps stops and quotes, closing brackets that the address itself does
/// not open, and a `*`, `_` or `~` of WhatsApp's formatting that also stands right before it.
enum AddressEnd {
  /// The end of the address whose scheme (or `www.`) is `head`.
  static func find(in text: Span<UInt8>, from head: Range<Int>) -> Int {
    var end = head.upperBound
    while end < text.count, !stops(text, at: end) { end += 1 }
    let opener = head.lowerBound > 0 ? text[head.lowerBound - 1] : 0
    return trimmed(text, head.upperBound..<end, opener: opener)
  }

  /// Whether the character that begins at a place is none of an address.
  private static func stops(_ text: Span<UInt8>, at place: Int) -> Bool {
    let byte = text[place]
    if byte < 0x80 { return byte <= 0x20 || byte == 0x7F || "<>\"`".utf8.contains(byte) }
    guard byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte >= 0xEF
    else { return false }
    switch text.scalar(at: place).value {
    case 0x80...0xA0, 0x1680: return true
    // Blanks and zero-width characters; ends of lines and directional marks; the invisible ones.
    case 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0xFEFF: return true
    // Punctuation of Chinese and Japanese, then its full-width forms.
    case 0x3000...0x303F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
      return true
    case 0x1F000...0x1FAFF: return true
    default: return false
    }
  }

  /// The end of a range without the marks that belong to the sentence around it.
  private static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>, opener: UInt8) -> Int {
    // How many more of each kind of bracket are opened than closed.
    var depths = [0, 0, 0]
    for place in range {
      if let (kind, step) = bracket(text[place]) { depths[kind] += step }
    }
    var end = range.upperBound
    while end > range.lowerBound {
      let start = Scalars.start(of: text, before: end)
      let byte = text[end - 1]
      if let (kind, step) = bracket(byte), step < 0, depths[kind] < 0 {
        depths[kind] += 1
      } else if !(isFormatting(byte) && byte == opener),
        !marks.contains(text.scalar(at: start).value)
      {
        break
      }
      end = start
    }
    return Swift.max(end, range.lowerBound)
  }

  /// Which kind of bracket a byte is, and 1 where it opens, -1 where it closes.
  private static func bracket(_ byte: UInt8) -> (kind: Int, step: Int)? {
    switch byte {
    case UInt8(ascii: "("): (0, 1)
    case UInt8(ascii: ")"): (0, -1)
    case UInt8(ascii: "["): (1, 1)
    case UInt8(ascii: "]"): (1, -1)
    case UInt8(ascii: "{"): (2, 1)
    case UInt8(ascii: "}"): (2, -1)
    default: nil
    }
  }

  private static let marks = Set(".,;:!?'«»‹›“”„‘’…".unicodeScalars.map(\.value))

  private static func isFormatting(_ byte: UInt8) -> Bool { "*_~".utf8.contains(byte) }
}
