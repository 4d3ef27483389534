import Model

// Lists stand in a database as JSON: `json_each` takes them apart again.
extension ListColumn {
  /// Appends a row's list as an array of JSON.
  func appendJSON(_ row: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for item in range(of: row) {
      if item > range(of: row).lowerBound { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      items.withBytes(of: item) { text in
        for place in text.indices { appendEscaped(text[place], to: &bytes) }
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "]"))
  }
}

/// RFC 8259: quotes, backslashes and control characters are escaped.
private func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
  switch byte {
  case UInt8(ascii: "\""), UInt8(ascii: "\\"):
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(byte)
  case 0..<0x20:
    bytes.append(contentsOf: byte < 0x10 ? "\\u000".utf8 : "\\u00".utf8)
    bytes.append(contentsOf: String(byte, radix: 16).utf8)
  default: bytes.append(byte)
  }
}
