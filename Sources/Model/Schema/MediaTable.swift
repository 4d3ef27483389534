extension TableDefinition {
  /// One row an attachment, in the order of the text.
  static let media = TableDefinition(
    .media, summary: "one row an attachment, left out of the export or not", whole: columns
  ) { corpus, lens in
    let attachments = corpus.messages.attachments
    let media = Occurrences(
      corpus: corpus, lens: lens, messages: attachments.map(\.message), things: attachments)
    return (media, media.origin)
  }

  private static let columns: [ColumnEntry<Occurrences<[Messages.Attachment]>>] = [
    .init("name", .text, "the name of the file; null if the export left it out") {
      .text(TextColumn($0.things.map(\.name)))
    },
    .init("type", .text, "what it is: " + names(of: MediaType.self)) {
      .category(CategoryColumn(kinds: $0.things.map(\.type)))
    },
    .init("sender", .text, "who sent it") { $0.senders },
    .init("date", .datetime, "when the message was written; null for a fragment") { $0.dates },
    .init("message", .int, "the id of the message") { $0.ids },
  ]
}
