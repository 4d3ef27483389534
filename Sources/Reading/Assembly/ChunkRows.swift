import Diagnostics
import Model

extension CorpusAssembly {
  /// The rows of the chunks of a transcript in the order of the text.
  func rows(
    of placements: [JoinedSeries.Placement], series: String, _ transcript: Transcript, number: Int,
    interrupt: Interrupt
  ) throws(Diagnostic) -> [Chunk] {
    let messages = corpus.messages
    let pieces = placements.indices.pieces(of: 4_096)
    return try parallelArray(pieces, interrupt: interrupt) { piece, chunks in
      var cursor = MessageCursor(messages, of: transcript)
      let text = transcript.text.span
      for place in piece {
        let placement = placements[place]
        let lines = placement.lines
        // A transcript without messages has no headers to cut at.
        let beginsWithHeader =
          transcript.messages.isEmpty || cursor.hasHeader(lines.lowerBound, messages)
        chunks.append(
          Chunk(
            file: placement.file, titleLine: placement.titleLine, series: series,
            ordinal: placement.ordinal,
            transcript: number, lines: lines, bytes: placement.bytes, overlap: placement.overlap,
            cutStart: !lines.isEmpty
              && !(beginsWithHeader && text.beginsLine(placement.bytes.lowerBound)),
            cutEnd: placement.bytes.upperBound < text.count
              && !(cursor.hasMessage(lines.upperBound)
                && text.beginsLine(placement.bytes.upperBound + 1))
          ))
      }
    }
  }

  /// Adds what the messages of a transcript say about the files that hold them.
  mutating func tally(
    _ transcript: Transcript, shapes: [String], interrupt: Interrupt
  ) throws(Diagnostic) {
    let source = transcript.source
    for chunk in transcript.chunks {
      corpus.files[corpus.chunks[chunk].file].chunks += 1
      corpus.files[corpus.chunks[chunk].file].source = source
      corpus.files[corpus.chunks[chunk].file].shapes = shapes
    }
    for (run, bounds) in zip(transcript.runs, try bounds(of: transcript, interrupt)) {
      corpus.files[run.file].add(bounds)
      // Of several exports in a file the first gives its name.
      guard corpus.files[run.file].kind == .export, corpus.files[run.file].source == nil
      else { continue }
      corpus.files[run.file].source = source
      corpus.files[run.file].shapes = shapes
    }
  }

  /// Of when the messages are that begin in each run of a transcript's lines.
  private func bounds(
    of transcript: Transcript, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [MomentBounds] {
    let messages = corpus.messages
    let runs = transcript.runs
    return try parallelArray(runs.indices.pieces(of: 4_096), interrupt: interrupt) {
      piece, bounds in
      var cursor = MessageCursor(messages, of: transcript)
      for run in piece {
        let first = cursor.first(from: runs[run].firstLine)
        let end =
          run + 1 < runs.count
          ? cursor.first(from: runs[run + 1].firstLine) : transcript.messages.upperBound
        bounds.append(MomentBounds(of: messages.moments[first..<end]))
      }
    }
  }
}

/// Finds messages by their first lines, quickly where those are asked for in their order.
private struct MessageCursor {
  /// The first lines of a transcript's messages, by message, ascending.
  private let lines: ArraySlice<UInt32>
  private var place: Int?

  init(_ messages: Messages, of transcript: Transcript) {
    lines = messages.lines[transcript.messages]
  }

  /// The first message that begins on a line or after it.
  mutating func first(from line: Int) -> Int {
    guard var next = place, next == lines.startIndex || lines[next - 1] < line else {
      let found = lines.firstPlace { $0 >= line }
      place = found
      return found
    }
    while next < lines.endIndex, lines[next] < line { next += 1 }
    place = next
    return next
  }

  /// Whether a message begins on a line.
  mutating func hasMessage(_ line: Int) -> Bool {
    let first = first(from: line)
    return first < lines.endIndex && lines[first] == line
  }

  /// Whether a line is the header of a message.
  mutating func hasHeader(_ line: Int, _ messages: Messages) -> Bool {
    let first = first(from: line)
    return lines[first...].prefix { $0 == line }.indices
      .contains { messages.kinds[$0] != .fragment }
  }
}

extension Span<UInt8> {
  /// Whether a line begins at a place.
  fileprivate func beginsLine(_ place: Int) -> Bool {
    place == 0 || place <= count && self[place - 1] == UInt8(ascii: "\n")
  }
}

extension InputFile {
  /// Adds messages with a moment.
  fileprivate mutating func add(_ bounds: MomentBounds) {
    guard let period = bounds.period else { return }
    messages += bounds.count
    first = Swift.min(first ?? period.lowerBound, period.lowerBound)
    last = Swift.max(last ?? period.upperBound, period.upperBound)
  }
}
