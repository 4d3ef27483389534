import Diagnostics

extension Parser {
  /// `primary`.
  mutating func primary() throws(Diagnostic) -> Measured {
    switch token.kind {
    case .text(let text): return try leaf(.literal(.text(text)))
    case .int(let int): return try leaf(.literal(.int(int)))
    case .float(let float): return try leaf(.literal(.float(float)))
    case .period(let period): return try leaf(.literal(.period(period)))
    case .duration(let duration): return try leaf(.literal(.duration(duration)))
    case .parameter(let name): return try leaf(.parameter(name))
    case .name(let name): return try word(name)
    case .quotedName(let name): return try named(name)
    case .symbol(.open): return try bracketed()
    case .symbol(.times):
      throw expected(
        "a value",
        help: "count() counts rows; a table has all its columns: messages | take 5")
    default: throw expected("a value")
    }
  }

  /// What a bare word stands for.
  private mutating func word(_ word: String) throws(Diagnostic) -> Measured {
    switch word {
    case "true": return try leaf(.literal(.bool(true)))
    case "false": return try leaf(.literal(.bool(false)))
    case "null": return try leaf(.literal(.null))
    default: break
    }
    if let date = Literal.RelativeDate(rawValue: word) {
      guard following().kind != .symbol(.open) else {
        throw .usage("\(word) is written without brackets", at: token.span)
      }
      return try leaf(.literal(.relativeDate(date)))
    }
    guard Keyword(rawValue: word) == nil else { throw misplacedKeyword(word) }
    let small = word.lowercased()
    if small != word, ["true", "false", "null"].contains(small) {
      throw .usage("\(word) is spelt \(small) here", at: token.span)
    }
    return try named(word)
  }

  private mutating func misplacedKeyword(_ word: String) -> Diagnostic {
    if following().kind == .symbol(.open), Expression.Relation(rawValue: word) != nil {
      return .usage(
        "\(word) is no function", at: token.span,
        help: "it stands between two values: text \(word) \"…\"")
    }
    let startsItem = previous == nil || previous?.kind == .symbol(.comma)
    let isGroupWord = ["by", "per"].contains(word)
    if word == "not", let relation = previous?.name, Expression.Relation(rawValue: relation) != nil
    {
      return expected("a value", help: "not stands before it: not \(relation)")
    }
    if let help = sidesOfComparison { return expected("a value", help: help) }
    if Expression.Relation(rawValue: word) != nil, following().kind != .end {
      return expected("a value", help: "it stands between two values: body \(word) \"…\"")
    }
    return expected(
      "a value",
      help: startsItem && !isGroupWord
        ? "a column called so stands between back quotes: `\(word)`" : nil)
  }

  /// A column, or a call where a bracket follows.
  private mutating func named(_ name: String) throws(Diagnostic) -> Measured {
    let start = token.span
    guard following().kind == .symbol(.open) else { return try leaf(.name(name)) }
    advance()
    let open = token.span
    advance()
    try enter(at: open)
    var arguments: [Measured] = []
    if token.kind != .symbol(.close) {
      repeat { arguments.append(try disjunction()) } while take(.comma)
    }
    try close(open, expecting: "a comma or )")
    leave()
    return try node(
      .call(Name(name, at: start), arguments.map(\.expression)), over: arguments, from: start)
  }

  private mutating func bracketed() throws(Diagnostic) -> Measured {
    let open = token.span
    try enter(at: open)
    advance()
    let inner = try disjunction()
    try close(open, expecting: "an operator or )")
    leave()
    // The brackets belong to the place of what they hold, so that carets and spans are whole.
    let span = SourceSpan(open.lower, end(of: open))
    return Measured(expression: Expression(inner.expression.kind, at: span), height: inner.height)
  }

  /// The bracket that ends what `open` began.
  mutating func close(_ open: SourceSpan, expecting what: String) throws(Diagnostic) {
    guard !take(.close) else { return }
    if token.kind == .end { noteOpenEnd() }
    // What stands on a line of its own was hardly meant to go on inside the bracket.
    guard token.kind != .end, !tokenStartsLine else {
      throw .usage("this ( is never closed", at: open)
    }
    throw expected(what)
  }

  private var tokenStartsLine: Bool {
    guard let previous else { return false }
    return (previous.span.upper - origin..<token.span.lower - origin).contains {
      lexer.lineEnds(at: $0)
    }
  }

  /// A name where no value can stand: of a column or a table.
  mutating func name(_ what: String) throws(Diagnostic) -> Name {
    let name: String
    switch token.kind {
    case .name(let word):
      guard !Keyword.isReserved(word) else {
        throw expected(what, help: "a name like that stands between back quotes: `\(word)`")
      }
      name = word
    case .quotedName(let quoted): name = quoted
    default: throw expected(what)
    }
    let span = token.span
    advance()
    return Name(name, at: span)
  }
}
