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
    for (index, field) in table.fields.enumerated() {
      if index > 0 { writer.append(String(separator)) }
      let start = writer.buffer.count
      writer.append(field.name)
      dialect.quote(&writer.buffer, from: start)
    }
    writer.append("\r\n")
  }
  try writer.eachRow(of: table) { row, bytes in
    for (index, column) in row.columns.enumerated() {
      if index > 0 { bytes.append(contentsOf: dialect.separator) }
      guard !column.isNull(row.place) else { continue }
      let start = bytes.count
      column.appendCell(row.place, to: &bytes)
      if column.type == .list, bytes.count == start { continue }
      if dialect.mayNeedQuotes(column.type) { dialect.quote(&bytes, from: start) }
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
  }
}

private struct Dialect {
  /// What stands between two cells, as UTF-8.
  let separator: [UInt8]
  let isForSpreadsheet: Bool
  /// Whether no number can hold the separator.
  private let isApartFromNumbers: Bool
  /// The byte that the separator is; nil where it is several, and every text is quoted.
  private let mark: UInt8?

  init(separator: Character, isForSpreadsheet: Bool) {
    self.separator = Array(String(separator).utf8)
    self.isForSpreadsheet = isForSpreadsheet
    isApartFromNumbers = separator == "," || separator == ";" || separator == "\t"
    mark = self.separator.count == 1 ? self.separator[0] : nil
  }

  func mayNeedQuotes(_ type: ValueType) -> Bool {
    // Numbers too may need quotes where the separator is a digit's neighbour: a point or a minus.
    type == .text || type == .list || !isApartFromNumbers
  }

  /// Puts the cell that the bytes from `start` on are in quotes where it needs them, and makes it
  /// harmless for a spreadsheet.
  func quote(_ bytes: inout [UInt8], from start: Int) {
    if isForSpreadsheet, isFormula(bytes[start...]) {
      bytes.insert(UInt8(ascii: "'"), at: start)
    }
    guard start == bytes.count || needsQuotes(bytes, from: start) else { return }
    let cell = Array(bytes[start...])
    bytes.append(0x22)
    bytes[start] = 0x22
    bytes.removeLast(bytes.count - start - 1)
    for byte in cell {
      if byte == 0x22 { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  private func needsQuotes(_ bytes: [UInt8], from start: Int) -> Bool {
    guard let mark else { return true }
    let cell = bytes.span.extracting(start...)
    for place in cell.indices {
      let byte = cell[place]
      if byte == mark || byte == 0x22 || byte == 0x0A || byte == 0x0D { return true }
    }
    return false
  }

  /// Spreadsheets run a cell that begins with one of these as a formula; an apostrophe before it
  /// makes it text (OWASP, “CSV Injection”).
  private func isFormula(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.first.map("=+-@\t\r".utf8.contains) ?? false
  }
}
