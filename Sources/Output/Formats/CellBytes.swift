import Model

// Cells as bytes, for formats that write millions of them: what `cellText` gives, without a string
// for each.
extension Column {
  /// Whether a row has no value.
  func isNull(_ row: Int) -> Bool {
    switch self {
    case .text(let column): column.isNull(row)
    case .category(let column): column.codes[row] < 0
    case .int(let column), .datetime(let column), .period(_, let column), .duration(let column):
      column.nulls?[row] ?? false
    case .float(let column): column.nulls?[row] ?? false
    case .bool(let column): column.nulls?[row] ?? false
    case .list: false
    }
  }

  /// Appends a row's cell as ``cellText(_:)`` writes it.
  func appendCell(_ row: Int, to bytes: inout [UInt8]) {
    switch self {
    case .text(let column): column.withBytes(of: row) { bytes.append(copying: $0) }
    case .datetime(let column):
      if let seconds = column[row] { Moment(seconds: seconds).append(to: &bytes) }
    case .list(let column):
      let separator = "; ".utf8
      for item in column.range(of: row) {
        if item > column.range(of: row).lowerBound { bytes.append(contentsOf: separator) }
        column.items.withBytes(of: item) { bytes.append(copying: $0) }
      }
    default: bytes.append(contentsOf: cellText(self[row]).utf8)
    }
  }
}

extension [UInt8] {
  /// Appends a copy of bytes.
  mutating func append(copying span: Span<UInt8>) {
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

/// The lines of a text, half-open, without the breaks between them; at least one.
func lineRanges(of text: Span<UInt8>) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  while let end = newlines.first(in: text, from: start) {
    lines.append(start..<end)
    start = end + 1
  }
  return lines + [start..<text.count]
}

/// Line breaks.
let newlines = ByteClass { $0 == 0x0A }
