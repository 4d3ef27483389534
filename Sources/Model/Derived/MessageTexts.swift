/// The texts and bodies of messages, as places in the texts of their transcripts: no byte is copied.
struct MessageTexts: Sendable {
  private let corpus: Corpus
  private let buffers: [[UInt8]]
  private let foldedTexts: FoldedTexts
  private let foldedBodies: FoldedTexts

  /// Those of a corpus.
  init(of corpus: Corpus) {
    self.corpus = corpus
    buffers = corpus.transcripts.map(\.text)
    foldedTexts = FoldedTexts(rowCount: corpus.messages.count)
    foldedBodies = FoldedTexts(rowCount: corpus.messages.count)
  }

  /// Texts, headers excluded; never null.
  func texts(of rows: Rows) -> TextColumn {
    var column = TextColumn(
      buffers: buffers, starts: starts(of: rows), lengths: lengths(of: rows))
    column.twin = TextColumn.FoldedTwin(texts: foldedTexts, rows: rows)
    return column
  }

  /// Texts without placeholders, attachments and marks; null where nothing is left.
  func bodies(of rows: Rows) -> TextColumn {
    var starts = starts(of: rows)
    var lengths = lengths(of: rows)
    var cursor = SortedCursor(corpus.messages.bodies, \.message)
    for place in starts.indices {
      if let body = cursor.find(rows[place]) {
        starts[place] += UInt64(body.offset)
        lengths[place] = body.length
      }
      if lengths[place] == 0 {
        starts[place] = 0
        lengths[place] = TextColumn.null
      }
    }
    var column = TextColumn(buffers: buffers, starts: starts, lengths: lengths)
    column.twin = TextColumn.FoldedTwin(texts: foldedBodies, rows: rows)
    return column
  }

  private func starts(of rows: Rows) -> [UInt64] {
    let offsets = corpus.messages.starts
    return corpus.mapMessages(rows) { message, transcript in
      TextColumn.start(buffer: transcript, offset: Int(offsets[message]))
    }
  }

  private func lengths(of rows: Rows) -> [UInt32] {
    rows.gather(corpus.messages.lengths)
  }
}

extension Corpus {
  /// What `transform` makes of each message and its transcript, both from 0, in the order of `rows`.
  @inline(__always)
  func mapMessages<Result>(_ rows: Rows, _ transform: (Int, Int) -> Result) -> [Result] {
    var current = 0
    var range = 0..<0
    func transformed(_ message: Int) -> Result {
      if !range.contains(message) {
        current = transcript(ofMessage: message) ?? 0
        range = transcripts[current].messages
      }
      return transform(message, current)
    }
    return rows.map(transformed)
  }
}
