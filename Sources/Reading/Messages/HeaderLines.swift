import Diagnostics
import Model

/// The lines of a transcript that begin with a header, a column a fact.
struct HeaderLines {
  /// ``HeaderStamp`` of each until ``resolve(by:in:)``, then the wall-clock second since
  /// 1970-01-01 00:00.
  var moments: [Int64] = []
  /// Byte offset of each line.
  var starts: [UInt32] = []
  /// Bytes of each header, leading marks and trailing blank included.
  var lengths: [UInt8] = []
  /// Number of each line, from 0.
  var lines: [UInt32] = []
  /// Form of each header; empty where all have the same.
  var forms: [HeaderForm] = []
  /// The form that the lines show WhatsApp Web to have written; nil for a phone's.
  private(set) var web: WebExport?
  /// Byte offsets of the lines asked for, as far as the text has them.
  var marked: [(line: Int, start: Int)] = []

  var count: Int { moments.count }

  /// Finds the headers of `text`, and where the lines numbered `wanted` (from 0, ascending) begin.
  /// Linear; a long text is read on all cores.
  init(
    in text: [UInt8], marking wanted: [Int], cutting: Cutting = .usual, interrupt: Interrupt
  ) throws(Diagnostic) {
    let pieces = try LinePieces(of: text, size: cutting.bytes, interrupt: interrupt)
    let shape = firstHeaderShape(in: text.span)
    let parts = try parallelMap(pieces.ranges.count, interrupt: interrupt) { piece in
      var part = HeaderLines()
      let usesHeadings = part.add(
        pieces.ranges[piece], from: pieces.firstLines[piece], of: text, marking: wanted,
        expecting: shape, interrupt)
      return (part, usesHeadings)
    }
    guard parts.count > 1, !parts.contains(where: { $0.1 }) else {
      if let (part, _) = parts.first, parts.count == 1 {
        self = part
      } else {
        // A heading is meant for the lines of the pieces that follow, too.
        _ = add(0..<text.count, from: 0, of: text, marking: wanted, expecting: shape, interrupt)
        try interrupt.check()
      }
      return
    }
    reserve(parts.reduce(0) { $0 + $1.0.count })
    for (part, _) in parts { append(part) }
  }

  private init() {}

  /// Adds the headers of whole lines, of which the first has a number; tells whether days stand there
  /// as headings. A raised interrupt ends it early.
  private mutating func add(
    _ range: Range<Int>, from firstLine: Int, of text: [UInt8], marking wanted: [Int],
    expecting shape: Int, _ interrupt: Interrupt
  ) -> Bool {
    let bytes = text.span
    var reader = HeaderReader(expecting: shape)
    let signs = WebSigns()
    // Most messages are longer than that; where they are not, the columns grow.
    if range.count >= LinePieces.size { reserve(range.count / 64) }
    var line = firstLine
    var start = range.lowerBound
    var next = wanted.firstIndex { $0 >= line } ?? wanted.count
    while start < range.upperBound {
      if next < wanted.count, wanted[next] <= line {
        if wanted[next] == line { marked.append((line, start)) }
        reader.forgetDay()
        next += 1
        continue
      }
      if let header = reader.header(in: bytes, at: start), header.end - start <= UInt8.max {
        moments.append(header.stamp.rawValue)
        starts.append(UInt32(truncatingIfNeeded: start))
        lengths.append(UInt8(truncatingIfNeeded: header.end - start))
        lines.append(UInt32(truncatingIfNeeded: line))
        if web == nil { web = signs.form(of: header, in: bytes) }
      }
      if line & 0x3FFF == 0, interrupt.isRaised { break }
      start = lineEnd(bytes, from: start) + 1
      line += 1
    }
    return reader.usesHeadings
  }

  private mutating func reserve(_ count: Int) {
    moments.reserveCapacity(count)
    starts.reserveCapacity(count)
    lengths.reserveCapacity(count)
    lines.reserveCapacity(count)
  }

  /// Adds the headers of the lines that follow, before they are resolved.
  private mutating func append(_ next: HeaderLines) {
    moments.append(contentsOf: next.moments)
    starts.append(contentsOf: next.starts)
    lengths.append(contentsOf: next.lengths)
    lines.append(contentsOf: next.lines)
    marked.append(contentsOf: next.marked)
    web = web ?? next.web
  }

  /// Turns stamps into moments. A header whose date or time does not exist is none: `refused` is
  /// called with its bytes and line, and the line stays text of the message before.
  mutating func resolve(by orders: DateOrders, refused: (Range<Int>, Int) -> Void) {
    let severalForms = orders.decisions.count > 1
    var kept = 0
    var key: Int64 = -1
    var midnight: Int64?
    for index in 0..<count {
      let stamp = HeaderStamp(rawValue: moments[index])
      if stamp.dateKey != key {
        key = stamp.dateKey
        let first = HeaderStamp(rawValue: key << 17)
        midnight = orders.order(of: first.form).seconds(of: first)
      }
      guard let midnight, stamp.secondOfDay != HeaderStamp.noTime else {
        let start = Int(starts[index])
        refused(start..<start + Int(lengths[index]), Int(lines[index]))
        continue
      }
      if severalForms { forms.append(stamp.form) }
      move(index, to: kept)
      moments[kept] = midnight + Int64(stamp.secondOfDay)
      kept += 1
    }
    shorten(to: kept)
  }

  /// Takes out the headers whose places are in `dropped`, ascending.
  mutating func drop(_ dropped: [Int]) {
    var kept = 0
    var next = 0
    for index in 0..<count {
      if next < dropped.count, dropped[next] == index {
        next += 1
        continue
      }
      move(index, to: kept)
      if !forms.isEmpty { forms[kept] = forms[index] }
      kept += 1
    }
    shorten(to: kept)
  }

  /// Makes room in ``moments`` and ``lines`` for messages without a header, ascending.
  mutating func insert(_ fragments: [(message: Int, line: Int)]) {
    guard !fragments.isEmpty else { return }
    var moments: [Int64] = []
    var lines: [UInt32] = []
    var header = 0
    for (message, line) in fragments {
      while moments.count < message, header < count {
        moments.append(self.moments[header])
        lines.append(self.lines[header])
        header += 1
      }
      moments.append(Moment.none)
      lines.append(UInt32(truncatingIfNeeded: line))
    }
    moments.append(contentsOf: self.moments[header...])
    lines.append(contentsOf: self.lines[header...])
    self.moments = moments
    self.lines = lines
  }

  private mutating func move(_ index: Int, to place: Int) {
    guard index != place else { return }
    moments[place] = moments[index]
    starts[place] = starts[index]
    lengths[place] = lengths[index]
    lines[place] = lines[index]
  }

  private mutating func shorten(to kept: Int) {
    moments.removeLast(count - kept)
    starts.removeLast(starts.count - kept)
    lengths.removeLast(lengths.count - kept)
    lines.removeLast(lines.count - kept)
    if !forms.isEmpty { forms.removeLast(forms.count - kept) }
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
