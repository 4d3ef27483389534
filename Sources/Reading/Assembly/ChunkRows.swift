import Model

extension CorpusAssembly {
  /// Adds the row of a chunk of the transcript that was added last.
  mutating func add(
    _ placement: JoinedSeries.Placement, series: String, of transcript: Transcript
  ) {
    let lines = placement.lines
    let after = lines.upperBound..<(lines.upperBound + 1)
    corpus.chunks.append(
      Chunk(
        file: placement.chunk.file, series: series, ordinal: placement.chunk.ordinal,
        transcript: corpus.transcripts.count - 1, lines: lines, bytes: placement.bytes,
        overlap: placement.overlap,
        cutStart: !lines.isEmpty && !hasHeader(lines.lowerBound, in: transcript),
        cutEnd: placement.bytes.upperBound < transcript.text.count
          && corpus.messages(beginningIn: after, of: transcript).count == 0))
  }

  /// Whether a line of a transcript is the header of a message, or none of any.
  private func hasHeader(_ line: Int, in transcript: Transcript) -> Bool {
    transcript.messages.isEmpty
      || !corpus.messages(withHeaderIn: line..<(line + 1), of: transcript).isEmpty
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
