import Model

/// What the headers of some neighbouring chunks are compared with. An object, so that what both cores read
/// is not counted anew for each chunk.
final class VerifiedContent: Sendable {
  /// What the lines of the chunks hold.
  let facts: LineFacts

  /// The senders of the corpus.
  let people: DeclaredPeople

  /// The text of the transcript.
  let text: SharedBytes

  /// Lines that the chunks of the transcript usually repeat.
  let overlap: Int

  /// Reads the lines of some chunks of a transcript, whose messages are among those of a corpus.
  /// Linear.
  init(
    _ stretch: ChunkStretch, of transcript: Transcript, _ messages: Messages,
    _ people: DeclaredPeople,
    overlap: Int
  ) {
    facts = LineFacts(stretch, of: transcript, messages)
    text = transcript.text
    self.people = people
    self.overlap = overlap
  }

  /// The headers in some of the lines.
  func headers(_ lines: CountedLines) -> ArraySlice<HeaderLine> { facts.headers[lines.headers] }
}
