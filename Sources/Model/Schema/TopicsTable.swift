extension TableDefinition {
  /// One row a named topic, in the order in which they were named.
  static let topics = TableDefinition(
    .topics, summary: "one row a topic: a name for a pattern that texts match",
    derived: columns
  ) { corpus, lens in
    (
      lens.topics.count,
      { rows in TopicSelection(corpus: corpus, lens: lens, rows: rows) }
    )
  }

  private static let columns: [ColumnEntry<TopicSelection>] = [
    .init("name", .text, "what it is called, as in topics has \"podcast\"") {
      .text(TextColumn($0.topics.map(\.name)))
    },
    .init("pattern", .text, "what its texts match: plain text, or /a regular expression/") {
      .text(TextColumn($0.topics.map(\.pattern)))
    },
    .init("messages", .int, "messages whose text matches") { (topics) throws(Interrupted) in
      .int(PlainColumn(try topics.counts))
    },
  ]
}

/// Some topics and the corpus that they are looked for in.
private struct TopicSelection {
  let corpus: Corpus
  let lens: Lens
  let rows: Rows

  var topics: [Lens.Topic] { rows.map { lens.topics[$0] } }

  /// For each topic how many messages match.
  var counts: [Int64] {
    get throws(Interrupted) {
      let texts = MessageTexts(of: corpus)
      let topics = topics
      var counts = topics.map { _ in Int64(0) }
      for rows in corpus.messages.batches {
        let column = texts.texts(of: .range(rows))
        for (place, topic) in topics.enumerated() {
          try lens.check()
          counts[place] += Int64(topic.select(column).count { $0 })
        }
      }
      return counts
    }
  }
}
