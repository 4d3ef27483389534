import Diagnostics
import Model

@testable import Output
@testable import Reading

extension FuzzTarget {
  /// What a terminal is given, and every export that is read back.
  ///
  /// The first byte of an input: bits 0 and 1 for the part, the others for options of it.
  static let export = FuzzTarget(name: "export") { input throws(Fault) in
    guard let flags = input.first else { return }
    let bytes = Array(input[1...])
    switch flags & 3 {
    case 0: try checkScreen(of: String(decoding: bytes, as: UTF8.self), flags)
    case 1: try checkTables(CellTable(bytes), flags)
    default: try checkTranscript(of: bytes)
    }
  }

  /// A text on a terminal: nothing raw in it, and all of it.
  private static func checkScreen(of text: String, _ flags: UInt8) throws(Fault) {
    let shown = visible(text)
    try TerminalText.check(shown)
    try TerminalText.check(visibleLines(text), allowing: ["\n"])
    if text.unicodeScalars.allSatisfy({ TerminalText.isHarmless($0) }) {
      try Fault.unless(shown == text, "a harmless text is shown as “\(shown)”")
    }
    let pieces = visiblePieces(of: text)
    var end = 0
    for piece in pieces {
      try Fault.unless(
        piece.bytes.lowerBound >= end && piece.width >= 0, "a piece shows \(piece.bytes)")
      end = piece.bytes.upperBound
    }
    try Fault.unless(end <= text.utf8.count, "what is shown ends behind the text")
    let table = CellTable(Array(text.utf8)).table
    let columns = [1, 8, 80, 10_000][Int(flags >> 2 & 3)]
    let screen = Screen.terminal(columns: columns, lines: 24, colored: flags & 16 == 16)
    for form in TableView.Form.allCases {
      let view = TableView(form, limit: 3, screen: screen)
      let answer = try bytes { (sink) throws(Diagnostic) in try view.write(table, to: sink) }
      try TerminalText.check(screenText: answer, isColored: screen.isColored)
    }
  }

  /// A table through every text format and back.
  private static func checkTables(_ cells: CellTable, _ flags: UInt8) throws(Fault) {
    for name in ["csv", "tsv", "jsonl"] {
      // A carriage return before a line break belongs to the break, in whatever file.
      let table = name == "jsonl" ? cells.table : cells.withoutCarriageReturns
      let written = try export(table, as: name)
      let read: Table
      do throws(Diagnostic) {
        let text = String(decoding: DecodedText(written).bytes, as: UTF8.self)
        guard table.rowCount > 0 || name != "jsonl" else { continue }
        read = try Reading.table(in: text, of: "answer.\(name)")
      } catch {
        throw Fault("\(name) is not read back: \(error.message)")
      }
      try CellTable.check(read, isSameAs: table, name)
    }
    try ExportSyntax.checkJSON(try export(cells.table, as: "json"), rows: cells.table.rowCount)
    try ExportSyntax.checkMarkdown(try export(cells.table, as: "md"), of: cells.table)
    try ExportSyntax.checkHTML(try export(cells.table, as: "html"))
  }

  /// A chat as a transcript, which is loaded again.
  private static func checkTranscript(of bytes: [UInt8]) throws(Fault) {
    let first = try messages(in: bytes)
    guard first.rowCount > 0 else { return }
    let written = try export(first, as: "txt")
    // Where no line tells the day, the day is guessed, and said to be; a txt has it first.
    let again = try messages(in: written, dateOrder: .dayMonthYear)
    let dated = (0..<first.rowCount).filter { first.column("date")?[$0] != .null }
    // Lines that look like headers are messages once all have one form: the form has no escape.
    guard !TranscriptLines.areAmbiguous(first, dated) else { return }
    try Fault.unless(
      again.rowCount == dated.count, "of \(dated.count) messages \(again.rowCount) are loaded again"
    )
    try TranscriptLines.check(again, areThoseOf: first, dated)
  }

  private static func messages(
    in bytes: [UInt8], dateOrder: DateOrder? = nil
  ) throws(Fault) -> Table {
    do throws(Diagnostic) {
      let options = ReadingOptions(directory: "/", dateOrder: dateOrder, standardInput: bytes)
      let corpus = try read([LoadRequest(path: "-")], options: options).corpus
      return TableDefinition.named(.messages).make(corpus, Lens())
    } catch {
      throw Fault("is not loaded: \(error.message)")
    }
  }

  /// What an export of a table gives.
  private static func export(_ table: Table, as name: String) throws(Fault) -> [UInt8] {
    guard let format = Format.named(name) else { throw Fault("there is no format \(name)") }
    return try bytes { (sink) throws(Diagnostic) in _ = try format.write(table, to: sink) }
  }

  /// All that is written to a sink.
  private static func bytes(
    _ write: (Sink) throws(Diagnostic) -> Void
  ) throws(Fault) -> [UInt8] {
    let written = Written()
    do throws(Diagnostic) {
      try write(Sink { (bytes) throws(Diagnostic) in written.bytes += bytes })
    } catch {
      throw Fault("is not written: \(error.message)")
    }
    try Fault.unless(
      String(validating: written.bytes, as: UTF8.self) != nil, "what is written is no UTF-8")
    return written.bytes
  }
}

private final class Written {
  var bytes: [UInt8] = []
}

/// What a transcript says of messages, and cannot say.
private enum TranscriptLines {
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
        old == new || old.whole == new.whole && (old.sender == nil || new.sender != nil),
        "message \(row + 1) was \(old) and is \(new)")
    }
  }

  /// What a message has behind its moment.
  private struct Line: Equatable {
    let sender: String?
    let text: String

    var whole: String { sender.map { $0 + ": " + text } ?? text }

    init(_ messages: Table, _ row: Int) throws(Fault) {
      guard let senders = messages.column("sender"), let texts = messages.column("text"),
        case .text(let text) = texts[row]
      else { throw Fault("message \(row + 1) has no text") }
      if case .text(let name) = senders[row] { sender = name } else { sender = nil }
      // A notice has a mark in the place of a name.
      let isMarked = sender == nil && text.unicodeScalars.first == "\u{200E}"
      self.text = isMarked ? String(text.unicodeScalars.dropFirst()) : text
    }
  }
}
