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
    done.append("load " + paths.map { $0 == "-" ? $0 : Spelling.word($0) }.joined(separator: " "))
  }

  /// Loads what is asked for, beside what is loaded already, and says what came of it.
  ///
  /// - Parameters:
  ///   - added: the requests.
  ///   - spans: where each stands in the line; empty where they come from the command line.
  ///   - order: how dates are read from now on; nil as before.
  ///   - merging: whether they are one chat.
  /// - Throws: What is wrong with the first request that gave nothing; the others are loaded all
  ///   the same.
  mutating func load(
    _ added: [LoadRequest], at spans: [SourceSpan] = [], _ order: DateOrder? = nil,
    merging: Bool = false, to console: Console
  ) throws(Diagnostic) {
    if let torn = TornPath(in: added, from: world.directory, home: world.home) {
      throw Diagnostic(
        "“\(torn.path)” has blanks, and stands in no quotes",
        at: spans.isEmpty
          ? nil
          : spans[torn.words].dropFirst().reduce(spans[torn.words.lowerBound]) {
            $0.union($1)
          },
        help: "like: " + (spans.isEmpty ? "" : "load ") + Spelling.word(torn.path))
    }
    let merge = merging ? (requests.compactMap(\.merge).max() ?? 0) + 1 : nil
    let added = added.map { request in
      var request = request
      request.merge = merge
      return request
    }
    if standardInput == nil, added.contains(where: \.isStandardInput) {
      guard world.standardInputIsData else {
        throw Diagnostic(
          "the lines come from standard input, which can be no chat then",
          help: "write causerie - -c 'LINE', or name a file")
      }
      standardInput = try readStandardInput(interrupt: world.interrupt)
    }
    let (all, places) = requests.adding(added)
    let isAdded = Set(places)
    let (corpus, report) = try reading(of: all, order, to: console)
    let outcomes = report.outcomes
    let failed = isAdded.filter { outcomes[$0].failure != nil }
    // Where nothing came of it, what was loaded before stays as it is.
    if failed.isEmpty || places.contains(where: { outcomes[$0].filesRead > 0 }) {
      warn(of: all.indices.filter { !isAdded.contains($0) }.map { outcomes[$0] }, to: console)
      // What an archive gave before it broke is loaded.
      let kept = all.indices.filter { !failed.contains($0) || outcomes[$0].filesRead > 0 }
      dateOrder = order ?? dateOrder
      replace(corpus, report, for: kept.map { (all[$0], outcomes[$0]) }, to: console)
      if merging, !report.merges.contains(where: { $0.number == merge }) {
        console.say(.note("nothing was merged: there is one source only"))
      }
    }
    let failures = places.enumerated().compactMap { index, place in
      var failure = outcomes[place].failure
      failure?.span = index < spans.count ? spans[index] : nil
      return failure
    }
    try complain(of: failures, to: console)
  }

  /// Reads everything that was asked for again, with the dates in an order if it is told one:
  /// transcripts are rebuilt, in the order of paths.
  ///
  /// - Throws: What is wrong with the first request that gives nothing now; the others are read
  ///   all the same, and it stays asked for.
  mutating func reload(_ order: DateOrder? = nil, to console: Console) throws(Diagnostic) {
    let (corpus, report) = try reading(of: requests, order, to: console)
    let failures = report.outcomes.compactMap(\.failure)
    if failures.isEmpty || report.filesRead > 0 {
      dateOrder = order ?? dateOrder
      replace(corpus, report, for: Array(zip(requests, report.outcomes)), to: console)
    }
    try complain(of: failures, to: console)
  }

  /// Keeps some of what was asked for and forgets the rest.
  mutating func keep(_ kept: [LoadRequest], to console: Console) throws(Diagnostic) {
    let (corpus, report) = try reading(of: kept, nil, to: console)
    warn(of: report.outcomes, to: console)
    replace(corpus, report, for: Array(zip(kept, report.outcomes)), to: console)
  }

  private func reading(
    of requests: [LoadRequest], _ order: DateOrder?, to console: Console
  ) throws(Diagnostic) -> (corpus: Corpus, report: ReadingReport) {
    var options = ReadingOptions(
      directory: world.directory, home: world.home, dateOrder: order ?? dateOrder,
      now: world.now())
    options.standardInput = standardInput ?? []
    options.limits = settings.limits
    let progress = ProgressLine(
      on: console, clock: world.uptime, startingWith: { LoadPace(startedAt: $0) },
      words: { $0.words(at: $1, columns: $2) })
    defer { progress?.finish() }
    let (corpus, report) = try read(
      requests, options: options,
      interrupt: progress?.watching(world.interrupt) ?? world.interrupt
    ) { step in progress?.note { $0.note(step, at: $1) } }
    if !console.isQuiet {
      progress?.note { pace, _ in pace.noteVerifying() }
      // The summary counts them, and a load that is interrupted loads nothing.
      _ = report.problems
      try world.interrupt.check()
    }
    return (corpus, report)
  }

  /// Puts what was read in the place of what is loaded, and says what came of it.
  private mutating func replace(
    _ corpus: Corpus, _ report: ReadingReport,
    for loads: [(request: LoadRequest, outcome: ReadingReport.Outcome)], to console: Console
  ) {
    if !isEmpty, corpus.messages.count > 0 {
      console.say(.note("messages are numbered anew: id changed, key did not"))
    }
    requests = loads.map(\.request)
    outcomes = loads.map(\.outcome)
    replace(corpus)
    guard !console.isQuiet else { return }
    let width = console.remarkScreen.isTerminal ? console.remarkScreen.columns : 80
    for line in LoadSummary(report, corpus, width: Swift.min(width, 80)).lines {
      console.tell(line)
    }
  }

  /// Warns of what was loaded before and can no longer be read.
  private func warn(of outcomes: [ReadingReport.Outcome], to console: Console) {
    for var failure in outcomes.compactMap(\.failure) {
      failure.severity = .warning
      console.say(failure)
    }
  }

  /// Throws the first of some failures and tells the others.
  private func complain(of failures: [Diagnostic], to console: Console) throws(Diagnostic) {
    guard let first = failures.first else { return }
    for failure in failures.dropFirst() { console.say(failure) }
    throw first
  }
}

extension [LoadRequest] {
  /// These and others, with the places of the others. One that is there already, of the same path,
  /// is made as it is asked for now, under the name that it has unless it gets another.
  fileprivate func adding(_ added: [LoadRequest]) -> (all: [LoadRequest], places: [Int]) {
    var all = self
    var known: [LoadRequest: Int] = [:]
    for (place, request) in enumerated() { known[request.bare] = place }
    let places = added.map { request in
      guard let place = known[request.bare] else {
        known[request.bare] = all.count
        all.append(request)
        return all.count - 1
      }
      let name = request.name ?? all[place].name
      all[place] = request
      all[place].name = name
      return place
    }
    return (all, places)
  }
}

extension LoadRequest {
  /// A request for the same path that says nothing else.
  fileprivate var bare: LoadRequest { LoadRequest(path: path, isQuoted: isQuoted) }
}
