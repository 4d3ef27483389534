import Model

/// An invented export with what a reader should find in it.
struct InventedTranscript {
  let phone: InventedPhone

  /// The export as the phone writes it.
  private(set) var export = ""

  /// Its messages, in order.
  private(set) var messages: [Message] = []

  /// Its lines as the chunker sees them: trimmed, none empty.
  private(set) var lines: [Line] = []

  /// A message as it should be read.
  struct Message {
    /// As far as its header tells it.
    let moment: Moment
    /// As causerie spells it; nil for a notice.
    let sender: String?
  }

  struct Line {
    /// As the chunker writes it.
    let text: String
    /// What of it belongs to the text of its message, without marks; nil where that is nothing.
    let body: String?
    /// The message that it belongs to.
    let message: Int
    /// Whether that message begins with it.
    let isHeader: Bool
  }

  /// A chat of people whose names are hard to read and of messages that a cut may fall into.
  init(
    _ phone: InventedPhone, messages count: Int, isUndecided: Bool = false, hasTraps: Bool = true,
    using random: inout Seeded
  ) {
    self.phone = phone
    var clock = InventedCalendar(isUndecided: isUndecided, using: &random)
    let writer = InventedWriter(phone, hasTraps: hasTraps, using: &random)
    let lineBreak = phone.isIOS || Int.random(in: 0..<3, using: &random) == 0 ? "\r\n" : "\n"
    if Int.random(in: 0..<4, using: &random) == 0 { export = "\u{FEFF}" }
    for _ in 0..<count {
      let moment = clock.next(using: &random)
      let entry = writer.entry(using: &random)
      let isMarked = phone.isIOS && entry.text.unicodeScalars.contains("\u{200E}")
      let head =
        (isMarked ? "\u{200E}" : "") + phone.stamp(moment.clock)
        + (entry.author.map { $0 + ": " } ?? "")
      export += head + entry.text + lineBreak
      add(head, entry.text)
      messages.append(
        Message(
          moment: phone.hasSeconds ? moment.moment : moment.minute, sender: entry.sender))
    }
  }

  private mutating func add(_ head: String, _ text: String) {
    let texts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (place, body) in texts.enumerated() {
      let line = InventedText.trimmed(place == 0 ? head + body : body)
      guard !line.isEmpty else { continue }
      let plain = InventedText.plain(body)
      lines.append(
        Line(
          text: line, body: plain.isEmpty ? nil : plain, message: messages.count,
          isHeader: place == 0))
    }
  }
}

/// The days and times of an invented chat.
struct InventedCalendar {
  private var second: Int
  /// Whether no day is over 12, and the one change of the month is all that tells it from a month.
  private let isUndecided: Bool

  init(isUndecided: Bool, using random: inout Seeded) {
    self.isUndecided = isUndecided
    let month = Int.random(in: 1...11, using: &random)
    let year = Int.random(in: 2020...2024, using: &random)
    let day = isUndecided ? 12 : Int.random(in: 1...28, using: &random)
    let start = CivilDate(year: year, month: month, day: day)?.daysSince1970 ?? 0
    second = start * 86_400 + Int.random(in: 0..<43_200, using: &random)
  }

  /// A later moment, as a clock shows it, to the second and to the minute.
  mutating func next(
    using random: inout Seeded
  ) -> (clock: InventedClock, moment: Moment, minute: Moment) {
    second += Int.random(in: 1...(isUndecided ? 900 : 9_000), using: &random)
    while isUndecided, CivilDate(daysSince1970: second / 86_400).day > 12 { second += 86_400 }
    let (minutes, date) = (second / 60 % 1_440, CivilDate(daysSince1970: second / 86_400))
    return (
      InventedClock(date: date, hour: minutes / 60, minute: minutes % 60, second: second % 60),
      Moment(seconds: Int64(second)), Moment(seconds: Int64(second / 60 * 60))
    )
  }
}

/// Texts as the chunker and the tests look at them.
enum InventedText {
  /// Without the white space that the chunker trims.
  static func trimmed(_ line: some StringProtocol) -> String {
    func isTrimmed(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
    let scalars = line.unicodeScalars.drop(while: isTrimmed)
    let end = scalars.lastIndex { !isTrimmed($0) }.map { scalars.index(after: $0) }
    return String(String.UnicodeScalarView(scalars[..<(end ?? scalars.startIndex)]))
  }

  /// Without marks that nobody sees and outer white space.
  static func plain(_ line: some StringProtocol) -> String {
    let marks: [ClosedRange<UInt32>] = [
      0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF...0xFEFF,
    ]
    let scalars = line.unicodeScalars.filter { scalar in
      !marks.contains { $0.contains(scalar.value) }
    }
    return trimmed(String(String.UnicodeScalarView(scalars)))
  }

  /// The lines of a text, each ``plain(_:)``, none empty.
  static func plainLines(_ text: String) -> [String] {
    text.split(separator: "\n").map { plain($0) }.filter { !$0.isEmpty }
  }
}
