import Model

/// A line with a header in it, for us or for the chunker. There is one for nearly every message, so
/// it is small.
struct HeaderLine: Sendable {
  /// The line of the transcript, from 0.
  let line: UInt32

  /// Byte offset of the line in the transcript's text.
  let start: UInt32

  /// The message that the line begins, among those of the corpus; -1 where the header is only
  /// quoted.
  let message: Int32

  /// The day of that message, in days since 1970-01-01.
  let day: Int32

  /// The day of the header as the chunker knew it; ``noDay`` where it knew none in the line or
  /// there is no such day.
  let knownDay: Int32

  /// Bytes of the transcript's text that the chunker took for a name; empty where it knew no header
  /// in the line.
  private let nameStart: UInt32
  private let nameEnd: UInt32

  /// Topics whose words the line holds.
  let topics: ChunkerTopics

  /// What the chunker got wrong about the header of the message: one thing at most.
  let trouble: Troubles

  struct Troubles: OptionSet {
    let rawValue: UInt8

    /// It has the known form but no name before a colon, as a notice, and does not count.
    static let noName = Troubles(rawValue: 1)
    /// It has another form and was not known.
    static let form = Troubles(rawValue: 2)
    /// It has the known form with the month first, which was taken for the day.
    static let monthFirst = Troubles(rawValue: 4)
  }

  static let noDay = Int32.min

  /// Whether the line begins a message.
  var beginsMessage: Bool { message >= 0 }

  /// Whether the chunker knew a header in it.
  var isKnown: Bool { nameEnd > 0 }

  /// The bytes that the chunker took for a name, without the blanks at its ends.
  var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }

  /// A line of a text that begins a message, holds a header that the chunker knew, or both.
  init(
    _ bytes: Range<Int>, number: Int, known: ChunkerHeader?,
    message: (place: Int, moment: Int64)?, topics: ChunkerTopics, of text: Span<UInt8>
  ) {
    line = UInt32(truncatingIfNeeded: number)
    start = UInt32(truncatingIfNeeded: bytes.lowerBound)
    self.message = Int32(clamping: message?.place ?? -1)
    day = message.map { Int32(clamping: Moment(seconds: $0.moment).dayNumber) } ?? HeaderLine.noDay
    knownDay = known?.day.map { Int32(clamping: $0.daysSince1970) } ?? HeaderLine.noDay
    let name = known.map { HeaderLine.withoutBlanks($0.name, of: text) }
    nameStart = UInt32(truncatingIfNeeded: name?.lowerBound ?? 0)
    nameEnd = UInt32(truncatingIfNeeded: name?.upperBound ?? 0)
    self.topics = topics
    if message == nil {
      trouble = []
    } else if known?.beginsLine != true && !ChunkerHeader.dateBegins(bytes, of: text) {
      trouble = .form
    } else if known != nil {
      trouble = knownDay == day ? [] : .monthFirst
    } else {
      trouble = .noName
    }
  }

  private static func withoutBlanks(_ name: Range<Int>, of text: Span<UInt8>) -> Range<Int> {
    let blank = UInt8(ascii: " ")
    var (start, end) = (name.lowerBound, name.upperBound)
    while end > start, text[end - 1] == blank { end -= 1 }
    while start < end, text[start] == blank { start += 1 }
    return start..<end
  }
}
