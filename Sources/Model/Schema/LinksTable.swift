extension TableDefinition {
  /// One row a web address, in the order of the text.
  static let links = TableDefinition(
    .links, summary: "one row a web address in the body of a message",
    shown: ["date", "sender", "url"], whole: columns
  ) { (corpus, lens) throws(Interrupted) in
    let links = try Occurrences(linksOf: corpus, lens)
    return (links, Table.Origin(.links, .range(0..<links.messages.count)))
  }

  private static let columns: [ColumnEntry<Occurrences<TextColumn>>] = [
    .init("url", .text, "the address as written") { .text($0.things) },
    .init("host", .text, "its host, lower case, without www. and port") {
      (links) throws(Interrupted) in
      let urls = links.things
      return .category(
        try CategoryColumn(urls.count, check: links.lens.check) { link in
          urls.withBytes(of: link, Links.host(of:))
        })
    },
    .init("sender", .text, "who wrote the message; null for a notice and a fragment") {
      $0.senders
    },
    .init("date", .datetime, "when the message was written; null for a fragment") { $0.dates },
    .init("text", .text, "the body that it stands in") {
      .text(MessageTexts(of: $0.corpus).bodies(of: $0.rows))
    },
    .init("message", .int, "the id of the message") { $0.ids },
  ]
}

extension Occurrences<TextColumn> {
  /// The addresses in the bodies of a corpus.
  init(linksOf corpus: Corpus, _ lens: Lens) throws(Interrupted) {
    let texts = MessageTexts(of: corpus)
    var messages: [Int32] = []
    var starts: [UInt64] = []
    var lengths: [UInt32] = []
    for rows in corpus.messages.batches {
      try lens.check()
      let links = texts.bodies(of: .range(rows)).stretches(Links.forEach(in:_:))
      for (place, message) in rows.enumerated() {
        messages.append(
          contentsOf: repeatElement(Int32(clamping: message), count: links.range(of: place).count))
      }
      starts.append(contentsOf: links.items.starts)
      lengths.append(contentsOf: links.items.lengths)
    }
    let urls = TextColumn(
      buffers: corpus.transcripts.map(\.text), starts: starts, lengths: lengths)
    self.init(corpus: corpus, lens: lens, messages: messages, things: urls)
  }
}

extension Messages {
  /// Stretches of neighbours that cover all messages, for work whose intermediate columns should
  /// stay small.
  var batches: [Range<Int>] {
    let size = 1 << 15
    return stride(from: 0, to: count, by: size).map { $0..<Swift.min($0 + size, count) }
  }
}
