import Diagnostics
import Model
import Output
import Query

extension Verb {
  /// The reading view.
  static let show = Verb(
    "show", .sink, for: .find, summary: "read messages as a conversation",
    usage: [
      "… | show [-l]", "show ID [-C 6]", "show KEY", "show ID..ID", "show chunk N",
      "show file PATH", "show on 2025-02-17",
    ],
    details: """
      Days are headings, text is wrapped under its sender. Without an id it shows the messages \
      that the rows of the last result stand for.
      """,
    options: showOptions, examples: ["show 12 -C 2", "grep compost | take 3 | show"],
    completes: .places,
    readsItself: namesMessages
  ) { (arguments, preparation) throws(Diagnostic) in
    let hasProvenance = arguments.has("-l")
    let around = try arguments.count("-C")
    let selection = try MessageSelection(arguments, preparation.session)
    let scope = preparation.scope
    if selection == nil, let input = preparation.input, !input.isOpen, input.origin != .messages {
      throw Diagnostic(
        "the rows of \(input.title) are no messages to show", at: arguments.verb.span,
        help: input.wayToMessages ?? whatShowTakes)
    }
    let input = selection == nil ? preparation.input : nil
    return Step(
      schema: input ?? Schema(TableDefinition.named(.messages)), words: "show as a conversation",
      .ends
    ) { (table, session, console) throws(Diagnostic) in
      var answer = table
      if let selection {
        answer = session.table(.messages).selecting(try selection.rows(in: session))
      }
      guard var answer, answer.origin?.table == .messages else {
        throw Diagnostic(
          "the rows are no messages to show", at: arguments.verb.span,
          help: answer.flatMap { Schema(of: $0).wayToMessages } ?? whatShowTakes)
      }
      if let around {
        let stage = Stage.context(before: .messages(around), after: .messages(around))
        let environment = session.environment(scope)
        answer = try check(stage, over: Schema(of: answer), in: environment)
          .run(answer, in: environment)
      }
      guard let messages = try session.messages(of: answer) else { return answer }
      let screen = session.settings.screen(console.screen)
      let view = ReadingView(screen: screen, hasProvenance: hasProvenance)
      try view.write(messages, to: console.results, interrupt: session.world.interrupt)
      // After the reasons, where there are some.
      if messages.rowCount == 0 { session.environment(scope).notes.add(.note("no messages")) }
      return answer
    }
  }
}

private let whatShowTakes =
  "show follows a table whose rows stand for messages, or takes an id"

private let showOptions = [
  Option("-C", value: "N", "with N messages before and after"),
  Option("-l", "with the id, the file and the line of each message"),
]

/// Whether the words of a call of `show` say which messages are meant.
@Sendable private func namesMessages(_ words: [Word]) -> Bool {
  let verb = Name("show", at: SourceSpan(0, 0))
  let arguments = try? Arguments(verb, words, known: showOptions)
  return !(arguments?.words.isEmpty ?? true)
}

/// The messages that the words of `show` name.
private enum MessageSelection {
  case ids(ClosedRange<Int>, SourceSpan)
  case key(String, SourceSpan)
  case chunk(Int, SourceSpan)
  case file(String, SourceSpan)
  case on(Expression.Item, SourceSpan)

  /// Reads the words; nil where there are none.
  init?(_ arguments: Arguments, _ session: Session) throws(Diagnostic) {
    guard let first = arguments.words.first else { return nil }
    if ["chunk", "file", "on"].contains(first.text) {
      try arguments.atMost(2)
      let usage = Verb.show.usage.filter { $0.hasPrefix("show \(first.text)") }.first
      guard let value = arguments.words.dropFirst().first else {
        throw Diagnostic("show \(first.text) needs to know which", at: first.span, help: usage)
      }
      switch first.text {
      case "file": self = .file(value.text, value.span)
      case "on": self = .on(try parseDateWord(value.text, at: value.span), value.span)
      default:
        guard let number = Int(value.text) else {
          throw Diagnostic(
            "“\(value.text)” is no number of a chunk", at: value.span,
            help: "it takes the id: chunks lists them")
        }
        self = .chunk(number, value.span)
      }
      return
    }
    try arguments.atMost(1)
    let text = first.text
    if text.count == 16, text.allSatisfy(\.isHexDigit) {
      self = .key(text.lowercased(), first.span)
      return
    }
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count <= 2, let low = ends.first ?? nil, let high = ends.last ?? nil, low <= high
    else {
      throw Diagnostic(
        "“\(text)” is no id, key or range of ids", at: first.span,
        help: MessageSelection.meant(by: text)
          ?? "show 12, show 12..20, show chunk 3, show file PATH, show on 2025-02-17"
          + (text.allSatisfy(\.isLetter) ? "; what somebody wrote: grep from:\(text)" : ""))
    }
    self = .ids(low...high, first.span)
  }

  /// What somebody meant by a word that is no id; nil where nobody knows.
  private static func meant(by text: String) -> String? {
    switch text {
    case "all": return "messages | show"
    case "first", "last": return "messages | \(text) 20 | show"
    case "columns": return "schema, or schema messages"
    default: break
    }
    if TableName(rawValue: text) != nil { return "\(text) | take 20" }
    if TableDefinition.named(.messages).has(text) {
      return "messages | select \(text)"
    }
    let range = text.split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
    if range.count == 2, let high = range[0], let low = range[1] { return "show \(low)..\(high)" }
    let ends = text.split { "-,".contains($0) }.compactMap { Int($0) }
    if ends.count == 2, ends[0] <= ends[1], !text.contains("20") || ends[1] > 31 {
      return "show \(ends[0])..\(ends[1])"
    }
    let isDate = (try? parseDateWord(text, at: SourceSpan(0, text.utf8.count))) != nil
    if isDate { return "show on \(text)" }
    return Verb.grammar.spelling(of: text)?.message
  }

  /// The rows among all messages; an error where nothing has that name.
  func rows(in session: Session) throws(Diagnostic) -> Rows {
    let corpus = session.corpus
    let count = corpus.messages.count
    switch self {
    case .ids(let ids, let span):
      guard ids.lowerBound >= 1, ids.lowerBound <= count else {
        throw Diagnostic(
          "there is no message \(ids.lowerBound)", at: span,
          help: count == 0 ? "nothing is loaded" : "ids go from 1 to \(count)")
      }
      return .range((ids.lowerBound - 1)..<Swift.min(count, ids.upperBound))
    case .key(let key, let span):
      let found = try session.ask("where key = \"\(key)\"", of: session.table(.messages))
      guard let origin = found.origin, origin.rows.count > 0 else {
        throw Diagnostic("no message has the key \(key)", at: span)
      }
      return origin.rows
    case .chunk(let number, let span):
      guard (1...Swift.max(1, corpus.chunks.count)).contains(number), !corpus.chunks.isEmpty else {
        throw Diagnostic(
          "there is no chunk \(number)", at: span,
          help: corpus.chunks.isEmpty
            ? "no chunks are loaded" : "ids go from 1 to \(corpus.chunks.count)")
      }
      return corpus.messages(in: corpus.chunks[number - 1])
    case .file(let path, let span):
      let paths = corpus.files.map(\.path)
      guard let file = session.file(meantBy: path, among: paths) else {
        throw Diagnostic(
          "no loaded file is “\(path)”", at: span,
          help: suggestion(for: path, among: paths) ?? "files lists them")
      }
      return try session.rows(ofFile: file)
    case .on(let item, let span):
      let date = Expression(.name("date"), at: span)
      let condition = Expression(.membership(date, negated: false, .items([item])), at: span)
      let table = session.opening(.messages)
      let environment = session.environment(session.scope)
      let found = try check(.where(condition), over: Schema(of: table), in: environment)
        .run(table, in: environment)
      if found.rowCount == 0 {
        try EmptyAnswer(of: table, session, environment).explain(condition, exact: nil)
      }
      return found.origin?.rows ?? .range(0..<0)
    }
  }
}

extension Session {
  /// The one of some files that a path means: as they are called, as their end, or led to from another folder.
  fileprivate func file(meantBy path: String, among files: [String]) -> String? {
    let whole = wholePath(path, in: world.directory)
    return files.first { $0 == path }
      ?? files.first { $0.hasSuffix("/\(path)") }
      ?? files.first { wholePath($0, in: world.directory) == whole }
  }

  /// The messages whose header stands in a file.
  fileprivate func rows(ofFile path: String) throws(Diagnostic) -> Rows {
    let table = self.table(.messages)
    var rows: [Int32] = []
    if let column = table.column("file") {
      for row in 0..<table.rowCount where column[row] == .text(path) {
        rows.append(Int32(clamping: row))
      }
    }
    return .list(rows)
  }
}
