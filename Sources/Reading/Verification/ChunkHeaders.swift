import Diagnostics
import Model

/// The headers of all chunk files as texts: what they say is read when somebody asks.
struct ChunkHeaders: Sendable {
  /// One behind the other.
  private let text: [UInt8]

  /// In the order of the files, and of the chunks in each.
  private let entries: [Entry]

  private struct Entry {
    /// The file among those of the corpus.
    let file: Int
    /// The line of that with which it begins, from 1.
    let titleLine: UInt32
    /// Its header in ``ChunkHeaders/text``.
    let bytes: Range<Int>
    /// The line of the file at which the content begins, from 1.
    let firstLine: Int
    /// Whether there is any.
    let isFollowed: Bool
  }

  /// A header that was read.
  struct Read {
    /// What it says.
    let header: ChunkHeader
    /// The line of the file at which the content begins, from 1.
    let firstLine: Int
  }

  /// Takes the headers of the chunks among some files. Linear in the headers.
  init(of files: [FileReading], interrupt: Interrupt) throws(Diagnostic) {
    var headers = JoinedText()
    headers.reserve(files.count)
    var entries: [Entry] = []
    entries.reserveCapacity(files.count)
    // A file is looked at where it stands: to copy it is to count its references.
    let files = files.span
    func add(_ chunk: ChunkFile, of place: Int) {
      let start = headers.count
      headers.append(chunk.headerRange, of: chunk.lines.buffer, behind: nil)
      entries.append(
        Entry(
          file: place, titleLine: chunk.titleLine, bytes: start..<headers.count,
          firstLine: chunk.firstLine, isFollowed: chunk.lines.count > 0))
    }
    for place in files.indices {
      guard case .chunk(let first, let further) = files[place].content else { continue }
      add(first, of: place)
      for chunk in further { add(chunk, of: place) }
    }
    self.entries = entries
    text = try headers.bytes(interrupt: interrupt)
  }

  /// Reads the header of one of some chunks; nil where it is none of those. Logarithmic in their number.
  func header(of chunk: borrowing Chunk, among files: Span<InputFile>) -> Read? {
    place(of: chunk).map { read(entries[$0], of: files) }
  }

  /// What is wrong with the headers of chunks that are none of some, in the order of the files: most of those
  /// have no lines. Linear but for finding each.
  func problems(besides chunks: [Chunk], of files: [InputFile]) -> [Problem] {
    var isKnown = [Bool](repeating: false, count: entries.count)
    for chunk in chunks { if let place = place(of: chunk) { isKnown[place] = true } }
    let files = files.span
    var problems: [Problem] = []
    for place in entries.indices where !isKnown[place] {
      problems += read(entries[place], of: files).header.problems
    }
    return problems
  }

  /// The place of a chunk's entry.
  private func place(of chunk: borrowing Chunk) -> Int? {
    let (file, line) = (chunk.file, chunk.titleLine)
    // In a folder that holds nothing else it stands at the place of the file.
    let isAtItsPlace =
      file < entries.count && entries[file].file == file && entries[file].titleLine == line
    let place =
      isAtItsPlace ? file : entries.firstPlace { ($0.file, Int($0.titleLine)) >= (file, line) }
    guard place < entries.count, entries[place].file == file, entries[place].titleLine == line
    else { return nil }
    return place
  }

  /// What the headers of some chunks declare, in the order of the chunks. Linear but for finding each.
  func declarations(
    of chunks: [Chunk], in files: [InputFile], interrupt: Interrupt
  ) throws(Interrupted) -> [Chunk.Declaration] {
    let pieces = chunks.indices.pieces(of: 1_024)
    return try interruptible { () throws(Diagnostic) in
      try parallelMap(pieces.count, interrupt: interrupt) { piece in
        let files = files.span
        return chunks[pieces[piece]].map {
          header(of: $0, among: files)?.header.declaration ?? Chunk.Declaration()
        }
      }.flatMap { $0 }
    }
  }

  private func read(_ entry: Entry, of files: Span<InputFile>) -> Read {
    let header = ChunkHeader(
      text.span.extracting(entry.bytes), label: files[entry.file].path, line: Int(entry.titleLine),
      isFollowed: entry.isFollowed)
    return Read(header: header, firstLine: entry.firstLine)
  }
}
