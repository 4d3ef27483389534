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
  struct Read: Sendable {
    /// The file among those of the corpus.
    let file: Int
    /// The path that the user reads.
    let label: String
    /// What it says.
    let header: ChunkHeader
    /// The line of the file at which the content begins, from 1.
    let firstLine: Int
  }

  /// Takes the headers of the chunks among some files. Linear in the headers.
  init(of files: [FileReading], interrupt: Interrupt) throws(Diagnostic) {
    var headers = JoinedText()
    for place in files.indices {
      guard case .chunk(let chunk) = files[place].content else { continue }
      let start = headers.count
      headers.append(chunk.headerRange, of: chunk.lines.buffer, onOwnLine: false)
      entries.append(
        Entry(
          file: chunk.file, bytes: start..<headers.count, firstLine: chunk.firstLine,
          isFollowed: chunk.lines.count > 0))
    }
    text = try headers.bytes(interrupt: interrupt)
  }

  /// Reads all of them, in the order of the files that they are of. Linear.
  func read(of files: [InputFile], interrupt: Interrupt) throws(Diagnostic) -> [Read] {
    let pieces = entries.indices.pieces(of: 512)
    return try parallelMap(pieces.count, interrupt: interrupt) { piece in
      entries[pieces[piece]].map { entry in
        let label = files[entry.file].path
        let header = ChunkHeader(
          Array(text[entry.bytes]), label: label, isFollowed: entry.isFollowed)
        return Read(file: entry.file, label: label, header: header, firstLine: entry.firstLine)
      }
    }.flatMap { $0 }
  }
}

extension [ChunkHeaders.Read] {
  /// The header of a file; nil where it is no chunk. Logarithmic.
  func ofFile(_ file: Int) -> ChunkHeaders.Read? {
    let place = firstPlace { $0.file >= file }
    return place < count && self[place].file == file ? self[place] : nil
  }
}
