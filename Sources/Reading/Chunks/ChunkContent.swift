/// Where the content of a chunk begins, found without reading its header.
struct ChunkContent {
  /// Byte offset of the first line of the content.
  private(set) var start: Int

  /// That line in the file, from 1.
  private(set) var line: Int

  /// Byte offset after the last line that may be a field.
  private(set) var headerEnd: Int

  /// Whether a line says where the content begins.
  private(set) var isMarked = false

  /// The first line behind the title: its byte offset, and its number in the file, from 1.
  let fields: (start: Int, line: Int)

  /// Looks through a text that begins as a chunk does. Linear in its header where that ends as it
  /// should, else in the text.
  init(of text: Span<UInt8>) {
    let title = ChunkContent.title(of: text)
    fields = (Swift.min(title.bytes.upperBound + 1, text.count), title.line + 1)
    (start, line, headerEnd) = (fields.start, fields.line, fields.start)
    var (place, number) = fields
    while place < text.count {
      let end = lineEnd(text, from: place)
      let next = Swift.min(end + 1, text.count)
      if ChunkContent.isMarker(text.extracting(place..<end)) {
        (start, line, headerEnd, isMarked) = (next, number + 1, place, true)
        return
      }
      (place, number) = (next, number + 1)
    }
    skipFields(text)
  }

  /// The first line of a text that is not blank, the last where all are, and its number, from 1.
  static func title(of text: Span<UInt8>) -> (bytes: Range<Int>, line: Int) {
    var (start, number) = (0, 1)
    while true {
      let end = lineEnd(text, from: start)
      let isBlank = text.extracting(start..<end).withoutOuterBlanks.isEmpty
      guard isBlank, end < text.count else { return (start..<end, number) }
      (start, number) = (end + 1, number + 1)
    }
  }

  /// Without the marker, the content begins at the first line that is no field.
  private mutating func skipFields(_ text: Span<UInt8>) {
    while start < text.count {
      let end = lineEnd(text, from: start)
      guard ChunkHeader.isField(text.extracting(start..<end)) else { return }
      start = Swift.min(end + 1, text.count)
      line += 1
      headerEnd = start
    }
  }

  /// Whether a line says that the content follows.
  private static func isMarker(_ line: Span<UInt8>) -> Bool {
    // The line has 15 characters; nearly all others are refused by their first.
    let written = line.extracting(line.withoutOuterBlanks)
    guard written.count > 0, written[0] == UInt8(ascii: "="), written.count < 100 else {
      return false
    }
    return areEqual(written, marker.span) || PlainLabel.of(written) == "=== contenu ==="
  }

  private static let marker = Array("=== CONTENU ===".utf8)
}
