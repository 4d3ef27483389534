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

  /// Whether a table has the ``columns``, with what a message has in them.
  public static func fits(_ table: Table) -> Bool {
    let types = Dictionary(
      TableDefinition.named(.messages).columns.map { ($0.name, $0.type) },
      uniquingKeysWith: { first, _ in first })
    return columns.allSatisfy { name in
      table.index(of: name).map { table.fields[$0].type == types[name] } ?? false
    }
  }

  private static let batch = 1_024
  /// Columns before the text: the time and a blank.
  private static let indent = 6

  /// Writes the messages of a table that has the ``columns``; a table that lacks one is an error.
  public func write(
    _ table: Table, to sink: Sink, interrupt: Interrupt = .never
  ) throws(Diagnostic) {
    guard ReadingView.fits(table) else {
      throw Diagnostic("“\(table.name)” has no messages to show as a conversation")
    }
    var messages = table
    messages.fields = Conversation.columns.compactMap { name in
      table.index(of: name).map { table.fields[$0] }
    }
    let breaks = Set(table.breaks)
    var before: Conversation.Message?
    var day: Period?
    for start in stride(from: 0, to: table.rowCount, by: ReadingView.batch) {
      try interrupt.check()
      let end = Swift.min(table.rowCount, start + ReadingView.batch)
      let columns = messages.fields.indices.map {
        messages.column(at: $0, rows: .range(start..<end))
      }
      try interrupt.check()
      var text = ""
      for row in 0..<(end - start) {
        let message = Conversation.Message(columns, of: messages, row: row)
        let pause = Conversation.pause(
          before: message, after: before, isBreak: breaks.contains(start + row))
        if let pause { text += mark(pause) + "\n" }
        if let moment = message.moment, message.day != day {
          day = message.day
          text += (start + row == 0 ? "" : "\n") + heading(moment) + "\n"
        }
        text += lines(of: message, highlight: table.highlight)
        before = message
      }
      try sink.write(text)
    }
  }

  private var ink: Ink { Ink(screen) }

  /// The line that tells a silence, or that messages are left out.
  private func mark(_ pause: String) -> String {
    let dots = Glyphs.of(screen).gap
    return ink.paint(pause.isEmpty ? dots : "      \(dots) \(pause)", .faint)
  }

  private func lines(of message: Conversation.Message, highlight: Table.Highlight?) -> String {
    let time = message.moment.map { String($0.description.dropFirst(11).prefix(5)) } ?? "  …  "
    let name = message.sender.map { screen.isTerminal ? visible($0) : $0 }
    let matches =
      screen.isTerminal && !(highlight?.columns.isDisjoint(with: ["text", "body"]) ?? true)
      ? highlight?.matches(message.text) ?? [] : []
    let head = ink.paint(time, .faint) + " "
    let speaker = name.map { ink.paint($0, .person(Ink.personPlace($0))) + ": " } ?? ""
    let body = self.body(
      of: message, after: name.map { displayWidth(of: $0) + 2 } ?? 0, matches: matches)
    return head + speaker + body + "\n" + provenance(of: message)
  }

  private func body(
    of message: Conversation.Message, after used: Int, matches: [Range<Int>]
  ) -> String {
    let hang = "\n" + String(repeating: " ", count: ReadingView.indent)
    guard screen.isTerminal else {
      return message.text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: hang)
    }
    let width = Swift.max(8, screen.columns - ReadingView.indent)
    // A name that leaves no room for text stands on a line of its own.
    let isShort = used < width - 8
    let faint =
      message.isNotice ? [0..<message.text.utf8.count] : message.parts.filter(\.isMark).map(\.bytes)
    let rows = wrapped(
      message.text, to: width, lead: isShort ? used : 0, matches: matches, faint: faint, ink: ink)
    return (isShort ? "" : hang) + rows.joined(separator: hang)
  }

  private func provenance(of message: Conversation.Message) -> String {
    guard hasProvenance else { return "" }
    let file = screen.isTerminal ? visible(message.file) : message.file
    let place = message.line.map { "\(file):\($0)" } ?? file
    let words = "#\(message.id)  \(place)"
    guard screen.isTerminal else { return "      \(words)\n" }
    // A path is there to be opened, so all of it is shown: further to the left if need be.
    let isShort = displayWidth(of: words) <= screen.columns - ReadingView.indent
    let indent = String(repeating: " ", count: isShort ? ReadingView.indent : 2)
    return wrapped(
      isShort ? words : "#\(message.id) \(place)", to: Swift.max(8, screen.columns - indent.count),
      matches: [],
      faint: [0..<words.utf8.count], ink: ink
    ).map { indent + $0 + "\n" }.joined()
  }

  private func heading(_ moment: Moment) -> String {
    let rule = String(repeating: Glyphs.of(screen).horizontal, count: 2)
    let words = "\(rule) \(Conversation.heading(moment)) \(rule)"
    let isShort = screen.isTerminal && displayWidth(of: words) > screen.columns
    return ink.paint(
      isShort ? "\(rule) \(Period(.day, holding: moment)) \(rule)" : words, .heading)
  }
}
