/// Some messages of a corpus, whose columns are derived for them alone.
struct MessageSelection {
  let view: MessageView
  let rows: Rows

  /// Their texts, headers excluded.
  var texts: TextColumn { view.texts.texts(of: rows) }

  /// Their bodies: the texts without placeholders, attachments and marks; null where nothing is
  /// left.
  var bodies: TextColumn { view.texts.bodies(of: rows) }

  /// Words of each body.
  var words: PlainColumn<Int64> {
    view.words.counts(of: rows) { view.texts.bodies(of: $0).counts(WordCount.of(_:)) }
  }

  /// Code points of each body.
  var chars: PlainColumn<Int64> {
    view.chars.counts(of: rows) { view.texts.bodies(of: $0).counts(Scalars.count(in:)) }
  }

  /// Tokens of each text.
  var tokens: PlainColumn<Int64> {
    view.tokens.counts(of: rows) { view.texts.texts(of: $0).counts(Tokens.count(in:)) }
  }

  /// One of the columns that the corpus holds.
  func column<Element>(_ path: KeyPath<Messages, [Element]>) -> [Element] {
    rows.gather(view.corpus.messages[keyPath: path])
  }

  /// The number of each, from 1.
  var numbers: PlainColumn<Int64> {
    guard case .range(let range) = rows else { return PlainColumn(rows.map { Int64($0 &+ 1) }) }
    var column = PlainColumn(
      [Int64](places: range.count) { Int64(range.lowerBound &+ $0 &+ 1) })
    if !range.isEmpty {
      column.bounds = .init(
        least: Int64(range.lowerBound + 1), greatest: Int64(range.upperBound))
    }
    return column
  }

  /// When each was sent.
  var dates: PlainColumn<Int64> {
    guard let known = try? view.dateBounds.value else {
      return PlainColumn(moments: column(\.moments))
    }
    let moments = column(\.moments)
    if rows == .range(0..<view.corpus.messages.count) {
      var dates = PlainColumn(moments, nulls: known.nulls)
      dates.stretches = known.stretches
      return dates
    }
    guard let bounds = known.bounds(of: rows) else { return PlainColumn(moments: moments) }
    var dates = PlainColumn(moments)
    dates.bounds = bounds
    return dates
  }

  /// The notice that each is; of several, the first.
  var notices: [Messages.Notice?] { sparse(view.corpus.messages.notices, \.message) }

  /// What is attached to each; of several, the first.
  var attachments: [Messages.Attachment?] { sparse(view.corpus.messages.attachments, \.message) }

  /// Not nil where a message carries an edit mark.
  var edits: [Int32?] { sparse(view.corpus.messages.edited) { $0 } }

  /// What few messages have, from a list sorted by message.
  private func sparse<Item>(
    _ items: [Item], _ message: @escaping (Item) -> Int32
  ) -> [Item?] {
    var cursor = SortedCursor(items, message)
    return rows.map { cursor.find($0) }
  }

  /// The people whom each body mentions.
  var mentions: ListColumn {
    get throws(Interrupted) {
      let mentions = try view.mentions.value
      let bodies = bodies
      return ListColumn((0..<bodies.count).map { bodies.withBytes(of: $0, mentions.find(in:)) })
    }
  }

  /// The names of the topics that each text matches.
  var topics: ListColumn {
    let texts = texts
    let selected = view.lens.topics.map { $0.select(texts) }
    var matched: [Int32] = []
    var bounds: [Int32] = [0]
    for row in 0..<texts.count {
      for (place, rows) in selected.enumerated() where rows[row] {
        matched.append(Int32(clamping: place))
      }
      bounds.append(Int32(clamping: matched.count))
    }
    return ListColumn(items: view.topicNames.gathered(matched), bounds: bounds)
  }

  /// Seconds since the dated message before each in its transcript, negative where the clock went
  /// back; ``Moment/none`` for a message without a date and for the first that has one.
  var gaps: [Int64] {
    let moments = view.corpus.messages.moments
    return view.corpus.mapMessages(rows) { message, transcript in
      guard moments[message] != Moment.none else { return Moment.none }
      var before = message - 1
      let first = view.corpus.transcripts[transcript].messages.lowerBound
      while before >= first, moments[before] == Moment.none { before -= 1 }
      return before < first ? Moment.none : moments[message] &- moments[before]
    }
  }
}
