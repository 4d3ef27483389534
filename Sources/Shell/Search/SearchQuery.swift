import Diagnostics
import Model
import Query

/// What the words of a `grep` ask for.
struct SearchQuery {
  /// Groups of patterns: every group must match, by any of its patterns.
  private(set) var groups: [[SearchPattern]] = []

  /// Patterns that must not match.
  private(set) var excluded: [SearchPattern] = []

  /// Conditions on other columns.
  private(set) var keys: [KeyValue] = []

  /// Remarks on how the words were read.
  private(set) var notes: [Diagnostic] = []

  /// How plain words are matched.
  let manner: Manner

  /// The options that say how patterns are read.
  struct Manner {
    var isExact = false
    var isWhole = false
    var isRegular = false
    var isInverted = false
    /// The column that is searched; nil for the body.
    var column: String?
  }

  /// A key with its alternatives.
  struct KeyValue {
    let key: GrepKey
    let isNegated: Bool
    let alternatives: [(text: String, span: SourceSpan)]
    /// Whether a parameter in it has no value yet.
    let isUnknown: Bool
    let span: SourceSpan
  }

  /// Reads the words.
  init(_ words: [Word], manner: Manner) throws(Diagnostic) {
    self.manner = manner
    // The `or` that waits for the pattern after it.
    var or: Word?
    for word in words {
      if word.pieces == [.bare("or")] {
        guard !groups.isEmpty, or == nil, word != words.last else {
          throw SearchQuery.strayOr(word)
        }
        or = word
        continue
      }
      let (isNegated, rest) = word.negation
      if let key = try SearchQuery.key(rest, isNegated: isNegated, at: word.span) {
        if let or { throw SearchQuery.strayOr(or) }
        keys.append(key)
        continue
      }
      noteIfMisread(word)
      let pattern = try SearchPattern(rest, at: word.span, manner: manner)
      if isNegated {
        guard or == nil else {
          throw Diagnostic(
            "or cannot join a pattern that must not match", at: word.span,
            help: "write it without or: every !pattern holds for the whole search")
        }
        excluded.append(pattern)
      } else if or != nil {
        groups[groups.count - 1].append(pattern)
      } else {
        groups.append([pattern])
      }
      or = nil
    }
  }

  private static func strayOr(_ word: Word) -> Diagnostic {
    Diagnostic(
      "or stands between two patterns", at: word.span,
      help: "grep \"or\" searches the word; a comma joins values: from:ana,zoe")
  }

  /// Adds patterns of which any must match, as the lines of a file.
  mutating func addGroup(_ patterns: [SearchPattern]) {
    groups.append(patterns)
  }

  /// Whether it has patterns, beside keys.
  var hasPatterns: Bool { !groups.isEmpty || !excluded.isEmpty }

  /// Whether it asks for nothing.
  var isEmpty: Bool { groups.isEmpty && excluded.isEmpty && keys.isEmpty }

  /// Whether a key asks for dates, so that rows without one are left out.
  var asksForDates: Bool {
    keys.contains { ["since", "until", "on"].contains($0.key.name) }
  }

  /// What it asks for, in words: `body for “velo”, and “a” or /b/, without “c”; from:zoe`.
  func description(of column: String) -> String {
    let wanted = groups.map { $0.map(\.description).joined(separator: " or ") }
    var words = column
    if !wanted.isEmpty { words += " for " + wanted.joined(separator: ", and ") }
    if !excluded.isEmpty {
      words += " without " + excluded.map(\.description).joined(separator: ", ")
    }
    if manner.isInverted { words += ", the rows that do not match" }
    let conditions = keys.map { key in
      (key.isNegated ? "!" : "") + "\(key.key.name):"
        + (key.isUnknown
          ? "$…" : key.alternatives.map { Spelling.word($0.text) }.joined(separator: ","))
    }
    guard !conditions.isEmpty else { return words }
    return words + (wanted.isEmpty && excluded.isEmpty ? " with " : "; ")
      + conditions.joined(separator: " ")
  }

  /// Words that somebody types who means something else, with what to write instead.
  private static let misread: [String: String] = [
    ">": "to write a file: … | export out.csv; to compare columns: where words > 10",
    ">>": "to add to a file: … | export out.csv --append",
    "!": "! stands right before what must not match: !velo",
    "AND": "patterns side by side must all match",
    "OR": "or joins the two patterns beside it", "NOT": "!velo must not match",
  ]

  /// Operators that somebody types who means `where`.
  private static let operators: Set<String> = ["=", "==", "!=", "<", "<=", ">", ">=", "~", "!~"]

  /// How a text with an apostrophe is written, of which the word is what `'l'été'` became.
  private static func apostrophe(in word: Word) -> String? {
    guard case .quoted(let head)? = word.pieces.first, word.pieces.count == 2,
      case .bare(let tail) = word.pieces[1], tail.first?.isLetter ?? false
    else { return nil }
    let end = tail.last == "'" ? tail.dropLast() : tail[...]
    return Spelling.quoted("\(head)'\(end)")
  }

  private mutating func noteIfMisread(_ word: Word) {
    if let meant = SearchQuery.apostrophe(in: word) {
      notes.append(
        .note(
          "grep searches for “\(word.text)” as text",
          help: "the quote ends before the letter; with an apostrophe: \(meant)"))
    }
    guard let text = SearchQuery.plainText(word.pieces) else { return }
    var help = SearchQuery.comparison(writtenAs: text)
    if case .bare(let text)? = word.pieces.first, word.pieces.count == 1 {
      help =
        help ?? SearchQuery.misread[text]
        ?? (SearchQuery.operators.contains(text) ? "to compare columns: where words > 10" : nil)
    }
    guard let help else { return }
    notes.append(.note("grep searches for “\(text)” as text", help: help))
  }

  /// A pattern as it is written; nil of a regular expression and of what a parameter stands for.
  private static func plainText(_ pieces: [Word.Piece]) -> String? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .bare(let part): text += part
      case .quoted(let part): text += pieces.count == 1 ? part : Spelling.quoted(part)
      case .pattern, .parameter: return nil
      }
    }
    return text
  }

  /// What a pattern was meant for that compares a column, as `words>10` does: a key, or a stage; nil of any
  /// other.
  private static func comparison(writtenAs text: String) -> String? {
    let column = String(text.prefix { $0.isLetter || $0 == "_" })
    let rest = text.dropFirst(column.count).drop { $0 == " " }
    guard
      let sign = operators.filter({ rest.hasPrefix($0) }).max(by: { $0.utf8.count < $1.utf8.count })
    else { return nil }
    let value = rest.dropFirst(sign.count).drop { $0 == " " }
    guard let first = value.first, value.last != "=" else { return nil }
    if sign == "=", let key = GrepKey.named(column) {
      return "a key has a colon: \(key.name):\(value)"
    }
    let type = TableDefinition.named(.messages).columns.first { $0.name == column }?.type
    guard type != nil || Function.all.contains(where: { $0.meansDate && $0.name == column }) else {
      return nil
    }
    let isBare = (type == .text || type == .list) && first != "\"" && first != "'"
    let written = isBare ? Spelling.quoted(String(value)) : String(value)
    return Verb.grammar.stage(meantBy: "where", with: "\(column) \(sign) \(written)").map {
      "to compare columns: \($0)"
    }
  }

  /// The key that a word names, nil where the word is a pattern.
  private static func key(
    _ pieces: [Word.Piece], isNegated: Bool, at span: SourceSpan
  ) throws(Diagnostic) -> KeyValue? {
    guard case .bare(let text)? = pieces.first, let colon = text.firstIndex(of: ":") else {
      return nil
    }
    let name = String(text[..<colon])
    // Addresses and times of day hold a colon and are searched for.
    guard let first = name.first, first.isLetter,
      name.allSatisfy({ $0.isLetter || $0 == "_" || $0 == "-" }), name != "http", name != "https"
    else { return nil }
    guard let key = GrepKey.named(name) else { throw unknownKey(name, text, at: span) }
    let tail = String(text[text.index(after: colon)...])
    let rest = (tail.isEmpty ? [] : [Word.Piece.bare(tail)]) + pieces.dropFirst()
    let isUnknown = rest.contains { if case .parameter = $0 { true } else { false } }
    let alternatives = SearchQuery.alternatives(of: rest)
    guard isUnknown || alternatives != [""] else {
      throw Diagnostic("\(name): needs a value right after the colon", at: span)
    }
    guard isUnknown || !alternatives.contains("") else {
      let values = alternatives.filter { !$0.isEmpty }.map { Spelling.word($0) } + ["…"]
      throw Diagnostic(
        "a value is missing beside a comma of \(name):", at: span,
        help: "the values stand without blanks: \(name):\(values.joined(separator: ","))")
    }
    return KeyValue(
      key: key, isNegated: isNegated,
      alternatives: alternatives.filter { !$0.isEmpty }.map { ($0, span) },
      isUnknown: isUnknown, span: span)
  }

  private static func unknownKey(
    _ name: String, _ word: String, at span: SourceSpan
  ) -> Diagnostic {
    let small = name.lowercased()
    if let key = GrepKey.all.first(where: { $0.name == small || $0.others.contains(small) }) {
      return Diagnostic("\(name): is spelt \(key.name): here", at: span)
    }
    let value = String(word.dropFirst(name.count + 1))
    let stage =
      comparison(of: small, with: value) ?? Verb.grammar.stage(meantBy: small, with: value)
    return Diagnostic(
      "grep has no key “\(name):”", at: span,
      help: stage.map { "like: grep … | \($0)" }
        ?? suggestion(for: name + ":", among: GrepKey.all.map { $0.name + ":" })
        ?? "quotes make it a pattern: grep \"\(word)\"; help keys lists the keys")
  }

  /// The `where` that compares a column of messages, which is no key, with the value of one; nil where
  /// there is no such column, or the value is none of its.
  private static func comparison(of column: String, with value: String) -> String? {
    guard
      let type = TableDefinition.named(.messages).columns.first(where: { $0.name == column })?.type
    else { return nil }
    switch type {
    case .text, .list: return "where \(column) contains \(Spelling.quoted(value))"
    case .bool: return "where \(column)"
    case .int, .float, .datetime, .period, .duration:
      guard value.contains(where: \.isNumber) else { return nil }
      return Verb.grammar.stage(meantBy: "where", with: "\(column) \(value)")
        ?? Verb.grammar.stage(meantBy: "where", with: "\(column) = \(value)")
    }
  }

  /// The values between the unquoted commas of a key; one that is missing, or given by a parameter, is
  /// empty.
  private static func alternatives(of pieces: [Word.Piece]) -> [String] {
    var values = [""]
    for piece in pieces {
      switch piece {
      case .bare(let text):
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        values[values.count - 1] += parts.first ?? ""
        values += parts.dropFirst().map { String($0) }
      case .quoted(let text): values[values.count - 1] += text
      case .pattern(let text): values[values.count - 1] += "/\(text)/"
      case .parameter: break
      }
    }
    return values
  }

  /// The condition that a row must meet; nil where every row does.
  ///
  /// - Parameters:
  ///   - column: the column that patterns are matched against.
  ///   - names: what is loaded.
  func condition(on column: String, names: LoadedNames) throws(Diagnostic) -> Expression? {
    var patterns: [Expression] = []
    for group in groups {
      patterns.append(
        joined(group.map { $0.condition(on: column, manner) }, with: Expression.Kind.or))
    }
    for pattern in excluded {
      let matching = pattern.condition(on: column, manner)
      patterns.append(Expression(.not(matching), at: pattern.span))
    }
    var conditions: [Expression] = []
    for key in keys where !key.isUnknown {
      var alternatives: [Expression] = []
      for value in key.alternatives {
        alternatives.append(
          try key.key.condition(.init(text: value.text, span: value.span, names: names)))
      }
      // A name that nobody has leaves the others, if there are some.
      let known = alternatives.filter { $0.kind != .literal(.bool(false)) }
      let any = joined(known.isEmpty ? [alternatives[0]] : known, with: Expression.Kind.or)
      conditions.append(key.isNegated ? Expression(.not(any), at: key.span) : any)
    }
    if manner.isInverted, !patterns.isEmpty {
      let all = joined(patterns, with: Expression.Kind.and)
      patterns = [Expression(.not(all), at: all.span)]
    }
    let all = patterns + conditions
    return all.isEmpty ? nil : joined(all, with: Expression.Kind.and)
  }

  /// One condition of several: itself where there is one, nested ones of the same kind opened.
  private func joined(
    _ parts: [Expression], with kind: ([Expression]) -> Expression.Kind
  ) -> Expression {
    guard parts.count > 1 else { return parts[0] }
    let isOr = kind([]) == .or([])
    let flat = parts.flatMap { part -> [Expression] in
      switch part.kind {
      case .or(let inner) where isOr: inner
      case .and(let inner) where !isOr: inner
      default: [part]
      }
    }
    let span = flat.dropFirst().reduce(flat[0].span) { $0.union($1.span) }
    return Expression(kind(flat), at: span)
  }

  /// What finds the matches of the patterns; none where everything else is asked for.
  var searches: [TextSearch] { manner.isInverted ? [] : groups.joined().compactMap(\.finder) }

  /// Where the patterns match, to paint; nil where there is nothing to paint.
  func highlight(in columns: Set<String>) -> Table.Highlight? {
    searches.isEmpty ? nil : Table.Highlight(columns: columns, foundBy: searches)
  }
}

extension Word {
  /// Whether the word begins with an unquoted `!`, and its pieces without it.
  var negation: (isNegated: Bool, pieces: [Piece]) {
    guard case .bare(let text)? = pieces.first, text.hasPrefix("!"),
      text.count > 1 || pieces.count > 1
    else { return (false, pieces) }
    let rest = String(text.dropFirst())
    return (true, (rest.isEmpty ? [] : [.bare(rest)]) + pieces.dropFirst())
  }
}
