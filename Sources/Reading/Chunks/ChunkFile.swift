/// A chunk file as it was read: where its parts stand in what it was read into. That is the only reference it
/// holds, because every step hands it on.
struct ChunkFile: Sendable {
  /// The file among those of the corpus, once all of those are known.
  var file: Int

  /// The number in the name; ``unnumbered`` where there is none that tells the order.
  private var number: Int

  /// Its label and its name.
  private let written: WrittenName

  /// The lines before its content, in the buffer of ``lines``.
  let headerRange: Range<Int>

  /// Its content.
  let lines: ChunkLines

  /// The line of the file that is the first of ``lines``, from 1.
  let firstLine: Int

  /// No number in a name is as large.
  private static let unnumbered = Int.max

  /// Takes a text that begins as a chunk does: a stretch of a buffer, and what it is called there.
  init(_ text: Range<Int>, of buffer: ChunkBuffer, named written: WrittenName, file: Int = 0) {
    let content = ChunkContent(of: buffer.span.extracting(text))
    let start = text.lowerBound + content.start
    self.file = file
    self.written = written
    number = ChunkName.ordinal(in: buffer.names[written.name]) ?? ChunkFile.unnumbered
    headerRange = text.lowerBound..<start
    lines = ChunkLines(start..<text.upperBound, of: buffer)
    firstLine = content.line + lines.blankLinesBefore
  }

  /// Takes a text of its own.
  init(_ text: consuming [UInt8], file: Int = 0, label: String, name: ArraySlice<UInt8>) {
    let range = 0..<text.count
    let written = WrittenName(label, name, appendedTo: &text)
    self.init(range, of: ChunkBuffer(text), named: written, file: file)
  }

  /// The number in its name: of one that the chunker gave, else once ``NameNumbers`` has found that those of
  /// the folder tell the order; nil where none does.
  var ordinal: Int? { number == ChunkFile.unnumbered ? nil : number }

  /// Whether the chunker gave it its number: it numbers the chunks of a chat by themselves.
  var isNumberedByChunker: Bool { ChunkName.ordinal(in: name) != nil }

  /// The same chunk with a number.
  func numbered(_ ordinal: Int) -> ChunkFile {
    var chunk = self
    chunk.number = ordinal
    return chunk
  }

  /// The path that the user reads.
  var label: String { String(decoding: lines.buffer.names[written.label], as: UTF8.self) }

  /// The bytes of the last part of its path.
  var name: ArraySlice<UInt8> { lines.buffer.names[written.name] }

  /// What its header says; read anew each time.
  var header: ChunkHeader {
    ChunkHeader(
      lines.buffer.span.extracting(headerRange), label: label, isFollowed: lines.count > 0)
  }
}
