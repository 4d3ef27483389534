import Diagnostics
import Model

/// The headers of a piece of a text, as they were found.
struct FoundHeaders: Sendable {
  private(set) var rows: [Row] = []
  /// Byte offsets of the lines asked for.
  private(set) var marked: [(line: Int, start: Int)] = []
  /// The form that the lines show WhatsApp Web to have written; nil for a phone's.
  private(set) var web: WebExport?
  /// Lines of the piece.
  private(set) var lineCount = 0
  /// What the dates tell about their order.
  private(set) var evidence: [DateEvidence] = []

  /// A header in sixteen bytes: until the headers of all pieces are put into columns, there are as many
  /// rows as messages.
  struct Row {
    /// ``HeaderStamp``.
    let stamp: Int64
    /// Byte offset of the line.
    let start: UInt32
    /// 24 bits of the line, 8 of the length.
    private let place: UInt32

    fileprivate init(_ header: Header, start: Int, line: Int) {
      stamp = header.stamp.rawValue
      self.start = UInt32(truncatingIfNeeded: start)
      place = UInt32(truncatingIfNeeded: line << 8 | (header.end - start))
    }

    /// The line, from 0 in its piece.
    var line: Int { Int(place >> 8) }

    /// Bytes of the header, leading marks and trailing blank included.
    var length: UInt8 { UInt8(truncatingIfNeeded: place) }

    /// Lines that a piece has at most.
    fileprivate static let limit = 1 << 24
  }

  /// The headers of a text piece by piece, with the number of each piece's first line, and where the
  /// lines numbered `wanted` (from 0, ascending) begin. Linear; on all cores.
  static func all(
    in text: SharedBytes, marking wanted: [Int], cutting: Cutting, interrupt: Interrupt
  ) throws(Diagnostic) -> [(headers: FoundHeaders, firstLine: Int)] {
    let pieces = LinePieces(of: text, size: min(cutting.bytes, Row.limit / 2))
    // Where no line is asked for, lines are counted on the way.
    let known =
      wanted.isEmpty ? nil : try pieces.firstLines(of: text, interrupt: interrupt)
    let shape = firstHeaderShape(in: text.span)
    let found = try parallelMap(pieces.ranges.count, interrupt: interrupt) { piece in
      var reader = HeaderReader(expecting: shape)
      let headers = FoundHeaders(
        pieces.ranges[piece], from: known?[piece] ?? 0, of: text, marking: wanted, &reader,
        interrupt)
      return (headers: headers, usesHeadings: reader.usesHeadings)
    }
    let firstLines = known ?? LinePieces.starts(found.map(\.headers.lineCount))
    guard found.count > 1, found.contains(where: \.usesHeadings) else {
      return zip(found, firstLines).map { ($0.headers, $1) }
    }
    // A heading is meant for the lines of the pieces that follow, too.
    var reader = HeaderReader(expecting: shape)
    var all: [(headers: FoundHeaders, firstLine: Int)] = []
    for (range, firstLine) in zip(pieces.ranges, firstLines) {
      try interrupt.check()
      let headers = FoundHeaders(
        range, from: firstLine, of: text, marking: wanted, &reader, interrupt)
      all.append((headers, firstLine))
    }
    return all
  }

  /// Finds the headers of whole lines, of which the first has a number. A raised interrupt ends it
  /// early.
  private init(
    _ range: Range<Int>, from firstLine: Int, of text: SharedBytes, marking wanted: [Int],
    _ reader: inout HeaderReader, _ interrupt: Interrupt
  ) {
    let bytes = text.span
    let signs = WebSigns()
    // Most messages are longer than that; where they are not, there is room for more later.
    if range.count >= LinePieces.size { rows.reserveCapacity(range.count / 64) }
    let whole = bytes.extracting(..<range.upperBound)
    var line = 0
    var start = range.lowerBound
    var next = wanted.firstIndex { $0 >= firstLine } ?? wanted.count
    func add(_ header: Header, _ start: Int, _ line: Int) {
      rows.append(Row(header, start: start, line: line))
      if web == nil { web = signs.form(of: header, in: bytes) }
    }
    var check = 0
    while start < range.upperBound {
      if line >= check {
        if interrupt.isRaised { break }
        check = line + (1 << 14)
      }
      if next < wanted.count, wanted[next] <= firstLine + line {
        if wanted[next] == firstLine + line { marked.append((wanted[next], start)) }
        reader.forgetDay()
        next += 1
        continue
      }
      if let header = reader.header(in: bytes, at: start), header.end - start <= UInt8.max {
        add(header, start, line)
      }
      start = lineEnd(bytes, from: start) + 1
      line += 1
      let most = (next < wanted.count ? wanted[next] - firstLine : Int.max) - line
      let first = line
      line += reader.readAlike(whole, from: &start, most: max(0, most)) { add($0, $1, first + $2) }
    }
    lineCount = line
    evidence = DateEvidence.all(in: rows.lazy.map(\.stamp))
  }
}

/// The number, from 0, of the first line of `text` that begins with a header, among its first
/// 1 000 lines and 1 MiB; nil where none does: docs/formats.md#exports.
func firstHeaderLine(in text: Span<UInt8>) -> Int? {
  var reader = HeaderReader()
  return firstHeaderLine(in: text, &reader)
}

/// The shape of that line's header, by its place among ``HeaderShape/all``; 0 where there is none.
private func firstHeaderShape(in text: Span<UInt8>) -> Int {
  var reader = HeaderReader()
  _ = firstHeaderLine(in: text, &reader)
  return reader.latest
}

private func firstHeaderLine(in text: Span<UInt8>, _ reader: inout HeaderReader) -> Int? {
  var start = 0
  var line = 0
  while line < 1_000, start < min(text.count, 1 << 20) {
    if reader.header(in: text, at: start) != nil { return line }
    start = lineEnd(text, from: start) + 1
    line += 1
  }
  return nil
}
