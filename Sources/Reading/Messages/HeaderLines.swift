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

  /// Finds the headers of `text`, and where the lines numbered `marked` (from 0, ascending) begin.
  /// Linear.
  init(in text: [UInt8], marking wanted: [Int], interrupt: Interrupt) throws(Diagnostic) {
    let bytes = text.span
    var reader = HeaderReader()
    let signs = WebSigns()
    var line = 0
    var start = 0
    var next = 0
    while start < bytes.count {
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
      if line & 0x3FFF == 0 { try interrupt.check() }
      start = lineEnd(bytes, from: start) + 1
      line += 1
    }
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
  var start = 0
  var line = 0
  while line < 1_000, start < min(text.count, 1 << 20) {
    if reader.header(in: text, at: start) != nil { return line }
    start = lineEnd(text, from: start) + 1
    line += 1
  }
  return nil
}
