/// The one-byte encoding of western European text.
enum Windows1252 {
  /// The text as UTF-8; nil where it holds one of the five bytes that the encoding leaves out.
  static func decoded(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + text.count / 8)
    for byte in text {
      switch byte {
      case 0..<0x80: bytes.append(byte)
      case 0x80..<0xA0:
        guard let scalar = upper[Int(byte - 0x80)] else { return nil }
        bytes.append(contentsOf: String(scalar).utf8)
      // From here on the encoding agrees with Unicode.
      default: bytes.append(contentsOf: [0xC0 | byte >> 6, 0x80 | byte & 0x3F])
      }
    }
    return bytes
  }

  /// The byte from 0x80 to 0x9F that stands for a character in UTF-8; nil where none does.
  static func byte(of character: Span<UInt8>) -> UInt8? {
    let scalar = String(decoding: character).unicodeScalars.first
    return upper.firstIndex { $0 != nil && $0 == scalar }.map { 0x80 + UInt8($0) }
  }

  /// What the bytes 0x80 to 0x9F stand for: the mapping that the Unicode consortium publishes as
  /// CP1252.TXT; nil where it has none.
  private static let upper: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]
}
