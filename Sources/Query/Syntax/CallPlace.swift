import Diagnostics

/// What the tokens of a stage call say of the place behind them: what may be written there next.
///
/// The call need not parse: it is read as far as it goes.
public struct CallPlace: Sendable, Hashable {
  /// What may come next.
  public enum Next: Sendable, Hashable {
    /// A value: a column, a function, a literal. It is compared with the values of a column where one
    /// stands before the comparison.
    case value(comparedWith: String?)
    /// A regular expression between quotes, which the values of a column are matched with where one
    /// stands before it.
    case pattern(matchedWith: String?)
    /// A comparison of the value before, which is a column where it has a name; or what may follow a
    /// value anyway.
    case comparison(of: String?)
    /// Only what follows a whole condition: `and`, `or`, a word of the stage.
    case junction
    /// A column of another table: `sender in members.`.
    case column(of: String)
  }

  /// What may come next.
  public let next: Next

  /// Whether a word that begins a group stands before it, `by` or `per`.
  public let isInGroup: Bool

  /// Whether `in` stands before it, behind which another table may be named.
  public let isBehindIn: Bool

  /// The place at the end of a call's text, which begins with the name of a stage; a word that is only
  /// begun is not part of it.
  public init(atEndOf call: String) {
    var lexer = Lexer(call)
    var tokens: [Token.Kind] = []
    while true {
      let kind = lexer.next().kind
      if kind == .end { break }
      tokens.append(kind)
      if case .fault = kind { break }
    }
    tokens = Array(tokens.dropFirst())
    isInGroup = tokens.contains { $0 == .name("by") || $0 == .name("per") }
    isBehindIn = tokens.last == .name("in")
    next = CallPlace.next(after: tokens)
  }

  private static func next(after tokens: [Token.Kind]) -> Next {
    guard let last = tokens.last else { return .value(comparedWith: nil) }
    if last == .symbol(.dot), case .name(let table)? = tokens.dropLast().last,
      tokens.dropLast(2).last == .name("in")
    {
      return .column(of: table)
    }
    guard last.endsValue else {
      let column = columnCompared(atEndOf: tokens)
      return tokens.last { $0 != .name("exact") }?.matches == true
        ? .pattern(matchedWith: column) : .value(comparedWith: column)
    }
    let before = tokens.dropLast()
    if last.isLiteral || before.last == .symbol(.range) || before.last?.compares == true {
      return .junction
    }
    guard case .name(let name) = last else { return .comparison(of: nil) }
    return before.last == .symbol(.dot) ? .junction : .comparison(of: name)
  }

  /// The column on the left of the comparison that the tokens end in; nil where they end in none.
  private static func columnCompared(atEndOf tokens: [Token.Kind]) -> String? {
    var rest = tokens[...]
    switch rest.last {
    // Back over what the value is the other end of: in 2025-01.., between 1 and
    case .symbol(.range): rest = withoutSum(rest.dropLast())
    case .name("and"):
      rest = withoutSum(rest.dropLast())
      guard rest.last == .name("between") else { return nil }
    default: break
    }
    // Back to the bracket of a list: in ("Ana", …
    if rest.last == .symbol(.comma) || rest.last == .symbol(.open) {
      while let kind = rest.last, kind.standsInSum || [.comma, .range].contains(kind.symbol) {
        rest.removeLast()
      }
      guard rest.popLast() == .symbol(.open), rest.last == .name("in") else { return nil }
    }
    if rest.last == .name("exact") { rest.removeLast() }
    guard let comparison = rest.popLast(), comparison.compares else { return nil }
    if rest.last == .name("not") { rest.removeLast() }
    switch rest.last {
    case .name(let name), .quotedName(let name): return name
    default: return nil
    }
  }

  /// Tokens without the sum of values that they end in: `newest - 7d`.
  private static func withoutSum(_ tokens: ArraySlice<Token.Kind>) -> ArraySlice<Token.Kind> {
    tokens.dropLast(tokens.reversed().prefix(while: \.standsInSum).count)
  }
}

extension Token.Kind {
  /// Whether a value may end with it.
  fileprivate var endsValue: Bool {
    switch self {
    case .name(let word):
      !Keyword.allCases.map(\.rawValue).contains(word)
        || [.null, .true, .false].contains(Keyword(rawValue: word))
    case .symbol(let symbol): symbol == .close || symbol == .underscore
    default: true
    }
  }

  /// Whether it is a value that is written out.
  fileprivate var isLiteral: Bool {
    switch self {
    case .text, .int, .float, .period, .duration, .parameter: true
    default: false
    }
  }

  /// Whether it stands between the sides of a comparison.
  fileprivate var compares: Bool {
    switch self {
    case .symbol(let symbol): symbol.compares
    case .name(let word):
      Expression.Relation(rawValue: word) != nil || ["in", "between"].contains(word)
    default: false
    }
  }

  /// The sign that it is; nil for anything else.
  fileprivate var symbol: Token.Symbol? {
    if case .symbol(let symbol) = self { symbol } else { nil }
  }

  /// Whether a regular expression stands behind it.
  fileprivate var matches: Bool { [.matches, .matchesNot].contains(symbol) }

  /// Whether it may be a part of a sum of values without brackets.
  fileprivate var standsInSum: Bool {
    switch self {
    case .name, .quotedName: endsValue
    case .symbol(let symbol): [.plus, .minus].contains(symbol)
    default: isLiteral
    }
  }
}
