import Diagnostics
import Model

extension Parser {
  /// A common slip: what to say of it, or only what to try.
  struct Slip {
    var message: String?
    var help: String?
  }

  /// What the user probably meant by the token that does not fit; nil where nobody knows.
  func slip() -> Slip? {
    switch token.kind {
    case .name(let word): slip(of: word)
    case .symbol(.dot) where previous.map(\.isName) ?? false: slipOfDot()
    case .symbol(.open) where previous == nil:
      Slip(help: "a stage takes no brackets; as an aggregate: summarize n = count() by sender")
    case .parameter where stage == "sample" || stage == "context":
      Slip(help: "this number is written out: a parameter is a value or how many rows")
    case .symbol(.colon): Slip(help: "keys like from: belong to grep")
    case .symbol(.comma) where !lexer.openBrackets.isEmpty:
      Slip(help: "a list of values stands only after in: x in (1, 2)")
    case .symbol(.comma) where stage == "where":
      Slip(help: "conditions are joined by and, or by or")
    case .symbol(.divided) where previous?.kind == .symbol(.greater): slipOfRedirection(token.span)
    case .symbol(.divided) where previous?.kind == .symbol(.matches):
      Slip(help: "a regular expression is a text: ~ \"…\"")
    case .text where previous.map(\.isName) ?? false:
      Slip(help: "an operator is missing: =, has, contains, ~ …")
    case .int where previous.map(\.isNumber) ?? false:
      Slip(help: "a number has no blanks in it")
    default: nil
    }
  }

  /// `table.column`, or `column.function()`.
  private func slipOfDot() -> Slip {
    let rest = lexer.excerpt(lexer.callFrom(token.span.upper))
    let name = rest.prefix { $0.isLetter || $0 == "_" }
    if let previous, earlier?.kind == .symbol(.greater),
      grammar.isVerb("export"), ["csv", "tsv", "json", "txt", "md", "html"].contains(name)
    {
      return slipOfRedirection(previous.span)
    }
    guard let previous else { return Slip(help: "a column is written without its table") }
    guard rest.dropFirst(name.count).first == "(" else {
      return Slip(
        help: Function.named(String(name)) == nil
          ? "a column is written without its table"
          : "the function is written \(name)(\(excerpt(previous.span)))")
    }
    return Slip(help: "a function stands before its argument: \(name)(\(excerpt(previous.span)))")
  }

  /// `> out.csv`, where the name of the file begins at a place.
  private func slipOfRedirection(_ start: SourceSpan) -> Slip {
    Slip(
      message: "> writes no file",
      help: "like: | export \(lexer.excerpt(lexer.callFrom(start.lower)))")
  }

  private func slip(of word: String) -> Slip? {
    guard let previous else { return slip(ofFirst: word) }
    if previous.isNumber, let unit = ForeignWord.unit(word) {
      return Slip(help: "a duration has no blank in it: \(excerpt(previous.span))\(unit.rawValue)")
    }
    let small = word.lowercased()
    if small != word, Keyword(rawValue: small) != nil {
      return Slip(message: "\(word) is spelt \(small) here")
    }
    if let native = ForeignWord.operator(word) {
      return Slip(message: "\(word) is spelt \(native) here")
    }
    switch small {
    case "as":
      let example =
        switch stage {
        case let stage? where ["rename", "select"].contains(stage) && previous.isName:
          "\(stage) who = sender"
        default: "n = count()"
        }
      return Slip(message: "a name stands before its value", help: "like: \(example)")
    case "asc", "ascending":
      return Slip(message: "sort ascends by itself", help: "like: sort date")
    case "desc", "descending":
      return Slip(message: "\(word) is spelt - here", help: "like: sort -date")
    case "from": return Slip(help: "the table comes first: messages | select sender")
    case "when": return Slip(help: "a choice is written if(words > 20, \"long\", \"short\")")
    default: break
    }
    if grammar.isVerb(word) { return Slip(message: "a | is missing before “\(word)”") }
    if let foreign = ForeignWord.verb(word, in: grammar) {
      return Slip(message: foreign.message, help: foreign.example.map { "like: | \($0)" })
    }
    return slip(ofName: word, after: previous)
  }

  /// Whether a call goes on as a question in SQL does, which names its table after `from`.
  func isInSQL(_ call: String) -> Bool { call.lowercased().contains(" from ") }

  /// A word that the stage does not begin with.
  private func slip(ofFirst word: String) -> Slip? {
    if TableName(rawValue: word) != nil {
      return Slip(help: "the table comes first: \(word) | count")
    }
    switch (stage, word) {
    case ("sort", "by"): return Slip(help: "by is left out: sort -count, sender")
    case ("count", "distinct"):
      return Slip(help: "how many different ones: summarize distinct(sender)")
    case ("count", "fill"): return Slip(help: "fill stands last: count by month fill")
    case ("count", _): return Slip(help: "how often each occurs: count by \(word)")
    default: return nil
    }
  }

  /// The stage that is being read; nil outside of one.
  private var stage: String? { example?.split(separator: " ").first.map(String.init) }

  /// Two values side by side.
  private func slip(ofName word: String, after previous: Token) -> Slip? {
    guard case .name(let before) = previous.kind, Keyword(rawValue: before) == nil else {
      return nil
    }
    switch earlier?.kind {
    case .symbol(.minus) where stage == "sort" && ["r", "n", "k", "nr", "rn"].contains(before):
      return Slip(help: "a - before a key descends: sort -\(word)")
    case .symbol(let sign) where sign.compares:
      if ["last", "past"].contains(before), let unit = ForeignWord.unit(word) {
        return Slip(help: "counted back from the last date: newest - 1\(unit.rawValue)")
      }
      return Slip(help: "text stands between quotes: \"\(before) \(word)\"")
    case .name(let operation) where Expression.Relation(rawValue: operation) != nil:
      return Slip(help: "text stands between quotes: \"\(before) \(word)\"")
    default:
      let own = stage.flatMap(StageSyntax.named)?.words ?? []
      if own.contains(before) { return nil }
      let known = own + Keyword.allCases.map(\.rawValue)
      // Of short words too many are close to each other.
      if let help = suggestion(for: word, among: known.filter { $0.count > 3 }), word.count > 2 {
        return Slip(help: help)
      }
      let isStage = StageSyntax.named(before) != nil
      return Slip(
        help: isStage
          ? "\(before) is a stage of its own: | \(before) \(word)"
          : "a comma or an operator is missing between the two")
    }
  }
}
