import Diagnostics
import Model

extension Format {
  /// A table of GitHub's Markdown.
  static let markdown = Format(
    name: "md", summary: "a Markdown table; line breaks as <br>", endings: ["md", "markdown"],
    options: [.each, .view]
  ) { (table, options, writer) throws(Diagnostic) in
    if let line = options.line {
      return try writer.eachLine(of: table, line, escaping: markdownLine)
    }
    if options.isConversation == true { return try writeQuotations(table, options, &writer) }
    let names = table.fields.map { markdownText($0.name) }
    writer.append("| " + names.joined(separator: " | ") + " |\n")
    let rules = table.fields.map { isRightAligned($0.type) ? "---:" : "---" }
    writer.append("| " + rules.joined(separator: " | ") + " |\n")
    let (side, end) = (Array("| ".utf8), Array("|\n".utf8))
    try writer.eachRows(of: table, in: table.fields.map { _ in .markdown }) { _, cells, bytes in
      let (side, end) = (side.span, end.span)
      for row in cells.rows {
        for column in cells.columns {
          bytes.append(copying: side)
          cells.copy(column, of: row, to: &bytes)
          bytes.append(0x20)
        }
        bytes.append(copying: end)
      }
    }
  }
}

extension CellStyle {
  /// Cells as ``markdownText(_:)`` writes them.
  fileprivate static let markdown = CellStyle(null: []) { text, bytes in
    appendMarkdown(text, to: &bytes)
  } value: { column, row, bytes in
    guard column.type == .list else { return column.appendCell(row, to: &bytes) }
    var cell: [UInt8] = []
    column.appendCell(row, to: &cell)
    appendMarkdown(cell.span, to: &bytes)
  }
}

/// Appends a text as ``markdownText(_:)`` gives it; most texts have nothing to escape.
private func appendMarkdown(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
  func appendEscaped(_ part: Span<UInt8>) {
    var copy: [UInt8] = []
    copy.append(copying: part)
    bytes.append(contentsOf: markdownText(String(decoding: copy, as: UTF8.self)).utf8)
  }
  // A carriage return and the line break behind it are one.
  guard carriageReturns.first(in: text) == nil else { return appendEscaped(text) }
  for (place, line) in lineRanges(of: text).enumerated() {
    if place > 0 { bytes.append(contentsOf: "<br>".utf8) }
    let line = text.extracting(line)
    if markdownBytes.first(in: line) == nil {
      bytes.append(copying: line)
    } else {
      appendEscaped(line)
    }
  }
}

/// What Markdown may act on.
private let markdownBytes = ByteClass { "|<>&_\\`*[]~".utf8.contains($0) }

private let carriageReturns = ByteClass { $0 == 0x0D }

/// Messages as quotations under days.
private func writeQuotations(
  _ table: Table, _ options: Format.Options, _ writer: inout FormatWriter
) throws(Diagnostic) {
  let messages = try options.surroundings.conversation(table)
  let places = ["date", "sender", "text"].compactMap { messages.index(of: $0) }
  guard places.count == 3 else { return }
  let breaks = Set(messages.breaks)
  var day: Period?
  for rows in (0..<messages.rowCount).pieces(of: 1_024) {
    try writer.checkInterrupt()
    let columns = places.map { messages.column(at: $0, rows: .range(rows)) }
    try writer.checkInterrupt()
    for row in 0..<rows.count {
      if breaks.contains(rows.lowerBound + row) { writer.append("⋯\n\n") }
      var time = "…"
      if case .datetime(let moment) = columns[0][row] {
        time = String(moment.description.dropFirst(11).prefix(5))
        if Period(.day, holding: moment) != day {
          day = Period(.day, holding: moment)
          writer.append("## \(Conversation.heading(moment))\n\n")
        }
      }
      let name = columns[1][row] == .null ? "" : " **\(markdownText(cellText(columns[1][row])))**"
      writer.append("\(time)\(name)\n\n")
      let lines = cellText(columns[2][row]).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (place, line) in lines.enumerated() {
        // Two blanks at its end keep a line from running into the next.
        let end = place < lines.count - 1 && !line.isEmpty ? "  \n" : "\n"
        writer.append("> \(markdownLine(String(line)))\(end)")
      }
      writer.append("\n")
    }
    try writer.flush()
    writer.note(rows: rows.upperBound)
  }
}

/// Whether a column of a type stands to the right, as numbers do.
func isRightAligned(_ type: ValueType) -> Bool {
  type == .int || type == .float || type == .duration
}

/// A text as it must stand in a Markdown table to be read as it is: what Markdown or HTML would act
/// on is escaped, line breaks become `<br>`. Inside an address only what would end the cell or
/// open a tag is escaped, so that it stays a link; a backslash, which no address has (RFC 3986), ends it.
///
/// It goes by Unicode scalars: a joiner behind a bar makes one character with it, and the bar still ends
/// the cell.
func markdownText(_ text: String) -> String {
  var escaped = ""
  var isInAddress = false
  var previous: Unicode.Scalar = " "
  let scalars = text.unicodeScalars
  for index in scalars.indices {
    let scalar = scalars[index]
    if scalar.properties.isWhitespace || scalar == "\\" { isInAddress = false }
    if scalar == "h", !previous.properties.isAlphabetic, !isInAddress {
      let rest = scalars[index...]
      isInAddress =
        rest.starts(with: "http://".unicodeScalars) || rest.starts(with: "https://".unicodeScalars)
    }
    if scalar != "\n" || previous != "\r" {
      escaped += markdownScalar(scalar, isInAddress: isInAddress, after: previous)
    }
    // An accent is a part of its letter.
    if !scalar.properties.isGraphemeExtend { previous = scalar }
  }
  return escaped
}

/// A text as ``markdownText(_:)`` gives it that may begin a line: there Markdown also acts on the marks of headings,
/// lists and rules, and on blanks before them or before code.
private func markdownLine(_ text: String) -> String {
  let escaped = markdownText(text)
  guard let first = escaped.utf8.first else { return escaped }
  switch first {
  case UInt8(ascii: " "): return "&#32;" + escaped.dropFirst()
  case UInt8(ascii: "\t"): return "&#9;" + escaped.dropFirst()
  case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="):
    // Whatever else stands behind it, as in `#velo` and `-5`, makes it plain.
    let rest = escaped.utf8.drop { $0 == first }
    let isMark = rest.isEmpty || rest.first == 0x20 || rest.first == 0x09
    return isMark ? "\\" + escaped : escaped
  case UInt8(ascii: "0")...UInt8(ascii: "9"):
    let rest = escaped.drop { ("0"..."9").contains($0) }
    guard let mark = rest.first, mark == "." || mark == ")" else { return escaped }
    let behind = rest.dropFirst()
    guard behind.isEmpty || behind.first == " " || behind.first == "\t" else { return escaped }
    return escaped.prefix(escaped.count - rest.count) + "\\" + rest
  default: return escaped
  }
}

private func markdownScalar(
  _ scalar: Unicode.Scalar, isInAddress: Bool, after previous: Unicode.Scalar
) -> String {
  let isInWord = previous.properties.isAlphabetic || previous.properties.numericType != nil
  return switch scalar {
  case "\n", "\r": "<br>"
  case "|": "\\|"
  case "<": "&lt;"
  case ">": "&gt;"
  case "&" where !isInAddress: "&amp;"
  // Underscores and tildes inside a word mean nothing to GitHub's Markdown.
  case "_" where !isInAddress && !isInWord: "\\_"
  case "\\", "`", "*", "[", "]", "~": isInAddress ? String(scalar) : "\\\(scalar)"
  default: String(scalar)
  }
}
