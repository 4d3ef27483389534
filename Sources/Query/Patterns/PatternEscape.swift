/// An escape sequence in the source of a regular expression.
struct PatternEscape {
  /// What it is.
  let kind: Kind
  /// The place after it in the source.
  let end: Int

  enum Kind {
    /// It stands for one character that is written in it, `\.`, or for the tabulator, `\t`.
    case character(Unicode.Scalar)
    /// `\Q`
    case quote
    /// `\E`
    case endOfQuote
    /// It matches by a rule of its own, or names a character by its number.
    case other
  }

  /// The escape whose backslash is before `start`.
  init(in source: [Unicode.Scalar], at start: Int) {
    guard start < source.count else {
      kind = .other
      end = start
      return
    }
    switch source[start] {
    case "Q": kind = .quote
    case "E": kind = .endOfQuote
    case "t": kind = .character("\t")
    case let scalar: kind = scalar.isASCIILetterOrDigit ? .other : .character(scalar)
    }
    end = PatternEscape.end(in: source, at: start)
  }

  /// The place after the escape with its letter at `start`.
  private static func end(in source: [Unicode.Scalar], at start: Int) -> Int {
    let rest = source[(start + 1)...]
    func end(after closing: Unicode.Scalar) -> Int {
      rest.dropFirst().firstIndex(of: closing).map { $0 + 1 } ?? source.count
    }
    switch (source[start], rest.first) {
    case ("p", "{"), ("P", "{"), ("x", "{"), ("o", "{"), ("N", "{"), ("g", "{"), ("k", "{"):
      return end(after: "}")
    case ("g", "<"), ("k", "<"): return end(after: ">")
    case ("g", "'"), ("k", "'"): return end(after: "'")
    case ("p", _), ("P", _), ("c", _): return min(start + 2, source.count)
    case ("x", _): return rest.prefix(2).prefix { $0.properties.isASCIIHexDigit }.endIndex
    case ("g", _): return rest.prefix { $0.isASCIIDigit || $0 == "+" || $0 == "-" }.endIndex
    case (let letter, _) where letter.isASCIIDigit: return rest.prefix { $0.isASCIIDigit }.endIndex
    default: return start + 1
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is one of the ten ASCII digits.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }

  /// Whether it is an ASCII letter or digit; they alone mean something after a backslash.
  var isASCIILetterOrDigit: Bool {
    isASCIIDigit || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }
}
