import Model

@testable import Reading

/// What a transcript says of messages, and cannot say.
enum TranscriptLines {
  /// Whether a message holds a line that is a header elsewhere, or a year that the form of iOS says
  /// otherwise, or is a notice with the name of a group in it, as iOS writes one.
  static func areAmbiguous(_ messages: Table, _ rows: [Int]) -> Bool {
    guard let texts = messages.column("text"), let senders = messages.column("sender"),
      let dates = messages.column("date")
    else { return true }
    return rows.contains { row in
      guard case .text(let text) = texts[row], case .datetime(let moment) = dates[row] else {
        return true
      }
      // Later years are those of the Buddhist era.
      guard (1_950..<2_500).contains(moment.date.year) else { return true }
      // All that is marked so behind a name is a notice, and the name that of the group.
      if senders[row] == .null, text.contains(": \u{200E}") { return true }
      let lines = Array(("\n" + text).utf8)
      return firstHeaderLine(in: Array(lines.dropFirst()).span) != nil
    }
  }

  /// Each message has the moment and the line that it had. Which colon of the line ends the name only
  /// other messages tell, so that another may be taken for it; and a notice that holds one may be taken
  /// for the message of a name.
  static func check(
    _ again: Table, areThoseOf first: Table, _ rows: [Int]
  ) throws(Fault) {
    guard let dates = first.column("date"), let datesAgain = again.column("date") else {
      throw Fault("there is no column date")
    }
    for (place, row) in rows.enumerated() {
      try Fault.unless(
        dates[row] == datesAgain[place],
        "date of message \(row + 1) was \(dates[row]) and is \(datesAgain[place])")
      let (old, new) = (try Line(first, row), try Line(again, place))
      try Fault.unless(
        old == new || old.mayBe(readAs: new),
        "message \(row + 1) was \(old.words) and is \(new.words)")
    }
  }

  /// What a message has behind its moment, in UTF-8: two texts that look alike are not the same.
  private struct Line: Equatable {
    let sender: [UInt8]?
    let text: [UInt8]

    var whole: [UInt8] { sender.map { $0 + Array(": ".utf8) + text } ?? text }

    /// Whether the colon that ends the name may be taken to be another one, or the text of a notice for
    /// the message of a name, which is read without the blanks around it.
    func mayBe(readAs new: Line) -> Bool {
      guard let name = new.sender else { return false }
      guard sender == nil else { return whole == new.whole }
      let rest = text.dropLast(new.text.count)
      guard let colon = rest.lastIndex(of: UInt8(ascii: ":")),
        text[rest.endIndex...].elementsEqual(new.text)
      else { return false }
      let written = Array(rest[..<colon])
      return senderName(0..<written.count, in: written.span).utf8.elementsEqual(name)
    }

    /// As a message shows it.
    var words: String {
      "“\(String(decoding: whole, as: UTF8.self))” of \(sender == nil ? "nobody" : "somebody")"
    }

    init(_ messages: Table, _ row: Int) throws(Fault) {
      guard let senders = messages.column("sender"), let texts = messages.column("text"),
        case .text(let text) = texts[row]
      else { throw Fault("message \(row + 1) has no text") }
      if case .text(let name) = senders[row] { sender = Array(name.utf8) } else { sender = nil }
      // A notice has a mark in the place of a name.
      let isMarked = sender == nil && text.unicodeScalars.first == "\u{200E}"
      self.text = Array(text.utf8.dropFirst(isMarked ? 3 : 0))
    }
  }
}
