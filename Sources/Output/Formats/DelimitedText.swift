import Diagnostics
import Model

extension Format {
  /// Comma-separated values.
  static let csv = delimited(
    name: "csv", summary: "comma-separated values, RFC 4180, a header row first",
    endings: ["csv"], by: ",")

  /// Tab-separated values.
  static let tsv = delimited(
    name: "tsv", summary: "tab-separated values, quoted as in csv, a header row first",
    endings: ["tsv", "tab"], by: "\t")

  private static func delimited(
    name: String, summary: String, endings: [String], by separator: Character
  ) -> Format {
    var format = Format(
      name: name, summary: summary, endings: endings,
      options: [.append, .bom, .sep, .spreadsheet]
    ) { (table, options, writer) throws(Diagnostic) in
      try writeDelimited(table, separator: options.separator ?? separator, options, &writer)
    }
    format.heading = { start, options in
      firstRecord(of: start, separator: Array(String(options.separator ?? separator).utf8))
    }
    return format
  }
}

/// The cells of the first record of a file of separated values, or of as much of it as the bytes hold.
private func firstRecord(of bytes: [UInt8], separator: [UInt8]) -> [String] {
  let quote = UInt8(ascii: "\"")
  var cells: [[UInt8]] = [[]]
  var isQuoted = false
  var place = 0
  while place < bytes.count {
    let byte = bytes[place]
    if byte == quote {
      // Inside quotes two stand for one.
      if !isQuoted, place > 0, bytes[place - 1] == quote { cells[cells.count - 1].append(quote) }
      isQuoted.toggle()
    } else if !isQuoted, byte == 0x0A || byte == 0x0D {
      break
    } else if !isQuoted, bytes[place...].starts(with: separator) {
      cells.append([])
      place += separator.count - 1
    } else {
      cells[cells.count - 1].append(byte)
    }
    place += 1
  }
  return cells.map { String(decoding: $0, as: UTF8.self) }
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
      dialect.append(name: field.name, to: &writer.buffer)
    }
    writer.append("\r\n")
  }
  try writer.eachRows(of: table, in: table.fields.map { _ in dialect.style }) { _, cells, bytes in
    let separator = dialect.separator.span
    for row in cells.rows {
      for column in cells.columns {
        if column > 0 { bytes.append(copying: separator) }
        cells.copy(column, of: row, to: &bytes)
      }
      bytes.append(0x0D)
      bytes.append(0x0A)
    }
  }
}

private struct Dialect: Sendable {
  /// What stands between two cells, as UTF-8.
  let separator: [UInt8]
  let isForSpreadsheet: Bool
  /// Whether no number can hold the separator.
  private let isApartFromNumbers: Bool
  /// The bytes for which a cell is quoted; nil where the separator is several, and every text is quoted.
  private let special: ByteClass?
  private let quotes = ByteClass { $0 == Dialect.quote }

  private static let quote = UInt8(ascii: "\"")

  init(separator: Character, isForSpreadsheet: Bool) {
    let bytes = Array(String(separator).utf8)
    self.separator = bytes
    self.isForSpreadsheet = isForSpreadsheet
    isApartFromNumbers = separator == "," || separator == ";" || separator == "\t"
    special =
      bytes.count == 1
      ? ByteClass { $0 == bytes[0] || $0 == Dialect.quote || $0 == 0x0A || $0 == 0x0D } : nil
  }

  var style: CellStyle {
    CellStyle(null: [], text: append) { column, row, bytes in
      guard column.type == .list || !isApartFromNumbers else {
        return column.appendCell(row, to: &bytes)
      }
      var cell: [UInt8] = []
      column.appendCell(row, to: &cell)
      if column.type != .list || !cell.isEmpty { append(cell.span, to: &bytes) }
    }
  }

  /// Appends a text, in quotes where it needs them, and harmless for a spreadsheet.
  func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    let apostrophe = isForSpreadsheet && isFormula(text) ? [UInt8(ascii: "'")] : []
    if let special, text.count > 0, special.first(in: text) == nil,
      apostrophe.isEmpty || apostrophe != separator
    {
      bytes.append(contentsOf: apostrophe)
      bytes.append(copying: text)
      return
    }
    appendQuoted(text, after: apostrophe, to: &bytes)
  }

  /// Appends the name of a column, in quotes also where whoever guesses the separator by the first line
  /// would take a part of it for one, and where it would begin the file with a byte order mark.
  func append(name: String, to bytes: inout [UInt8]) {
    let text = Array(name.utf8)
    let isMisleading =
      text.contains { ",;\t|".utf8.contains($0) } || text.starts(with: "\u{FEFF}".utf8)
    if isMisleading, !(isForSpreadsheet && isFormula(text.span)) {
      appendQuoted(text.span, after: [], to: &bytes)
    } else {
      append(text.span, to: &bytes)
    }
  }

  private func appendQuoted(
    _ text: Span<UInt8>, after apostrophe: [UInt8], to bytes: inout [UInt8]
  ) {
    bytes.append(Dialect.quote)
    bytes.append(contentsOf: apostrophe)
    var start = 0
    while let place = quotes.first(in: text, from: start) {
      bytes.append(copying: text.extracting(start...place))
      bytes.append(Dialect.quote)
      start = place + 1
    }
    bytes.append(copying: text.extracting(start...))
    bytes.append(Dialect.quote)
  }

  /// Spreadsheets run a cell that begins with one of these as a formula; an apostrophe before it
  /// makes it text (OWASP, “CSV Injection”).
  private func isFormula(_ text: Span<UInt8>) -> Bool {
    text.count > 0 && "=+-@\t\r".utf8.contains(text[0])
  }
}
