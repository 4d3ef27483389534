import Model

@testable import Reading

/// Whether a series that was put together holds the lines of its chunks, each once.
struct ChunkAccount {
  private let transcript: Transcript
  private let chunks: ArraySlice<Chunk>
  private let names: [String]
  private let lines: TextLines
  /// The lines of each file of the corpus.
  private let files: [TextLines]
  /// The chunks of each, with their first lines from 1.
  private let pieces: [[(line: Int, text: [UInt8])]]
  private let problems: [Problem]

  /// - Parameter texts: what each file of the corpus holds.
  init(_ transcript: Transcript, _ corpus: Corpus, _ texts: [[UInt8]], _ problems: [Problem]) {
    self.transcript = transcript
    self.problems = problems
    chunks = corpus.chunks[transcript.chunks]
    names = corpus.files.map(\.path)
    lines = TextLines(Array(transcript.text))
    files = texts.map { TextLines($0) }
    pieces = texts.map { ChunkPieces(of: $0).texts }
  }

  /// Throws where a line is lost, comes from nowhere, or is said to be repeated and is not.
  func check() throws(Fault) {
    var (end, byte) = (0, 0)
    for chunk in chunks {
      try checkContent(of: chunk)
      try Fault.unless(
        chunk.bytes.lowerBound <= byte || lines.text[byte] == 0x0A,
        "\(chunk.bytes.lowerBound - byte) bytes are in no chunk")
      byte = Swift.max(byte, chunk.bytes.upperBound)
      guard chunk.lines.upperBound > end else { continue }
      try Fault.unless(
        chunk.lines.lowerBound <= end, "\(chunk.lines.lowerBound - end) lines are in no chunk")
      try Fault.unless(
        chunk.overlap == end - chunk.lines.lowerBound,
        "repeats \(end - chunk.lines.lowerBound) lines, and says \(chunk.overlap)")
      end = chunk.lines.upperBound
    }
    let isEmpty = transcript.text.isEmpty
    try Fault.unless(
      end == lines.count || isEmpty && end == 0, "the last lines of a series are in no chunk")
    try checkPlaces()
  }

  /// What a chunk holds behind its header is a stretch of the transcript; what it has before is a
  /// field, or a row of problems.
  private func checkContent(of chunk: Chunk) throws(Fault) {
    let name = names[chunk.file]
    let range = chunk.lines
    let isEmpty = range.isEmpty
    // The first of its lines and the last may be there in part.
    try Fault.unless(
      isEmpty
        || lines.line(at: chunk.bytes.lowerBound) == range.lowerBound
          && lines.line(at: chunk.bytes.upperBound) == range.upperBound - 1,
      "\(name): the bytes \(chunk.bytes) are not in the lines \(range)")
    guard let piece = pieces[chunk.file].first(where: { $0.line == chunk.titleLine }) else {
      throw Fault("no chunk begins at line \(chunk.titleLine) of \(name)")
    }
    let file = TextLines(piece.text)
    var last = file.count
    while last > 0, file[last - 1]?.isBlankLine ?? true { last -= 1 }
    let first = last - range.count
    try Fault.unless(isEmpty || first >= 0, "\(name) has fewer than \(range.count) lines")
    let own = TextLines(Array(lines.text[chunk.bytes]))
    for (offset, line) in range.enumerated() {
      guard own[offset] == file[first + offset] else {
        throw Fault(
          "line \(first + offset + piece.line) of \(name) is not line \(line) of its series")
      }
    }
    for line in 1..<Swift.max(1, isEmpty ? last : first) {
      guard let text = file[line], !text.isBlankField else { continue }
      try Fault.unless(
        isKnown(text) || problems.contains { $0.file == name && $0.line == line + piece.line },
        "line \(line + piece.line) of \(name) is neither a field nor content, and no row says so")
    }
  }

  /// Whether a line is a field of a chunk's header, or the one that ends it.
  private func isKnown(_ line: ArraySlice<UInt8>) -> Bool {
    let text = PlainLabel.of(line.span)
    let names = ["periode", "participants", "topics", "tokens", "messages"]
    return text == "=== contenu ===" || names.contains { text.hasPrefix($0) }
  }

  /// Each line of the transcript is the line of the file that it is said to be.
  private func checkPlaces() throws(Fault) {
    for line in 0..<lines.count where !transcript.text.isEmpty {
      guard let place = transcript.place(ofLine: line) else {
        throw Fault("line \(line) of a series is in no file")
      }
      let written = files[place.file][place.line - 1]
      try Fault.unless(
        written == lines[line] || written.map { isBeginning($0, of: line) } ?? false
          || pieces[place.file].contains {
            let last = TextLines($0.text)
            return $0.line + last.count - 1 == place.line && last[last.count - 1] == lines[line]
          },
        "line \(line) of a series is not line \(place.line) of \(names[place.file])")
    }
  }

  /// Whether a chunk ends behind some bytes with which a line begins.
  private func isBeginning(_ written: ArraySlice<UInt8>, of line: Int) -> Bool {
    guard let whole = lines[line], whole.starts(with: written) else { return false }
    return chunks.contains { $0.bytes.upperBound == whole.startIndex + written.count }
  }
}

extension ArraySlice<UInt8> {
  /// Whether there is nothing in a line but blanks.
  fileprivate var isBlankLine: Bool { allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }

  /// The same of a line of a header, where a no-break space is blank too.
  fileprivate var isBlankField: Bool {
    String(decoding: self, as: UTF8.self).split(separator: "\u{A0}").allSatisfy {
      Array($0.utf8)[...].isBlankLine
    }
  }
}
