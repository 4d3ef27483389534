import Diagnostics
import Model
import Output
import Query
import Reading

extension Verb {
  /// Searches.
  static let grep = Verb(
    "grep", .stage, for: .find, summary: "search messages, or the rows of the table before it",
    usage: ["grep PATTERN… [key:value…] [options]", "… | grep PATTERN… [key:value…] [options]"],
    details: """
      A pattern is plain text, found anywhere in the body; case and accents do not matter. \
      /…/ is a regular expression (PCRE2). Several patterns must all match; `or` joins the two \
      beside it; !pattern must not match. Quotes make one pattern of several words, and a pattern \
      of anything that would be an option or a key.

      Keys, with commas between alternatives:
      \(GrepKey.list)
      """,
    options: [
      Option("-w", "whole words only"),
      Option("-s", "exact: case and accents matter"),
      Option("-E", "every pattern is a regular expression"),
      Option("-F", "every pattern is plain text (it is already)"),
      Option("-i", "case does not matter (it does not already)"),
      Option("-v", "rows that do not match"),
      Option("-C", value: "N", "with N messages before and after, or a time: -C 10min"),
      Option("-A", value: "N", "with N messages after"),
      Option("-B", value: "N", "with N messages before"),
      Option("-c", "how many, by source"),
      Option("-o", "the matches themselves, a row each"),
      Option(
        "-f", value: "FILE", "any of the patterns in a file, one a line", completes: .path),
      Option(
        "--in", value: "COLUMN", "search another column: text, sender",
        completes: .columns(of: [.text, .list])),
    ],
    examples: [
      "grep compost from:zoe since:2025-03 | count by month",
      "grep \"code de sécurité\" -C 1", "grep /\\b0[67](\\s?\\d{2}){4}\\b/ -o",
    ],
    arguments: .patterns, completes: .search
  ) { (arguments, preparation) throws(Diagnostic) in
    try Search(arguments, preparation).step()
  }
}

/// A `grep` being prepared.
private struct Search {
  let arguments: Arguments
  let preparation: Preparation
  let query: SearchQuery
  let input: Schema
  /// The column that patterns are matched against.
  let column: String

  init(_ arguments: Arguments, _ preparation: Preparation) throws(Diagnostic) {
    self.arguments = arguments
    self.preparation = preparation
    input = preparation.input ?? Schema(TableDefinition.named(.messages))
    var manner = SearchQuery.Manner()
    manner.isExact = arguments.has("-s")
    manner.isWhole = arguments.has("-w")
    manner.isRegular = arguments.has("-E") && !arguments.has("-F")
    manner.isInverted = arguments.has("-v")
    var query = try SearchQuery(arguments.words, manner: manner)
    if manner.isInverted, !query.hasPatterns,
      let option = arguments.options.first(where: { $0.name == "-v" }),
      !arguments.has("-f"), !query.isEmpty
    {
      throw Diagnostic(
        "-v is about patterns, and there is none", at: option.span,
        help: "the contrary of a key is written with !, as !from:ana")
    }
    for file in arguments.values("-f") {
      query.addGroup(try Search.patterns(in: file, manner, preparation))
    }
    guard !query.isEmpty else {
      throw Diagnostic(
        "grep needs a pattern or a key", at: arguments.verb.span,
        help: "grep cnil, grep from:ana, grep has:link")
    }
    try Search.checkOptions(arguments, query)
    self.query = query
    column = try Search.column(arguments, input)
  }

  /// Options of which one leaves the other nothing to do, with what to write instead.
  private static let exclusive: [(one: String, others: [String], help: String)] = [
    ("-c", ["-o"], "to count matches: grep … -o | count"),
    ("-c", ["-A", "-B", "-C"], "to count those around too: grep … -C 1 | count by source"),
    ("-o", ["-v"], "what does not match holds no match"),
    ("-o", ["-A", "-B", "-C"], "the messages around hold no match"),
  ]

  private static func checkOptions(
    _ arguments: Arguments, _ query: SearchQuery
  ) throws(Diagnostic) {
    for (one, others, help) in exclusive where arguments.has(one) {
      guard let other = arguments.options.last(where: { others.contains($0.name) }) else {
        continue
      }
      throw Diagnostic("\(one) and \(other.name) exclude each other", at: other.span, help: help)
    }
    if query.groups.isEmpty, let option = arguments.options.first(where: { $0.name == "-o" }) {
      throw Diagnostic(
        "-o lists matches, and there is no pattern to match", at: option.span,
        help: "grep velo -o, or grep /\\d+/ -o")
    }
  }

  private static func patterns(
    in file: Word, _ manner: SearchQuery.Manner, _ preparation: Preparation
  ) throws(Diagnostic) -> [SearchPattern] {
    guard file.openParameter == nil else {
      return [
        try SearchPattern(
          "", isRegular: manner.isRegular, isUnknown: true, at: file.span, manner: manner)
      ]
    }
    let world = preparation.session.world
    let text: String
    do throws(Diagnostic) {
      text = try readText(at: world.expanded(file.text), directory: world.directory)
    } catch {
      var placed = error
      placed.span = file.span
      throw placed
    }
    var patterns: [SearchPattern] = []
    for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
      patterns.append(
        try SearchPattern(
          String(line), isRegular: manner.isRegular, at: file.span, manner: manner))
    }
    guard !patterns.isEmpty else {
      throw Diagnostic("“\(file.text)” holds no patterns", at: file.span)
    }
    return patterns
  }

  /// The body, where the table has one, else its text.
  private static func column(_ arguments: Arguments, _ input: Schema) throws(Diagnostic) -> String {
    if let word = arguments.value("--in") {
      guard input.isOpen || input.column(word.text) != nil else {
        throw Diagnostic(
          "\(input.name) has no column “\(word.text)”", at: word.span,
          help: suggestion(for: word.text, among: input.columns.map(\.name)))
      }
      if let type = input.column(word.text)?.type, type != .text, type != .list {
        throw Diagnostic(
          "grep searches text, and “\(word.text)” is none", at: word.span,
          help: "to compare it: where \(word.text) = …")
      }
      return word.text
    }
    if let name = ["body", "text"].first(where: { input.column($0) != nil }) { return name }
    guard let name = input.columns.first(where: { $0.type == .text })?.name else {
      throw Diagnostic("\(input.name) has no text to search", at: arguments.verb.span)
    }
    return name
  }

  func step() throws(Diagnostic) -> Step {
    let scope = preparation.scope
    // Checked now with no names, so that a wrong column or date is found before anything runs.
    let stages = try self.stages(names: .none)
    var schema = input
    for stage in stages {
      schema = try check(
        stage, at: preparation.call.span, over: schema, in: preparation.environment
      )
      .schema
    }
    let last = arguments.has("-o") ? Search.matchSchema(schema) : schema
    return Step(schema: last, words: words) {
      (table, session, console) throws(Diagnostic) in
      let environment = session.environment(scope)
      for note in query.notes { console.say(note) }
      var found = table ?? session.opening(.messages)
      noteUndated(found, environment.notes)
      for stage in try self.stages(names: LoadedNames(of: session, notes: environment.notes)) {
        let checked = try check(
          stage, at: preparation.call.span, over: Schema(of: found), in: environment)
        let before = found
        found = try checked.run(before, in: environment)
        if case .where(let condition) = stage, found.rowCount == 0 {
          let doubts = before.rowCount > 0 ? query.doubts : []
          for doubt in doubts { environment.notes.add(doubt) }
          if doubts.isEmpty {
            try EmptyAnswer(of: before, session, environment).explain(
              condition, exact: query.manner.isExact ? "-s" : nil)
          }
        }
      }
      let columns: Set = column == "body" ? ["body", "text"] : [column]
      found.highlight = query.highlight(in: columns) ?? found.highlight
      return arguments.has("-o") ? try matches(in: found, environment.interrupt) : found
    }
  }

  /// What it does, in words.
  private var words: String {
    var words = "search " + query.description(of: column)
    for (option, place) in [("-C", "around"), ("-B", "before"), ("-A", "after")] {
      if let reach = arguments.value(option) { words += ", with \(reach.text) \(place) each" }
    }
    if arguments.has("-c") { words += ", counted by source" }
    if arguments.has("-o") { words += ", a row for each match" }
    return words
  }

  /// The stages of the language that the search comes to.
  private func stages(names: LoadedNames) throws(Diagnostic) -> [Stage] {
    let call = preparation.call
    var stages: [Stage] = []
    if let condition = try query.condition(on: column, names: names) {
      stages.append(.where(condition))
    }
    let around = try reach("-C")
    let before = try reach("-B") ?? around
    let after = try reach("-A") ?? around
    if before != nil || after != nil {
      stages.append(.context(before: before ?? .messages(0), after: after ?? .messages(0)))
    }
    if arguments.has("-c") {
      stages.append(
        .count(by: [.init(Expression(.name("source"), at: call.span))], fill: false))
    }
    return stages
  }

  private func reach(_ option: String) throws(Diagnostic) -> Stage.Reach? {
    guard let word = arguments.value(option) else { return nil }
    if let count = Int(word.text), count >= 0 { return .messages(count) }
    guard case .literal(.duration(let span))? = (try? parseExpression(word.text))?.kind,
      (try span.seconds(at: word.span)) != nil
    else {
      throw Diagnostic(
        "\(option) takes a number of messages or a time, as 3 or 10min, not “\(word.text)”",
        at: word.span)
    }
    return .time(span)
  }

  /// Says how many rows a date key passes over because they have no date.
  private func noteUndated(_ table: Table, _ notes: Notes) {
    guard query.asksForDates, case .datetime(let dates)? = table.column("date"),
      let nulls = dates.nulls
    else { return }
    let count = nulls.count { $0 }
    if count > 0 {
      notes.add(.note("\(counted(count, "row")) without a date left out"))
    }
  }

  private static func matchSchema(_ schema: Schema) -> Schema {
    let kept = schema.columns.filter { ["id", "date", "sender"].contains($0.name) }
    let match = ColumnDefinition("match", .text, "the text that matched")
    return Schema(name: schema.name, columns: kept + [match], origin: schema.origin)
  }

  /// A row for each match, with the message it stands in.
  private func matches(in table: Table, _ interrupt: Interrupt) throws(Diagnostic) -> Table {
    var rows: [Int32] = []
    var texts = TextColumn.Builder()
    let searches = query.searches
    if let column = table.column(column) {
      for row in 0..<table.rowCount {
        try interrupt.check()
        for text in column[row].texts {
          for range in try Query.matches(in: text, foundBy: searches) {
            rows.append(Int32(clamping: row))
            texts.append(utf8: Array(text.utf8)[range])
          }
        }
      }
    }
    var found = table.selecting(.list(rows))
    found.shown = nil
    found = found.showing(
      found.fields.filter { ["id", "date", "sender"].contains($0.name) }
        + [.init("match", .text(texts.finish()))])
    return found
  }
}

extension Value {
  /// A text, or the elements of a list; nothing of other values.
  fileprivate var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let texts): texts
    default: []
    }
  }
}
