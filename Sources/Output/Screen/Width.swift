import Model

/// How many columns of a terminal a text takes; it must hold no control characters (see
/// ``visible(_:)``).
public func displayWidth(of text: some StringProtocol) -> Int {
  // Printable ASCII, the common case, is one column a byte.
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The same of UTF-8, without making a text of what is mostly there. Linear.
func displayWidth(of text: Span<UInt8>) -> Int {
  var width = 0
  var place = 0
  // The scalar before, which what follows may make one character with, and what it counts for.
  var (last, lastWidth) = (0, 0)
  while place < text.count {
    let (scalar, length) = text.scalar(at: place)
    if let own = separateWidth(of: scalar) {
      (last, lastWidth) = (place, own)
      width += own
      place += length
      continue
    }
    // What is not separate may make one character with the scalar after it too: it ends where two in a
    // row are separate.
    var end = place + length
    var isSeparate = false
    while end < text.count {
      let (next, length) = text.scalar(at: end)
      let wasSeparate = isSeparate
      isSeparate = separateWidth(of: next) != nil
      if wasSeparate, isSeparate { break }
      end += length
    }
    var bytes: [UInt8] = []
    bytes.append(copying: text.extracting(last..<end))
    width += displayWidth(of: String(decoding: bytes, as: UTF8.self)) - lastWidth
    (last, lastWidth, place) = (end, 0, end)
  }
  return width
}

/// The width of a scalar that never makes one character with another of these, so that each counts by
/// itself; nil for all others.
@inline(__always)
private func separateWidth(of scalar: UInt32) -> Int? {
  switch scalar {
  case 0x20...0x7E: 1
  // What may be an emoji.
  case 0xA9, 0xAE, 0x203C, 0x2049: nil
  // Latin, then Greek and Cyrillic without their combining marks, punctuation without format characters,
  // and currencies.
  case 0xA0...0x2FF, 0x370...0x482, 0x48A...0x52F, 0x2010...0x2027, 0x202F...0x205E,
    0x20A0...0x20BF:
    1
  // Kana without their combining marks, ideographs, syllables of Hangul.
  case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3: 2
  default: nil
  }
}

/// How many columns of a terminal a user-perceived character takes: 0, 1 or 2.
///
/// An emoji is 2 however many scalars make it (a family, a flag, a keycap); else the scalars add
/// up, wide ones as 2, marks and format characters as 0, as the terminals in use count them.
public func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  if first.value < 0x7F, scalars.count == 1 { return first.value < 0x20 ? 0 : 1 }
  if isEmoji(scalars, first) { return 2 }
  return Swift.min(2, scalars.reduce(0) { $0 + width(of: $1) })
}

private func isEmoji(_ scalars: Character.UnicodeScalarView, _ first: Unicode.Scalar) -> Bool {
  if first.properties.isEmojiPresentation { return true }
  // U+FE0F asks for the emoji form of a character that is text by itself: ❤️, 1️⃣.
  return first.properties.isEmoji && scalars.contains { $0.value == 0xFE0F }
}

private func width(of scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
    // The soft hyphen is a format character that terminals draw.
    return scalar.value == 0xAD ? 1 : 0
  default: return isWide(scalar.value) ? 2 : isJamoTail(scalar.value) ? 0 : 1
  }
}

/// Vowels and finals of Hangul join the syllable before them.
private func isJamoTail(_ value: UInt32) -> Bool {
  (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
}

private func isWide(_ value: UInt32) -> Bool {
  guard value >= 0x1100 else { return false }
  var low = 0
  var high = wideRanges.count
  while low < high {
    let middle = (low + high) / 2
    if wideRanges[middle].1 < value { low = middle + 1 } else { high = middle }
  }
  return low < wideRanges.count && wideRanges[low].0 <= value
}
