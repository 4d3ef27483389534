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
    try writer.eachRows(of: table, in: table.fields.map { _ in .json }) { first, cells, bytes in
      let keys = keys.span
      for row in cells.rows {
        bytes.append(contentsOf: (first + row == 0 ? "\n  " : ",\n  ").utf8)
        appendObject(cells, row, keys, to: &bytes)
      }
    }
    writer.append(table.rowCount == 0 ? "]\n" : "\n]\n")
  }

  /// An object a line.
  static let jsonl = Format(
    name: "jsonl", summary: "a JSON object a line", endings: ["jsonl", "ndjson"],
    options: [.append]
  ) { (table, _, writer) throws(Diagnostic) in
    let keys = jsonKeys(of: table)
    try writer.eachRows(of: table, in: table.fields.map { _ in .json }) { _, cells, bytes in
      let keys = keys.span
      for row in cells.rows {
        appendObject(cells, row, keys, to: &bytes)
        bytes.append(0x0A)
      }
    }
  }
}

/// What stands before each column's value: the comma after the one before, and its name.
private func jsonKeys(of table: Table) -> [[UInt8]] {
  table.fields.enumerated().map { index, field in
    var key = Array((index > 0 ? ", " : "").utf8)
    appendJSON(text: Array(field.name.utf8).span, to: &key)
    key.append(contentsOf: ": ".utf8)
    return key
  }
}

private func appendObject(
  _ cells: borrowing Cells, _ row: Int, _ keys: Span<[UInt8]>, to bytes: inout [UInt8]
) {
  bytes.append(UInt8(ascii: "{"))
  for column in cells.columns {
    bytes.append(copying: keys[column].span)
    cells.copy(column, of: row, to: &bytes)
  }
  bytes.append(UInt8(ascii: "}"))
}

extension CellStyle {
  fileprivate static let json = CellStyle(null: Array("null".utf8), text: appendJSON) {
    column, row, bytes in
    switch column {
    case .float(let numbers) where !numbers.values[row].isFinite:
      // JSON has no infinity and no NaN.
      bytes.append(contentsOf: "null".utf8)
    case .list(let lists):
      bytes.append(UInt8(ascii: "["))
      for item in lists.range(of: row) {
        if item > lists.range(of: row).lowerBound { bytes.append(contentsOf: ", ".utf8) }
        lists.items.withBytes(of: item) { appendJSON(text: $0, to: &bytes) }
      }
      bytes.append(UInt8(ascii: "]"))
    case .datetime, .period:
      bytes.append(UInt8(ascii: "\""))
      column.appendCell(row, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    default: column.appendCell(row, to: &bytes)
    }
  }
}

/// A value as JSON has it: null, a number, a string or an array of strings.
func appendJSON(_ value: Value, to bytes: inout [UInt8]) {
  switch value {
  case .null: bytes.append(contentsOf: "null".utf8)
  case .int, .duration, .bool: bytes.append(contentsOf: cellText(value).utf8)
  case .float(let number):
    bytes.append(contentsOf: (number.isFinite ? floatText(number) : "null").utf8)
  case .list(let items):
    bytes.append(UInt8(ascii: "["))
    for (place, item) in items.enumerated() {
      if place > 0 { bytes.append(contentsOf: ", ".utf8) }
      appendJSON(text: Array(item.utf8).span, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  case .text, .datetime, .period:
    appendJSON(text: Array(cellText(value).utf8).span, to: &bytes)
  }
}

/// A JSON string: quotes, backslashes and every control character escaped (RFC 8259), and the C1
/// controls and line separators too, which terminals and JavaScript take for commands.
func appendJSON(text: Span<UInt8>, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  var plain = 0
  var start = 0
  while let place = escaped.first(in: text, from: start) {
    let length = escapedLength(in: text, at: place)
    start = place + Swift.max(1, length)
    guard length > 0 else { continue }
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
    plain = start
  }
  bytes.append(copying: text.extracting(plain...))
  bytes.append(UInt8(ascii: "\""))
}

/// The first bytes of all that ``escapedLength(in:at:)`` may have escaped.
private let escaped = ByteClass { byte in
  byte < 0x20 || [0x22, 0x5C, 0x7F, 0xC2, 0xE2].contains(byte)
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
