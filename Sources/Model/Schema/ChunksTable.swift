extension TableDefinition {
  /// One row a chunk, transcript after transcript, in the order of the text.
  static let chunks = TableDefinition(
    .chunks, summary: "one row a chunk, what it declares and what it holds",
    shown: ["id", "file", "first", "last", "lines", "overlap", "found_messages", "problems"],
    derived: ChunkSelection.columns
  ) { corpus, lens in
    let view = ChunkView(corpus, lens)
    return (corpus.chunks.count, { ChunkSelection(view: view, rows: $0) })
  }
}

extension ChunkSelection {
  /// The columns of the table `chunks`, in order.
  static let columns: [ColumnEntry<ChunkSelection>] = [
    .init("id", .int, "its number, from 1; another after the next load") {
      .int(PlainColumn($0.rows.map { Int64($0 + 1) }))
    },
    .init("key", .text, "16 hex digits of its content; the same whatever else is loaded") {
      (chunks) throws(Interrupted) in
      let hashes = try chunks.view.keys.value
      return .text(KeyHash.column(of: chunks.rows.map { hashes[$0] }))
    },
    .init("file", .text, "its file") { .category($0.files) },
    .init("series", .text, "the series it belongs to, called by its folder or archive") {
      .category(CategoryColumn($0.map(\.series)))
    },
    .init("ordinal", .int, "the number in its name that tells its place; null without one") {
      .int(PlainColumn($0.map { $0.ordinal.map { Int64($0) } }, filler: 0))
    },
    .init("text", .text, "its content as in the file, without the header") { .text($0.texts) },
    .init("period_start", .period(.day), "declared: the first day; null for none") {
      (chunks) throws(Interrupted) in try chunks.days(\.periodStart)
    },
    .init("period_end", .period(.day), "declared: the last day; null for none") {
      (chunks) throws(Interrupted) in try chunks.days(\.periodEnd)
    },
    .init("participants", .list, "declared: the names") {
      (chunks) throws(Interrupted) in
      .list(ListColumn(try chunks.declared(\.participants)))
    },
    .init("topics", .list, "declared: the topics") {
      (chunks) throws(Interrupted) in
      .list(ListColumn(try chunks.declared(\.topics)))
    },
    .init("tokens", .int, "declared: the tokens; null for none") {
      (chunks) throws(Interrupted) in try chunks.number(\.tokens)
    },
    .init("messages", .int, "declared: the “messages”, which are lines; null for none") {
      (chunks) throws(Interrupted) in try chunks.number(\.messages)
    },
    .init("first", .datetime, "found: the earliest message with its header here; null for none") {
      $0.moments { $0.min() }
    },
    .init("last", .datetime, "found: the latest message with its header here; null for none") {
      $0.moments { $0.max() }
    },
    .init("senders", .list, "found: who wrote the messages with their header here") {
      .list($0.senders)
    },
    .init("lines", .int, "found: lines of content, repeated ones too") {
      .int(PlainColumn($0.map { Int64($0.lines.count) }))
    },
    .init("found_tokens", .int, "found: tokens of all its lines, headers and repeated ones too") {
      .int($0.texts.counts(Tokens.count(in:)))
    },
    .init("found_messages", .int, "found: messages whose header it is the first to hold") {
      .int(PlainColumn($0.foundMessages))
    },
    .init("overlap", .int, "found: lines repeated from the chunk before") {
      .int(PlainColumn($0.map { Int64($0.overlap) }))
    },
    .init("cut_start", .bool, "found: whether it begins inside a message") {
      .bool(PlainColumn($0.map(\.cutStart)))
    },
    .init("cut_end", .bool, "found: whether it ends inside a message") {
      .bool(PlainColumn($0.map(\.cutEnd)))
    },
    .init("problems", .int, "how many rows of problems are about its file") {
      (chunks) throws(Interrupted) in
      let counts = try chunks.view.corpus.doubts.value.problemsOfFiles
      return .int(PlainColumn(chunks.map { Int64(counts[$0.file] ?? 0) }))
    },
  ]
}
