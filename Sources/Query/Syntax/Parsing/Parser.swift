import Diagnostics

/// Reads statements by recursive descent, one function a rule of the grammar.
///
/// The head of each call tells whether the lexer is asked for words or for tokens.
struct Parser {
  let grammar: Grammar
  /// The names that `$name` may stand for in words.
  var parameters: Set<String>
  var lexer: Lexer
  /// Where the text stands in the one that spans point into; 0 where it is that text itself.
  var origin = 0

  /// The token that is looked at, of the expression that is being read.
  private(set) var token = Token(.end, at: SourceSpan(0, 0))
  /// The token before it in the same call; nil at the first.
  private(set) var previous: Token?
  /// The token before ``previous``; nil where there is none.
  private(set) var earlier: Token?
  /// The left side of the comparison that was read last in the call; nil where there is none.
  var subject: SourceSpan?
  /// A call like the one that is being read, for messages.
  var example: String?
  /// Where the arguments of the call that is being read begin in the lexer's text.
  private(set) var argumentsStart = 0
  /// Whether it only matters that the text reads: nobody is told what is wrong with it.
  private(set) var isTrial = false
  /// Whether the text ended where a bracket, a quote or a `|` wants more of it.
  var wantsMore = false

  private var parts = 0
  private var nesting = 0

  /// A parser at the start of a text; an error where the text is too long to be looked at.
  init(_ text: String, grammar: Grammar, parameters: Set<String> = []) throws(Diagnostic) {
    guard text.utf8.count <= Bounds.bytes else {
      throw .usage(
        "this is longer than \(Bounds.bytes >> 20) MiB", at: SourceSpan(0, 1),
        help: "a long list belongs in a file: read FILE, or grep -f FILE")
    }
    self.grammar = grammar
    self.parameters = parameters
    lexer = Lexer(text)
  }

  // MARK: - Tokens

  /// Looks at the first token after the head of a call.
  mutating func begin() {
    argumentsStart = lexer.position
    subject = nil
    earlier = nil
    previous = nil
    token = lexer.next().shifted(by: origin)
  }

  /// Goes on to the next token.
  mutating func advance() {
    earlier = previous
    previous = token
    token = lexer.next().shifted(by: origin)
  }

  /// The token after the one that is looked at.
  func following() -> Token {
    var ahead = lexer
    return ahead.next()
  }

  /// Goes on if the token is this sign.
  mutating func take(_ symbol: Token.Symbol) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  /// Goes on if the token is this word.
  mutating func take(_ word: String) -> Bool {
    guard token.kind == .name(word) else { return false }
    advance()
    return true
  }

  /// The end of what has been read of the call; of its head where there is nothing else.
  func end(of head: SourceSpan) -> Int { previous?.span.upper ?? head.upper }

  /// The call that a text is; nil where it is none, or goes on behind one.
  static func read(call text: String, in grammar: Grammar) -> Call? {
    guard var parser = try? Parser(text, grammar: grammar) else { return nil }
    parser.isTrial = true
    guard let call = try? parser.call(after: ""), parser.lexer.isAtEnd else { return nil }
    return call
  }

  /// Whether a text is one call.
  static func reads(call text: String, in grammar: Grammar) -> Bool {
    read(call: text, in: grammar) != nil
  }

  /// An error unless the whole text has been read.
  mutating func finish() throws(Diagnostic) {
    guard token.kind == .end, lexer.isAtEnd else { throw leftover() }
  }

  /// What is written from an offset of the lexer's text to the end of the call; nothing where that is
  /// longer than anybody would read.
  func words(from start: Int) -> String {
    let span = lexer.callFrom(start)
    return span.upper - span.lower > 300 ? "" : lexer.text(span)
  }

  /// The text of a token as messages quote it.
  func excerpt(_ span: SourceSpan) -> String { lexer.excerpt(span.shifted(by: -origin)) }

  // MARK: - Bounds

  /// Counts a part of the text.
  mutating func count(at span: SourceSpan) throws(Diagnostic) {
    parts += 1
    guard parts <= Bounds.parts else { throw Fault.tooManyParts(at: span).diagnostic }
  }

  /// How many more words there may be.
  var room: Int { Bounds.parts - parts }

  /// Counts words.
  mutating func count(_ words: [Word]) { parts += words.count }

  /// Goes one level down; ``leave()`` comes back. After an error nobody reads on.
  mutating func enter(at span: SourceSpan) throws(Diagnostic) {
    nesting += 1
    guard nesting <= Bounds.depth else { throw tooDeep(at: span) }
  }

  mutating func leave() { nesting -= 1 }

  func tooDeep(at span: SourceSpan) -> Diagnostic {
    .usage(
      "this is nested more than \(Bounds.depth) deep", at: span,
      help: "a let or an extend can carry a part of it")
  }
}
