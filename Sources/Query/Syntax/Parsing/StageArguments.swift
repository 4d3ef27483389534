import Diagnostics

extension Parser {
  /// The stage whose verb has just been read, and nothing after it.
  mutating func stage(_ syntax: StageSyntax) throws(Diagnostic) -> Stage {
    example = syntax.example
    begin()
    let stage = try syntax.read(&self)
    guard token.kind == .end else { throw leftover() }
    example = nil
    return stage
  }

  // MARK: - Columns

  /// `col { "," col }`.
  mutating func columns() throws(Diagnostic) -> [Stage.Column] {
    var columns = [try column()]
    while take(.comma) { columns.append(try column()) }
    return columns
  }

  /// `[ name "=" ] expr`.
  mutating func column() throws(Diagnostic) -> Stage.Column {
    guard token.isFreeName, following().kind == .symbol(.equal) else {
      return Stage.Column(try expression())
    }
    let name = try name("a column")
    advance()
    return Stage.Column(name: name, try expression())
  }

  /// The columns after `by` or `per`; none where the word is not there.
  mutating func group(_ word: String) throws(Diagnostic) -> [Stage.Column] {
    take(word) ? try columns() : []
  }

  /// Whether `fill` follows the keys of a group, which it passes over.
  mutating func fill(after keys: [Stage.Column]) -> Bool {
    !keys.isEmpty && take("fill")
  }

  mutating func names() throws(Diagnostic) -> [Name] {
    var names = [try name("a column")]
    while take(.comma) { names.append(try name("a column")) }
    return names
  }

  mutating func renamings() throws(Diagnostic) -> [Stage.Renaming] {
    var renamings: [Stage.Renaming] = []
    repeat {
      let new = try name("the new name")
      guard take(.equal) else {
        throw expected("=", help: "like: \(renamingMeant(of: new) ?? "rename who = sender")")
      }
      renamings.append(Stage.Renaming(new: new, old: try name("the column that gets it")))
    } while take(.comma)
    return renamings
  }

  /// The `rename` that `sender to who`, `sender, who` or `sender who` was meant to be, of which the first name
  /// has been read; nil where there is no other.
  private func renamingMeant(of old: Name) -> String? {
    let isBetween = token.kind == .symbol(.comma) || ["to", "into"].contains(token.name)
    let new = isBetween ? following() : token
    return new.name.map { "\(Stage.rename([.init(new: Name($0, at: new.span), old: old)]))" }
  }

  // MARK: - Order

  mutating func sortKeys() throws(Diagnostic) -> [Stage.SortKey] {
    var keys = [try sortKey()]
    while take(.comma) { keys.append(try sortKey()) }
    return keys
  }

  private mutating func sortKey() throws(Diagnostic) -> Stage.SortKey {
    let descending = take(.minus)
    return Stage.SortKey(try expression(), descending: descending)
  }

  mutating func top() throws(Diagnostic) -> Stage {
    let count = try amount()
    let keys = try group("per")
    guard take("by") else {
      let name = token.name.map(Spelling.name)
      let plain = "the largest: top \(count) by count; of each: top \(count) per sender by words"
      throw expected(
        keys.isEmpty ? "per or by" : "by",
        help: !keys.isEmpty || grammar.isVerb(token.name ?? "")
          ? nil
          : name.map {
            "the largest: top \(count) by \($0); the most frequent: "
              + "count by \($0) | top \(count) by count"
          } ?? (token.kind == .end ? plain : nil))
    }
    let order = try sortKey()
    guard token.kind == .symbol(.comma) else { return .top(count, per: keys, by: order) }
    let taken: Stage = keys.isEmpty ? .take(count) : .first(count, per: keys)
    throw .usage(
      "top orders by one value", at: token.span,
      help: "by several: \(sort(by: order)) | \(taken)")
  }

  /// The `sort` that puts first what `top` keeps: by its value, of which the token is behind, and those that
  /// follow.
  private func sort(by order: Stage.SortKey) -> Stage {
    var ahead = self
    ahead.advance()
    let others = (try? ahead.sortKeys()) ?? []
    return .sort(
      ([order] + others).map { Stage.SortKey($0.value, descending: !$0.descending) })
  }

  // MARK: - Numbers

  /// A number of rows, or a parameter; where neither stands here, `initial`.
  mutating func amount(orElse initial: Int? = nil) throws(Diagnostic) -> Stage.Amount {
    if case .parameter(let name) = token.kind {
      let span = token.span
      advance()
      return .parameter(Name(name, at: span))
    }
    if let initial {
      guard case .int = token.kind else { return .rows(initial) }
    }
    return .rows(try wholeNumber())
  }

  private mutating func wholeNumber() throws(Diagnostic) -> Int {
    guard case .int(let number) = token.kind else { throw expected("a whole number") }
    advance()
    return Int(number)
  }

  mutating func sample() throws(Diagnostic) -> Stage {
    let count = try amount()
    guard take("seed") else { return .sample(count, seed: nil) }
    return .sample(count, seed: UInt64(try wholeNumber()))
  }

  mutating func context() throws(Diagnostic) -> Stage {
    let before = try reach()
    let after = token.kind == .end ? before : try reach()
    return .context(before: before, after: after)
  }

  private mutating func reach() throws(Diagnostic) -> Stage.Reach {
    switch token.kind {
    case .int(let count):
      advance()
      return .messages(Int(count))
    case .duration(let span):
      advance()
      return .time(span)
    default: throw expected("a number of messages or a duration")
    }
  }
}
