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

  /// Where that line stands in the text where its words are not the chunker's; nil where they are.
  private(set) var foreignMarker: Range<Int>?

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
        // Farther behind the title it may stand in a message.
        if number - fields.line >= ChunkContent.longestHeader, takeForeignMarker(text) { return }
        (start, line, headerEnd, isMarked) = (next, number + 1, place, true)
        return
      }
      (place, number) = (next, number + 1)
    }
    if !takeForeignMarker(text) { skipFields(text) }
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

  /// Takes other words between `===` directly behind the fields for the marker, as where it was put into another
  /// language; false where there are none.
  private mutating func takeForeignMarker(_ text: Span<UInt8>) -> Bool {
    var (place, number) = fields
    var (isBehindField, isBehindBlank) = (false, false)
    while place < text.count, number - fields.line < ChunkContent.longestHeader {
      let end = lineEnd(text, from: place)
      let written = text.extracting(place..<end)
      let words = written.withoutOuterBlanks
      if isBehindField, ChunkContent.isForeignMarker(written.extracting(words)) {
        (start, line, headerEnd) = (Swift.min(end + 1, text.count), number + 1, place)
        (isMarked, foreignMarker) = (true, place + words.lowerBound..<place + words.upperBound)
        return true
      }
      if ChunkHeader.isField(written) {
        isBehindField = true
      } else if words.isEmpty {
        isBehindBlank = true
      } else if isBehindBlank || !ChunkContent.mayBeField(written.extracting(words)) {
        return false
      }
      (place, number) = (end + 1, number + 1)
    }
    return false
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

  /// Whether the line that ends a header is among the lines, from a place on, that a header has.
  static func isMarked(_ text: Span<UInt8>, from place: Int) -> Bool {
    let title = ChunkHeader.title
    var place = place
    for _ in 0..<longestHeader where place < text.count {
      let end = lineEnd(text, from: place)
      let line = text.extracting(place..<end)
      if isMarker(line) { return true }
      if areEqual(line, title.span.extracting(droppingLast: 1)) { return false }
      place = end + 1
    }
    return false
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

  /// Whether a line, without outer blanks, has words between `===`, and is no title.
  private static func isForeignMarker(_ line: Span<UInt8>) -> Bool {
    guard line.count > 2 * rule.count, line.count < 100,
      areEqual(line.extracting(first: rule.count), rule.span),
      areEqual(line.extracting(last: rule.count), rule.span)
    else { return false }
    let words = line.extracting(rule.count..<(line.count - rule.count))
    return !words.withoutOuterBlanks.isEmpty && place(of: UInt8(ascii: "="), in: words) == nil
      && PlainLabel.of(line) != ChunkHeader.plainTitle
  }

  /// Whether a line may give a field in any language: it has a colon, and begins no message.
  private static func mayBeField(_ line: Span<UInt8>) -> Bool {
    var headers = HeaderReader()
    return Reading.place(of: UInt8(ascii: ":"), in: line) != nil
      && headers.header(in: line, at: 0) == nil
  }

  private static let rule = Array("===".utf8)

  /// Lines behind the title among which other words than the chunker's are looked for: twice as many as it writes.
  private static let longestHeader = 12

  private static let marker = Array("=== CONTENU ===".utf8)
}
