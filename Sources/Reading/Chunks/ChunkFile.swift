/// A chunk as it was read, mostly all of its file: where its parts stand in what that was read into. That is the
/// only reference it holds, because every step hands it on.
struct ChunkFile: Sendable {
  /// The file among those of the corpus, once all of those are known.
  var file: Int

  /// The number in the name; ``unnumbered`` where there is none that tells the order.
  private var number: Int

  /// Its file's label and name.
  private let written: WrittenName

  /// Its place among the chunks of its file, from 1; 0 where that holds no other.
  private let part: UInt32

  /// The line of the file with which its header begins, from 1.
  let titleLine: UInt32

  /// The lines before its content, in the buffer of ``lines``.
  let headerRange: Range<Int>

  /// Its content.
  let lines: ChunkLines

  /// The line of the file that is the first of ``lines``, from 1.
  let firstLine: Int

  /// No number in a name is as large.
  private static let unnumbered = Int.max

  /// Takes a text that begins as a chunk does: a stretch of a buffer, and what its file is called there.
  ///
  /// - Parameter part: which one it is among the chunks of its file, from 1, and the line of that with which it
  ///   begins, from 1; nil where it is the only one.
  init(
    _ text: Range<Int>, of buffer: ChunkBuffer, named written: WrittenName,
    part: (number: Int, line: Int)? = nil, file: Int = 0
  ) {
    let content = ChunkContent(of: buffer.span.extracting(text))
    let start = text.lowerBound + content.start
    self.file = file
    self.written = written
    self.part = UInt32(truncatingIfNeeded: part?.number ?? 0)
    titleLine = UInt32(truncatingIfNeeded: part?.line ?? 1)
    let ordinal = part == nil ? ChunkName.ordinal(in: buffer.names[written.name]) : nil
    number = ordinal ?? ChunkFile.unnumbered
    headerRange = text.lowerBound..<start
    lines = ChunkLines(start..<text.upperBound, of: buffer)
    firstLine = (part?.line ?? 1) - 1 + content.line + lines.blankLinesBefore
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

  /// The number that the chunker gave it, which numbers the chunks of a chat by themselves; nil where it gave
  /// none, or there are others in the file.
  var chunkersNumber: Int? { part == 0 ? ChunkName.ordinal(in: name) : nil }

  /// The same chunk with a number.
  func numbered(_ ordinal: Int) -> ChunkFile {
    var chunk = self
    chunk.number = ordinal
    return chunk
  }

  /// The path that the user reads.
  var label: String { String(decoding: lines.buffer.names[written.label], as: UTF8.self) }

  /// The bytes of the last part of its path; behind them, where there are others in the file, a blank and its
  /// place among those, so that names tell the order.
  var name: ArraySlice<UInt8> {
    let name = lines.buffer.names[written.name]
    return part == 0 ? name : (name + Array(" \(part)".utf8))[...]
  }

  /// The last part of its path, for a sentence that is about another file; with its line where there are others
  /// in the file.
  var shortName: String {
    let name = String(decoding: lines.buffer.names[written.name], as: UTF8.self)
    return part == 0 ? "“\(name)”" : "“\(name):\(titleLine)”"
  }

  /// What its header says; read anew each time.
  var header: ChunkHeader {
    ChunkHeader(
      lines.buffer.span.extracting(headerRange), label: label, line: Int(titleLine),
      isFollowed: lines.count > 0)
  }
}
