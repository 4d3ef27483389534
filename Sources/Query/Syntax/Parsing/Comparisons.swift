import Diagnostics

extension Parser {
  /// `compare`.
  mutating func comparison() throws(Diagnostic) -> Measured {
    let left = try sum()
    guard let compared = try compared(left) else { return left }
    subject = left.span
    try refuseMore(after: compared)
    return compared
  }

  /// An error where the token would go on with a comparison. A frame of its own, since ``comparison()`` has
  /// one at each level of brackets.
  private func refuseMore(after compared: Measured) throws(Diagnostic) {
    if token.kind == .symbol(.range), let range = rangeMeant(by: compared) {
      throw .usage("a range stands after in", at: token.span, help: "like: \(range)")
    }
    guard !comparisonFollows else {
      throw .usage(
        "one comparison follows another", at: token.span,
        help: bothMeant(by: compared).map { "like: \($0)" }
          ?? "join them by and, or put the first between brackets")
    }
  }

  /// The comparison that `left` begins; nil where none does.
  private mutating func compared(_ left: Measured) throws(Diagnostic) -> Measured? {
    if let comparison = signOfComparison() { return try compare(left, by: comparison) }
    let start = token.span
    if take("is") { return try nullTest(of: left, from: start) }
    let negated = take("not")
    if case .name(let word) = token.kind, let relation = Expression.Relation(rawValue: word) {
      advance()
      try checkWith(after: word, from: start)
      let exact = take("exact")
      let span = SourceSpan(start.lower, end(of: start))
      return try compare(left, by: .init(relation, negated: negated, exact: exact, at: span))
    }
    if take("in") { return try membership(of: left, negated: negated) }
    if take("between") { return try between(left, negated: negated) }
    if negated {
      throw expected(
        "has, contains, starts, ends, in or between",
        help: comparisonMeant(of: left.span, from: start.lower) ?? "the contrary of = is !=")
    }
    return nil
  }

  /// What `date = 2025-06` was meant to be where `..2025-08` follows it; nil where no value does.
  private func rangeMeant(by compared: Measured) -> Expression? {
    guard case .comparison(let value, _, let low) = compared.expression.kind else { return nil }
    var ahead = self
    ahead.advance()
    guard let high = try? ahead.sum() else { return nil }
    let range = Expression.Item(low, to: high.expression)
    return Expression(.membership(value, negated: false, .items([range])), at: compared.span)
  }

  /// What `5 < words` was meant to be where `< 10` follows it; nil where that compares something else, as
  /// the answer of the first.
  private func bothMeant(by compared: Measured) -> Expression? {
    guard case .comparison(_, _, let middle) = compared.expression.kind else { return nil }
    if case .literal = middle.kind { return nil }
    var ahead = self
    guard let comparison = ahead.signOfComparison(), let right = try? ahead.sum() else {
      return nil
    }
    let second = Expression(
      .comparison(middle, comparison, right.expression), at: middle.span.union(right.span))
    return Expression(.and([compared.expression, second]), at: compared.span)
  }

  /// How the comparison that is said in words from a place on is written of what stands at another; nil
  /// where that does not read.
  func comparisonMeant(of subject: SourceSpan, from start: Int) -> String? {
    guard !isTrial else { return nil }
    let words = words(from: start - origin)
    // What stands between brackets ends at one.
    for words in [words, String(words.prefix { $0 != ")" })] {
      guard let native = ComparisonInWords.native(words) else { continue }
      let comparison = "\(excerpt(subject)) \(native)"
      if Parser.reads(call: "where \(comparison)", in: grammar) { return "like: \(comparison)" }
    }
    return nil
  }

  /// Whether the token could only begin another comparison.
  private var comparisonFollows: Bool {
    switch token.kind {
    case .symbol(let symbol): symbol.compares
    case .name(let word):
      Expression.Relation(rawValue: word) != nil || ["is", "not", "in", "between"].contains(word)
    default: false
    }
  }

  /// `op [ "exact" ]`, passed over; nil where none is.
  private mutating func signOfComparison() -> Expression.Comparison? {
    guard case .symbol(let symbol) = token.kind else { return nil }
    let start = token.span
    if symbol == .exactlyEqual {
      advance()
      return .init(.equal, exact: true, at: start)
    }
    guard let relation = symbol.relation else { return nil }
    advance()
    let exact = take("exact")
    return .init(relation, exact: exact, at: SourceSpan(start.lower, end(of: start)))
  }

  private mutating func compare(
    _ left: Measured, by comparison: Expression.Comparison
  ) throws(Diagnostic) -> Measured {
    let right = try sum()
    return try node(
      .comparison(left.expression, comparison, right.expression), over: [left, right],
      from: left.span)
  }

  /// An error where `with` follows, as in `starts with "x"`.
  private func checkWith(after word: String, from start: SourceSpan) throws(Diagnostic) {
    guard token.kind == .name("with"), ["starts", "ends"].contains(word) else { return }
    switch following().kind {
    case .name(let next) where Keyword(rawValue: next) != nil: return
    case .text, .name, .quotedName, .parameter:
      throw .usage("\(word) with is spelt \(word) here", at: start.union(token.span))
    default: return
    }
  }

  private mutating func nullTest(
    of left: Measured, from start: SourceSpan
  ) throws(Diagnostic) -> Measured {
    let negated = take("not")
    guard take("null") else {
      let isNothing = ["empty", "missing", "none", "nil", "blank", "nothing"].contains(
        token.name ?? "")
      throw expected(
        "null",
        help: isNothing
          ? "where \(negated ? "something" : "nothing") is: is \(negated ? "not " : "")null; "
            + "of a list: length(…) \(negated ? ">" : "=") 0"
          : token.name.flatMap { suggestion(for: $0, among: ["null"]) }
            ?? comparisonMeant(of: left.span, from: start.lower)
            ?? "is asks for null alone; = compares")
    }
    return try node(.isNull(left.expression, negated: negated), over: [left], from: left.span)
  }

  private mutating func between(
    _ left: Measured, negated: Bool
  ) throws(Diagnostic) -> Measured {
    let low = try sum()
    guard take("and") else { throw expected("and", help: "like: between 1 and 5") }
    let high = try sum()
    return try node(
      .between(left.expression, negated: negated, low: low.expression, high: high.expression),
      over: [left, low, high], from: left.span)
  }

  // MARK: - Membership

  private mutating func membership(
    of left: Measured, negated: Bool
  ) throws(Diagnostic) -> Measured {
    var parts = [left]
    let collection = try collection(&parts)
    return try node(
      .membership(left.expression, negated: negated, collection), over: parts, from: left.span)
  }

  /// What stands after `in`; its expressions are added to `parts`.
  private mutating func collection(
    _ parts: inout [Measured]
  ) throws(Diagnostic) -> Expression.Collection {
    if token.kind == .name("exact") {
      throw .usage(
        "in compares without case and accents", at: token.span,
        help: "exactly: … == \"Ana\" or … == \"Bo\"")
    }
    if let table = columnOwner { return try column(of: table) }
    let open = token.span
    guard take(.open) else { return .items([try item(&parts)]) }
    var items = [try item(&parts)]
    while take(.comma) { items.append(try item(&parts)) }
    try close(open, expecting: "a comma or )")
    return .items(items)
  }

  /// `item`; its expressions are added to `parts`.
  mutating func item(_ parts: inout [Measured]) throws(Diagnostic) -> Expression.Item {
    let low = try sum()
    parts.append(low)
    guard take(.range) else { return Expression.Item(low.expression) }
    let high = try sum()
    parts.append(high)
    return Expression.Item(low.expression, to: high.expression)
  }

  /// The name before the dot of `members.name`; nil where none is.
  private var columnOwner: Name? {
    guard following().kind == .symbol(.dot) else { return nil }
    switch token.kind {
    case .name(let name) where !Keyword.isReserved(name): return Name(name, at: token.span)
    case .quotedName(let name): return Name(name, at: token.span)
    case .symbol(.underscore): return Name("_", at: token.span)
    default: return nil
    }
  }

  private mutating func column(of table: Name) throws(Diagnostic) -> Expression.Collection {
    advance()
    advance()
    return .column(table: table, column: try name("a column"))
  }
}
