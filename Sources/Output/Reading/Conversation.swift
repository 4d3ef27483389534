import Model

/// What every form of a conversation has in common: which columns it reads, where days begin, which
/// silences are told.
enum Conversation {
  /// The columns that are read; those after ``ReadingView/columns`` may be missing.
  static let columns = ReadingView.columns + ["body", "gap"]

  /// A silence that is told, in seconds.
  static let silence: Int64 = 3_600

  /// The cells of a message.
  struct Message {
    /// As it is written.
    let id: String
    let moment: Moment?
    let sender: String?
    let text: String
    let isNotice: Bool
    let file: String
    let line: Int64?
    /// The text without marks of attachments and edits; nil where nothing is left, or nobody knows.
    let body: String?
    /// Seconds since the dated message before it in its chat; nil where nobody knows.
    let gap: Int64?
    private let number: Int64?

    /// The message of a row of columns, which are those of a table in the same order.
    init(_ columns: [Column], of table: Table, row: Int) {
      func value(_ name: String) -> Value {
        table.index(of: name).map { columns[$0][row] } ?? .null
      }
      id = cellText(value("id"))
      if case .int(let number) = value("id") { self.number = number } else { number = nil }
      if case .datetime(let moment) = value("date") { self.moment = moment } else { moment = nil }
      if case .text(let name) = value("sender") { sender = name } else { sender = nil }
      text = cellText(value("text"))
      isNotice = value("kind") == .text(MessageKind.system.rawValue)
      file = cellText(value("file"))
      if case .int(let line) = value("line") { self.line = line } else { line = nil }
      body = table.index(of: "body") == nil ? text : cellText(value("body"))
      if case .duration(let gap) = value("gap") { self.gap = gap } else { gap = nil }
    }

    /// The day it was written on.
    var day: Period? { moment.map { Period(.day, holding: $0) } }

    /// Whether nothing stands between another message and it.
    func follows(_ other: Message) -> Bool {
      guard let number, let before = other.number else { return false }
      return number == before &+ 1
    }

    /// A stretch of its text.
    struct Part {
      /// What it says.
      let text: String
      /// Its bytes in the text, half-open.
      let bytes: Range<Int>
      /// Whether WhatsApp has put it there: that there is an attachment, that it was edited or deleted.
      let isMark: Bool
    }

    /// Its text, the body told apart from the marks around it.
    var parts: [Part] {
      let all = 0..<text.utf8.count
      guard let body, body != text, !isNotice else {
        return [Part(text: text, bytes: all, isMark: false)]
      }
      guard !body.isEmpty, let place = text.firstRange(of: body) else {
        return [Part(text: text, bytes: all, isMark: body.isEmpty)]
      }
      let lower = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
      let upper = lower + body.utf8.count
      let parts = [
        Part(text: String(text[..<place.lowerBound]), bytes: 0..<lower, isMark: true),
        Part(text: body, bytes: lower..<upper, isMark: false),
        Part(text: String(text[place.upperBound...]), bytes: upper..<all.upperBound, isMark: true),
      ]
      return parts.filter { !$0.bytes.isEmpty }
    }
  }

  /// The message of a row of a table with the ``columns``.
  static func message(of table: Table, row: Int) -> Message {
    let columns = table.fields.indices.map { table.column(at: $0, rows: .range(row..<(row + 1))) }
    return Message(columns, of: table, row: 0)
  }

  /// What is told between two messages: nothing, that some are left out, or how long a silence of the
  /// same day was; nil for nothing.
  static func pause(before message: Message, after before: Message?, isBreak: Bool) -> String? {
    if isBreak { return "" }
    guard let before, let gap = message.gap, gap >= silence, message.day == before.day,
      message.follows(before)
    else { return nil }
    return shownPause(gap)
  }

  /// `1 h 12`, as a clock is read.
  private static func shownPause(_ seconds: Int64) -> String {
    let minutes = seconds / 60 % 60
    return "\(seconds / 3_600) h"
      + (minutes == 0 ? "" : minutes < 10 ? " 0\(minutes)" : " \(minutes)")
  }

  /// `Monday 17 February 2025`.
  static func heading(_ moment: Moment) -> String {
    let date = moment.date
    return "\(dayNames[date.weekday]) \(date.day) \(monthNames[date.month - 1]) \(date.year)"
  }

  private static let dayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
