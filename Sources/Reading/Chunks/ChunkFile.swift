import Model
import Synchronization

/// A chunk file as it was read. An object, because it holds several buffers and every step hands it
/// on: copying them showed in the time that a large folder takes.
final class ChunkFile: Sendable {
  /// The file among those of the corpus; see ``number(_:)``.
  var file: Int { place.load(ordering: .relaxed) }
  private let place: Atomic<Int>

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
    place = Atomic(file)
    self.label = label
    self.name = name
    ordinal = ChunkName.ordinal(in: name)
    headerRange = text.lowerBound..<start
    lines = ChunkLines(start..<text.upperBound, of: buffer)
    firstLine = content.line + lines.blankLinesBefore
  }

  /// Tells which file of the corpus it is, where that was not known when it was read: before anybody
  /// asks for it.
  func number(_ file: Int) { place.store(file, ordering: .relaxed) }

  /// Takes a text of its own.
  convenience init(_ text: [UInt8], file: Int, label: String, name: [UInt8]) {
    self.init(0..<text.count, of: text, file: file, label: label, name: name[...])
  }

  /// What its header says; read anew each time.
  var header: ChunkHeader {
    ChunkHeader(headerRange, of: lines.buffer, label: label, isFollowed: lines.count > 0)
  }
}
