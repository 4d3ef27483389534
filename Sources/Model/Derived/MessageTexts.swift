/// The texts and bodies of messages, as places in the texts of their transcripts: no byte is copied.
struct MessageTexts: Sendable {
  private let corpus: Corpus
  private let buffers: [[UInt8]]

  /// Those of a corpus.
  init(of corpus: Corpus) {
    self.corpus = corpus
    buffers = corpus.transcripts.map(\.text)
  }

  /// Texts, headers excluded; never null.
  func texts(of rows: Rows) -> TextColumn {
    TextColumn(buffers: buffers, starts: starts(of: rows), lengths: lengths(of: rows))
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
    return TextColumn(buffers: buffers, starts: starts, lengths: lengths)
  }

  private func starts(of rows: Rows) -> [UInt64] {
    let offsets = corpus.messages.starts
    return corpus.mapMessages(rows) { message, transcript in
      TextColumn.start(buffer: transcript, offset: Int(offsets[message]))
    }
  }

  private func lengths(of rows: Rows) -> [UInt32] {
    let lengths = corpus.messages.lengths
    return rows.map { lengths[$0] }
  }
}

extension Corpus {
  /// What `transform` makes of each message and its transcript, both from 0, in the order of `rows`.
  func mapMessages<Result>(_ rows: Rows, _ transform: (Int, Int) -> Result) -> [Result] {
    var current = 0
    var range = 0..<0
    return rows.map { message in
      if !range.contains(message) {
        current = transcript(ofMessage: message) ?? 0
        range = transcripts[current].messages
      }
      return transform(message, current)
    }
  }
}
