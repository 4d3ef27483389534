import Diagnostics

extension Lexer {
  /// The end of the name that starts at an offset; the offset itself where none does.
  func nameEnd(from start: Int) -> Int {
    guard let first = scalar(at: start), first.properties.isAlphabetic else { return start }
    var end = start
    while let scalar = scalar(at: end), scalar.continuesName {
      end += UTF8.width(scalar)
    }
    return end
  }

  /// Whether a character that could be of a name stands at an offset.
  func nameGoesOn(at offset: Int) -> Bool {
    scalar(at: offset).map(\.continuesName) ?? false
  }

  /// A name between back quotes; the position is at the first.
  mutating func quotedName() throws(Fault) -> Token.Kind {
    let start = position
    position += 1
    while !lineEnds(at: position), !next(is: "`") { position += 1 }
    guard next(is: "`") else {
      throw Fault(
        "this back quote is never closed", at: SourceSpan(start, start + 1),
        help: "a name ends on its line, with another `")
    }
    let name = text(SourceSpan(start + 1, position))
    position += 1
    guard !name.isEmpty else {
      throw Fault("a name is missing between the back quotes", at: SourceSpan(start, position))
    }
    return .quotedName(name)
  }

  /// `$name`; the position is at the `$`.
  mutating func parameter() throws(Fault) -> Token.Kind {
    let start = position
    let end = nameEnd(from: start + 1)
    guard end > start + 1 else {
      position = start + 1
      throw Fault(
        "a name is missing after $", at: SourceSpan(start, position),
        help: "a parameter is written $name")
    }
    position = end
    return .parameter(text(SourceSpan(start + 1, end)))
  }
}

extension Unicode.Scalar {
  /// Whether it may stand in a name after the first letter: a letter, a digit, `_`, or an accent
  /// that is a code point of its own.
  var continuesName: Bool {
    if isASCII {
      switch self {
      case "a"..."z", "A"..."Z", "0"..."9", "_": return true
      default: return false
      }
    }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return properties.isAlphabetic
    }
  }
}
