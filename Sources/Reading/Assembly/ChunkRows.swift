import Model

extension CorpusAssembly {
  /// Adds the row of a chunk of the transcript that was added last.
  mutating func add(
    _ placement: JoinedSeries.Placement, series: String, of transcript: Transcript
  ) {
    let lines = placement.lines
    let first = message(holding: lines.lowerBound, in: transcript)
    let end = lines.isEmpty ? first : message(holding: lines.upperBound - 1, in: transcript) + 1
    let next = end < transcript.messages.upperBound ? Int(corpus.messages.lines[end]) : nil
    corpus.chunks.append(
      Chunk(
        file: placement.chunk.file, series: series, ordinal: placement.chunk.ordinal,
        declared: placement.chunk.declaration, transcript: corpus.transcripts.count - 1,
        lines: lines, bytes: placement.bytes, overlap: placement.overlap,
        messages: first..<Swift.max(first, end),
        cutStart: isInside(lines.lowerBound, message: first, of: transcript),
        cutEnd: placement.bytes.upperBound < transcript.text.count && next != lines.upperBound,
        problems: 0))
  }

  /// The message of a transcript that holds a line; the first after it where none does. Logarithmic.
  private func message(holding line: Int, in transcript: Transcript) -> Int {
    var low = transcript.messages.lowerBound
    var high = transcript.messages.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(corpus.messages.lines[middle]) <= line { low = middle + 1 } else { high = middle }
    }
    return Swift.max(transcript.messages.lowerBound, low - 1)
  }

  /// Whether a line is not the first of its message, or that message lacks its header.
  private func isInside(_ line: Int, message: Int, of transcript: Transcript) -> Bool {
    guard transcript.messages.contains(message) else { return false }
    return Int(corpus.messages.lines[message]) != line
      || corpus.messages.kinds[message] == .fragment
  }

  /// Adds what the messages of a transcript say about the files that hold them.
  mutating func tally(_ transcript: Transcript, shapes: [String]) {
    for chunk in transcript.chunks {
      corpus.files[corpus.chunks[chunk].file].chunks += 1
      corpus.files[corpus.chunks[chunk].file].source = transcript.source
      corpus.files[corpus.chunks[chunk].file].shapes = shapes
    }
    var run = 0
    for message in transcript.messages {
      let line = Int(corpus.messages.lines[message])
      while run + 1 < transcript.runs.count, transcript.runs[run + 1].firstLine <= line {
        run += 1
      }
      guard corpus.messages.kinds[message] != .fragment else { continue }
      corpus.files[transcript.runs[run].file].count(
        Moment(seconds: corpus.messages.moments[message]))
    }
    for run in transcript.runs where corpus.files[run.file].kind == .export {
      corpus.files[run.file].source = transcript.source
      corpus.files[run.file].shapes = shapes
    }
  }
}

extension InputFile {
  /// Counts a message of a moment.
  fileprivate mutating func count(_ moment: Moment) {
    messages += 1
    first = Swift.min(first ?? moment, moment)
    last = Swift.max(last ?? moment, moment)
  }
}
