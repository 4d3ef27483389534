import Diagnostics
import Model

/// All that is needed to compare the headers of a corpus's chunks with what they hold, kept until
/// somebody asks for it.
///
/// Nothing of the comparison is kept: to read the lines again takes less than a load takes for the
/// memory that they would fill.
struct HeaderVerification: Sendable {
  /// What was read, before anything was merged.
  private let corpus: Corpus

  /// What the headers say.
  private let headers: ChunkHeaders

  /// For each transcript the lines that its chunks usually repeat.
  private let overlaps: [Int]

  private let interrupt: Interrupt

  /// Prepares the comparison; nothing is read yet.
  init(_ headers: ChunkHeaders, of corpus: Corpus, overlaps: [Int], interrupt: Interrupt) {
    self.corpus = corpus
    self.headers = headers
    self.overlaps = overlaps
    self.interrupt = interrupt
  }

  /// A finding for each field of each chunk, chunk by chunk. Linear.
  func findings() throws(Interrupted) -> [Finding] {
    try gather([Finding]()) { $1 += $0.findings() }.flatMap(\.self)
  }

  /// What the headers of chunks are doubtful for.
  struct Problems: Sendable {
    /// What is wrong with a header by itself.
    var ofHeaders: [Problem] = []
    /// What the findings about it are worth.
    var ofFindings: [Problem] = []
  }

  /// The rows of `problems` of each chunk, chunk by chunk. Linear.
  func problems() throws(Interrupted) -> Problems {
    let parts = try gather(Problems()) { verification, problems in
      problems.ofHeaders += verification.header.problems
      problems.ofFindings += verification.problems()
    }
    return Problems(
      ofHeaders: parts.flatMap(\.ofHeaders), ofFindings: parts.flatMap(\.ofFindings))
  }

  /// How many rows there are of each code among ``problems()``, which are not made for it. Linear.
  func problemCounts() throws(Interrupted) -> ProblemCounts {
    try gather(ProblemCounts()) { verification, counts in
      counts.add(verification.header.problems)
      verification.count(in: &counts)
    }.reduce(into: ProblemCounts()) { $0.add($1) }
  }

  /// What `body` adds of each chunk to what is there, in the order of the chunks, some hundreds in each
  /// part.
  private func gather<Result: Sendable>(
    _ start: Result, _ body: @Sendable (borrowing ChunkVerification, inout Result) -> Void
  ) throws(Interrupted) -> [Result] {
    let people = DeclaredPeople(senders: corpus.messages.senders, names: corpus.people.values)
    let stretches = corpus.transcripts.flatMap {
      ChunkStretch.all(of: corpus.chunks, $0.chunks)
    }
    return try interruptible { () throws(Diagnostic) in
      try parallelMap(stretches.count, interrupt: interrupt) { place in
        let stretch = stretches[place]
        // Chunks and files are looked at where they stand: to copy one is to count its references.
        let (chunks, files) = (corpus.chunks.span, corpus.files.span)
        let number = chunks[stretch.chunks.lowerBound].transcript
        let transcript = corpus.transcripts[number]
        let content = VerifiedContent(
          stretch, of: transcript, corpus.messages, people, overlap: overlaps[number])
        var result = start
        for chunk in stretch.chunks {
          guard let read = headers.header(of: chunks[chunk], among: files) else { continue }
          body(ChunkVerification(chunks[chunk], number: chunk, read, content), &result)
        }
        return result
      }
    }
  }
}

/// Work that nothing but the user ends.
func interruptible<Result>(
  _ body: () throws(Diagnostic) -> Result
) throws(Interrupted) -> Result {
  do throws(Diagnostic) {
    return try body()
  } catch {
    throw Interrupted()
  }
}
