/// The text that spans point into: a typed line, a script, or what came through a pipe.
public struct SourceText: Sendable, Hashable {
  /// What a message calls it (`weekly.causerie`, `stdin`); nil at the prompt and for `-c`, where
  /// the text itself is in front of the user.
  public let name: String?

  /// The whole text.
  public let text: String

  /// The line, from 1, that the text begins on in what its name stands for: a statement of a pipe
  /// is seldom its first.
  public let firstLine: Int

  /// A text with the name that messages give it.
  public init(name: String? = nil, text: String, firstLine: Int = 1) {
    self.name = name
    self.text = text
    self.firstLine = firstLine
  }

  /// A place as people and editors count it.
  public struct Place: Sendable, Hashable {
    /// Line, from 1.
    public let line: Int
    /// Column, from 1, in Unicode code points.
    public let column: Int
  }

  /// The line and column of a byte offset; an offset past the end is the place after the last
  /// byte. Linear in the length of the text.
  public func place(of offset: Int) -> Place {
    var line = firstLine
    var column = 1
    for (index, byte) in text.utf8.enumerated() {
      if index >= offset { break }
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return Place(line: line, column: column)
  }

  /// The line that holds a byte offset, without its line break, and the offset of its first byte.
  func line(holding offset: Int) -> (text: Substring, start: Int) {
    let bytes = text.utf8
    let place = bytes.index(bytes.startIndex, offsetBy: offset, limitedBy: bytes.endIndex)
    let fault = place ?? bytes.endIndex
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<fault].lastIndex(of: newline).map { bytes.index(after: $0) }
    let first = start ?? bytes.startIndex
    var end = bytes[fault...].firstIndex(of: newline) ?? bytes.endIndex
    if end > first, bytes[bytes.index(before: end)] == UInt8(ascii: "\r") {
      end = bytes.index(before: end)
    }
    return (text[first..<end], bytes.distance(from: bytes.startIndex, to: first))
  }
}
