import Diagnostics
import Model

extension Format {
  /// The messages as WhatsApp for iOS exports them.
  static let transcript = Format(
    name: "txt", summary: "messages in WhatsApp's own form (iOS, with seconds); loads again",
    endings: ["txt"], options: []
  ) { (table, _, writer) throws(Diagnostic) in
    try writeTranscript(table, &writer)
  }
}

/// `[27/07/2025, 19:41:23] Name: text`; a notice has U+200E in the place of `Name: `. What has no
/// date is left out and counted: the form has no place for it.
private func writeTranscript(
  _ table: Table, _ writer: inout FormatWriter
) throws(Diagnostic) {
  guard let date = table.index(of: "date"), table.fields[date].type == .datetime,
    let sender = table.index(of: "sender"), let text = table.index(of: "text")
  else {
    throw Diagnostic(
      "txt writes messages, and “\(table.name)” has no columns date, sender and text",
      help: "select them, or export to csv, md or json")
  }
  var leftOut = 0
  try writer.eachRow(of: table) { writer, row, columns in
    guard case .datetime(let moment) = columns[date][row] else {
      leftOut += 1
      return
    }
    writer.append(transcriptStamp(moment))
    if case .text(let name) = columns[sender][row] {
      writer.append("\(name): ")
    } else {
      writer.append("\u{200E}")
    }
    writer.append(cellText(columns[text][row]) + "\n")
  }
  if leftOut > 0 {
    writer.notes.append(
      .note("\(leftOut) row\(leftOut == 1 ? "" : "s") without a date left out of the transcript"))
  }
}

private func transcriptStamp(_ moment: Moment) -> String {
  let iso = moment.description  // 2025-07-27T19:41:23
  let date = moment.date
  let days = "\(twoDigits(date.day))/\(twoDigits(date.month))/\(iso.prefix(4))"
  return "[\(days), \(iso.suffix(8))] "
}

private func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}
