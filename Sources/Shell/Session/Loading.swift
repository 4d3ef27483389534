public import Diagnostics
import Model
import Output
import Query
import Reading

extension Session {
  /// Loads the paths of a command line.
  ///
  /// - Throws: What is wrong with the first path that gave nothing.
  public mutating func load(paths: [String], to console: Console) throws(Diagnostic) {
    try load(paths.map { LoadRequest(path: $0) }, to: console)
  }

  /// Loads what is asked for, beside what is loaded already, and says what came of it.
  ///
  /// - Parameters:
  ///   - added: the requests.
  ///   - spans: where each stands in the line; empty where they come from the command line.
  /// - Throws: What is wrong with the first request that gave nothing; the others are loaded all
  ///   the same.
  mutating func load(
    _ added: [LoadRequest], at spans: [SourceSpan] = [], to console: Console
  ) throws(Diagnostic) {
    if standardInput == nil, added.contains(where: \.isStandardInput) {
      guard world.standardInputIsData else {
        throw Diagnostic(
          "the lines come from standard input, which can be no chat then",
          help: "write causerie - -c 'LINE', or name a file")
      }
      standardInput = try readStandardInput(interrupt: world.interrupt)
    }
    let all = requests + added.filter { !requests.contains($0) }
    let (corpus, report) = try reading(of: all)
    let outcomes = zip(all, report.outcomes).filter { added.contains($0.0) }
    let failed = outcomes.filter { $0.1.failure != nil }
    // Where nothing came of it, what was loaded before stays as it is.
    if outcomes.contains(where: { $0.1.filesRead > 0 }) || failed.isEmpty {
      if !isEmpty { console.say(.note("messages are numbered anew: id changed, key did not")) }
      requests = all.filter { request in !failed.contains { $0.0 == request } }
      replace(corpus, report, to: console)
    }
    for (_, outcome) in failed.dropFirst() {
      if let reason = outcome.failure { console.say(reason) }
    }
    guard let (request, outcome) = failed.first, var failure = outcome.failure else { return }
    if let place = added.firstIndex(of: request), place < spans.count {
      failure.span = spans[place]
    }
    throw failure
  }

  /// Reads everything that was asked for again: transcripts are rebuilt, in the order of paths.
  mutating func reread(to console: Console) throws(Diagnostic) {
    let (corpus, report) = try reading(of: requests)
    replace(corpus, report, to: console)
  }

  private func reading(
    of requests: [LoadRequest]
  ) throws(Diagnostic) -> (corpus: Corpus, report: ReadingReport) {
    var options = ReadingOptions(
      directory: world.directory, home: world.home, dateOrder: dateOrder, now: world.now())
    options.standardInput = standardInput ?? []
    return try read(requests, options: options, interrupt: world.interrupt)
  }

  private mutating func replace(_ corpus: Corpus, _ report: ReadingReport, to console: Console) {
    replace(corpus)
    for line in LoadSummary(report, corpus).lines { console.tell(line) }
  }

  /// What is loaded, a row a transcript.
  func sourceList() -> Table {
    let transcripts = corpus.transcripts
    func counts(_ count: (Transcript) -> Int) -> Column {
      .int(PlainColumn(transcripts.map { Int64(count($0)) }))
    }
    let files = Dictionary(grouping: corpus.files) { $0.source }
    func ends(_ end: (InputFile) -> Moment?, _ best: (Moment, Moment) -> Moment) -> Column {
      .datetime(
        PlainColumn(
          moments: transcripts.map { transcript in
            let moments = (files[transcript.source] ?? []).compactMap(end)
            guard let first = moments.first else { return Moment.none }
            return moments.reduce(first, best).seconds
          }))
    }
    return Table(
      name: "load", rowCount: transcripts.count,
      fields: [
        .init("source", .text(TextColumn(transcripts.map(\.source)))),
        .init("messages", counts { $0.messages.count }),
        .init("chunks", counts { $0.chunks.count }),
        .init("files", counts { files[$0.source]?.count ?? 0 }),
        .init("first", ends(\.first, min)), .init("last", ends(\.last, max)),
      ])
  }
}
