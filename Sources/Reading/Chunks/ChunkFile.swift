import Model

/// A chunk file as it was read. An object, because it holds several buffers and every step hands it
/// on: copying them showed in the time that a large folder takes.
final class ChunkFile: Sendable {
  /// The file among those of the corpus.
  let file: Int

  /// The path that the user reads.
  let label: String

  /// The bytes of the last part of its path.
  let name: [UInt8]

  /// The number that the chunker gave it; nil where its name has another form.
  let ordinal: Int?

  /// The lines before its content.
  let headerText: ArraySlice<UInt8>

  /// Its content.
  let lines: ChunkLines

  /// The line of the file that is the first of ``lines``, from 1.
  let firstLine: Int

  /// Takes a text that begins as a chunk does.
  init(_ text: [UInt8], file: Int, label: String, name: [UInt8]) {
    let content = ChunkContent(of: text.span)
    self.file = file
    self.label = label
    self.name = name
    ordinal = ChunkName.ordinal(in: name[...])
    headerText = text[..<content.start]
    lines = ChunkLines(text[content.start...])
    firstLine = content.line + lines.blankLinesBefore
  }

  /// What its header says; read anew each time.
  var header: ChunkHeader {
    ChunkHeader(Array(headerText), label: label, isFollowed: lines.count > 0)
  }
}
