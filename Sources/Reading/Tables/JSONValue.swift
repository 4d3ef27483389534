import Diagnostics

/// A value of JSON (RFC 8259), as far as a table can hold it.
enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// As it is written: whether it is whole is decided by all the values of a column.
  case number(String)
  case text(String)
  /// An array of texts, numbers and truth values, as texts.
  case list([String])

  /// The members of an object in order, a name that comes twice twice.
  typealias Members = [(name: String, value: JSONValue)]

  /// Reads a line that holds one object.
  ///
  /// - Throws: What is wrong, in words that go on after the place; the span is of bytes of the line.
  static func members(of line: String) throws(Diagnostic) -> Members {
    var reader = JSONReader(bytes: Array(line.utf8))
    let members = try reader.object()
    try reader.end(behind: "the object")
    return members
  }

  /// Reads a text that holds one array of objects.
  ///
  /// - Throws: What is wrong, in words that go on after the place; the span is of bytes of the text.
  static func objects(of text: String) throws(Diagnostic) -> [Members] {
    var reader = JSONReader(bytes: Array(text.utf8))
    let objects = try reader.objects()
    try reader.end(behind: "the array")
    return objects
  }
}

/// Reads JSON from bytes, from left to right.
private struct JSONReader {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// An array of objects.
  mutating func objects() throws(Diagnostic) -> [JSONValue.Members] {
    var objects: [JSONValue.Members] = []
    try take("[", "an array begins with [")
    if !next(is: "]") {
      repeat { objects.append(try object()) } while skip(",")
    }
    try take("]", "this array is never closed")
    return objects
  }

  mutating func object() throws(Diagnostic) -> JSONValue.Members {
    var members: JSONValue.Members = []
    try take("{", "an object begins with {")
    if !next(is: "}") {
      repeat {
        skipBlanks()
        let name = try text()
        try take(":", "a colon stands between a name and its value")
        members.append((name, try value()))
      } while skip(",")
    }
    try take("}", "this object is never closed")
    return members
  }

  /// Sees to it that nothing but blanks follows.
  mutating func end(behind what: String) throws(Diagnostic) {
    skipBlanks()
    guard position == bytes.count else { throw fault("there is more after \(what)") }
  }

  private mutating func value(isInList: Bool = false) throws(Diagnostic) -> JSONValue {
    skipBlanks()
    switch Unicode.Scalar(byte ?? 0) {
    case "\"": return .text(try text())
    case "[" where isInList: throw fault("a table has no place for a list in a list")
    case "[": return .list(try list())
    case "{": throw fault("a table has no place for an object in an object")
    case "-", "0"..."9": return .number(try number())
    default:
      if word("true") { return .bool(true) }
      if word("false") { return .bool(false) }
      if word("null") { return .null }
      throw fault("no value of JSON stands here")
    }
  }

  private mutating func list() throws(Diagnostic) -> [String] {
    var items: [String] = []
    try take("[", "a list begins with [")
    if !next(is: "]") {
      repeat {
        switch try value(isInList: true) {
        case .text(let item), .number(let item): items.append(item)
        case .bool(let item): items.append(item ? "true" : "false")
        case .null, .list: throw fault("a list has no place for null")
        }
      } while skip(",")
    }
    try take("]", "this list is never closed")
    return items
  }

  private mutating func number() throws(Diagnostic) -> String {
    let start = position
    while let byte, "+-.0123456789eE".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Double(text) != nil else { throw fault("“\(text)” is no number") }
    return text
  }

  private mutating func text() throws(Diagnostic) -> String {
    try take("\"", "a name or text begins with a quote")
    var text: [UInt8] = []
    while let byte, byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\") {
        text += Array(String(try escape()).utf8)
      } else {
        text.append(byte)
        position += 1
      }
    }
    try take("\"", "this text is never closed")
    return String(decoding: text, as: UTF8.self)
  }

  /// The character that a backslash and what follows it stand for.
  private mutating func escape() throws(Diagnostic) -> Unicode.Scalar {
    position += 1
    guard let letter = byte else { throw fault("this text is never closed") }
    position += 1
    switch Unicode.Scalar(letter) {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "\"", "\\", "/": return Unicode.Scalar(letter)
    case "u":
      let high = try unit()
      let next = position
      guard (0xD800...0xDBFF).contains(high), word("\\u") else {
        return Unicode.Scalar(high) ?? "\u{FFFD}"
      }
      let low = try unit()
      guard (0xDC00...0xDFFF).contains(low) else {
        // Half of a pair alone; what follows is a character of its own.
        position = next
        return "\u{FFFD}"
      }
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    default:
      position -= 1
      throw fault("JSON has no such escape")
    }
  }

  /// The four hexadecimal digits of `\uXXXX`.
  private mutating func unit() throws(Diagnostic) -> UInt32 {
    let digits = bytes[position..<Swift.min(position + 4, bytes.count)]
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("\\u takes four hexadecimal digits") }
    position += 4
    return unit
  }

  // MARK: - Places

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte, " \t\r\n".utf8.contains(byte) { position += 1 }
  }

  private mutating func next(is mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    return byte.map { Unicode.Scalar($0) == mark } ?? false
  }

  private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard next(is: mark) else { return false }
    position += 1
    return true
  }

  private mutating func take(_ mark: Unicode.Scalar, _ complaint: String) throws(Diagnostic) {
    guard skip(mark) else { throw fault(complaint) }
  }

  private mutating func word(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private func fault(_ complaint: String) -> Diagnostic {
    Diagnostic(complaint, at: SourceSpan(position, Swift.min(position + 1, bytes.count)))
  }
}
