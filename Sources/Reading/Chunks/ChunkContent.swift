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

  /// Looks through a text that begins as a chunk does. Linear in its header where that ends as it
  /// should, else in the text.
  init(of text: Span<UInt8>) {
    let first = Swift.min(lineEnd(text, from: 0) + 1, text.count)
    (start, line, headerEnd) = (first, 2, first)
    var (place, number) = (first, 2)
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
