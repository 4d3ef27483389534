import Diagnostics
import Model

extension Parser {
  /// All statements up to the end of the text.
  mutating func statements() throws(Diagnostic) -> [Statement] {
    var statements: [Statement] = []
    lexer.skipSeparators()
    while !lexer.isAtEnd {
      statements.append(try statement())
      lexer.skipSeparators()
    }
    return statements
  }

  private mutating func statement() throws(Diagnostic) -> Statement {
    let head = lexer.headName
    switch lexer.text(head) {
    case "let": return try binding(from: head)
    case "explain":
      lexer.position = head.upper
      let explained = try pipeline(after: "explain")
      return Statement(.explanation(explained), at: head.union(explained.span))
    case "param": throw misplacedOwnVerb(head)
    default:
      let pipeline = try pipeline()
      return Statement(.pipeline(pipeline), at: pipeline.span)
    }
  }

  // MARK: - Bindings

  /// `let name = pipeline`, or `let` alone, which is a call without words.
  private mutating func binding(from head: SourceSpan) throws(Diagnostic) -> Statement {
    lexer.position = head.upper
    example = "let big = messages | where words > 100"
    begin()
    if token.kind == .end, !lexer.next(is: "|") {
      try count(at: head)
      let call = Call(.words(Name("let", at: head), []), at: head)
      return Statement(.pipeline(Pipeline([call], at: head)), at: head)
    }
    let name = try name("a name")
    try checkFree(name)
    guard token.kind == .symbol(.equal) else {
      throw expected("=", help: "like: let big = messages | where words > 100")
    }
    example = nil
    let pipeline = try pipeline(after: "=")
    return Statement(.binding(name, pipeline), at: head.union(pipeline.span))
  }

  private func checkFree(_ name: Name) throws(Diagnostic) {
    let isTable = TableName(rawValue: name.text) != nil
    guard isTable || grammar.isVerb(name.text) else { return }
    throw .usage(
      "\(name.text) is a \(isTable ? "table" : "verb"), and no name for a let", at: name.span,
      help: "take another name")
  }

  // MARK: - Pipelines

  /// `[ "|" ] call { "|" call }`.
  mutating func pipeline(after word: String = "") throws(Diagnostic) -> Pipeline {
    lexer.skipBlanks()
    let start = lexer.position
    let continues = lexer.takeBar()
    var calls = [try call(after: continues ? "|" : word)]
    while lexer.takeBar() {
      try checkAlternatives(after: calls[calls.count - 1])
      calls.append(try call(after: "|"))
    }
    let end = calls[calls.count - 1].span.upper
    return Pipeline(calls, continues: continues, at: SourceSpan(start, end))
  }

  /// An error for `grep a|b`, which searches for `a` only; the `|` has just been read.
  private func checkAlternatives(after call: Call) throws(Diagnostic) {
    guard case .words(let verb, let words) = call.kind, grammar.verbs[verb.text] == .patterns,
      let word = words.last, word.span.upper == lexer.position - 1
    else { return }
    let head = lexer.headWord
    guard head.upper > head.lower, !grammar.isVerb(lexer.text(lexer.headName)) else { return }
    throw .usage(
      "no verb \(lexer.excerpt(head))", at: head,
      help: verb.text == "grep"
        ? "to search for either: grep \(alternatives("\(word)", lexer.excerpt(head)))"
        : "a pattern of both: /\(word)|\(lexer.excerpt(head))/")
  }

  /// Two patterns of which either may match, without the brackets that were around both.
  private func alternatives(_ one: String, _ other: String) -> String {
    guard one.first == "(" else { return "\(one) or \(other)" }
    return "\(one.dropFirst()) or \(other.last == ")" ? String(other.dropLast()) : other)"
  }

  // MARK: - Parameters

  /// The declarations at the top of a script, then its statements.
  mutating func script() throws(Diagnostic) -> Script {
    var declarations: [ParameterDeclaration] = []
    lexer.skipSeparators()
    while lexer.text(lexer.headName) == "param" {
      declarations.append(try parameterDeclaration())
      lexer.skipSeparators()
    }
    return Script(parameters: declarations, statements: try statements())
  }

  /// `param name: type = value  # help`; the name is known to the words that follow.
  private mutating func parameterDeclaration() throws(Diagnostic) -> ParameterDeclaration {
    lexer.position = lexer.headName.upper
    example = #"param who: text = "Ana"  # whose messages"#
    begin()
    let name = try name("a name")
    guard parameters.insert(name.text).inserted else {
      throw .usage("there are two parameters \(name.text)", at: name.span)
    }
    let type = take(.colon) ? try parameterType() : .text
    let initial = take(.equal) ? try initialValue(of: type) : nil
    guard token.kind == .end, lexer.callEnds, !lexer.next(is: "|") else { throw leftover() }
    example = nil
    return ParameterDeclaration(
      name: name, type: type, initial: initial, help: comment(after: end(of: name.span)))
  }

  /// A default: a number or a date may be worked out, as `newest - 30d`.
  private mutating func initialValue(of type: ParameterType) throws(Diagnostic) -> Expression {
    switch type {
    case .number, .date: try sum().expression
    case .text, .path, .list: try unary().expression
    }
  }

  private mutating func parameterType() throws(Diagnostic) -> ParameterType {
    let types = ParameterType.allCases.map(\.rawValue)
    guard case .name(let word) = token.kind, let type = ParameterType(rawValue: word) else {
      let guess: String? =
        if case .name(let word) = token.kind {
          suggestion(for: word, among: types)
        } else {
          nil
        }
      throw expected("a type", help: guess ?? "one of \(types.joined(separator: ", "))")
    }
    advance()
    return type
  }

  /// The text of a comment that was passed over after an offset; nil where there was none.
  private func comment(after offset: Int) -> String? {
    guard let comment = lexer.comment, comment.lower >= offset else { return nil }
    let text = lexer.text(SourceSpan(comment.lower + 1, comment.upper))
    let trimmed = text.drop { $0 == " " || $0 == "\t" }
    let end = trimmed.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { String(trimmed[...$0]) }
  }
}
