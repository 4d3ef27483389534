/// The texts and bodies of messages, as places in the texts of their transcripts: no byte is copied.
struct MessageTexts: Sendable {
  private let corpus: Corpus
  private let buffers: [SharedBytes]
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
    if let known = foldedTexts.written(rows) { return known }
    var column = TextColumn(
      buffers: buffers, starts: starts(of: rows), lengths: lengths(of: rows))
    column.twin = TextColumn.FoldedTwin(texts: foldedTexts, rows: rows)
    column.isPacked = areNeighbours(rows)
    return column
  }

  /// Whether rows follow each other in one transcript, so that between their texts there are headers alone.
  private func areNeighbours(_ rows: Rows) -> Bool {
    guard case .range(let range) = rows,
      let transcript = corpus.transcript(ofMessage: range.lowerBound)
    else { return false }
    return range.upperBound <= corpus.transcripts[transcript].messages.upperBound
  }

  /// Texts without placeholders, attachments and marks; null where nothing is left.
  func bodies(of rows: Rows) -> TextColumn {
    if let known = foldedBodies.written(rows) { return known }
    var starts = starts(of: rows)
    var lengths = lengths(of: rows)
    setBodies(of: rows, &starts, &lengths)
    var column = TextColumn(buffers: buffers, starts: starts, lengths: lengths)
    column.twin = TextColumn.FoldedTwin(texts: foldedBodies, rows: rows)
    column.isPacked = areNeighbours(rows)
    return column
  }

  /// Puts the places of bodies where those of whole texts stand.
  private func setBodies(of rows: Rows, _ starts: inout [UInt64], _ lengths: inout [UInt32]) {
    let bodies = corpus.messages.bodies
    // Messages without any text are rare, and found many at a time.
    let isAnyEmpty = lengths.reduce(.max, Swift.min) == 0
    var starts = starts.mutableSpan
    var lengths = lengths.mutableSpan
    if isAnyEmpty {
      for place in lengths.indices where lengths[place] == 0 {
        MessageTexts.setNull(place, &starts, &lengths)
      }
    }
    func set(
      _ place: Int, _ body: Messages.Body, _ starts: inout MutableSpan<UInt64>,
      _ lengths: inout MutableSpan<UInt32>
    ) {
      guard body.length > 0 else { return MessageTexts.setNull(place, &starts, &lengths) }
      starts[place] += UInt64(body.offset)
      lengths[place] = body.length
    }
    switch rows {
    case .range(let range):
      var next = SortedCursor.first(of: bodies, notBefore: range.lowerBound, \.message)
      while next < bodies.count, bodies[next].message < range.upperBound {
        set(Int(bodies[next].message) - range.lowerBound, bodies[next], &starts, &lengths)
        next += 1
      }
    case .list(let list):
      var cursor = SortedCursor(bodies, \.message)
      for (place, row) in list.enumerated() {
        if let body = cursor.find(Int(row)) { set(place, body, &starts, &lengths) }
      }
    }
  }

  private static func setNull(
    _ place: Int, _ starts: inout MutableSpan<UInt64>, _ lengths: inout MutableSpan<UInt32>
  ) {
    starts[place] = 0
    lengths[place] = TextColumn.null
  }

  private func starts(of rows: Rows) -> [UInt64] {
    let offsets = corpus.messages.starts
    guard case .range(let range) = rows else {
      return corpus.mapMessages(rows) { message, transcript in
        TextColumn.start(buffer: transcript, offset: Int(offsets[message]))
      }
    }
    var starts: [UInt64] = []
    starts.reserveCapacity(range.count)
    var message = range.lowerBound
    // One transcript after the other, so that none is looked for at each message.
    while message < range.upperBound, let transcript = corpus.transcript(ofMessage: message) {
      let end = min(range.upperBound, corpus.transcripts[transcript].messages.upperBound)
      let buffer = TextColumn.start(buffer: transcript, offset: 0)
      starts.append(addingCapacity: end - message) { output in
        for offset in offsets[message..<end] { output.append(UInt64(offset) | buffer) }
      }
      message = end
    }
    return starts
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
