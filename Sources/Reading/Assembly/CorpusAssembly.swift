import Diagnostics
import Model

/// Puts transcripts into one corpus: people merged by name, everything renumbered.
struct CorpusAssembly {
  /// What is there so far; what is doubtful stands in ``problemsOfFiles`` and ``problems``.
  var corpus = Corpus()

  /// What is wrong with files, in the order of its discovery, but for the headers of chunks.
  private let problemsOfFiles: [Problem]

  /// What is doubtful about transcripts, likewise.
  private var problems: [Problem] = []

  private let headers: ChunkHeaders

  /// For each transcript the lines that its chunks usually repeat.
  private var overlaps: [Int] = []

  /// The paths that led to each transcript, by the file of its first line, and of its first in each folder.
  private var paths: [Int: String] = [:]

  /// Transcripts that were put together from several folders or files.
  private(set) var spreads: [ReadingReport.Spread] = []

  /// The transcripts that are to be merged, by the number of the request.
  private var merges: [Int: [Int]] = [:]

  private var names: [String] = []
  private var places: [String: Int32] = [:]

  /// A corpus of files, without messages so far.
  init(_ reading: InputReading, interrupt: Interrupt) throws(Diagnostic) {
    let files = reading.files
    corpus.files = try parallelArray(files.indices.pieces(of: 4_096), interrupt: interrupt) {
      piece, inputs in
      let files = files.span
      for place in piece {
        inputs.append(
          InputFile(path: files[place].label, kind: files[place].kind, bytes: files[place].size))
      }
    }
    corpus.archives = reading.archives
    var problems = reading.problems
    for place in reading.files.indices where !reading.files[place].problems.isEmpty {
      problems += reading.files[place].problems
    }
    problemsOfFiles = problems
    headers = try ChunkHeaders(of: reading.files, interrupt: interrupt)
  }

  /// Adds a transcript with what was read from its text.
  mutating func add(
    _ draft: TranscriptDraft, _ read: consuming TranscriptMessages, interrupt: Interrupt
  ) throws(Diagnostic) {
    let first = corpus.messages.count
    guard first + read.messages.count < Int(Int32.max) else {
      problems.append(
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
    for part in draft.parts { paths[part.file] = part.label }
    if draft.parts.count > 1 {
      spreads.append(
        ReadingReport.Spread(
          source: draft.source, isInPieces: draft.placements.isEmpty,
          parts: draft.parts.map(\.label)))
    }
    if let merge = draft.merge { merges[merge, default: []].append(corpus.transcripts.count) }
    corpus.transcripts.append(transcript)
    let rows = try rows(
      of: draft.placements, series: draft.source, transcript,
      number: corpus.transcripts.count - 1, interrupt: interrupt)
    if firstChunk == 0 { corpus.chunks = rows } else { corpus.chunks += rows }
    try tally(transcript, shapes: read.shapes, interrupt: interrupt)
    let doubts = TranscriptDoubts(transcript, corpus)
    problems += draft.problems + doubts.rows(for: read.doubts)
    problems += doubts.encoding() + doubts.preamble(read.preamble)
    problems += doubts.fragments(draft.openings)
    overlaps.append(draft.overlap == 0 ? OverlapLength.usual : draft.overlap)
  }

  /// Places where lines are missing between chunks.
  var gaps: Int { problems.count { $0.code == .gap } }

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

  /// The whole corpus, and what is said of it.
  consuming func finish(now: Moment?, interrupt: Interrupt) throws(Diagnostic) -> AssembledCorpus {
    corpus.people = Categories(names)
    let groups = merges.map { CorpusMerge.Group(number: $0.key, transcripts: $0.value) }
      .sorted { $0.transcripts[0] < $1.transcripts[0] }
    let verification = HeaderVerification(
      headers, of: corpus, overlaps: overlaps, interrupt: interrupt)
    let found = Lazy { () throws(Interrupted) in try verification.problems() }
    let compared = Lazy { () throws(Interrupted) in try verification.findings() }
    let counted = Lazy { () throws(Interrupted) in try verification.problemCounts() }
    // What was read need not be kept beside what it is merged into.
    if !groups.isEmpty {
      _ = try? counted.value
      _ = try? found.value
      _ = try? compared.value
    }
    let chunks = corpus.chunks
    let merge = try CorpusMerge(corpus, groups, interrupt: interrupt)
    corpus = merge.corpus
    corpus.bounds = MomentBounds(of: corpus.messages.moments[...])
    try interrupt.check()
    var last = merge.problems
    last += EarlyDates.rows(in: corpus)
    if let now { last += FutureDates(after: now).rows(in: corpus) }
    last += try DuplicateTranscripts(in: corpus, paths: paths, interrupt: interrupt).rows
    try interrupt.check()
    corpus.declarations = Lazy {
      [headers, files = corpus.files, chunks = corpus.chunks] () throws(Interrupted) in
      try headers.declarations(of: chunks, in: files, interrupt: interrupt)
    }
    corpus.doubts = Lazy {
      [headers, files = corpus.files, chunks, problemsOfFiles, problems, last]
      () throws(Interrupted) in
      let found = try found.value
      let ofHeaders = found.ofHeaders + headers.problems(besides: chunks, of: files)
      return Doubts(
        problems: problemsOfFiles + ofHeaders + problems + found.ofFindings + last, files: files)
    }
    if !corpus.chunks.isEmpty {
      corpus.findings = Findings { () throws(Interrupted) in merge.moved(try compared.value) }
    }
    let known = problemsOfFiles + problems + last
    let problemCounts = Lazy { [headers, files = corpus.files, chunks] () throws(Interrupted) in
      var counts = try counted.value
      counts.add(known)
      counts.add(headers.problems(besides: chunks, of: files))
      return counts
    }
    let duplicates = Doubts(
      problems: known.filter { $0.code == .duplicateTranscript }, files: corpus.files)
    return AssembledCorpus(
      corpus: corpus, merges: merge.reports, problemCounts: problemCounts,
      duplicates: duplicates.problems.map(\.detail))
  }
}

/// A corpus, and what a load says of it.
struct AssembledCorpus {
  let corpus: Corpus
  /// What merging gave.
  let merges: [ReadingReport.Merge]
  /// How many rows of `problems` it has of each code.
  let problemCounts: Lazy<ProblemCounts>
  /// The details of the rows about chats that are there twice.
  let duplicates: [String]
}
