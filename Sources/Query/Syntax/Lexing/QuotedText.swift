import Diagnostics

extension Lexer {
  /// The text between quotes, escapes replaced; the position is at the opening quote.
  ///
  /// `\\ \" \' \n \t \u{1F600}` are replaced; before anything else the backslash stays, so that a
  /// regular expression needs no second one. A line break of any kind is `\n`.
  mutating func quotedText() throws(Fault) -> String {
    let start = position
    let quote = bytes[start]
    position += 1
    var text: [UInt8] = []
    while let byte = byte(at: position) {
      if byte == quote {
        position += 1
        return String(decoding: text, as: UTF8.self)
      } else if byte == UInt8(ascii: "\\") {
        try takeEscape(into: &text)
      } else if takeNewline() {
        text.append(UInt8(ascii: "\n"))
      } else {
        text.append(byte)
        position += 1
      }
    }
    throw Fault(
      "this quote is never closed", at: SourceSpan(start, start + 1),
      help: "close it with another \(Unicode.Scalar(quote))", wantsMore: true)
  }

  private mutating func takeEscape(into text: inout [UInt8]) throws(Fault) {
    let escaped = byte(at: position + 1).map { Unicode.Scalar($0) }
    switch escaped {
    case "\\", "\"", "'":
      text.append(bytes[position + 1])
      position += 2
    case "n":
      text.append(UInt8(ascii: "\n"))
      position += 2
    case "t":
      text.append(UInt8(ascii: "\t"))
      position += 2
    case "u" where next(is: "{", ahead: 2):
      try takeCodePoint(into: &text)
    default:
      text.append(UInt8(ascii: "\\"))
      position += 1
    }
  }

  /// `\u{…}`, where hexadecimal digits stand between the braces.
  private mutating func takeCodePoint(into text: inout [UInt8]) throws(Fault) {
    var end = position + 3
    var value: UInt32 = 0
    while let byte = byte(at: end), let digit = Character(Unicode.Scalar(byte)).hexDigitValue {
      value = Swift.min(value &* 16 &+ UInt32(digit), 0x11_0000)
      end += 1
    }
    guard end > position + 3, byte(at: end) == UInt8(ascii: "}") else {
      text.append(UInt8(ascii: "\\"))
      position += 1
      return
    }
    let span = SourceSpan(position, end + 1)
    guard let scalar = Unicode.Scalar(value) else {
      throw Fault("\(excerpt(span)) is no character", at: span)
    }
    text.append(contentsOf: Array(String(scalar).utf8))
    position = span.upper
  }
}
