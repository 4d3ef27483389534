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
