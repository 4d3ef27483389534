import Model

/// A chunk file as it was read. An object, because it holds a dozen buffers and every step hands it
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

  /// What its header declares.
  let declaration: Chunk.Declaration

  /// The header's fields that are there, by their places in ``ChunkField/all``.
  private let fields: [WrittenField?]

  /// Its content.
  let lines: ChunkLines

  /// The line of the file that is the first of ``lines``, from 1.
  let firstLine: Int

  /// What is wrong with it, as rows about its file.
  let problems: [Problem]

  /// Reads a text that begins as a chunk does.
  init(_ text: [UInt8], file: Int, label: String, name: [UInt8]) {
    let header = ChunkHeader(text, label: label)
    self.file = file
    self.label = label
    self.name = name
    ordinal = ChunkName.ordinal(in: name[...])
    declaration = header.declaration
    fields = header.fields
    lines = ChunkLines(text[header.contentStart...])
    firstLine = header.contentLine + lines.blankLinesBefore
    var problems = header.problems
    if lines.count == 0 {
      problems.append(Problem(.warning, .missingField, file: label, line: 1, "has no content"))
    }
    self.problems = problems
  }

  /// A field of the header; nil where it is missing.
  func field(_ kind: ChunkField.Kind) -> WrittenField? { fields[kind.rawValue] }
}
