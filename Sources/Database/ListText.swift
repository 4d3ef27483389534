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
/// The texts of an array of JSON strings; nil where it is none.
func listItems(of json: [UInt8]) -> [String]? {
  var reader = ArrayReader(json: json)
  return reader.items()
}

private struct ArrayReader {
  let json: [UInt8]
  var place = 0

  mutating func items() -> [String]? {
    guard take("[") else { return nil }
    var items: [String] = []
    if take("]") { return isAtEnd ? items : nil }
    repeat {
      guard let item = text() else { return nil }
      items.append(item)
    } while take(",")
    return take("]") && isAtEnd ? items : nil
  }

  private var isAtEnd: Bool { place == json.count }

  /// Goes past a character and the blanks around it, if it is the next.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard place < json.count, json[place] == UInt8(ascii: character) else { return false }
    place += 1
    skipBlanks()
    return true
  }

  private mutating func skipBlanks() {
    while place < json.count, [0x20, 0x09, 0x0A, 0x0D].contains(json[place]) { place += 1 }
  }

  private mutating func text() -> String? {
    guard place < json.count, json[place] == UInt8(ascii: "\"") else { return nil }
    place += 1
    var units: [UInt16] = []
    var bytes: [UInt8] = []
    func flushed(_ units: inout [UInt16], into bytes: inout [UInt8]) {
      guard !units.isEmpty else { return }
      bytes.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
      units = []
    }
    while place < json.count {
      let byte = json[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        flushed(&units, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let unit = escape() else { return nil }
        units.append(unit)
      default:
        flushed(&units, into: &bytes)
        bytes.append(byte)
      }
    }
    return nil
  }

  /// What stands behind a backslash, as a unit of UTF-16.
  private mutating func escape() -> UInt16? {
    guard place < json.count else { return nil }
    let byte = json[place]
    place += 1
    switch Unicode.Scalar(byte) {
    case "\"", "\\", "/": return UInt16(byte)
    case "b": return 0x08
    case "f": return 0x0C
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "u":
      var unit: UInt16 = 0
      guard place + 4 <= json.count else { return nil }
      for _ in 0..<4 {
        guard let digit = Character(Unicode.Scalar(json[place])).hexDigitValue else { return nil }
        unit = unit << 4 | UInt16(digit)
        place += 1
      }
      return unit
    default: return nil
    }
  }
}
