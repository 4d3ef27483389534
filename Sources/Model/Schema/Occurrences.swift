/// Things that stand in messages (links, attachments, notices), each with its message: a row a
/// thing. The table keeps its tie to the messages, so `context` and `show` find them.
struct Occurrences<Things: Sendable>: Sendable {
  let corpus: Corpus
  let lens: Lens

  /// The message of each thing, from 0.
  let messages: [Int32]

  /// The things, in the order of ``messages``.
  let things: Things

  /// The rows of the corpus that they stand for.
  var origin: Table.Origin { Table.Origin(.messages, rows) }

  /// The message of each, as a selection.
  var rows: Rows { .list(messages) }

  /// The ids of their messages.
  var ids: Column { .int(PlainColumn(messages.map { Int64($0) + 1 })) }

  /// When their messages were written.
  var dates: Column {
    .datetime(PlainColumn(moments: rows.map { corpus.messages.moments[$0] }))
  }

  /// Who wrote their messages.
  var senders: Column {
    .category(CategoryColumn(corpus.people, codes: rows.map { corpus.messages.senders[$0] }))
  }
}
