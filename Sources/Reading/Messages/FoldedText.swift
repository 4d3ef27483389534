/// A line reduced to what WhatsApp's phrases are compared by, with the way back to the original.
///
/// Marks are gone, runs of blanks and line ends are one space, typographic quotation marks and apostrophes are
/// plain ones (without the blanks that French puts inside them), French inclusive endings (`·e`,
/// `(e)`) are gone, and so is a dot at the end.
struct FoldedText {
  /// The folded bytes.
  private(set) var bytes: [UInt8] = []
  /// Where each of them stood.
  private var origins: [Int] = []
  private var end = 0

  /// Longer lines are cut here: no phrase of WhatsApp's is longer.
  static let limit = 2_048

  /// Folds a range of a text, which becomes the content.
  mutating func fold(_ text: Span<UInt8>, _ range: Range<Int>) {
    bytes.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    let upper = min(range.upperBound, range.lowerBound + FoldedText.limit)
    var at = range.lowerBound
    var skipsBlanks = true
    while at < upper {
      let byte = text[at]
      if byte < 0x80, byte > 0x20, byte != 0x28 {
        append(byte, at)
        skipsBlanks = false
        at += 1
        continue
      }
      let mark = markLength(text, at: at)
      if mark > 0 {
        at += mark
        continue
      }
      let blank = byte == 0x0A ? 1 : blankLength(text, at: at)
      if blank > 0 {
        if !skipsBlanks { append(0x20, at) }
        skipsBlanks = true
        at += blank
        continue
      }
      let ending = inclusiveEnding(text, at, upper)
      if ending > 0 {
        at += ending
        continue
      }
      let (folded, length) = quotation(text, at, upper)
      if let folded {
        let opens = length == 2 && text[at + 1] == 0xAB
        if length == 2, !opens, bytes.last == 0x20 { removeLast() }
        append(folded, at)
        skipsBlanks = opens
        at += length
        continue
      }
      append(byte, at)
      skipsBlanks = false
      at += 1
    }
    end = upper
    if bytes.last == 0x20 { removeLast() }
    if bytes.last == 0x2E { removeLast() }
  }

  /// Drops what stands from `place` on.
  mutating func cut(at place: Int) {
    while bytes.count > max(0, place) { removeLast() }
  }

  /// Whether `other` stands at `place`.
  func has(_ other: [UInt8], at place: Int) -> Bool {
    guard place >= 0, place + other.count <= bytes.count else { return false }
    for index in 0..<other.count where bytes[place + index] != other[index] { return false }
    return true
  }

  /// The first place of `other` from `place` on.
  func first(_ other: [UInt8], from place: Int) -> Int? {
    firstPlace(of: other, in: bytes, from: place)
  }

  /// The original range of a range of ``bytes``.
  func original(_ range: Range<Int>) -> Range<Int> {
    let lower = range.lowerBound < origins.count ? origins[range.lowerBound] : end
    let upper = range.upperBound < origins.count ? origins[range.upperBound] : end
    return lower..<max(lower, upper)
  }

  private mutating func append(_ byte: UInt8, _ origin: Int) {
    bytes.append(byte)
    origins.append(origin)
  }

  private mutating func removeLast() {
    bytes.removeLast()
    end = origins.removeLast()
  }

  /// The plain form of a typographic quotation mark or apostrophe, and its bytes.
  private func quotation(_ text: Span<UInt8>, _ at: Int, _ upper: Int) -> (UInt8?, Int) {
    if text[at] == 0xC2, at + 1 < upper, text[at + 1] == 0xAB || text[at + 1] == 0xBB {
      return (0x22, 2)
    }
    guard text[at] == 0xE2, at + 2 < upper, text[at + 1] == 0x80 else { return (nil, 0) }
    switch text[at + 2] {
    case 0x98, 0x99: return (0x27, 3)
    case 0x9C, 0x9D, 0x9E, 0x9F: return (0x22, 3)
    default: return (nil, 0)
    }
  }

  /// The bytes of `(e)`, `(s)`, `·e`, `·s` or `·es` at `at`; 0 where none of them stands there.
  private func inclusiveEnding(_ text: Span<UInt8>, _ at: Int, _ upper: Int) -> Int {
    if text[at] == 0x28 {
      return at + 2 < upper && (text[at + 1] == 0x65 || text[at + 1] == 0x73)
        && text[at + 2] == 0x29 ? 3 : 0
    }
    guard text[at] == 0xC2, at + 2 < upper, text[at + 1] == 0xB7 else { return 0 }
    switch text[at + 2] {
    case 0x65: return at + 3 < upper && text[at + 3] == 0x73 ? 4 : 3
    case 0x73: return 3
    default: return 0
    }
  }
}
