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
    guard !isTrial else { return nil }
    return switch token.kind {
    case .name(let word): slip(of: word)
    case .symbol(.dot) where previous.map(\.isName) ?? false: slipOfDot()
    case .symbol(.open) where previous == nil:
      Slip(help: "a stage takes no brackets; as an aggregate: summarize n = count() by sender")
    case .parameter where stage == "sample" || stage == "context":
      Slip(help: "this number is written out: a parameter is a value or how many rows")
    case .symbol(let sign) where sign.compares: Slip(help: sidesOfComparison)
    case .symbol(.colon) where previous.map(\.isNumber) ?? false:
      Slip(help: "hours are numbers: hour >= \(previous.map { excerpt($0.span) } ?? "22")")
    case .symbol(.colon): Slip(help: "keys like from: belong to grep")
    case .symbol(.comma) where earlier?.kind == .name("in"):
      Slip(
        help: "values stand between brackets: in (\(previous.map { excerpt($0.span) } ?? "1"), …)")
    case .symbol(.comma) where previous.map(\.isNumber) ?? false && (stage != "where" || isDecimal):
      Slip(help: valuesMeant ?? "a number has no comma in it")
    case .symbol(.comma) where stage == "param":
      Slip(help: "several values are one text, with commas: \"Ana,Bo\"")
    case .symbol(.comma) where !lexer.openBrackets.isEmpty:
      Slip(help: "a list of values stands only after in: x in (1, 2)")
    case .symbol(.comma) where stage == "where":
      Slip(help: valuesMeant ?? "conditions are joined by and, or by or")
    case .symbol(.divided) where previous?.kind == .symbol(.greater): slipOfRedirection(token.span)
    case .symbol(.divided) where previous?.kind == .symbol(.matches):
      Slip(help: "a regular expression is a text: ~ \"…\"")
    case .text where previous.map(\.isName) ?? false:
      Slip(help: "an operator is missing: =, has, contains, ~ …")
    case .int where previous?.kind == .name("last") || previous?.kind == .name("past"):
      Slip(
        help: following().name.flatMap {
          DateInWords.help(for: "\(excerpt(token.span)) \($0)")
        })
    case .int where earlier?.compares ?? false && previous?.isName ?? false:
      Slip(help: previous.flatMap { DateInWords.help(for: excerpt($0.span)) })
    case .int where previous.map(\.isNumber) ?? false:
      Slip(help: "a number has no blanks in it")
    default: nil
    }
  }

  /// Behind the `and` of `words > 3 and < 10` the comparison with both its sides: that with the left one of
  /// the comparison before it. Nil elsewhere.
  var sidesOfComparison: String? {
    guard let subject, previous?.name == "and" || previous?.name == "or" else { return nil }
    let rest = lexer.excerpt(lexer.callFrom(token.span.lower - origin))
    return "each comparison has two sides: \(excerpt(subject)) \(rest)"
  }

  /// Whether the comma may stand in a number, as in `0,5`.
  private var isDecimal: Bool { following().isNumber }

  /// Behind `sender = "Ana"` or `id = 12`, at the comma of `, "Bo"` or `, 13`, the list that both are
  /// of; nil elsewhere.
  private var valuesMeant: String? {
    guard let subject, let previous, earlier?.kind == .symbol(.equal) else { return nil }
    let next = following().shifted(by: origin)
    switch (previous.kind, next.kind) {
    case (.text, .text): break
    // `1,5` is one number as others write it.
    case (.int, .int) where next.span.lower > token.span.upper: break
    default: return nil
    }
    return "like: \(excerpt(subject)) in (\(excerpt(previous.span)), \(excerpt(next.span)))"
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
    if let native = ForeignWord.operator(String(name)) {
      let value = rest.dropFirst(name.count + 1).prefix { $0 != ")" }
      return Slip(
        message: "\(name) is spelt \(native) here",
        help: "like: \(excerpt(previous.span)) \(native) \(value.isEmpty ? "\"…\"" : value)")
    }
    return Slip(help: "a function stands before its argument: \(name)(\(excerpt(previous.span)))")
  }

  /// `> out.csv`, where the name of the file begins at a place.
  private func slipOfRedirection(_ start: SourceSpan) -> Slip {
    Slip(
      message: "> writes no file",
      help: "like: | export \(lexer.offer(from: start.lower))")
  }

  private func slip(of word: String) -> Slip? {
    if let slip = slipOfGroup(word) { return slip }
    guard let previous else { return slip(ofFirst: word) }
    if previous.isNumber, let unit = ForeignWord.unit(word) {
      return Slip(help: "a duration has no blank in it: \(excerpt(previous.span))\(unit.rawValue)")
    }
    let small = word.lowercased()
    if small != word, Keyword(rawValue: small) != nil {
      return Slip(message: "\(word) is spelt \(small) here")
    }
    if let native = ForeignWord.operator(word) {
      return Slip(
        message: "\(word) is spelt \(native) here",
        help: ["like", "ilike"].contains(small) ? helpOnLike(of: previous) : nil)
    }
    if stage == "where" || ComparisonInWords.isOpened(by: word),
      let comparison = comparisonMeant(of: previous.span, from: token.span.lower)
    {
      return Slip(help: comparison)
    }
    switch small {
    case "as":
      let example =
        switch stage {
        case let stage? where ["rename", "select"].contains(stage) && previous.isName:
          "\(stage) \(following().name.map(Spelling.name) ?? "who") = \(excerpt(previous.span))"
        default: "n = count()"
        }
      return Slip(message: "a name stands before its value", help: "like: \(example)")
    case "asc", "ascending":
      return Slip(message: "sort ascends by itself", help: "like: \(ownSort ?? "sort date")")
    case "desc", "descending":
      let isAnswer = stage == "count" || stage == "summarize"
      return Slip(
        message: "\(word) is spelt - here",
        help: "like: \(ownSort ?? (isAnswer ? "| sort -count" : "sort -date"))")
    case "from": return Slip(help: "the table comes first: messages | select sender")
    case "when": return Slip(help: "a choice is written if(words > 20, \"long\", \"short\")")
    case "per" where stage == "take":
      return Slip(
        help:
          "like: first \(excerpt(previous.span)) per \(following().name.map(Spelling.name) ?? "sender")"
      )
    case "per" where stage == "top":
      return Slip(help: "per stands before by: top 3 per sender by words")
    case "per" where stage == "count" || stage == "summarize": return slipOfPer()
    case "by" where stage == "first" || stage == "last": return slipOfOrder()
    default: break
    }
    if grammar.isVerb(word) { return Slip(message: "a | is missing before “\(word)”") }
    let rest = words(from: token.span.upper - origin)
    if let foreign = ForeignWord.verb(word, before: rest, in: grammar) {
      return Slip(message: foreign.message, help: foreign.example.map { "like: | \($0)" })
    }
    return slip(ofName: word, after: previous)
  }

  /// A word that the stage does not begin with.
  private func slip(ofFirst word: String) -> Slip? {
    if TableName(rawValue: word) != nil {
      return Slip(help: "the table comes first: \(word) | count")
    }
    switch (stage, word) {
    case ("sort", "by"):
      return Slip(help: "by is left out: \(ownSort ?? "sort -count, sender")")
    case ("count", "distinct"): return slip(ofCounting: following())
    case ("count", "per"): return slipOfPer()
    case ("first", "by"), ("last", "by"): return slipOfOrder()
    case ("count", "fill"): return Slip(help: "fill stands last: count by month fill")
    case ("count", _): return Slip(help: "how often each occurs: count by \(word)")
    default: return nil
    }
  }

  /// `count group by sender`, `summarize avg(words) group by sender`.
  private func slipOfGroup(_ word: String) -> Slip? {
    let by = following().shifted(by: origin)
    guard word.lowercased() == "group", by.name?.lowercased() == "by", takesKeys else { return nil }
    let arguments = words(from: argumentsStart)
      .replacing("\(word) \(excerpt(by.span))", with: "by")
    let call = "\(stage ?? "")\(arguments)"
    return Slip(
      message: "group by is spelt by here",
      help: Parser.reads(call: call, in: grammar) ? "like: \(call)" : nil)
  }

  /// `count per sender`.
  private func slipOfPer() -> Slip {
    let words = words(from: argumentsStart)
    let call =
      (stage ?? "") + words.replacing(" per ", with: words.contains(" by ") ? ", " : " by ")
    return Slip(
      help: "like: \(Parser.reads(call: call, in: grammar) ? call : "count by month, sender")")
  }

  /// `first 3 by date`.
  private func slipOfOrder() -> Slip {
    let number = previous.map { " \(excerpt($0.span))" } ?? ""
    let key = following().name.map(Spelling.name) ?? "date"
    return Slip(help: "rows are taken as they stand: sort \(key) | \(stage ?? "first")\(number)")
  }

  /// `like '%vélo%'`, where a token stands before it.
  private func helpOnLike(of subject: Token) -> String? {
    guard subject.isName, case .text(let pattern) = following().kind else { return nil }
    let text = pattern.drop { $0 == "%" }.reversed().drop { $0 == "%" }.reversed()
    let relation =
      switch (pattern.hasPrefix("%"), pattern.hasSuffix("%")) {
      case (true, true): "contains"
      case (true, false): "ends"
      case (false, true): "starts"
      case (false, false): "="
      }
    guard !text.isEmpty, !text.contains(where: { "%_".contains($0) }) else { return nil }
    return "like: \(excerpt(subject.span)) \(relation) \(Spelling.quoted(String(text)))"
  }

  /// How many different values of the column that a token names there are.
  private func slip(ofCounting token: Token) -> Slip {
    Slip(
      help: "how many different ones: "
        + "summarize distinct(\(token.name.map(Spelling.name) ?? "sender"))")
  }

  /// The `sort` that is being read, with its keys as SQL writes them; nil for another stage, and
  /// where they are none.
  private var ownSort: String? {
    guard stage == "sort" else { return nil }
    return ForeignWord.sort(by: words(from: argumentsStart), in: grammar)
  }

  /// Whether the stage that is being read is given keys by a `by` of its own.
  private var takesKeys: Bool { ["count", "summarize"].contains(stage) }

  /// The stage that is being read; nil outside of one.
  private var stage: String? { example?.split(separator: " ").first.map(String.init) }

  /// Two values side by side.
  private func slip(ofName word: String, after previous: Token) -> Slip? {
    guard case .name(let before) = previous.kind, Keyword(rawValue: before) == nil,
      stage != "param"
    else { return nil }
    switch earlier?.kind {
    case .symbol(.minus) where stage == "sort" && ["r", "n", "k", "nr", "rn"].contains(before):
      return Slip(help: "a - before a key descends: sort -\(word)")
    case .symbol(.minus) where stage == "sort" && before == "u":
      return Slip(help: "each different one once, sorted: distinct \(word)")
    case .symbol(let sign) where sign.compares:
      if ["last", "past"].contains(before), let unit = ForeignWord.unit(word) {
        return Slip(help: "counted back from the last date: newest - 1\(unit.rawValue)")
      }
      return Slip(help: "text stands between quotes: \"\(before) \(word)\"")
    case .name(let operation) where Expression.Relation(rawValue: operation) != nil:
      return Slip(help: "text stands between quotes: \"\(before) \(word)\"")
    case nil where stage == "distinct" && before == "count": return slip(ofCounting: token)
    default:
      if stage == "summarize" || stage == "expect", Aggregate.named(before) != nil {
        return Slip(help: "the aggregate is written \(before)(\(Spelling.name(word)))")
      }
      if let function = Function.named(before), !function.meansDate,
        !TableDefinition.all.contains(where: { $0.has(before) })
      {
        return Slip(help: "the function is written \(before)(\(Spelling.name(word)))")
      }
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
