/// A text in UTF-16, made UTF-8.
struct UTF16Text {
  /// The text, valid UTF-8.
  private(set) var bytes: [UInt8] = []

  /// How many U+FFFD stand for half a pair of surrogates or half a code unit.
  private(set) var replacements = 0

  /// Byte offset of the first of them; nil where there is none.
  private(set) var firstReplacement: Int?

  enum ByteOrder {
    case littleEndian
    case bigEndian
  }

  /// The byte order that a mark at the start of a file tells, or else its first sixteen code units:
  /// a header is written in characters whose high byte is 0, but for a few marks and blanks, and no other
  /// byte of it is. With it the bytes of the mark. Nil where the file is not in UTF-16.
  static func byteOrder(of file: [UInt8]) -> (order: ByteOrder, mark: Int)? {
    if file.starts(with: [0xFF, 0xFE]) { return (.littleEndian, 2) }
    if file.starts(with: [0xFE, 0xFF]) { return (.bigEndian, 2) }
    guard file.count >= 32 else { return nil }
    let zeros = (0..<32).filter { file[$0] == 0 }
    guard zeros.count >= 12, let side = zeros.first.map({ $0 % 2 }) else { return nil }
    guard zeros.allSatisfy({ $0 % 2 == side }) else { return nil }
    return (side == 1 ? .littleEndian : .bigEndian, 0)
  }

  /// Decodes what follows the mark. Linear.
  init(_ text: ArraySlice<UInt8>, _ order: ByteOrder) {
    bytes.reserveCapacity(text.count)
    var index = text.startIndex
    func unit(at index: Int) -> UInt16? {
      guard index + 1 < text.endIndex else { return nil }
      let (first, second) = (UInt16(text[index]), UInt16(text[index + 1]))
      return order == .littleEndian ? second << 8 | first : first << 8 | second
    }
    while index < text.endIndex {
      guard let code = unit(at: index) else {
        replace()
        break
      }
      index += 2
      if let scalar = Unicode.Scalar(code) {
        append(scalar)
      } else if UTF16.isLeadSurrogate(code), let next = unit(at: index),
        UTF16.isTrailSurrogate(next),
        let scalar = Unicode.Scalar(0x10000 + (UInt32(code) & 0x3FF) << 10 + UInt32(next) & 0x3FF)
      {
        index += 2
        append(scalar)
      } else {
        replace()
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private mutating func replace() {
    if firstReplacement == nil { firstReplacement = bytes.count }
    replacements += 1
    append("\u{FFFD}")
  }
}
