import Model

/// A chunk file as it was read. An object, because it holds several buffers and every step hands it
/// on: copying them showed in the time that a large folder takes.
final class ChunkFile: Sendable {
  /// The file among those of the corpus.
  let file: Int

  /// The path that the user reads.
  let label: String

  /// The bytes of the last part of its path.
  let name: ArraySlice<UInt8>

  /// The number that the chunker gave it; nil where its name has another form.
  let ordinal: Int?

  /// The lines before its content, in the buffer of ``lines``.
  let headerRange: Range<Int>

  /// Its content.
  let lines: ChunkLines

  /// The line of the file that is the first of ``lines``, from 1.
  let firstLine: Int

  /// Takes a text that begins as a chunk does: a stretch of a buffer, which others may share.
  init(
    _ text: Range<Int>, of buffer: [UInt8], file: Int, label: String, name: ArraySlice<UInt8>
  ) {
    let content = ChunkContent(of: buffer.span.extracting(text))
    let start = text.lowerBound + content.start
    self.file = file
    self.label = label
    self.name = name
    ordinal = ChunkName.ordinal(in: name)
    headerRange = text.lowerBound..<start
    lines = ChunkLines(start..<text.upperBound, of: buffer)
    firstLine = content.line + lines.blankLinesBefore
  }

  /// The same chunk as another file of the corpus.
  init(_ chunk: ChunkFile, file: Int) {
    self.file = file
    label = chunk.label
    name = chunk.name
    ordinal = chunk.ordinal
    headerRange = chunk.headerRange
    lines = chunk.lines
    firstLine = chunk.firstLine
  }

  /// Takes a text of its own.
  convenience init(_ text: [UInt8], file: Int, label: String, name: [UInt8]) {
    self.init(0..<text.count, of: text, file: file, label: label, name: name[...])
  }

  /// What its header says; read anew each time.
  var header: ChunkHeader {
    ChunkHeader(headerRange, of: lines.buffer, label: label, isFollowed: lines.count > 0)
  }
}
