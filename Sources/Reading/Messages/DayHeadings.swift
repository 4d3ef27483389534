/// The days that stand as headings over the messages of WhatsApp Web's Markdown.
///
/// A heading counts where the line of a message follows it, with blank lines between them at most:
/// people write headings too.
struct DayHeadings {
  /// The day of the lines that follow.
  private var day: WrittenDate?
  /// A heading that no message has followed yet.
  private var pending: WrittenDate?
  /// Whether there has been a heading.
  private(set) var isUsed = false

  /// Whether no heading waits for its first message: then a message settles nothing, and a line that is none
  /// and no heading passes without a trace.
  var isSettled: Bool { pending == nil }

  /// The day of a message that begins on the next line; nil where none is known.
  var current: WrittenDate? { pending ?? day }

  /// Takes note of a line that begins at `start` and is no header.
  mutating func pass(_ bytes: Span<UInt8>, at start: Int) {
    if bytes[start] == 0x23, let day = DayHeadings.day(of: bytes, at: start) {
      pending = day
      isUsed = true
    } else if bytes[start] != 0x0A, pending != nil {
      pending = nil
    }
  }

  /// Takes note of a message under the current heading.
  mutating func settle() {
    guard pending != nil else { return }
    day = pending
    pending = nil
  }

  /// Forgets the day: lines are missing.
  mutating func forget() {
    day = nil
    pending = nil
  }

  /// The day of a heading that begins at `start`; nil where that line is none.
  static func day(of bytes: Span<UInt8>, at start: Int) -> WrittenDate? {
    guard var at = endOfWord(mark, in: bytes, at: start),
      let day = WrittenDate(named: bytes, at: &at), day.year == .last
    else { return nil }
    return skippingBlanks(bytes, at: at) == lineEnd(bytes, from: start) ? day : nil
  }

  private static let mark = Array("## ".utf8)
  private static let rule = Array("---".utf8)

  /// `text`, the end of a message, without the blank lines behind it and, before another message,
  /// without the rule and the heading of a new day.
  static func withoutHeading(
    _ text: Range<Int>, isLast: Bool, in bytes: Span<UInt8>
  ) -> Range<Int> {
    var end = withoutBlankLines(text, in: bytes)
    guard !isLast else { return text.lowerBound..<end }
    let line = startOfLine(before: end, from: text.lowerBound, in: bytes)
    guard line > text.lowerBound, day(of: bytes, at: line) != nil else {
      return text.lowerBound..<end
    }
    end = withoutBlankLines(text.lowerBound..<line, in: bytes)
    let ruled = startOfLine(before: end, from: text.lowerBound, in: bytes)
    if ruled > text.lowerBound, endOfWord(rule, in: bytes, at: ruled) == end {
      end = withoutBlankLines(text.lowerBound..<ruled, in: bytes)
    }
    return text.lowerBound..<end
  }

  private static func withoutBlankLines(_ text: Range<Int>, in bytes: Span<UInt8>) -> Int {
    var end = text.upperBound
    while end > text.lowerBound, bytes[end - 1] == 0x0A { end -= 1 }
    return end
  }

  private static func startOfLine(before end: Int, from start: Int, in bytes: Span<UInt8>) -> Int {
    var at = end
    while at > start, bytes[at - 1] != 0x0A { at -= 1 }
    return at
  }
}
