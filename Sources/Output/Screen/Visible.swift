/// The text as a terminal may be given it: control characters, escape sequences and the marks that
/// turn the direction of writing are shown as visible marks, everything else is as it was.
///
/// Every path to the screen goes through here: tables, the reading view, errors, completion lists,
/// progress. Line breaks and tabs become visible too; whoever lays out lines splits them first.
/// The joiner inside an emoji, U+200E and U+202F of honest text stay. WhatsApp's own marks around a
/// mention (`@`, U+2068, the name, U+2069) and around a phone number (U+202A, the number, U+202C)
/// are balanced and harmless: they are left out.
public func visible(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 >= 0xC2 }) else { return text }
  guard text.unicodeScalars.contains(where: isHidden) else { return text }
  return visiblePieces(of: text).map(\.text).joined()
}

/// The text with each line break kept and all else as ``visible(_:)`` shows it.
public func visibleLines(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { visible(String($0)) }
    .joined(separator: "\n")
}

/// A user-perceived character as the screen shows it.
struct VisiblePiece {
  /// What is shown: the character itself, or marks.
  let text: String
  /// The columns it takes.
  let width: Int
  /// Its bytes in the true text, half-open.
  let bytes: Range<Int>
}

/// The characters of a text as the screen shows them, with the way back to the true text.
func visiblePieces(of text: String) -> [VisiblePiece] {
  var pieces: [VisiblePiece] = []
  var offset = 0
  var wrappingEnd: String.Index?
  for index in text.indices {
    let character = text[index]
    let bytes = offset..<(offset + character.utf8.count)
    offset = bytes.upperBound
    if index == wrappingEnd { continue }
    if let end = endOfWrapping(in: text, openedAt: index, after: pieces.last?.text) {
      wrappingEnd = end
      continue
    }
    if character.unicodeScalars.contains(where: isHidden) {
      let marks = character.unicodeScalars.map { isHidden($0) ? mark(of: $0) : String($0) }.joined()
      pieces.append(VisiblePiece(text: marks, width: displayWidth(of: marks), bytes: bytes))
    } else {
      pieces.append(
        VisiblePiece(text: String(character), width: displayWidth(of: character), bytes: bytes))
    }
  }
  return pieces
}

/// The mark that closes the mention or phone number that the mark at `index` opens; nil where it
/// opens none, or where anything hidden comes first.
private func endOfWrapping(
  in text: String, openedAt index: String.Index, after previous: String?
) -> String.Index? {
  let close: Character
  switch text[index] {
  case "\u{2068}" where previous == "@": close = "\u{2069}"
  case "\u{202A}": close = "\u{202C}"
  default: return nil
  }
  let inner = text[text.index(after: index)...].prefix { character in
    !character.unicodeScalars.contains(where: isHidden)
  }
  guard inner.endIndex < text.endIndex, text[inner.endIndex] == close else { return nil }
  return close == "\u{2069}" || isPhoneNumber(inner) ? inner.endIndex : nil
}

private func isPhoneNumber(_ text: Substring) -> Bool {
  text.contains { $0.isASCII && $0.isNumber }
    && text.allSatisfy { "0123456789+()-.\u{2011}\u{A0} ".contains($0) }
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F: true
  // Embeddings, overrides and isolates; line and paragraph separators; the interlinear and tag
  // characters, which no terminal shows, and two that are no characters, which XML refuses.
  case 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0001:
    true
  default: false
  }
}

private func mark(of scalar: Unicode.Scalar) -> String {
  switch scalar.value {
  case 0x0A: return "⏎"
  case 0x09: return "⇥"
  // The control pictures begin at U+2400 in the order of the control characters.
  case 0x00...0x1F: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "?"
  case 0x7F: return "␡"
  default:
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "⟨U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits + "⟩"
  }
}
