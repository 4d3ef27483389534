import Diagnostics
import Model
import Query

/// One pattern of a `grep`: plain text, or a regular expression.
struct SearchPattern {
  /// The text, or the source of the expression.
  let text: String

  /// Whether it is a regular expression.
  let isRegular: Bool

  /// Where it stands.
  let span: SourceSpan

  /// Finds the byte ranges of a text that match; nil where a parameter has no value yet.
  let finder: TextSearch?

  /// Reads the pieces of a word; an expression that does not compile is an error at its place in
  /// the pattern.
  init(
    _ pieces: [Word.Piece], at span: SourceSpan, manner: SearchQuery.Manner
  ) throws(Diagnostic) {
    var text = ""
    var isRegular = manner.isRegular
    var isUnknown = false
    for piece in pieces {
      switch piece {
      case .bare(let part), .quoted(let part): text += part
      case .pattern(let part):
        text += part
        isRegular = true
      case .parameter: isUnknown = true
      }
    }
    try self.init(text, isRegular: isRegular, isUnknown: isUnknown, at: span, manner: manner)
  }

  /// A pattern of a text.
  init(
    _ text: String, isRegular: Bool, isUnknown: Bool = false, at span: SourceSpan,
    manner: SearchQuery.Manner
  ) throws(Diagnostic) {
    guard !text.isEmpty || isUnknown else {
      throw Diagnostic("an empty pattern matches everything", at: span, help: "leave it out")
    }
    self.text = isRegular && manner.isWhole ? "\\b(?:\(text))\\b" : text
    self.isRegular = isRegular
    self.span = span
    if isUnknown {
      finder = nil
    } else if isRegular {
      do throws(Diagnostic) {
        let pattern = try Pattern(text, exact: manner.isExact, wholeWords: manner.isWhole)
        finder = { (text) throws(Diagnostic) in
          do throws(Diagnostic) {
            return try pattern.ranges(in: text)
          } catch {
            throw Diagnostic(error.message, at: span, help: error.help)
          }
        }
      } catch {
        // The pattern begins after the slash, if it was written with one.
        let offset = span.upper - span.lower - text.utf8.count > 1 ? span.lower + 1 : span.lower
        throw error.shifted(by: offset)
      }
    } else {
      let matcher = TextMatcher(manner.isWhole ? .hasWords : .contains, text, exact: manner.isExact)
      finder = { matcher.ranges(in: $0) }
    }
  }

  /// How an explanation calls it: `“velo”`, `/cl[ée]s?/`; `$…` where only the run knows.
  var description: String {
    if finder == nil { return "$…" }
    return isRegular ? "/\(text)/" : "“\(text)”"
  }

  /// The condition that a column matches.
  func condition(on column: String, _ manner: SearchQuery.Manner) -> Expression {
    let relation: Expression.Relation =
      isRegular ? .matches : manner.isWhole ? .has : .contains
    return Expression(
      .comparison(
        Expression(.name(column), at: span), .init(relation, exact: manner.isExact, at: span),
        Expression(.literal(.text(text)), at: span)), at: span)
  }
}
