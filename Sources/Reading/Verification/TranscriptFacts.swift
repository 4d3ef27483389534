import Diagnostics
import Model

/// What the lines of a transcript hold that a chunk's header may declare.
struct TranscriptFacts: Sendable {
  /// Tokens of the lines before each line, and after the last of all: one more than there are
  /// lines.
  private var tokensBefore: [UInt32] = [0]

  /// The lines that a header stands in, for us or for the chunker, ascending.
  private var headers: [HeaderLine] = []

  /// Reads the lines of a transcript whose messages are among those of a corpus. Linear.
  init(
    _ transcript: Transcript, _ messages: Messages, interrupt: Interrupt
  ) throws(Diagnostic) {
    let text = transcript.text
    let parts = LineRanges.parts(of: text)
    let read = try parallelMap(parts.count, interrupt: interrupt) { part in
      PartFacts(parts[part], of: text, messages, within: transcript.messages)
    }
    tokensBefore.reserveCapacity(read.reduce(1) { $0 + $1.tokens.count })
    headers.reserveCapacity(read.reduce(0) { $0 + $1.headers.count })
    for part in read {
      let (line, tokens) = (tokensBefore.count - 1, tokensBefore.last ?? 0)
      tokensBefore += part.tokens.map { $0 &+ tokens }
      headers += part.headers.lazy.map { header in
        var header = header
        header.line += UInt32(truncatingIfNeeded: line)
        return header
      }
    }
  }

  /// The headers in some lines. Logarithmic.
  func headers(in lines: Range<Int>) -> ArraySlice<HeaderLine> {
    headers[place(of: lines.lowerBound)..<place(of: lines.upperBound)]
  }

  /// The tokens of some lines.
  func tokens(of lines: Range<Int>) -> Int {
    Int(tokensBefore[lines.upperBound] &- tokensBefore[lines.lowerBound])
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

/// What some neighbouring lines hold; lines count from the first of them.
private struct PartFacts: Sendable {
  /// Tokens up to and including each line.
  private(set) var tokens: [UInt32] = []

  private(set) var headers: [HeaderLine] = []

  /// Reads whole lines of a text, whose messages are some of a corpus.
  init(_ part: Range<Int>, of text: [UInt8], _ messages: Messages, within range: Range<Int>) {
    let bytes = text.span
    let words = ChunkerWords()
    var message = PartFacts.firstMessage(from: part.lowerBound, messages, within: range)
    var start = part.lowerBound
    var sum: UInt32 = 0
    while start < part.upperBound {
      let end = Swift.min(lineEnd(bytes, from: start), part.upperBound)
      sum &+= UInt32(truncatingIfNeeded: Tokens.count(in: bytes.extracting(start..<end)))
      tokens.append(sum)
      var begun: (place: Int, moment: Int64)?
      // The text of a message begins on the line of its header, after it.
      while message < range.upperBound, messages.starts[message] <= end {
        if messages.kinds[message] != .fragment { begun = (message, messages.moments[message]) }
        message += 1
      }
      let known = ChunkerHeader(in: start..<end, of: bytes)
      if begun != nil || known != nil {
        headers.append(
          HeaderLine(
            start..<end, number: tokens.count - 1, known: known, message: begun,
            topics: words.topics(in: start..<end, of: bytes), of: bytes))
      }
      start = end + 1
    }
  }

  /// The first message whose text begins at an offset or after it. Logarithmic.
  private static func firstMessage(
    from offset: Int, _ messages: Messages, within range: Range<Int>
  ) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if messages.starts[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Stretches of a text that end where lines end.
private enum LineRanges {
  /// The whole text in parts of about a mebibyte, each but the last ending before the `\n` that
  /// parts it from the next.
  static func parts(of text: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let end = lineEnd(text.span, from: Swift.min(start + 1 << 20, text.count))
      parts.append(start..<end)
      start = end + 1
    }
    return parts
  }
}
