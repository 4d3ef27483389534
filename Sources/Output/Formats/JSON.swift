import Diagnostics
import Model

extension Format {
  /// One array of objects.
  static let json = Format(
    name: "json", summary: "one array of objects, numbers and lists as JSON has them",
    endings: ["json"], options: []
  ) { (table, _, writer) throws(Diagnostic) in
    let keys = jsonKeys(of: table)
    writer.append("[")
    try writer.eachRow(of: table) { row, bytes in
      bytes.append(contentsOf: (row.number == 0 ? "\n  " : ",\n  ").utf8)
      appendObject(row, keys, to: &bytes)
    }
    writer.append(table.rowCount == 0 ? "]\n" : "\n]\n")
  }

  /// An object a line.
  static let jsonl = Format(
    name: "jsonl", summary: "a JSON object a line", endings: ["jsonl", "ndjson"],
    options: [.append]
  ) { (table, _, writer) throws(Diagnostic) in
    let keys = jsonKeys(of: table)
    try writer.eachRow(of: table) { row, bytes in
      appendObject(row, keys, to: &bytes)
      bytes.append(0x0A)
    }
  }
}

/// Each column's name as a JSON string with the colon after it.
private func jsonKeys(of table: Table) -> [[UInt8]] {
  table.fields.map { field in
    var key: [UInt8] = []
    appendJSON(text: Array(field.name.utf8).span, to: &key)
    key.append(contentsOf: ": ".utf8)
    return key
  }
}

private func appendObject(_ row: FormatWriter.Row, _ keys: [[UInt8]], to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "{"))
  for (index, column) in row.columns.enumerated() {
    if index > 0 { bytes.append(contentsOf: ", ".utf8) }
    bytes.append(contentsOf: keys[index])
    appendJSON(column, row.place, to: &bytes)
  }
  bytes.append(UInt8(ascii: "}"))
}

private func appendJSON(_ column: Column, _ row: Int, to bytes: inout [UInt8]) {
  guard !column.isNull(row) else { return bytes.append(contentsOf: "null".utf8) }
  switch column {
  case .float(let numbers) where !numbers.values[row].isFinite:
    // JSON has no infinity and no NaN.
    bytes.append(contentsOf: "null".utf8)
  case .int, .float, .bool, .duration: column.appendCell(row, to: &bytes)
  case .text(let texts): texts.withBytes(of: row) { appendJSON(text: $0, to: &bytes) }
  case .category(let texts):
    var text = texts[row] ?? ""
    text.makeContiguousUTF8()
    appendJSON(text: text.utf8.span, to: &bytes)
  case .datetime, .period:
    bytes.append(UInt8(ascii: "\""))
    column.appendCell(row, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  case .list(let lists):
    bytes.append(UInt8(ascii: "["))
    for item in lists.range(of: row) {
      if item > lists.range(of: row).lowerBound { bytes.append(contentsOf: ", ".utf8) }
      lists.items.withBytes(of: item) { appendJSON(text: $0, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "]"))
  }
}

/// A JSON string: quotes, backslashes and every control character escaped (RFC 8259), and the C1
/// controls and line separators too, which terminals and JavaScript take for commands.
private func appendJSON(text: Span<UInt8>, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  var plain = 0
  var place = 0
  while place < text.count {
    let length = escapedLength(in: text, at: place)
    guard length > 0 else {
      place += 1
      continue
    }
    bytes.append(copying: text.extracting(plain..<place))
    switch text[place] {
    case 0x22: bytes.append(contentsOf: "\\\"".utf8)
    case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0xC2: appendEscape(UInt32(text[place + 1]), to: &bytes)
    case 0xE2: appendEscape(0x2000 + UInt32(text[place + 2] & 0x3F), to: &bytes)
    default: appendEscape(UInt32(text[place]), to: &bytes)
    }
    place += length
    plain = place
  }
  bytes.append(copying: text.extracting(plain..<text.count))
  bytes.append(UInt8(ascii: "\""))
}

/// The bytes of a character that JSON has escaped, at a place of well-formed UTF-8; 0 for any other.
@inline(__always)
private func escapedLength(in text: Span<UInt8>, at place: Int) -> Int {
  switch text[place] {
  case 0x00...0x1F, 0x22, 0x5C, 0x7F: 1
  case 0xC2: text[place + 1] <= 0x9F ? 2 : 0
  // U+2028 and U+2029.
  case 0xE2: text[place + 1] == 0x80 && text[place + 2] & 0xFE == 0xA8 ? 3 : 0
  default: 0
  }
}

private func appendEscape(_ scalar: UInt32, to bytes: inout [UInt8]) {
  let digits = String(scalar, radix: 16)
  let padded = String(repeating: "0", count: 4 - digits.count) + digits
  bytes.append(contentsOf: "\\u\(padded)".utf8)
}
