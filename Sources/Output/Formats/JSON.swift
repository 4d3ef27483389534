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
    var isFirst = true
    try writer.eachRow(of: table) { writer, row, columns in
      writer.append(isFirst ? "\n  " : ",\n  ")
      isFirst = false
      appendObject(row, keys, columns, to: &writer)
    }
    writer.append(isFirst ? "]\n" : "\n]\n")
  }

  /// An object a line.
  static let jsonl = Format(
    name: "jsonl", summary: "a JSON object a line", endings: ["jsonl", "ndjson"],
    options: [.append]
  ) { (table, _, writer) throws(Diagnostic) in
    let keys = jsonKeys(of: table)
    try writer.eachRow(of: table) { writer, row, columns in
      appendObject(row, keys, columns, to: &writer)
      writer.append("\n")
    }
  }
}

/// Each column's name as a JSON string with the colon after it.
private func jsonKeys(of table: Table) -> [[UInt8]] {
  table.fields.map { field in
    var key: [UInt8] = []
    appendJSON(field.name, to: &key)
    key.append(contentsOf: ": ".utf8)
    return key
  }
}

private func appendObject(
  _ row: Int, _ keys: [[UInt8]], _ columns: [Column], to writer: inout FormatWriter
) {
  writer.append("{")
  for (index, column) in columns.enumerated() {
    if index > 0 { writer.append(", ") }
    writer.buffer.append(contentsOf: keys[index])
    appendJSON(column[row], to: &writer.buffer)
  }
  writer.append("}")
}

private func appendJSON(_ value: Value, to bytes: inout [UInt8]) {
  switch value {
  case .null: bytes.append(contentsOf: "null".utf8)
  // JSON has no infinity and no NaN.
  case .float(let number) where !number.isFinite: bytes.append(contentsOf: "null".utf8)
  case .int, .float, .bool, .duration: bytes.append(contentsOf: cellText(value).utf8)
  case .text, .datetime, .period: appendJSON(cellText(value), to: &bytes)
  case .list(let items):
    bytes.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(contentsOf: ", ".utf8) }
      appendJSON(item, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}

/// A JSON string: quotes, backslashes and every control character escaped (RFC 8259), and the C1
/// controls and line separators too, which terminals and JavaScript take for commands.
private func appendJSON(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x22: bytes.append(contentsOf: "\\\"".utf8)
    case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029:
      let digits = String(scalar.value, radix: 16)
      let padded = String(repeating: "0", count: 4 - digits.count) + digits
      bytes.append(contentsOf: "\\u\(padded)".utf8)
    default: bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    }
  }
  bytes.append(UInt8(ascii: "\""))
}
