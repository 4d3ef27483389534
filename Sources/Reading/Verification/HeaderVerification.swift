import Diagnostics
import Model

/// All that is needed to compare the headers of a corpus's chunks with what they hold, kept until
/// somebody asks for it.
struct HeaderVerification: Sendable {
  /// What was read, before anything was merged.
  private let corpus: Corpus

  /// For each transcript the lines that its chunks usually repeat.
  private let overlaps: [Int]

  private let interrupt: Interrupt

  /// What the headers say.
  let headers: Lazy<[ChunkHeaders.Read]>

  /// Prepares the comparison; nothing is read yet.
  init(_ headers: ChunkHeaders, of corpus: Corpus, overlaps: [Int], interrupt: Interrupt) {
    self.corpus = corpus
    self.overlaps = overlaps
    self.interrupt = interrupt
    self.headers = Lazy { [files = corpus.files] () throws(Interrupted) in
      try interruptible { () throws(Diagnostic) in
        try headers.read(of: files, interrupt: interrupt)
      }
    }
  }

  /// The findings for each chunk, and the rows of `problems` that they are worth. Linear.
  func outcome() throws(Interrupted) -> VerifiedTranscript.Outcome {
    let headers = try headers.value
    let people = DeclaredPeople(senders: corpus.messages.senders, names: corpus.people.values)
    var outcome = VerifiedTranscript.Outcome()
    for (transcript, overlap) in zip(corpus.transcripts, overlaps)
    where !transcript.chunks.isEmpty {
      let part = try interruptible { () throws(Diagnostic) in
        let facts = try TranscriptFacts(transcript, corpus.messages, interrupt: interrupt)
        return try VerifiedTranscript(
          text: transcript.text, facts: facts, people: people, overlap: overlap
        ).verify(corpus.chunks, transcript.chunks, headers, interrupt: interrupt)
      }
      outcome.findings += part.findings
      outcome.problems += part.problems
    }
    return outcome
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
