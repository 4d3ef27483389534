import Diagnostics
import Model

/// A piece of an expression with its place.
struct Token {
  let kind: Kind
  let span: SourceSpan

  init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  /// The same token in a text in which `offset` bytes stand before this one.
  func shifted(by offset: Int) -> Token {
    guard case .fault(let fault) = kind else { return Token(kind, at: span.shifted(by: offset)) }
    return Token(.fault(fault.shifted(by: offset)), at: span.shifted(by: offset))
  }

  /// What a token can be.
  enum Kind: Hashable {
    /// A bare word: a name or a word of the grammar.
    case name(String)
    /// A name between back quotes: never a word of the grammar.
    case quotedName(String)
    case text(String)
    case int(Int64)
    case float(Double)
    case period(Period)
    case duration(SpanOfTime)
    /// `$name`.
    case parameter(String)
    case symbol(Symbol)
    /// Nothing is left of the call: the place of `|`, `;`, a line break or the end of the text.
    case end
    /// What cannot be read; it is an error only where the parser gets to it.
    case fault(Fault)
  }

  /// Signs of the grammar, longer ones first where one begins another; the raw value is how they
  /// are written.
  enum Symbol: String, CaseIterable {
    case open = "("
    case close = ")"
    case comma = ","
    case colon = ":"
    case range = ".."
    case dot = "."
    case exactlyEqual = "=="
    case equal = "="
    case unequal = "!="
    case matchesNot = "!~"
    case lessOrEqual = "<="
    case less = "<"
    case greaterOrEqual = ">="
    case greater = ">"
    case matches = "~"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case remainder = "%"
    case underscore = "_"

    /// The signs that begin with a byte, in order.
    static let byFirstByte = Dictionary(grouping: allCases) { $0.rawValue.utf8.first ?? 0 }

    /// The relation it stands for; nil for `==`, which is `= exact`, and for any other sign.
    var relation: Expression.Relation? { Expression.Relation(rawValue: rawValue) }

    /// Whether it stands between the sides of a comparison.
    var compares: Bool { self == .exactlyEqual || relation != nil }
  }
}

extension Token {
  /// Whether it is a name, bare or between back quotes.
  var isName: Bool {
    switch kind {
    case .name, .quotedName: true
    default: false
    }
  }

  /// The bare name that it is; nil for anything else.
  var name: String? {
    if case .name(let name) = kind { name } else { nil }
  }

  /// Whether it is a name that can be given to something.
  var isFreeName: Bool {
    if case .name(let word) = kind { !Keyword.isReserved(word) } else { isName }
  }

  /// Whether it stands between the sides of a comparison.
  var compares: Bool {
    if case .symbol(let symbol) = kind { symbol.compares } else { false }
  }

  /// Whether it is a number without a unit.
  var isNumber: Bool {
    switch kind {
    case .int, .float: true
    default: false
    }
  }
}
