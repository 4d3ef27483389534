import Model

/// A field of a chunk's header that is verified. An object, because each chunk is handed all of them.
final class VerifiedField: Sendable {
  /// Which field it is.
  let kind: ChunkField.Kind

  /// What findings call it.
  let name: String

  /// The row of `problems` that a mismatch becomes.
  let code: Problem.Code

  /// What the chunker may get wrong about a header that makes the field wrong.
  let troubles: HeaderLine.Troubles

  /// Why it is wrong where nothing makes it so.
  let otherwise: String

  /// What a header declares, as the text that is written.
  let declared: @Sendable (ChunkHeader) -> String

  /// What it ought to be for some lines, as such a text.
  let found: @Sendable (borrowing ChunkVerification, CountedLines) -> String

  /// Ways of reading lines, the plainest or quickest first.
  let readings: [Reading]

  private init(
    kind: ChunkField.Kind, name: String, code: Problem.Code, troubles: HeaderLine.Troubles,
    otherwise: String, declared: @escaping @Sendable (ChunkHeader) -> String,
    found: @escaping @Sendable (borrowing ChunkVerification, CountedLines) -> String,
    readings: [Reading]
  ) {
    (self.kind, self.name, self.code) = (kind, name, code)
    (self.troubles, self.otherwise) = (troubles, otherwise)
    (self.declared, self.found, self.readings) = (declared, found, readings)
  }

  /// A way of reading lines that may give what is declared.
  struct Reading: Sendable {
    /// How it differs from reading some lines as they are; nil where it does not.
    let rule: @Sendable (ArraySlice<HeaderLine>) -> String?

    /// Whether only those headers count that the chunker knew, which is no excuse where it ought to
    /// have known others.
    let isChunkers: Bool

    /// Whether it gives what is declared.
    let fits: @Sendable (borrowing ChunkVerification, CountedLines) -> Bool

    init(
      isChunkers: Bool = false,
      _ rule: @escaping @Sendable (ArraySlice<HeaderLine>) -> String? = { _ in nil },
      fits: @escaping @Sendable (borrowing ChunkVerification, CountedLines) -> Bool
    ) {
      (self.isChunkers, self.rule, self.fits) = (isChunkers, rule, fits)
    }
  }

  /// A field for each of ``ChunkField/Kind``, in their order.
  static let all = [period, participants, topics, tokens, messages]

  private static let period = VerifiedField(
    kind: .period, name: "period", code: .periodMismatch, troubles: [.form, .monthFirst],
    otherwise: noRule, declared: { DeclaredPeriod($0.numbers).text },
    found: { DeclaredPeriod(ofMessagesIn: $0.headers($1)).text },
    readings: [
      Reading { DeclaredPeriod(ofMessagesIn: $0.headers($1)) == DeclaredPeriod($0.header.numbers) },
      Reading(
        isChunkers: true,
        { headers in
          headers.contains { $0.isKnown && !$0.beginsMessage }
            ? "a header that a message quotes is one for the chunker"
            : "a notice without a name is no header for the chunker"
        },
        fits: { DeclaredPeriod(ofKnownIn: $0.headers($1)) == DeclaredPeriod($0.header.numbers) }),
    ])

  private static let participants = VerifiedField(
    kind: .participants, name: "participants", code: .participantsMismatch, troubles: .form,
    otherwise: noRule, declared: { String(decoding: $0.value(.participants), as: UTF8.self) },
    found: { $0.content.people.names(in: $0.headers($1)).joined(separator: ", ") },
    readings: [
      // The names as the chunker reads them, odd ones of notices too, are cheap to compare.
      Reading(isChunkers: true) { verification, lines in
        WrittenNames.are(
          verification.header.value(.participants), in: verification.headers(lines),
          of: verification.content.text)
      },
      Reading {
        $0.content.people.are(
          ChunkField.list($0.header.value(.participants)), in: $0.headers($1))
      },
    ])

  private static let topics = VerifiedField(
    kind: .topics, name: "topics", code: .topicsMismatch, troubles: .form, otherwise: noRule,
    declared: { String(decoding: $0.value(.topics), as: UTF8.self) },
    found: { ChunkerTopics(ofMessagesIn: $0.headers($1)).names.joined(separator: ", ") },
    readings: [
      Reading {
        ChunkerTopics(ofMessagesIn: $0.headers($1)) == ChunkerTopics($0.header.value(.topics))
      },
      Reading(
        isChunkers: true, { _ in "only header lines that the chunker knew count" },
        fits: {
          ChunkerTopics(ofKnownIn: $0.headers($1)) == ChunkerTopics($0.header.value(.topics))
        }),
    ])

  private static let tokens = VerifiedField(
    kind: .tokens, name: "tokens", code: .tokensMismatch, troubles: [], otherwise: noCount,
    declared: { "\($0.numbers.tokens ?? 0)" },
    found: { "\($0.content.facts.tokens(of: $1.lines))" },
    readings: [Reading { $0.content.facts.tokens(of: $1.lines) == $0.header.numbers.tokens }])

  private static let messages = VerifiedField(
    kind: .messages, name: "messages", code: .messagesMismatch, troubles: [], otherwise: noCount,
    declared: { "\($0.numbers.messages ?? 0)" }, found: { "\($1.lines.count)" },
    readings: [Reading { $1.lines.count == $0.header.numbers.messages }])

  private static let noRule = "no rule of the chunker gives it"
  private static let noCount = "no way of counting the lines gives it"
}
