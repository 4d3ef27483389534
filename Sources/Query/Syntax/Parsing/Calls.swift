import Diagnostics
import Model

extension Parser {
  /// `call`; `word` is what stands before it, for messages.
  mutating func call(after word: String) throws(Diagnostic) -> Call {
    lexer.skipBlanks(acrossLines: word == "|")
    let head = lexer.headName
    let name = lexer.text(head)
    try count(at: head)
    if let syntax = StageSyntax.named(name) {
      lexer.position = head.upper
      let stage: Stage
      do {
        stage = try self.stage(syntax)
      } catch {
        throw answering(error, in: syntax, from: head.lower)
      }
      return Call(.stage(stage), at: SourceSpan(head.lower, end(of: head)))
    }
    if let arguments = grammar.verbs[name] {
      lexer.position = head.upper
      let words = try words(of: Name(name, at: head), arguments)
      let end = words.last?.span.upper ?? head.upper
      return Call(.words(Name(name, at: head), words), at: SourceSpan(head.lower, end))
    }
    if Grammar.ownVerbs.contains(name) { throw misplacedOwnVerb(head) }
    let source = try source(after: word)
    return Call(.source(source), at: source.span)
  }

  private mutating func words(
    of verb: Name, _ arguments: Grammar.Arguments
  ) throws(Diagnostic) -> [Word] {
    let start = lexer.position
    guard lexer.callEnds || lexer.blankLength(at: start) > 0 || lexer.next(is: "\\") else {
      throw .usage(
        "a blank is missing after “\(verb.text)”", at: SourceSpan(start, start + 1))
    }
    let words: [Word]
    do {
      words = try lexer.words(
        of: arguments, pathOptions: grammar.pathOptions, parameters: parameters, room: room)
    } catch {
      throw complaint(error)
    }
    count(words)
    if let joint = words.first(where: { $0.pieces == [.bare("&&")] }) {
      throw .usage(
        arguments == .patterns
          ? "&& is left out here: all patterns must match" : "&& is spelt ; here",
        at: joint.span, help: "between quotes it is text: \"&&\"")
    }
    return words
  }

  /// The complaint about `let`, `explain` or `param` in a wrong place.
  func misplacedOwnVerb(_ head: SourceSpan) -> Diagnostic {
    let name = lexer.text(head)
    return name == "param"
      ? .usage(
        "param stands only at the top of a script", at: head,
        help: "the parameters come before the statements")
      : .usage("\(name) stands at the start of a statement", at: head)
  }

  // MARK: - Sources

  /// A name alone: a table, a `let` or `_`.
  private mutating func source(after word: String) throws(Diagnostic) -> Name {
    let head = lexer.headWord
    begin()
    let first = token
    advance()
    guard token.kind == .end else { throw unknown(head, first, after: word) }
    switch first.kind {
    case .name(let name): return Name(name, at: first.span)
    case .symbol(.underscore): return Name("_", at: first.span)
    case .quotedName(let name):
      guard !grammar.isVerb(name) else {
        throw .usage("\(name) is a verb, and no name of a table", at: first.span)
      }
      return Name(name, at: first.span)
    case .end:
      throw missingVerb(after: word, at: first.span)
    default: throw unknown(head, first, after: word)
    }
  }

  private mutating func missingVerb(after word: String, at place: SourceSpan) -> Diagnostic {
    guard word == "|" else { return .usage("a verb is missing after \(word)", at: place) }
    noteOpenEnd()
    guard lexer.next(is: "|") else { return .usage("a verb is missing after |", at: place) }
    guard lexer.byte(at: place.lower - 1) == UInt8(ascii: "|") else {
      return .usage("a verb is missing between | and |", at: place)
    }
    return .usage(
      "|| is spelt or here", at: SourceSpan(place.lower - 1, place.lower + 1),
      help: "a single | hands the rows on; ; begins another statement")
  }

  /// The complaint about a head that no call begins with; `word` is what stands before it.
  private mutating func unknown(
    _ head: SourceSpan, _ first: Token, after word: String
  ) -> Diagnostic {
    let name: String
    switch first.kind {
    case .name(let word): name = word
    case .symbol(.underscore): name = "_"
    default: return strange(head, after: word)
    }
    let line = lexer.offer(from: head.lower)
    if ["select", "with"].contains(name.lowercased()), let help = helpInSQL(from: head.lower) {
      return .usage("no verb \(name)", at: head, help: help)
    }
    let words = words(from: first.span.upper)
    if token.kind == .symbol(.equal), grammar.settings.contains(name) {
      let value = lexer.offer(from: following().span.lower)
      return .usage("no verb \(name)", at: head, help: "to set it: set \(name) \(value)")
    }
    if let complaint = grammar.functionCalled(Name(lexer.excerpt(head), at: head), line: line) {
      return complaint
    }
    if name == "not", Parser.reads(call: "where \(line)", in: grammar) {
      return .usage("no verb not", at: head, help: "to filter by it: where \(line)")
    }
    if let foreign = ForeignWord.verb(name, before: words, in: grammar) {
      return .usage(foreign.message, at: head, help: foreign.example.map { "like: \($0)" })
    }
    if ForeignWord.isChange(name, of: token.name ?? "") {
      return .usage("no verb \(name)", at: head, help: ForeignWord.insteadOfChanges)
    }
    if word == "|", ForeignWord.programs.contains(name) {
      return .usage(
        "no verb \(name)", at: head,
        help: "to hand rows to it: causerie PATH -o jsonl -c 'LINE' | \(name)")
    }
    switch token.kind {
    case .name(let next) where name.lowercased() == "from" && TableName(rawValue: next) != nil:
      return .usage("no verb \(name)", at: head, help: "the table stands first: \(next) | count")
    case .symbol(.equal) where startsPipeline(following()):
      let binding = lexer.offer(ofPipelineFrom: head.lower)
      return .usage(
        "no verb \(name)", at: head, help: "to give a result that name: let \(binding)")
    case .symbol(.equal)
    where !TableDefinition.all.contains(where: { $0.has(name) }) && Function.named(name) == nil:
      return .usage(
        "no verb \(name)", at: head,
        help: "a value is written where it is used; a script has parameters: param \(line)")
    case .symbol(.greater) where TableName(rawValue: name) != nil:
      let file = lexer.offer(from: token.span.upper)
      return .usage(
        "> writes no file", at: token.span,
        help: "\(name) | export \(file.drop { $0 == " " || $0 == ">" })")
    case .symbol(let sign) where sign.compares:
      return .usage("no verb \(name)", at: head, help: "to filter by it: where \(line)")
    case .name(let next) where grammar.isVerb(next):
      return .usage("a | is missing before “\(next)”", at: token.span)
    case .fault where excerpt(token.span) == "&&":
      return .usage("&& is spelt ; here", at: token.span)
    default: break
    }
    if TableName(rawValue: name) != nil || name == "_" {
      if let call = callMeant(onTable: TableName(rawValue: name)) {
        return .usage(
          "\(name) is a table and takes no words", at: token.span, help: "like: \(name) | \(call)")
      }
      if case .name(let next) = token.kind,
        let foreign = ForeignWord.verb(
          next, before: self.words(from: token.span.upper), in: grammar)
      {
        return .usage(
          foreign.message, at: token.span, help: foreign.example.map { "like: \(name) | \($0)" })
      }
      let words = lexer.excerpt(lexer.callFrom(token.span.lower))
      return .usage(
        "\(name) is a table and takes no words", at: token.span,
        help: grammar.searchHint(words, in: name) ?? "what is done with it follows a |")
    }
    return grammar.unknownVerb(
      Name(lexer.excerpt(head), at: head), line: line,
      sources: TableName.allCases.map(\.rawValue))
  }

  /// The call that was meant by the token behind a table: one of its columns, `.sender`, or a number of
  /// rows; nil for anything else.
  private func callMeant(onTable name: TableName?) -> String? {
    if case .int(let count) = token.kind { return "take \(count)" }
    let column = token.kind == .symbol(.dot) ? following().name : token.name
    guard let name, let column,
      TableDefinition.named(name).has(column)
    else { return nil }
    return "select \(Spelling.name(column))"
  }

  /// Whether a pipeline could begin with the token.
  private func startsPipeline(_ token: Token) -> Bool {
    switch token.kind {
    case .name(let name): grammar.isVerb(name) || TableName(rawValue: name) != nil
    case .symbol(.underscore): true
    default: false
    }
  }

  /// The complaint about a head that is no name at all.
  private mutating func strange(_ head: SourceSpan, after before: String) -> Diagnostic {
    let typed = lexer.excerpt(head)
    if let foreign = ForeignWord.verb(typed, before: words(from: head.upper), in: grammar) {
      return .usage(foreign.message, at: head, help: foreign.example.map { "like: \($0)" })
    }
    let word = String(typed.drop { !$0.isLetter })
    if grammar.isVerb(word) {
      return .usage("no verb \(typed)", at: head, help: "did you mean “\(word)”?")
    }
    guard before != "=" else {
      return .usage(
        "let names a pipeline, and no value", at: head,
        help: "a value is written where it is used; a script has parameters: param x = 5")
    }
    guard before != "|" else {
      let isColumn = typed.hasPrefix(".") && !word.isEmpty && word.allSatisfy(\.isLetter)
      return .usage(
        "a verb stands after |", at: head, help: isColumn ? "like: select \(word)" : nil)
    }
    return .usage(
      "a line begins with a verb or a table", at: head,
      help: grammar.searchHint(lexer.excerpt(lexer.callFrom(head.lower))))
  }
}
