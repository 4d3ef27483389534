import Diagnostics
import Model

/// The headers of all chunk files as texts: what they say is read when somebody asks.
struct ChunkHeaders: Sendable {
  /// One behind the other.
  private let text: [UInt8]

  /// In the order of the files.
  private var entries: [Entry] = []

  private struct Entry {
    /// The file among those of the corpus.
    let file: Int
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
    entries.reserveCapacity(files.count)
    // A file is looked at where it stands: to copy it is to count its references.
    let files = files.span
    for place in files.indices {
      guard case .chunk(let chunk) = files[place].content else { continue }
      let start = headers.count
      headers.append(chunk.headerRange, of: chunk.lines.buffer, onOwnLine: false)
      entries.append(
        Entry(
          file: place, bytes: start..<headers.count, firstLine: chunk.firstLine,
          isFollowed: chunk.lines.count > 0))
    }
    text = try headers.bytes(interrupt: interrupt)
  }

  /// Reads the header of one of some files; nil where that is no chunk. Logarithmic in their number.
  func header(of file: Int, among files: Span<InputFile>) -> Read? {
    // In a folder that holds nothing else it stands at the place of the file.
    let isAtItsPlace = file < entries.count && entries[file].file == file
    let place = isAtItsPlace ? file : entries.firstPlace { $0.file >= file }
    guard place < entries.count, entries[place].file == file else { return nil }
    return read(entries[place], of: files)
  }

  /// What is wrong with the headers of files that are none of some chunks, in the order of the files: most of
  /// those have no lines. Linear.
  func problems(besides chunks: [Chunk], of files: [InputFile]) -> [Problem] {
    var isChunk = [Bool](repeating: false, count: files.count)
    for chunk in chunks { isChunk[chunk.file] = true }
    let files = files.span
    var problems: [Problem] = []
    for entry in entries where !isChunk[entry.file] {
      problems += read(entry, of: files).header.problems
    }
    return problems
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
          header(of: $0.file, among: files)?.header.declaration ?? Chunk.Declaration()
        }
      }.flatMap { $0 }
    }
  }

  private func read(_ entry: Entry, of files: Span<InputFile>) -> Read {
    let header = ChunkHeader(
      text.span.extracting(entry.bytes), label: files[entry.file].path,
      isFollowed: entry.isFollowed)
    return Read(header: header, firstLine: entry.firstLine)
  }
}
