/// The text as a terminal may be given it: control characters, escape sequences and the marks that
/// turn the direction of writing are shown as visible marks, everything else is as it was.
///
/// Every path to the screen goes through here: tables, the reading view, errors, completion lists,
/// progress. Line breaks and tabs become visible too; whoever lays out lines splits them first.
/// The joiner inside an emoji, U+200E and U+202F of honest text stay. WhatsApp's own marks around a
/// mention (`@`, U+2068, the name, U+2069) are balanced and harmless: they are left out.
public func visible(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 >= 0xC2 }) else { return text }
  guard text.unicodeScalars.contains(where: isHidden) else { return text }
  var shown = String.UnicodeScalarView()
  var mentionEnd: String.Index?
  let scalars = text.unicodeScalars
  for index in scalars.indices {
    let scalar = scalars[index]
    if index == mentionEnd { continue }
    if scalar == firstStrongIsolate, shown.last == "@" {
      mentionEnd = scalars[index...].dropFirst().firstIndex(where: isHidden)
      if let end = mentionEnd, scalars[end] == popIsolate { continue }
      mentionEnd = nil
    }
    if isHidden(scalar) {
      shown.append(contentsOf: mark(of: scalar).unicodeScalars)
    } else {
      shown.append(scalar)
    }
  }
  return String(shown)
}

private let firstStrongIsolate: Unicode.Scalar = "\u{2068}"
private let popIsolate: Unicode.Scalar = "\u{2069}"

/// The text with each line break kept and all else as ``visible(_:)`` shows it.
public func visibleLines(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { visible(String($0)) }
    .joined(separator: "\n")
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F: true
  // Embeddings, overrides and isolates; line and paragraph separators; the interlinear and tag
  // characters, which no terminal shows.
  case 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0xFFF9...0xFFFB, 0xE0001: true
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
