import Diagnostics
import Model
import Synchronization

extension Format {
  /// The messages as WhatsApp for iOS exports them.
  static let transcript = Format(
    name: "txt", summary: "messages in WhatsApp's own form (iOS, with seconds); loads again",
    endings: ["txt"], options: [.each, .view]
  ) { (table, options, writer) throws(Diagnostic) in
    if let line = options.line {
      // A line a row: what would end it is a blank.
      return try writer.eachLine(of: table, line) { text in
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
      }
    }
    if options.isConversation == true {
      let messages = try options.surroundings.conversation(table)
      return try writer.write { (sink, interrupt) throws(Diagnostic) in
        try ReadingView(screen: .plain).write(messages, to: sink, interrupt: interrupt)
      }
    }
    try writeTranscript(table, &writer)
  }
}

/// `[27/07/2025, 19:41:23] Name: text`; a notice has U+200E in the place of `Name: `. What has no
/// date is left out and counted: the form has no place for it. Messages end with LF, or as on iOS with CRLF
/// where one of them has a line that may be a header itself.
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
  // A header that a message quotes is told by the line end before it: docs/formats.md#quoted-headers.
  let end = try writer.anyCell(of: table, in: text) { $0.hasBracketedLine($1) } ? "\r\n" : "\n"
  let undated = Mutex(0)
  try writer.eachRow(of: table) { row, bytes in
    guard case .datetime(let moment) = row.columns[date][row.place] else {
      undated.withLock { $0 += 1 }
      return
    }
    bytes.append(contentsOf: transcriptStamp(moment).utf8)
    if row.columns[sender].isNull(row.place) {
      // A notice of iOS has its mark already.
      if !row.columns[text].hasMark(row.place) { bytes.append(contentsOf: "\u{200E}".utf8) }
    } else {
      let start = bytes.count
      row.columns[sender].appendCell(row.place, to: &bytes)
      // The tilde before a name is that of an unsaved contact: one that a name has of its own is a second.
      if bytes[start...].first == UInt8(ascii: "~") {
        bytes.insert(contentsOf: "~ ".utf8, at: start)
      }
      bytes.append(contentsOf: ": ".utf8)
    }
    row.columns[text].appendCell(row.place, to: &bytes)
    bytes.append(contentsOf: end.utf8)
  }
  let leftOut = undated.withLock(\.self)
  if leftOut > 0 {
    writer.notes.append(
      .note("\(counted(leftOut, "row")) without a date left out of the transcript"))
  }
}

/// A date as WhatsApp for iOS begins a message: `[27/07/2025, 19:41:23] `.
func transcriptStamp(_ moment: Moment) -> String {
  let iso = moment.description  // 2025-07-27T19:41:23
  let date = moment.date
  let days = "\(twoDigits(date.day))/\(twoDigits(date.month))/\(iso.prefix(4))"
  return "[\(days), \(iso.suffix(8))] "
}

private func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}

extension Column {
  /// Whether the text of a row begins with U+200E.
  fileprivate func hasMark(_ row: Int) -> Bool {
    guard case .text(let texts) = self else { return false }
    return texts.withBytes(of: row) { text in
      text.count >= 3 && text[0] == 0xE2 && text[1] == 0x80 && text[2] == 0x8E
    }
  }

  /// Whether a line behind the first one of a text begins with a bracket, as a header does.
  fileprivate func hasBracketedLine(_ row: Int) -> Bool {
    guard case .text(let texts) = self else { return false }
    return texts.withBytes(of: row) { text in
      var place = 0
      while let bracket = openingBracket.first(in: text, from: place) {
        place = bracket + 1
        // Invisible marks before it are characters of three bytes.
        var start = bracket
        while start > 3, text[start - 3] >= 0xE2 { start -= 3 }
        if start > 0, text[start - 1] == 0x0A { return true }
      }
      return false
    }
  }
}

private let openingBracket = ByteClass { $0 == UInt8(ascii: "[") }
