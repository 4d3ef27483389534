/// What stands before the lines of an export that was indented or quoted, as a mail quotes:
/// docs/formats.md#exports.
struct LineMark {
  /// Blanks and `>`.
  let bytes: [UInt8]

  /// The first line with a header behind it, from 1.
  let headerLine: Int

  /// Whether most lines begin with it, and several headers stand behind it: then it is no part of them.
  let isOnMostLines: Bool

  /// Finds it in a text where no line begins with a header itself; nil where there is none. Looks as far as
  /// `firstHeaderLine` does.
  init?(of text: Span<UInt8>) {
    guard firstHeaderLine(in: text) == nil else { return nil }
    var reader = HeaderReader()
    let head = LineMark.lines(of: text)
    func mark(_ line: Range<Int>) -> Range<Int>? {
      let end = line.first { !LineMark.isMark(text[$0]) } ?? line.upperBound
      guard end > line.lowerBound, reader.header(in: text, at: end) != nil else { return nil }
      return line.lowerBound..<end
    }
    var found: (place: Int, mark: Range<Int>)?
    for (place, line) in head.enumerated() where found == nil {
      found = mark(line).map { (place, $0) }
    }
    guard let found else { return nil }
    bytes = Array(copying: text.extracting(found.mark))
    headerLine = found.place + 1
    var (headers, marked, others) = (0, 0, 0)
    for line in head where line.contains(where: { !LineMark.isMark(text[$0]) }) {
      if LineMark.begins(text, line, with: bytes) { marked += 1 } else { others += 1 }
      if mark(line)?.count == bytes.count { headers += 1 }
    }
    isOnMostLines = headers > 1 && marked >= 3 * others
  }

  /// The text of an export without it, line for line; nil where its lines have none.
  static func removed(from text: [UInt8]) -> [UInt8]? {
    guard let mark = LineMark(of: text.span), mark.isOnMostLines else { return nil }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var start = 0
    while start < text.count {
      let end = lineEnd(text.span, from: start)
      if begins(text.span, start..<end, with: mark.bytes) {
        plain += text[(start + mark.bytes.count)..<end]
      } else if text[start..<end].contains(where: { !isMark($0) }) {
        plain += text[start..<end]
      }
      if end < text.count { plain.append(UInt8(ascii: "\n")) }
      start = end + 1
    }
    return plain
  }

  /// What it is, for a sentence.
  var words: String {
    let text = String(decoding: bytes, as: UTF8.self)
    if text.contains(">") { return "“\(text)”" }
    return bytes.count == 1 ? "a blank" : "\(bytes.count) blanks"
  }

  /// The first lines of a text.
  private static func lines(of text: Span<UInt8>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while lines.count < 1_000, start < min(text.count, 1 << 20) {
      let end = lineEnd(text, from: start)
      lines.append(start..<end)
      start = end + 1
    }
    return lines
  }

  private static func begins(
    _ text: Span<UInt8>, _ line: Range<Int>, with mark: [UInt8]
  ) -> Bool {
    line.count >= mark.count && mark.indices.allSatisfy { text[line.lowerBound + $0] == mark[$0] }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">")
  }
}
