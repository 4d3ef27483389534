extension TableDefinition {
  /// One row a notice of WhatsApp, in the order of the text.
  static let events = TableDefinition(
    .events, summary: "one row a notice of WhatsApp: who joined, left, changed the subject …",
    shown: ["date", "event", "actor", "subject", "text"], whole: columns
  ) { corpus, lens in
    let notices = corpus.messages.notices
    let events = Occurrences(
      corpus: corpus, lens: lens, messages: notices.map(\.message), things: notices)
    return (events, Table.Origin(.events, .range(0..<notices.count)))
  }

  private static let columns: [ColumnEntry<Occurrences<[Messages.Notice]>>] = [
    .init("date", .datetime, "when, on the clock of the phone") { $0.dates },
    .init("event", .text, "what happened: " + names(of: Event.self)) {
      .category(CategoryColumn(kinds: $0.things.map(\.event)))
    },
    .init("actor", .text, "who did it; null where the notice does not say") {
      .category(CategoryColumn($0.things.map(\.actor)))
    },
    .init("subject", .text, "whom or what it is about: a person, the new title or number; or null")
    {
      .category(CategoryColumn($0.things.map(\.subject)))
    },
    .init("text", .text, "the notice as the export has it") {
      .text(MessageTexts(of: $0.corpus).texts(of: $0.rows))
    },
    .init("message", .int, "the id of the message") { $0.ids },
  ]
}
