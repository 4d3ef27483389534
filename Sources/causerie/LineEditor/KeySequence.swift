/// Tells characters that are typed into the line from the rest of a key's sequence: a function key
/// sends `ESC [ … letter`, Alt sends ESC before a letter (ECMA-48, xterm's control sequences).
struct KeySequence {
  private enum Place {
    case start
    /// After a key that gives the next one another meaning.
    case afterPrefix
    case afterEscape
    /// Before the letter or `~` that ends the sequence.
    case inParameters
  }

  private var place = Place.start

  /// Takes the next key; whether it is a character of its own.
  mutating func isText(_ key: Unicode.Scalar) -> Bool {
    switch (place, key) {
    case (.start, "\u{1B}"): place = .afterEscape
    case (.start, "\u{16}"), (.start, "\u{18}"): place = .afterPrefix
    case (.start, _): return !key.isControl
    case (.afterEscape, "["), (.afterEscape, "O"): place = .inParameters
    case (.inParameters, "\u{20}"..."\u{3F}"): break
    case (.afterPrefix, _), (.afterEscape, _), (.inParameters, _): place = .start
    }
    return false
  }
}
