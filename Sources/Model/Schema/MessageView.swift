/// The messages of a corpus through a session's settings: what the columns of the table share.
final class MessageView: Sendable {
  let corpus: Corpus
  let lens: Lens
  let texts: MessageTexts

  /// The sources of all transcripts, one after the other.
  let sources: CategoryColumn

  /// For each transcript the place of its first source among ``sources``.
  let firstParts: [Int]

  /// Words of the bodies.
  let words: KeptCounts

  /// Code points of the bodies.
  let chars: KeptCounts

  /// Tokens of the texts.
  let tokens: KeptCounts

  /// Between which moments the messages lie, stretch by stretch.
  let dateBounds: Lazy<DateBounds>

  /// Where messages stand in the lines.
  let copies: Lazy<MessageCopies>

  /// The path of each file.
  let files: Lazy<CategoryColumn>

  /// What the topics of the session are called.
  let topicNames: TextColumn

  /// The hash behind each message's key; needs all messages, whatever rows are asked for.
  let keys: Lazy<[UInt64]>

  /// The conversation of each message, from 1; needs all messages too.
  let conversations: Lazy<[Int32]>

  /// Whom a mention can mean.
  let mentions: Lazy<Mentions>

  /// What is loaded, seen through settings.
  init(_ corpus: Corpus, _ lens: Lens) {
    self.corpus = corpus
    self.lens = lens
    let texts = MessageTexts(of: corpus)
    self.texts = texts
    words = KeptCounts(rowCount: corpus.messages.count)
    chars = KeptCounts(rowCount: corpus.messages.count)
    tokens = KeptCounts(rowCount: corpus.messages.count)
    sources = CategoryColumn(corpus.sources)
    var part = 0
    firstParts = corpus.transcripts.map { transcript in
      defer { part += transcript.parts.count }
      return part
    }
    dateBounds = Lazy { DateBounds(of: corpus.messages.moments) }
    copies = Lazy { () throws(Interrupted) in
      try MessageCopies(of: corpus, check: lens.check)
    }
    files = Lazy { CategoryColumn(corpus.files.map(\.path)) }
    topicNames = TextColumn(lens.topics.map(\.name))
    keys = Lazy { () throws(Interrupted) in
      try MessageKeys.hashes(of: corpus, texts, check: lens.check)
    }
    conversations = Lazy { () throws(Interrupted) in
      try Conversations.numbers(of: corpus, silence: lens.silence, check: lens.check)
    }
    mentions = Lazy { Mentions(of: corpus.people.values, also: corpus.joined + corpus.aliases) }
  }
}
