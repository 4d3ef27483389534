import Diagnostics
import Model

extension Format {
  /// Comma-separated values.
  static let csv = Format(
    name: "csv", summary: "comma-separated values, RFC 4180, a header row first",
    endings: ["csv"], options: [.append, .bom, .sep, .spreadsheet]
  ) { (table, options, writer) throws(Diagnostic) in
    try writeDelimited(table, separator: options.separator ?? ",", options, &writer)
  }

  /// Tab-separated values.
  static let tsv = Format(
    name: "tsv", summary: "tab-separated values, quoted as in csv, a header row first",
    endings: ["tsv", "tab"], options: [.append, .bom, .sep, .spreadsheet]
  ) { (table, options, writer) throws(Diagnostic) in
    try writeDelimited(table, separator: options.separator ?? "\t", options, &writer)
  }
}

/// RFC 4180: records end with CRLF; a cell with the separator, a quote, CR or LF is quoted, quotes
/// in it doubled. An empty text is quoted too, so that it differs from null.
private func writeDelimited(
  _ table: Table, separator: Character, _ options: Format.Options, _ writer: inout FormatWriter
) throws(Diagnostic) {
  let dialect = Dialect(separator: separator, isForSpreadsheet: options.isForSpreadsheet)
  if options.hasByteOrderMark { writer.append("\u{FEFF}") }
  if options.hasHeader {
    let names = table.fields.map { dialect.quoted($0.name) }
    writer.append(names.joined(separator: String(separator)) + "\r\n")
  }
  try writer.eachRow(of: table) { writer, row, columns in
    for (index, column) in columns.enumerated() {
      if index > 0 { writer.append(String(separator)) }
      let value = column[row]
      if case .null = value { continue }
      let text = cellText(value)
      if column.type == .list, text.isEmpty { continue }
      writer.append(dialect.isText(column.type) ? dialect.quoted(text) : text)
    }
    writer.append("\r\n")
  }
}

private struct Dialect {
  let separator: Character
  let isForSpreadsheet: Bool

  func isText(_ type: ValueType) -> Bool {
    // Numbers too may need quotes where the separator is a digit's neighbour: a point or a minus.
    type == .text || type == .list || !(separator == "," || separator == ";" || separator == "\t")
  }

  func quoted(_ text: String) -> String {
    let cell = isForSpreadsheet ? neutralised(text) : text
    let mark = separator.asciiValue
    let isPlain =
      !cell.isEmpty && mark != nil
      && cell.utf8.allSatisfy { $0 != mark && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D }
    if isPlain { return cell }
    var bytes: [UInt8] = [0x22]
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(0x22)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Spreadsheets run a cell that begins with one of these as a formula; an apostrophe before it
  /// makes it text (OWASP, “CSV Injection”).
  private func neutralised(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
    return "'" + text
  }
}
