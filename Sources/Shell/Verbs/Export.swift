import Diagnostics
import Model
import Output
import Query

extension Verb {
  /// Writes a table to a file.
  static let export = Verb(
    "export", .sink, for: .takeAway, summary: "write every row of a table to a file",
    usage: ["… | export FILE [options]", "… | export - --format csv"],
    details: """
      The file's ending chooses the format. A file is whole or absent: it is written beside the \
      target and renamed when it is complete. An existing file is left alone without --force; a \
      loaded input is never overwritten. `-` is standard output.

      Formats:
      \(HelpPage.aligned(Format.all.map { ($0.name, $0.summary) }))
      """,
    options: [
      Option(
        "--format", value: "F", "the format, whatever the file's name", completes: .formats),
      Option("--force", "replace an existing file"),
    ]
      + Format.Option.all.map { option in
        let formats = option.formats.map(\.name)
        return Option(
          option.name, value: option.value,
          "\(option.summary) (\(formats.joined(separator: ", ")))",
          completes: option.values.isEmpty ? .nothing : .words(option.values), formats: formats)
      },
    examples: ["messages | count by month | export - --format csv"],
    arguments: .paths, completes: .target
  ) { (arguments, preparation) throws(Diagnostic) in
    if let sign = arguments.words.first, case .bare(let text)? = sign.pieces.first,
      text.hasPrefix(">")
    {
      let rest = arguments.words.map(\.text).joined(separator: " ").drop { "> ".contains($0) }
      throw Diagnostic(
        "export writes the file without >", at: sign.span,
        help: "like: export \(rest.isEmpty ? "out.csv" : rest)")
    }
    let target = try arguments.onlyWord("a file to write, or - for standard output")
    let format = try chosenFormat(arguments, target)
    let options = try formatOptions(arguments, format)
    let replaces = arguments.has("--force")
    let each = arguments.value("--each")
    if let each, let input = preparation.input, !input.isOpen {
      _ = try lineTemplate(each, over: input)
    }
    return Step(
      schema: preparation.input, words: "write \(target.text) as \(format.name)", .ends
    ) { (table, session, console) throws(Diagnostic) in
      guard let table else { return nil }
      try checkWholeTables(arguments, options, table)
      var options = options
      options.surroundings = session.surroundings(of: table)
      if let each { options.line = try lineTemplate(each, over: Schema(of: table)) }
      if target.text == "-", target.pieces == [.bare("-")] {
        let notes = try format.write(
          table, options: options, to: console.results, interrupt: session.world.interrupt)
        for note in notes { console.say(note) }
        return table
      }
      var file = TargetFile(
        path: target.text, directory: session.world.directory, home: session.world.home)
      file.replaces = replaces
      file.inputs = session.inputPaths
      file.interrupt = session.world.interrupt
      try write(table, format, options, to: file, at: target.span, session, console)
      return table
    }
  }

  /// Throws where all tables are to be written and the line has made another one of them.
  private static func checkWholeTables(
    _ arguments: Arguments, _ options: Format.Options, _ table: Table
  ) throws(Diagnostic) {
    guard options.hasAllTables, TableName(rawValue: table.name) == nil else { return }
    throw Diagnostic(
      "--all writes every table as it is loaded, and not what comes before it",
      at: arguments.options.first { $0.name == "--all" }?.span,
      help: "write messages | export … --all, or leave it out")
  }

  private static func write(
    _ table: Table, _ format: Format, _ options: Format.Options, to file: TargetFile,
    at span: SourceSpan, _ session: Session, _ console: Console
  ) throws(Diagnostic) {
    var written = Format.Written()
    let progress = ProgressLine(
      on: console, clock: session.world.uptime,
      startingWith: { ExportPace(rows: table.rowCount, startedAt: $0) },
      words: { $0.words(at: $1, columns: $2) })
    let interrupt = progress?.watching(session.world.interrupt) ?? session.world.interrupt
    do throws(Diagnostic) {
      defer { progress?.finish() }
      written = try format.write(table, options: options, to: file, interrupt: interrupt) {
        rows, bytes in progress?.note { $0.note(rows: rows, bytes: bytes, at: $1) }
      }
    } catch {
      var placed = error
      if placed.cause == .line, placed.span == nil { placed.span = span }
      throw placed
    }
    for note in written.notes { console.say(note) }
    let contents = written.contents ?? "\(counted(table.rowCount, "row")) of: \(table.name)"
    console.tell("wrote \(file.path): \(contents)")
  }

  private static func lineTemplate(
    _ word: Word, over schema: Query.Schema
  ) throws(Diagnostic) -> Format.LineTemplate {
    let template = try RowTemplate(word.text, over: schema, at: word.span)
    return Format.LineTemplate { template.filled($0, row: $1, escaping: $2) }
  }

  private static func chosenFormat(
    _ arguments: Arguments, _ target: Word
  ) throws(Diagnostic) -> Format {
    let names = Format.all.map(\.name)
    if let word = arguments.value("--format") {
      guard let format = Format.named(word.text) else {
        throw Diagnostic(
          "there is no format “\(word.text)”", at: word.span,
          help: suggestion(for: word.text, among: names)
            ?? "formats: \(names.joined(separator: ", "))")
      }
      return format
    }
    if let format = Format.chosen(byPath: target.text) { return format }
    let ending = target.text.split(separator: "/").last.flatMap { name in
      name.dropFirst().lastIndex(of: ".").map { String(name[$0...]) }
    }
    throw Diagnostic(
      target.text == "-"
        ? "standard output has no ending that says which format"
        : ending.map { "no format has the ending \($0)" }
          ?? "“\(target.text)” has no ending that says which format",
      at: target.span,
      help: target.text == "-"
        ? "add --format \(Format.all.filter(\.isStream).map(\.name).joined(separator: "|"))"
        : Format.named(target.text).map { "to standard output: export - --format \($0.name)" }
          ?? "end it with .\(nearest(ending)), "
          + "or add --format \(names.joined(separator: "|"))")
  }

  /// The ending, without its dot, that another comes closest to; that of csv where none is close.
  private static func nearest(_ ending: String?) -> String {
    let endings = Format.all.flatMap(\.endings)
    return ending.flatMap { nearestName(to: String($0.dropFirst()), among: endings) } ?? "csv"
  }

  private static func formatOptions(
    _ arguments: Arguments, _ format: Format
  ) throws(Diagnostic) -> Format.Options {
    var options = Format.Options()
    for given in arguments.options {
      guard let option = Format.Option.all.first(where: { $0.name == given.name }) else { continue }
      guard format.options.contains(where: { $0.name == option.name }) else {
        throw Diagnostic(
          "\(format.name) has no use for \(option.name)", at: given.span,
          help: "\(option.name) goes with "
            + option.formats.map(\.name).joined(separator: ", "))
      }
      do throws(Diagnostic) {
        try option.set(given.value?.text ?? "", in: &options)
      } catch {
        var placed = error
        placed.span = given.value?.span ?? given.span
        throw placed
      }
    }
    if options.appends, let force = arguments.options.first(where: { $0.name == "--force" }) {
      throw Diagnostic("--append and --force exclude each other", at: force.span)
    }
    return options
  }
}

extension Format {
  /// The format that the words behind an unfinished `export` choose; nil where none does yet.
  static func chosen(byWords words: some Collection<String>) -> Format? {
    if let option = words.firstIndex(of: "--format") {
      return words[option...].dropFirst().first.flatMap { named($0) }
    }
    return words.first { !$0.hasPrefix("-") }.flatMap { chosen(byPath: $0) }
  }
}

extension Session {
  /// What a format may want to know of a table beyond its rows.
  fileprivate func surroundings(of table: Table) -> Format.Surroundings {
    var surroundings = Format.Surroundings()
    surroundings.tableName = opening(of: table)
    surroundings.moment = world.now()
    let session = self
    surroundings.whole = { (table, names) throws(Diagnostic) in
      try session.whole(table, read: names)
    }
    surroundings.tables = { TableName.allCases.map { session.table($0) } }
    let corpus = corpus
    surroundings.sources = { corpus.sources(of: $0) }
    surroundings.transcripts = corpus.transcripts.map(\.source)
    surroundings.rewritten = Set(
      corpus.transcripts.indices.filter { corpus.hasDayHeadings($0) }.map { Int32(clamping: $0) })
    surroundings.topics = scope.topics.map { $0.inChunkHeaders(notes: environment(scope).notes) }
    return surroundings
  }

  /// The table, or name made by `let`, that the line which made a table began with: `messages` for a
  /// search, the verb for any other source.
  private func opening(of table: Table) -> String {
    let first = table.name.prefix { !$0.isWhitespace && $0 != "|" }
    if first == "_", let last, last.name.prefix(1) != "_" { return opening(of: last) }
    guard !first.isEmpty, first != "_" else { return "answer" }
    return [Verb.grep.name, Verb.show.name].contains(String(first))
      ? TableName.messages.rawValue : String(first)
  }
}

extension World {
  /// A path with `~` at its start replaced by the home folder.
  func expanded(_ path: String) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }
}

extension Corpus {
  /// Whether the dates of a transcript stand in headings between its messages, as in Web Markdown.
  fileprivate func hasDayHeadings(_ transcript: Int) -> Bool {
    transcripts[transcript].runs.contains { run in
      files[run.file].shapes.contains { $0.hasPrefix("web markdown") }
    }
  }
}
