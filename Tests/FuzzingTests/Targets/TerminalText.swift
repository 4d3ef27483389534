/// What a terminal may be given, told again without the help of `visible`.
enum TerminalText {
  /// Whether a terminal shows a character and does nothing else: no control, no change of the direction
  /// of writing.
  static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return false
    default: break
    }
    // Embeddings and overrides, isolates: UAX 9.
    return !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
      && !(0xFFF9...0xFFFB).contains(scalar.value) && scalar.value != 0xE0001
  }

  static func check(_ text: String, allowing allowed: Set<Unicode.Scalar> = []) throws(Fault) {
    for scalar in text.unicodeScalars where !isHarmless(scalar) && !allowed.contains(scalar) {
      throw Fault("U+\(String(scalar.value, radix: 16)) reaches the screen")
    }
  }

  /// Checks what a whole answer gives a terminal: lines, and where it is coloured, colours.
  static func check(screenText bytes: [UInt8], isColored: Bool) throws(Fault) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard isColored else { return try check(text, allowing: ["\n"]) }
    // ESC [ digits and semicolons m: ECMA-48, SGR.
    var plain = String.UnicodeScalarView()
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "\u{1B}", scalars.first == "[" else {
        plain.append(scalar)
        continue
      }
      let end = scalars.dropFirst().first { !("0"..."9").contains($0) && $0 != ";" }
      guard end == "m", let place = scalars.firstIndex(of: "m") else {
        throw Fault("an escape sequence that is no colour reaches the screen")
      }
      scalars = scalars[scalars.index(after: place)...]
    }
    try check(String(plain), allowing: ["\n"])
  }
}
