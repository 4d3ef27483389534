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
    try flatMap { $0.findings() }
  }

  /// The rows of `problems` that the findings are worth, likewise. Linear.
  func problems() throws(Interrupted) -> [Problem] {
    try flatMap { $0.problems() }
  }

  /// What `body` makes of each chunk, in their order.
  private func flatMap<Result: Sendable>(
    _ body: @Sendable (borrowing ChunkVerification) -> [Result]
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
        var results: [Result] = []
        for chunk in stretch.chunks {
          let file = corpus.chunks[chunk].file
          guard let read = headers.header(of: file, among: corpus.files) else { continue }
          results += body(
            ChunkVerification(
              corpus.chunks[chunk], number: chunk, read, facts: facts, people: people,
              text: transcript.text, overlap: overlaps[number]))
        }
        return results
      }.flatMap { $0 }
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
