import Model

/// What some neighbouring lines of a transcript hold that a chunk's header may declare.
struct LineFacts: Sendable {
  /// The first of the lines, among those of the transcript.
  private let firstLine: Int

  /// What stands before each line, and before the one that would follow the last.
  private var before: [Sums]

  private struct Sums {
    /// Tokens of the lines before.
    var tokens: UInt32 = 0
    /// Headers in them.
    var headers: UInt32 = 0
  }

  /// The lines that a header stands in, for us or for the chunker, ascending.
  private(set) var headers: [HeaderLine] = []

  /// Reads the lines of some chunks of a transcript, whose messages are among those of a corpus.
  /// Linear.
  init(_ stretch: ChunkStretch, of transcript: Transcript, _ messages: Messages) {
    firstLine = stretch.lines.lowerBound
    before = [Sums()]
    before.reserveCapacity(stretch.lines.count + 1)
    let bytes = transcript.text.span.extracting(0..<stretch.bytes.upperBound)
    let own = messages.starts[transcript.messages]
    var message = own.firstPlace { $0 >= stretch.bytes.lowerBound }
    var sums = Sums()
    var search = ChunkerTopicSearch()
    var start = stretch.bytes.lowerBound
    for line in stretch.lines {
      let look = LineLook(bytes, from: start, findingFirst: ChunkerHeader.bracket)
      let end = look.end
      sums.tokens &+= UInt32(
        truncatingIfNeeded: Tokens.count(
          inLine: bytes.extracting(start..<end), units: look.units))
      var begun: (place: Int, moment: Int64)?
      // The text of a message begins on the line of its header, after it.
      while message < own.endIndex, own[message] <= end {
        if messages.kinds[message] != .fragment { begun = (message, messages.moments[message]) }
        message += 1
      }
      let known = look.found.flatMap { ChunkerHeader(in: start..<end, of: bytes, from: $0) }
      if begun != nil || known != nil {
        headers.append(
          HeaderLine(
            start..<end, number: line, known: known, message: begun,
            topics: search.topics(in: start..<end, of: bytes), of: bytes))
        sums.headers += 1
      }
      before.append(sums)
      start = end + 1
    }
  }

  /// The places in ``headers`` of those in some lines.
  func headers(in lines: Range<Int>) -> Range<Int> {
    let (first, next) = (sums(before: lines.lowerBound), sums(before: lines.upperBound))
    return Int(first.headers)..<Int(next.headers)
  }

  /// The tokens of some lines.
  func tokens(of lines: Range<Int>) -> Int {
    Int(sums(before: lines.upperBound).tokens &- sums(before: lines.lowerBound).tokens)
  }

  private func sums(before line: Int) -> Sums { before[line - firstLine] }
}
