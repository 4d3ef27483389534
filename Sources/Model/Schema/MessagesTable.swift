extension TableDefinition {
  /// One row a message, in load and transcript order.
  static let messages = TableDefinition(
    .messages, summary: "one row a message, notices and fragments too",
    shown: ["id", "date", "sender", "text"], derived: MessageSelection.columns
  ) { corpus, lens in
    let view = MessageView(corpus, lens)
    return (corpus.messages.count, { MessageSelection(view: view, rows: $0) })
  }
}

extension MessageSelection {
  /// The columns of the table `messages`, in order.
  static let columns: [ColumnEntry<MessageSelection>] = [
    .init("id", .int, "its number, from 1; another after the next load") {
      .int($0.numbers)
    },
    .init("key", .text, "16 hex digits: the same wherever it is read, whatever else is loaded") {
      (messages) throws(Interrupted) in
      let hashes = try messages.view.keys.value
      return .text(KeyHash.column(of: messages.rows.map { hashes[$0] }))
    },
    .init(
      "date", .datetime, "when, on the clock of the phone; null for a fragment", isStored: true
    ) {
      .datetime($0.dates)
    },
    .init("sender", .text, "who wrote it; null for a notice and a fragment", isStored: true) {
      .category(CategoryColumn($0.view.corpus.people, codes: $0.column(\.senders)))
    },
    .init("text", .text, "what it says, as the export has it, header excluded") {
      .text($0.texts)
    },
    .init("body", .text, "the text without attachment, placeholder and edit mark; null if empty") {
      .text($0.bodies)
    },
    .init("kind", .text, "what it is: " + names(of: MessageKind.self)) {
      .category(CategoryColumn(kinds: $0.column(\.kinds)))
    },
    .init("event", .text, "what a notice tells: " + names(of: Event.self) + "; or null") {
      .category(CategoryColumn(kinds: $0.notices.map { $0?.event }))
    },
    .init("media", .text, "the name of the attached file; null where there is none in the export") {
      .text(TextColumn($0.attachments.map { $0?.name }))
    },
    .init("media_type", .text, "what is attached: " + names(of: MediaType.self) + "; or null") {
      .category(CategoryColumn(kinds: $0.attachments.map { $0?.type }))
    },
    .init("edited", .bool, "whether it carries the mark of an edit") {
      .bool(PlainColumn($0.edits.map { $0 != nil }))
    },
    .init("links", .list, "the web addresses in the body, in order") {
      .list($0.bodies.stretches(Links.forEach(in:_:)))
    },
    .init("mentions", .list, "the people mentioned with @ in the body, in order") {
      (messages) throws(Interrupted) in
      .list(try messages.mentions)
    },
    .init("emoji", .list, "the emoji in the body, in order, each with its skin tone and family") {
      .list($0.bodies.stretches(Emoji.forEach(in:_:)))
    },
    .init("topics", .list, "the named topics whose pattern the text matches") {
      .list($0.topics)
    },
    .init("words", .int, "words of the body: runs between blanks with a letter or a digit") {
      .int($0.words)
    },
    .init("chars", .int, "Unicode code points of the body; 0 where it is null, as for words") {
      .int($0.chars)
    },
    .init("tokens", .int, "tokens of the text: a quarter of each line's UTF-16 units, rounded up") {
      .int($0.tokens)
    },
    .init(
      "gap", .duration,
      "time since the dated message before it; null for the first, and without date"
    ) {
      .duration(PlainColumn(moments: $0.gaps))
    },
    .init("conversation", .int, "its conversation, from 1; a long silence begins another") {
      (messages) throws(Interrupted) in
      let numbers = try messages.view.conversations.value
      return .int(PlainColumn(messages.rows.map { Int64(numbers[$0]) }))
    },
    .init("source", .text, "the source that it is read from") {
      .category($0.source)
    },
    .init("sources", .list, "every source that has it") { (messages) throws(Interrupted) in
      .list(try messages.sources)
    },
    .init("chunk", .int, "the id of the chunk that holds its header; null for an export") {
      (messages) throws(Interrupted) in
      .int(PlainColumn(try messages.chunk.map { $0.map { Int64($0 + 1) } }, filler: 0))
    },
    .init("chunks", .list, "the ids of all chunks that hold a part of it") {
      (messages) throws(Interrupted) in
      .list(ListColumn(try messages.chunks.map { $0.map { String($0 + 1) } }))
    },
    .init("file", .text, "the file that holds its first line") {
      (messages) throws(Interrupted) in .category(try messages.file)
    },
    .init("line", .int, "the line of that file, from 1") {
      .int(PlainColumn($0.places.map { $0.map { Int64($0.line) } }, filler: 0))
    },
  ]
}
