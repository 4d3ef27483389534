public import Diagnostics
public import Model

/// Messages as a conversation: days as headings, a colour a sender, text wrapped under its name.
public struct ReadingView: Sendable {
  /// What it is written for.
  public let screen: Screen
  /// Whether each message says its id and the file and line it comes from.
  public let hasProvenance: Bool

  /// A view for a screen.
  public init(screen: Screen, hasProvenance: Bool = false) {
    self.screen = screen
    self.hasProvenance = hasProvenance
  }

  /// The columns that the table must have.
  public static let columns = ["id", "date", "sender", "text", "kind", "file", "line"]

  /// Whether a table has the ``columns``.
  public static func fits(_ table: Table) -> Bool {
    columns.allSatisfy { table.index(of: $0) != nil }
  }

  private static let batch = 1_024
  /// Columns before the text: the time and a blank.
  private static let indent = 6

  /// Writes the messages of a table that has the ``columns``; a table that lacks one is an error.
  public func write(
    _ table: Table, to sink: Sink, interrupt: Interrupt = .never
  ) throws(Diagnostic) {
    let places = ReadingView.columns.compactMap { table.index(of: $0) }
    guard places.count == ReadingView.columns.count else {
      throw Diagnostic("“\(table.name)” has no messages to show as a conversation")
    }
    let breaks = Set(table.breaks)
    var day: Period?
    for start in stride(from: 0, to: table.rowCount, by: ReadingView.batch) {
      try interrupt.check()
      let end = Swift.min(table.rowCount, start + ReadingView.batch)
      let columns = places.map { table.column(at: $0, rows: .range(start..<end)) }
      try interrupt.check()
      var text = ""
      for row in 0..<(end - start) {
        let message = Message(columns, row: row)
        if breaks.contains(start + row) { text += ink.paint("⋯", .faint) + "\n" }
        if let moment = message.moment, Period(.day, holding: moment) != day {
          day = Period(.day, holding: moment)
          text += (start + row == 0 ? "" : "\n") + heading(moment) + "\n"
        }
        text += lines(of: message, highlight: table.highlight)
      }
      try sink.write(text)
    }
  }

  private var ink: Ink { Ink(screen) }

  private func lines(of message: Message, highlight: Table.Highlight?) -> String {
    let time = message.moment.map { String($0.description.dropFirst(11).prefix(5)) } ?? "  …  "
    let name = message.sender.map { screen.isTerminal ? visible($0) : $0 }
    let matches =
      screen.isTerminal && !(highlight?.columns.isDisjoint(with: ["text", "body"]) ?? true)
      ? highlight?.matches(message.text) ?? [] : []
    let head = ink.paint(time, .faint) + " "
    let speaker = name.map { ink.paint($0, .person(personNumber($0))) + ": " } ?? ""
    let body = self.body(
      of: message, after: name.map { displayWidth(of: $0) + 2 } ?? 0, matches: matches)
    return head + speaker + body + "\n" + provenance(of: message)
  }

  private func body(of message: Message, after used: Int, matches: [Range<Int>]) -> String {
    let hang = "\n" + String(repeating: " ", count: ReadingView.indent)
    guard screen.isTerminal else {
      return message.text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: hang)
    }
    let width = Swift.max(8, screen.columns - ReadingView.indent)
    // A name that leaves no room for text stands on a line of its own.
    let isShort = used < width - 8
    let rows = wrapped(
      message.text, to: width, lead: isShort ? used : 0, matches: matches, ink: ink)
    let shown = (isShort ? "" : hang) + rows.joined(separator: hang)
    return message.isNotice ? ink.paint(shown, .faint) : shown
  }

  private func provenance(of message: Message) -> String {
    guard hasProvenance else { return "" }
    let file = screen.isTerminal ? visible(message.file) : message.file
    let place = message.line.map { "\(file):\($0)" } ?? file
    return "      " + ink.paint("#\(message.id)  \(place)", .faint) + "\n"
  }

  private func heading(_ moment: Moment) -> String {
    let date = moment.date
    let text = "\(dayNames[date.weekday]) \(date.day) \(monthNames[date.month - 1]) \(date.year)"
    return ink.paint("── \(text) ──", .heading)
  }

  /// The same number for the same name in every session: FNV-1a of its bytes.
  private func personNumber(_ name: String) -> Int {
    let hash = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return Int(hash >> 4)
  }
}

private let dayNames = [
  "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
]

private let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]

/// The cells of a row, in the order of ``ReadingView/columns``.
private struct Message {
  let id: String
  let moment: Moment?
  let sender: String?
  let text: String
  let isNotice: Bool
  let file: String
  let line: Int64?

  init(_ columns: [Column], row: Int) {
    id = cellText(columns[0][row])
    if case .datetime(let moment) = columns[1][row] { self.moment = moment } else { moment = nil }
    if case .text(let name) = columns[2][row] { sender = name } else { sender = nil }
    text = cellText(columns[3][row])
    isNotice = columns[4][row] == .text(MessageKind.system.rawValue)
    file = cellText(columns[5][row])
    if case .int(let line) = columns[6][row] { self.line = line } else { line = nil }
  }
}
