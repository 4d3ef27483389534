extension TableDefinition {
  /// One row a file that was looked at, skipped ones too.
  static let files = TableDefinition(
    .files, summary: "one row a file that was looked at, skipped ones too",
    shown: ["path", "kind", "messages", "first", "last"], whole: columns
  ) { corpus, _ in
    (corpus.files, Table.Origin(.files, .range(0..<corpus.files.count)))
  }

  private static let columns: [ColumnEntry<[InputFile]>] = [
    .init("path", .text, "where it is") { .text(TextColumn($0.map(\.path))) },
    .init("kind", .text, "what it was recognised as: " + names(of: InputFile.Kind.self)) {
      .category(CategoryColumn(kinds: $0.map(\.kind)))
    },
    .init("bytes", .int, "its size") { .int(PlainColumn($0.map { Int64($0.bytes) })) },
    .init("chunks", .int, "chunks read from it") {
      .int(PlainColumn($0.map { Int64($0.chunks) }))
    },
    .init("messages", .int, "messages whose header it is the first to hold") {
      .int(PlainColumn($0.map { Int64($0.messages) }))
    },
    .init("source", .text, "the source its messages belong to; null if it gave none") {
      .category(CategoryColumn($0.map(\.source)))
    },
    .init("shapes", .list, "header shapes met, with the date order and how it was decided") {
      .list(ListColumn($0.map(\.shapes)))
    },
    .init("first", .datetime, "its earliest message; null for none with a date") {
      .datetime(PlainColumn($0.map { $0.first?.seconds }, filler: 0))
    },
    .init("last", .datetime, "its latest message; null for none with a date") {
      .datetime(PlainColumn($0.map { $0.last?.seconds }, filler: 0))
    },
  ]
}
