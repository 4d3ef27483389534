import Model

/// A class `[…]` made ready for folded text.
///
/// What its members fold to is added to them; they themselves no longer occur in folded text. A
/// member that folds to two characters becomes an alternative, `[aœ]` is `(?:oe|[aœ])`; in a
/// negated class it has no meaning left and is passed over. Escapes stay as they are.
struct FoldedClass {
  private let written: [Unicode.Scalar]
  private var index: Int
  /// Characters that members fold to.
  private var added: Set<Unicode.Scalar> = []
  /// Spellings of two characters that members fold to.
  private var pairs: Set<String> = []

  /// The fold of a class as it is written, with its brackets, in a pattern that compiles.
  init(_ written: [Unicode.Scalar]) {
    self.written = written
    index = 1
    if isNegated { index = 2 }
    readMembers()
  }

  private var isNegated: Bool { written.count > 1 && written[1] == "^" }

  /// What stands for the class.
  var source: String {
    var text = String.UnicodeScalarView()
    let opening = isNegated ? 2 : 1
    text.append(contentsOf: written[..<opening])
    for scalar in added.sorted() {
      text.append(contentsOf: FoldedPattern.escaped(scalar, isSafe: true).unicodeScalars)
    }
    // These two stand for themselves only at the very start.
    if !added.isEmpty, written[opening] == "]" || written[opening] == "-" { text.append("\\") }
    text.append(contentsOf: written[opening...])
    if pairs.isEmpty || isNegated { return String(text) }
    return "(?:" + pairs.sorted().joined(separator: "|") + "|" + String(text) + ")"
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    let folded = Fold.scalars(of: scalar)
    if folded.count == 1, folded[0] != scalar { added.insert(folded[0]) }
    if folded.count == 2 { pairs.insert(folded.map(String.init).joined()) }
  }

  private enum Member {
    case character(Unicode.Scalar)
    /// A dash that was not escaped.
    case dash
    /// One that stands for many, or is written by its number.
    case other
  }

  private mutating func readMembers() {
    // The member before, where it can begin a range; whether a dash has come after it.
    var first: Unicode.Scalar?
    var isRange = false
    while index < written.count - 1 {
      switch next() {
      case .dash where first != nil && !isRange: isRange = true
      case .character(let high):
        if isRange, let low = first, low <= high {
          for scalar in Fold.changing(in: low...high) { add(scalar) }
          first = nil
        } else {
          add(high)
          first = high
        }
        isRange = false
      case .dash, .other:
        first = nil
        isRange = false
      }
    }
  }

  private mutating func next() -> Member {
    let scalar = written[index]
    index += 1
    if scalar == "-" { return .dash }
    if scalar == "[", let end = PatternTokens.endOfNamedClass(in: written, at: index) {
      index = end
      return .other
    }
    guard scalar == "\\" else { return .character(scalar) }
    let escape = PatternEscape(in: written, at: index)
    index = escape.end
    switch escape.kind {
    case .character(let scalar): return .character(scalar)
    // What is quoted reads the same without the quotation, but for a dash.
    case .quote, .endOfQuote, .other: return .other
    }
  }
}
