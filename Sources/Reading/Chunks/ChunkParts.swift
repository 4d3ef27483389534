import Model

/// The chunks of a file: one, or several where chunk files were put into one, as with `cat`.
struct ChunkParts {
  let first: ChunkFile

  /// Those behind the first, in the order of the file.
  private(set) var further: [ChunkFile] = []

  /// Rows about titles with which no chunk begins.
  private(set) var problems: [Problem] = []

  /// Takes a text that begins as a chunk does: a stretch of a buffer, and what it is called there. Linear.
  init(_ text: Range<Int>, of buffer: ChunkBuffer, named written: WrittenName) {
    let bytes = buffer.span.extracting(text)
    let titles = ChunkParts.furtherTitles(in: bytes)
    let starts = titles.filter(\.beginsChunk)
    func chunk(_ start: Int, _ line: Int, number: Int) -> ChunkFile {
      var end = bytes.count
      if number <= starts.count {
        let next = starts[number - 1].place
        end = ChunkParts.endsInMark(bytes.extracting(start..<next)) ? next - 3 : next
      }
      return ChunkFile(
        text.lowerBound + start..<text.lowerBound + end, of: buffer, named: written,
        part: starts.isEmpty ? nil : (number, line))
    }
    first = chunk(0, 1, number: 1)
    guard !titles.isEmpty else { return }
    for (place, start) in starts.enumerated() {
      further.append(chunk(start.place, start.line, number: place + 2))
    }
    let label = first.label
    problems = titles.filter { !$0.beginsChunk }.map { title in
      Problem(
        .warning, .malformedField, file: label, line: title.line,
        "a chunk's title and a field, without “=== CONTENU ===” behind them, are read as content")
    }
  }

  /// Takes a text of its own.
  init(_ text: consuming [UInt8], label: String, name: ArraySlice<UInt8>) {
    let range = 0..<text.count
    let written = WrittenName(label, name, appendedTo: &text)
    self.init(range, of: ChunkBuffer(text), named: written)
  }

  /// A row about the first chunk in a text that begins with something else, as `tail -n +1 *.txt` writes the name
  /// of each file before it; none where there is none among the first lines.
  static func problemsOfChunks(in export: Span<UInt8>, label: String) -> [Problem] {
    let first = furtherTitles(in: export.extracting(first: longestLead)).first(where: \.beginsChunk)
    return first.map { title in
      [
        Problem(
          .warning, .malformedField, file: label, line: title.line,
          "a chunk begins here, behind lines that are none: all is read as an export, and what chunks repeat "
            + "counts again; load the chunk files, or leave out what stands between them")
      ]
    } ?? []
  }

  /// Bytes of an export among which a chunk is looked for.
  private static let longestLead = 1 << 14

  /// The title of a chunk.
  private struct Title {
    /// Its first byte.
    let place: Int
    /// Its line, from 1.
    let line: Int
    /// Whether a chunk begins with it.
    let beginsChunk: Bool
  }

  /// The titles behind the first one that fields follow. Linear.
  private static func furtherTitles(in bytes: Span<UInt8>) -> [Title] {
    let title = ChunkHeader.title
    let needle = title.span
    var titles: [Title] = []
    var (line, counted) = (1, 0)
    var from = ChunkContent.title(of: bytes).bytes.upperBound
    while let place = ChunkLines.place(of: needle, in: bytes, from: from) {
      from = place + needle.count
      // The chunker leaves no blanks at ends of lines: behind one, a message quotes the title.
      guard !bytes[place - 1].isBlank || bytes[place - 1] == ChunkLines.newline,
        ChunkHeader.isField(bytes.extracting(from..<lineEnd(bytes, from: from)))
      else { continue }
      line += Reading.count(of: ChunkLines.newline, in: bytes.extracting(counted..<place))
      counted = place
      titles.append(
        Title(
          place: place, line: line, beginsChunk: ChunkContent.isMarked(bytes, from: from)))
    }
    return titles
  }

  /// Whether a text ends in U+FEFF, with which the file behind it began.
  private static func endsInMark(_ text: Span<UInt8>) -> Bool {
    text.count >= 3 && areEqual(text.extracting(last: 3), mark.span)
  }

  private static let mark = Array("\u{FEFF}".utf8)
}
