import Model

/// What the lines of a transcript hold that a chunk's header may declare.
struct TranscriptFacts {
  /// Tokens of the lines before each line, and after the last of all: one more than there are
  /// lines.
  private(set) var tokensBefore: [UInt32] = [0]

  /// The lines that a header stands in, for us or for the chunker, ascending.
  private(set) var headers: [HeaderLine] = []

  /// Reads the lines of a transcript of a corpus. Linear.
  init(_ transcript: Transcript, _ messages: Messages) {
    let bytes = transcript.text.span
    var message = transcript.messages.lowerBound
    var start = 0
    var line = 0
    var tokens: UInt32 = 0
    while start < bytes.count {
      let end = lineEnd(bytes, from: start)
      tokens += UInt32(truncatingIfNeeded: Tokens.count(in: bytes.extracting(start..<end)))
      tokensBefore.append(tokens)
      var begun: Int?
      while message < transcript.messages.upperBound, messages.lines[message] <= line {
        if messages.lines[message] == line, messages.kinds[message] != .fragment { begun = message }
        message += 1
      }
      let known = ChunkerHeader(in: start..<end, of: bytes)
      if begun != nil || known != nil {
        headers.append(
          HeaderLine(
            line: line, bytes: start..<end, known: known,
            message: begun.map { ($0, messages.moments[$0]) }, of: bytes))
      }
      start = end + 1
      line += 1
    }
  }

  /// The headers in some lines. Logarithmic.
  func headers(in lines: Range<Int>) -> ArraySlice<HeaderLine> {
    headers[place(of: lines.lowerBound)..<place(of: lines.upperBound)]
  }

  /// The tokens of some lines.
  func tokens(of lines: Range<Int>) -> Int {
    Int(tokensBefore[lines.upperBound] - tokensBefore[lines.lowerBound])
  }

  /// The place among ``headers`` of the first from a line on.
  private func place(of line: Int) -> Int {
    var low = 0
    var high = headers.count
    while low < high {
      let middle = (low + high) / 2
      if headers[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A line with a header in it.
struct HeaderLine {
  /// The line of the transcript, from 0.
  let line: Int

  /// Its bytes in the transcript's text.
  let bytes: Range<Int>

  /// The message that it begins, among those of the corpus; nil where the header is only quoted.
  let message: Int?

  /// The header as the chunker knew it; nil where it knew none in the line.
  let known: ChunkerHeader?

  /// Topics whose words the line holds.
  let topics: ChunkerTopics

  /// What the chunker got wrong about the header of a message; nil where nothing.
  let trouble: Trouble?

  enum Trouble {
    /// It has the known form but no name before a colon, as a notice, and does not count.
    case noName
    /// It has another form and was not known.
    case form
    /// It has the known form with the month first, which was taken for the day.
    case monthFirst
  }

  /// The day of the message; nil where the line begins none.
  let day: Int?

  init(
    line: Int, bytes: Range<Int>, known: ChunkerHeader?, message: (place: Int, moment: Int64)?,
    of text: Span<UInt8>
  ) {
    self.line = line
    self.bytes = bytes
    self.message = message?.place
    self.known = known
    topics = ChunkerTopics(in: bytes, of: text)
    day = message.map { Moment(seconds: $0.moment).dayNumber }
    if message == nil {
      trouble = nil
    } else if !ChunkerHeader.dateBegins(bytes, of: text) {
      trouble = .form
    } else if let known {
      trouble = known.day?.daysSince1970 == day ? nil : .monthFirst
    } else {
      trouble = .noName
    }
  }
}
