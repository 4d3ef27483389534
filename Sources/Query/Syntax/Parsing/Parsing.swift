public import Diagnostics

/// The statements of a line: what was typed at the prompt or came through a pipe. Line breaks
/// separate statements as `;` does.
///
/// - Parameters:
///   - parameters: the names that `$name` stands for in words; any other `$` there is text.
/// - Throws: The first thing that is wrong, with its place in `text`.
public func parseLine(
  _ text: String, grammar: Grammar, parameters: Set<String> = []
) throws(Diagnostic) -> [Statement] {
  var parser = try Parser(text, grammar: grammar, parameters: parameters)
  return try parser.statements()
}

/// A saved script: its parameters, then its statements. Spans count from the start of `text`.
///
/// - Throws: The first thing that is wrong, with its place in `text`.
public func parseScript(_ text: String, grammar: Grammar) throws(Diagnostic) -> Script {
  var parser = try Parser(text, grammar: grammar)
  return try parser.script()
}

/// The one pipeline that `text` is.
///
/// - Throws: The first thing that is wrong, or that there is no pipeline or more than one.
public func parsePipeline(
  _ text: String, grammar: Grammar, parameters: Set<String> = []
) throws(Diagnostic) -> Pipeline {
  let statements = try parseLine(text, grammar: grammar, parameters: parameters)
  guard let first = statements.first else {
    throw .usage("a pipeline is missing", at: SourceSpan(0, 0))
  }
  if statements.count > 1 {
    throw .usage("only one pipeline can stand here", at: statements[1].span)
  }
  guard case .pipeline(let pipeline) = first.kind else {
    throw .usage("only a pipeline can stand here", at: first.span)
  }
  return pipeline
}

/// The one expression that `text` is.
///
/// - Throws: The first thing that is wrong, with its place in `text`.
public func parseExpression(_ text: String) throws(Diagnostic) -> Expression {
  var parser = try Parser(text, grammar: Grammar(verbs: [:]))
  parser.begin()
  let expression = try parser.expression()
  try parser.finish()
  return expression
}

/// The date or the range of dates in a word: `2025-02`, `newest-7d`, `2025-02..2025-03`, `$start`.
///
/// - Parameters:
///   - text: the value, without its key.
///   - span: where it stands in the statement; spans of the result and of an error are there.
/// - Throws: What is wrong with it, also where it is no date.
public func parseDateWord(
  _ text: String, at span: SourceSpan
) throws(Diagnostic) -> Expression.Item {
  // Between quotes a character may have been written as an escape, so that offsets do not agree.
  let offsetsAgree = text.utf8.count == span.upper - span.lower
  do throws(Diagnostic) {
    var parser = try Parser(text, grammar: Grammar(verbs: [:]))
    parser.origin = offsetsAgree ? span.lower : 0
    parser.example = dateExample
    parser.begin()
    var parts: [Measured] = []
    let item = try parser.item(&parts)
    try parser.finish()
    guard item.low.canBeDate, item.high?.canBeDate ?? true else {
      throw Diagnostic.usage("“\(text)” is no date", at: span, help: "like: \(dateExample)")
    }
    return item
  } catch {
    if let help = DateInWords.help(for: text) {
      throw .usage("“\(text)” is no date", at: span, help: help)
    }
    // Words that are no expression at all: what the parser makes of them helps nobody.
    if text.contains(" ") {
      // A day and a clock as other programs write them.
      let moment = text.replacing(" ", with: "T")
      let isMoment = (try? parseExpression(moment))?.canBeDate == true
      throw .usage(
        "“\(text)” is no date", at: span,
        help: isMoment ? "write \(moment)" : "like: \(dateExample)")
    }
    guard !offsetsAgree else { throw error }
    throw .usage(error.message, at: span, help: error.help)
  }
}

/// Dates as a word has them.
private let dateExample = "2025-02, 17/02/2025, newest-7d, 2025-02..2025-03"

extension Expression {
  /// Whether it has the form of a date: one as written, a year, a parameter, or one of these moved
  /// by something.
  fileprivate var canBeDate: Bool {
    switch kind {
    case .literal(.period), .literal(.relativeDate), .literal(.int), .parameter: true
    case .arithmetic(let date, .plus, _), .arithmetic(let date, .minus, _): date.canBeDate
    default: false
    }
  }
}

/// Whether a prompt should ask for another line before it runs `text`: a bracket or a quote is
/// open, or it ends in `|` or `\`. A text that is wrong before its end is not open.
public func isOpen(_ text: String, grammar: Grammar, parameters: Set<String> = []) -> Bool {
  guard var parser = try? Parser(text, grammar: grammar, parameters: parameters) else {
    return false
  }
  do {
    _ = try parser.statements()
    return parser.lexer.endsInBackslash
  } catch {
    return parser.wantsMore
  }
}
