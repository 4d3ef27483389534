import Diagnostics
import Model

/// Puts transcripts into one corpus: people merged by name, everything renumbered.
struct CorpusAssembly {
  /// What is there so far; the rows of `problems` in the order of their discovery.
  var corpus = Corpus()

  /// The path that led to each transcript, by the file of its first line.
  private var paths: [Int: String] = [:]

  /// The transcripts that are to be merged, by the number of the request.
  private var merges: [Int: [Int]] = [:]

  private var names: [String] = []
  private var places: [String: Int32] = [:]

  /// A corpus of files, without messages so far.
  init(_ reading: InputReading) {
    corpus.files = reading.files.map { InputFile(path: $0.label, kind: $0.kind, bytes: $0.size) }
    corpus.problems = reading.search.problems + reading.files.flatMap(\.problems)
  }

  /// Adds a transcript with what was read from its text.
  mutating func add(
    _ draft: TranscriptDraft, _ read: consuming TranscriptMessages, interrupt: Interrupt
  ) throws(Diagnostic) {
    let first = corpus.messages.count
    guard first + read.messages.count < Int(Int32.max) else {
      corpus.problems.append(
        Problem(
          .error, .limit, file: draft.path,
          "is left out: all that is loaded would have over 2 147 483 646 messages"))
      return
    }
    let firstChunk = corpus.chunks.count
    let transcript = Transcript(
      source: draft.source, text: draft.text,
      messages: first..<(first + read.messages.count), runs: draft.runs,
      chunks: firstChunk..<(firstChunk + draft.placements.count))
    append(read.messages, people: read.people.map { person(named: $0) })
    if let run = draft.runs.first { paths[run.file] = draft.path }
    if let merge = draft.merge { merges[merge, default: []].append(corpus.transcripts.count) }
    corpus.transcripts.append(transcript)
    for placement in draft.placements { add(placement, series: draft.source, of: transcript) }
    tally(transcript, shapes: read.shapes)
    let doubts = TranscriptDoubts(transcript, corpus)
    corpus.problems += draft.problems + doubts.rows(for: read.doubts)
    corpus.problems += doubts.preamble(read.preamble) + doubts.fragments(draft.openings)
    if !draft.placements.isEmpty { try verify(draft, transcript, interrupt) }
  }

  /// Compares the headers of a transcript's chunks with its lines.
  private mutating func verify(
    _ draft: TranscriptDraft, _ transcript: Transcript, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    let subject = VerifiedTranscript(
      text: transcript.text,
      facts: try TranscriptFacts(transcript, corpus.messages, interrupt: interrupt),
      people: DeclaredPeople(senders: corpus.messages.senders, names: names),
      overlap: draft.overlap == 0 ? OverlapLength.usual : draft.overlap)
    let outcome = try subject.verify(
      corpus.chunks, transcript.chunks, read: draft.placements.map(\.chunk),
      interrupt: interrupt)
    corpus.findings += outcome.findings
    corpus.problems += outcome.problems
  }

  /// The place of a name among those of the corpus.
  private mutating func person(named name: String) -> Int32 {
    if let place = places[name] { return place }
    let place = Int32(clamping: names.count)
    names.append(name)
    places[name] = place
    return place
  }

  /// Appends messages whose senders are places in `people`.
  private mutating func append(_ read: consuming Messages, people: [Int32]) {
    let isUnchanged = people.indices.allSatisfy { people[$0] == Int32(clamping: $0) }
    if !isUnchanged {
      for message in read.senders.indices where read.senders[message] >= 0 {
        read.senders[message] = people[Int(read.senders[message])]
      }
    }
    guard corpus.messages.count > 0 else {
      corpus.messages = read
      return
    }
    let first = Int32(clamping: corpus.messages.count)
    corpus.messages.moments += read.moments
    corpus.messages.senders += read.senders
    corpus.messages.starts += read.starts
    corpus.messages.lengths += read.lengths
    corpus.messages.kinds += read.kinds
    corpus.messages.lines += read.lines
    corpus.messages.append(listsOf: read, from: first)
  }

  /// The whole corpus, and what merging gave.
  consuming func finish(
    now: Moment?, interrupt: Interrupt
  ) throws(Diagnostic) -> (corpus: Corpus, merges: [ReadingReport.Merge]) {
    corpus.people = Categories(names)
    let groups = merges.map { CorpusMerge.Group(number: $0.key, transcripts: $0.value) }
      .sorted { $0.transcripts[0] < $1.transcripts[0] }
    let merge = try CorpusMerge(corpus, groups, interrupt: interrupt)
    corpus = merge.corpus
    try interrupt.check()
    if let now { corpus.problems += FutureDates(after: now).rows(in: corpus) }
    corpus.problems += try DuplicateTranscripts(
      in: corpus, paths: paths, interrupt: interrupt
    ).rows
    sortProblems()
    try interrupt.check()
    return (corpus, merge.reports)
  }

  /// Puts the rows in the order of files and lines and counts those about each chunk.
  private mutating func sortProblems() {
    let files = Dictionary(corpus.files.indices.map { (corpus.files[$0].path, $0) }) { a, _ in a }
    let keyed = corpus.problems.map { problem in
      (file: problem.file.map { files[$0] ?? -1 } ?? Int.max, line: problem.line ?? 0, problem)
    }
    let order = keyed.indices.sorted { a, b in
      (keyed[a].file, keyed[a].line, a) < (keyed[b].file, keyed[b].line, b)
    }
    corpus.problems = order.map { keyed[$0].2 }
    var counts: [Int: Int] = [:]
    for row in keyed { counts[row.file, default: 0] += 1 }
    for index in corpus.chunks.indices {
      corpus.chunks[index].problems = counts[corpus.chunks[index].file] ?? 0
    }
  }
}
