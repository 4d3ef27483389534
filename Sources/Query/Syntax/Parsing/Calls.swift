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
      let stage = try stage(syntax)
      return Call(.stage(stage), at: SourceSpan(head.lower, end(of: head)))
    }
    if let arguments = grammar.verbs[name] {
      lexer.position = head.upper
      let words = try words(of: Name(name, at: head), arguments)
      let end = words.last?.span.upper ?? head.upper
      return Call(.words(Name(name, at: head), words), at: SourceSpan(head.lower, end))
    }
    if Grammar.ownVerbs.contains(name) {
      throw .usage("\(name) stands at the start of a statement", at: head)
    }
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
    do {
      let words = try lexer.words(
        of: arguments, pathOptions: grammar.pathOptions, parameters: parameters, room: room)
      count(words)
      return words
    } catch {
      throw complaint(error)
    }
  }

  // MARK: - Sources

  /// A name alone: a table, a `let` or `_`.
  private mutating func source(after word: String) throws(Diagnostic) -> Name {
    let head = lexer.headWord
    begin()
    let first = token
    advance()
    guard token.kind == .end else { throw unknown(head, first) }
    switch first.kind {
    case .name(let name): return Name(name, at: first.span)
    case .symbol(.underscore): return Name("_", at: first.span)
    case .quotedName(let name):
      guard !grammar.isVerb(name) else {
        throw .usage("\(name) is a verb, and no name of a table", at: first.span)
      }
      return Name(name, at: first.span)
    case .end:
      if word == "|" { noteOpenEnd() }
      throw .usage("a verb is missing after \(word)", at: first.span)
    default: throw unknown(head, first)
    }
  }

  /// The complaint about a head that no call begins with.
  private mutating func unknown(_ head: SourceSpan, _ first: Token) -> Diagnostic {
    guard case .name(let name) = first.kind else { return strange(head, first) }
    let line = lexer.excerpt(lexer.callFrom(head.lower))
    switch token.kind {
    case .symbol(.equal) where startsPipeline(following()):
      return .usage("no verb \(name)", at: head, help: "to give a result that name: let \(line)")
    case .symbol(let sign) where sign == .exactlyEqual || sign.relation != nil:
      return .usage("no verb \(name)", at: head, help: "to filter by it: where \(line)")
    case .name(let next) where grammar.isVerb(next):
      return .usage("a | is missing before “\(next)”", at: token.span)
    default: break
    }
    if TableName(rawValue: name) != nil {
      let words = lexer.excerpt(lexer.callFrom(token.span.lower))
      return .usage(
        "\(name) is a table and takes no words", at: token.span,
        help: grammar.searchHint(words, in: name) ?? "what is done with it follows a |")
    }
    return grammar.unknownVerb(
      Name(lexer.excerpt(head), at: head), line: line,
      sources: TableName.allCases.map(\.rawValue))
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
  private mutating func strange(_ head: SourceSpan, _ first: Token) -> Diagnostic {
    let word = String(lexer.excerpt(head).drop { !$0.isLetter })
    if first.kind == .end, lexer.next(is: "|") {
      return .usage("a verb is missing before |", at: first.span)
    }
    if grammar.isVerb(word) {
      return .usage("no verb \(lexer.excerpt(head))", at: head, help: "did you mean “\(word)”?")
    }
    return .usage(
      "a line begins with a verb or a table", at: head,
      help: grammar.searchHint(lexer.excerpt(lexer.callFrom(head.lower))))
  }
}

extension Lexer {
  /// The name that starts here, up to the first character that no name has; empty where none does.
  var headName: SourceSpan { SourceSpan(position, nameEnd(from: position)) }

  /// The word that starts here, up to a blank, `|`, `;` or the end of the line.
  var headWord: SourceSpan {
    var end = position
    while let byte = byte(at: end), byte != UInt8(ascii: "|"), byte != UInt8(ascii: ";"),
      !lineEnds(at: end), blankLength(at: end) == 0
    {
      end += 1
    }
    return SourceSpan(position, end)
  }

  /// The call from an offset to the next `|`, `;` or end of the line, without blanks at its end.
  func callFrom(_ start: Int) -> SourceSpan {
    var end = start
    var last = start
    while let byte = byte(at: end), byte != UInt8(ascii: "|"), byte != UInt8(ascii: ";"),
      !lineEnds(at: end)
    {
      let blank = blankLength(at: end)
      end += Swift.max(blank, 1)
      if blank == 0 { last = end }
    }
    return SourceSpan(start, last)
  }
}
