/// Marks of iOS in a language whose words are not known, told by U+200E, which stands where WhatsApp itself
/// goes on writing: docs/formats.md#attachments-and-marks.
enum UnknownMark {
  /// Bytes that such a mark, or the word for a poll, has at most.
  private static let longest = 200

  /// Where the `<` stands of a mark at the end of a text that says that it was edited: `⟨U+200E⟩<…>` behind
  /// something else on its line; nil where there is none.
  ///
  /// The mark of an attachment has the name of a file, so a digit, a point or a colon, or stands behind it.
  @inline(__always)
  static func editMark(in text: Range<Int>, of bytes: Span<UInt8>) -> Int? {
    guard let last = text.last, bytes[last] == 0x3E else { return nil }
    return editMark(from: text.lowerBound, to: last, of: bytes)
  }

  private static func editMark(from first: Int, to last: Int, of bytes: Span<UInt8>) -> Int? {
    // A sentence may end in a point.
    var start = last - 1
    if start > first, bytes[start] == 0x2E { start -= 1 }
    while start > first, bytes[start] != 0x3C {
      // A line break, a digit, a point, a colon, a bracket.
      guard last - start < longest, bytes[start] > 0x1F, !(0x2E...0x3A ~= bytes[start]),
        bytes[start] != 0x3E
      else { return nil }
      start -= 1
    }
    let mark = start - 3
    guard mark >= first, start + 1 < last, startsWithMark(bytes, mark..<start),
      // As wide a colon has, and all punctuation and digits of that width.
      !(start..<last).contains(where: { bytes[$0] == 0xEF })
    else { return nil }
    let before = trimmed(first..<mark, of: bytes)
    return before.isEmpty || endsInFileName(before, of: bytes) ? nil : start
  }

  /// Whether the last word of a text has a point in it and ends in a letter or a digit, as `x.jpg`.
  private static func endsInFileName(_ text: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    var at = text.upperBound - 1
    while at >= text.lowerBound, at > text.upperBound - 7 {
      switch bytes[at] {
      case 0x2E: return at + 1 < text.upperBound
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: at -= 1
      default: return false
      }
    }
    return false
  }

  /// Whether a text has the form of a poll: behind U+200E words and a colon alone on a line, then the question,
  /// then a line for each choice, the last as `⟨U+200E⟩OPTION: Monday (⟨U+200E⟩3 votes)`.
  static func isPoll(_ text: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    guard startsWithMark(bytes, text) else { return false }
    let body = trimmed(text, of: bytes)
    guard let last = body.last, bytes[last] == 0x29 else { return false }
    let firstEnd = lineEnd(bytes, from: body.lowerBound)
    guard firstEnd < body.upperBound, firstEnd - body.lowerBound < longest,
      trimmed(body.lowerBound..<firstEnd, of: bytes).last.map({ bytes[$0] == 0x3A }) == true
    else { return false }
    var start = last
    while bytes[start - 1] != 0x0A { start -= 1 }
    let choice = start..<body.upperBound
    guard start > firstEnd + 1, startsWithMark(bytes, choice),
      let bracket = choice.last(where: { bytes[$0] == 0x28 }),
      startsWithMark(bytes, bracket + 1..<choice.upperBound)
    else { return false }
    return (start..<bracket).contains { bytes[$0] == 0x3A }
  }
}
