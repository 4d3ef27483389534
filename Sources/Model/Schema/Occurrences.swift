/// Things that stand in messages (links, attachments, notices), each with its message: a row a
/// thing, which knows the id of its message.
struct Occurrences<Things: Sendable>: Sendable {
  let corpus: Corpus
  let lens: Lens

  /// The message of each thing, from 0.
  let messages: [Int32]

  /// The things, in the order of ``messages``.
  let things: Things

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
