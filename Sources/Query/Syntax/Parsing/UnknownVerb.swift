public import Diagnostics
import Model

extension Grammar {
  /// The complaint about a name at the head of a call that is no verb and no table, with what was
  /// probably meant.
  ///
  /// - Parameters:
  ///   - name: what stands there.
  ///   - line: the call as written, to be searched for instead; where it is the name alone, the
  ///     name.
  ///   - sources: the tables and the names given by `let`.
  public func unknownVerb(
    _ name: Name, line: String? = nil, sources: some Sequence<String>
  ) -> Diagnostic {
    if let complaint = functionCalled(name, line: line) { return complaint }
    if let foreign = ForeignWord.verb(name.text, in: self) {
      return .usage(foreign.message, at: name.span, help: foreign.example.map { "like: \($0)" })
    }
    if let table = ForeignWord.tables[name.text.lowercased()]?.rawValue {
      return .usage("\(name.text) is spelt \(table) here", at: name.span, help: "like: \(table)")
    }
    if settings.contains(name.text) {
      return .usage(
        "no verb \(name.text)", at: name.span, help: "to set it: set \(line ?? name.text)")
    }
    let isAlone = line == nil || line == name.text
    if isAlone,
      let columns = TableDefinition.all.first(where: { $0.has(name.text) })
    {
      return .usage(
        "no verb \(name.text)", at: name.span,
        help: "like: \(columns.name.rawValue) | select \(name.text); or grep \(name.text)")
    }
    if let aggregate = Aggregate.named(String(name.text.prefix { $0 != "(" })) {
      return .usage(
        "no verb \(name.text)", at: name.span,
        help: "the aggregate is written \(aggregate.shortSignature), in summarize")
    }
    let known = StageSyntax.all.map(\.name) + verbs.keys.sorted() + Grammar.ownVerbs + sources
    return .usage(
      "no verb \(name.text)", at: name.span,
      help: suggestion(for: name.text, among: known) ?? searchHint(line ?? name.text))
  }

  /// The complaint about a function that is called where a verb stands, with a question that has the call; nil where
  /// none is.
  func functionCalled(_ head: Name, line: String?) -> Diagnostic? {
    let name = head.text.prefix { $0 != "(" }
    guard name.endIndex < head.text.endIndex, let function = Function.named(String(name)) else {
      return nil
    }
    if let line, let call = Parser.read(call: "where \(line)", in: self),
      case .stage(.where(let condition)) = call.kind, condition.isCondition
    {
      return .usage(
        "no verb \(name): it is a function", at: head.span, help: "to filter by it: where \(line)")
    }
    let typed = "extend value = \(line ?? head.text)"
    let required = function.parameters.filter { !$0.isOptional }
    let call =
      Parser.reads(call: typed, in: self)
      ? typed : "extend value = \(Parameter.signature(of: function.name, required))"
    return .usage(
      "no verb \(name): it is a function", at: head.span, help: "like: messages | \(call)")
  }

  /// What a verb, function or operator of another language is called here; nil where none is.
  public func spelling(of word: String) -> Diagnostic? {
    let place = SourceSpan(0, 0)
    let verb = word.lowercased().hasSuffix(" by") ? String(word.dropLast(3)) : word
    if let foreign = ForeignWord.verb(verb, in: self) {
      return .usage(foreign.message, at: place, help: foreign.example.map { "like: \($0)" })
    }
    if let foreign = ForeignFunction.named(word) {
      return .usage(
        "\(word) is spelt \(foreign.native) here", at: place,
        help: foreign.call.map { "like: \($0)" })
    }
    return ForeignWord.operator(word).map { .usage("\(word) is spelt \($0) here", at: place) }
  }

  /// The verb of another tool that a word is a slip of, as `ordr` of `order`; nil where none is close.
  public func foreignVerb(closeTo word: String) -> String? {
    nearestName(to: word, among: ForeignWord.verbs.flatMap(\.words))
  }

  /// The call of a stage that some words are, given to the verb of a name, of ours or of another tool:
  /// `take 3`, of `limit` and `3`. Nil where there is none.
  public func stage(meantBy name: String, with words: String) -> String? {
    if let stage = StageSyntax.named(name.lowercased())?.name {
      return ["\(stage) \(words)", "\(stage) by \(words)"].first {
        Parser.reads(call: $0, in: self)
      }
    }
    let verb = ForeignWord.verbs.first { $0.words.contains(name.lowercased()) }
    return verb?.calls(of: name.lowercased(), with: words[...], in: self)
  }

  /// How to search for a text; nil where there is no verb for it.
  func searchHint(_ text: String, in table: String? = nil) -> String? {
    guard verbs["grep"] != nil else { return nil }
    return "to search for it: \(table.map { "\($0) | " } ?? "")grep \(text)"
  }
}

extension Expression {
  /// Whether it says of a row that it holds or not, as it is written.
  fileprivate var isCondition: Bool {
    switch kind {
    case .comparison, .and, .or, .not, .membership, .between, .isNull: true
    case .literal, .parameter, .name, .call, .arithmetic, .negative: false
    }
  }
}
