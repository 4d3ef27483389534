/// A line that begins with a date and a time, as every WhatsApp header does in some order.
enum DatedLine {
  /// Whether the first bytes of a line are digits in groups, as of a date, and hold a time's colon
  /// or point between digits. It need not be a header that can be read: what counts is that no
  /// other message has the same line.
  static func begins(_ line: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var groups = 0
    var isInGroup = false
    for byte in line.prefix(32) {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isDigit, !isInGroup { groups += 1 }
      if isDigit { digits += 1 }
      isInGroup = isDigit
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      if isLetter, groups < 3 { return false }
    }
    // Day, month and year, hour and minute.
    return groups >= 5 && digits >= 7
  }
}
