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
        let number = corpus.chunks[stretch.chunks.lowerBound].transcript
        let transcript = corpus.transcripts[number]
        let facts = LineFacts(stretch, of: transcript, corpus.messages)
        var result = start
        for chunk in stretch.chunks {
          let file = corpus.chunks[chunk].file
          guard let read = headers.header(of: file, among: corpus.files) else { continue }
          let verification = ChunkVerification(
            corpus.chunks[chunk], number: chunk, read, facts: facts, people: people,
            text: transcript.text, overlap: overlaps[number])
          body(verification, &result)
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
