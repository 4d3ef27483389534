extension TableDefinition {
  /// One row a named topic, in the order in which they were named.
  static let topics = TableDefinition(
    .topics, summary: "one row a topic: a name for a pattern that texts match",
    derived: columns
  ) { corpus, lens in
    (
      lens.topics.count,
      { rows in TopicSelection(corpus: corpus, topics: rows.map { lens.topics[$0] }) }
    )
  }

  private static let columns: [ColumnEntry<TopicSelection>] = [
    .init("name", .text, "what it is called, as in topics has \"podcast\"") {
      .text(TextColumn($0.topics.map(\.name)))
    },
    .init("pattern", .text, "what its texts match: plain text, or /a regular expression/") {
      .text(TextColumn($0.topics.map(\.pattern)))
    },
    .init("messages", .int, "messages whose text matches") {
      .int(PlainColumn($0.counts))
    },
  ]
}

/// Some topics and the corpus that they are looked for in.
private struct TopicSelection {
  let corpus: Corpus
  let topics: [Lens.Topic]

  /// For each topic how many messages match.
  var counts: [Int64] {
    let texts = MessageTexts(of: corpus)
    var counts = topics.map { _ in Int64(0) }
    for rows in corpus.messages.batches {
      let column = texts.texts(of: .range(rows))
      for (place, topic) in topics.enumerated() {
        counts[place] += Int64(topic.select(column).count { $0 })
      }
    }
    return counts
  }
}
