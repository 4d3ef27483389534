import CXLSXWriter
import Diagnostics
import Model

extension Format {
  /// A workbook of spreadsheets.
  static let xlsx = Format(
    name: "xlsx", summary: "a spreadsheet: dates, numbers and text typed, no formulas",
    endings: ["xlsx"], options: [.table],
    writing: .file { (table, options, writer) throws(Diagnostic) in
      try writeWorkbook(table, options, &writer)
    })
}

/// What a sheet may hold (Excel's specifications and limits).
private enum SheetLimits {
  static let rows = 1_048_576
  static let columns = 16_384
  /// UTF-16 units of a cell.
  static let text = 32_767
  /// Characters of a sheet's name.
  static let name = 31
}

private func writeWorkbook(
  _ table: Table, _ options: Format.Options, _ writer: inout FileWriter
) throws(Diagnostic) {
  guard table.rowCount < SheetLimits.rows, table.fields.count <= SheetLimits.columns else {
    throw Diagnostic(
      "a sheet of xlsx has \(grouped(SheetLimits.rows)) rows, one of them for the names, and "
        + "\(grouped(SheetLimits.columns)) columns; “\(table.name)” has "
        + "\(grouped(table.rowCount)) and \(grouped(table.fields.count))",
      help: "csv has no such limit")
  }
  let name = sheetName(options.tableName ?? options.surroundings.tableName)
  let sheet = try Sheet(path: writer.path, named: name, folder: writer.folder)
  for (place, field) in table.fields.enumerated() {
    sheet.setWidth(place, width(of: field))
    sheet.write(field.name, 0, place, .header)
  }
  for rows in (0..<table.rowCount).pieces(of: 2_048) {
    try writer.interrupt.check()
    let part = table.selecting(.range(rows))
    let columns = part.fields.indices.map { part.column(at: $0) }
    try writer.interrupt.check()
    for row in 0..<rows.count {
      for place in columns.indices {
        sheet.write(columns[place][row], rows.lowerBound + row + 1, place, of: table.fields[place])
      }
    }
    writer.note(rows: rows.upperBound)
  }
  writer.written.notes += sheet.notes
  do throws(Diagnostic) {
    try sheet.close()
  } catch {
    throw writer.failure(error.message)
  }
}

private func width(of field: Table.Field) -> Double {
  switch field.type {
  case .datetime: 19
  case .text: field.name == "text" || field.name == "body" ? 60 : 20
  case .list: 24
  default: 12
  }
}

/// Whether XML has no place for a character that is not escaped otherwise.
private func isOutsideXML(_ scalar: UInt32) -> Bool {
  scalar == 0 || scalar == 0xFFFE || scalar == 0xFFFF
}

/// A name that a sheet may have: without the marks of references and control characters, and of no more
/// characters than fit.
private func sheetName(_ name: String) -> String {
  let plain = name.unicodeScalars.map { scalar -> Character in
    "[]:*?/\\'".unicodeScalars.contains(scalar) || scalar.value < 0x20 || isOutsideXML(scalar.value)
      ? "_" : Character(scalar)
  }
  let cut = String(String(plain).prefix(SheetLimits.name))
  return cut.utf16.count <= SheetLimits.name && !cut.isEmpty ? cut : "answer"
}

/// A sheet that is being written, row by row; owns what the library allocates for it.
@safe
private final class Sheet {
  private var handle: OpaquePointer?
  // The library keeps pointers to these texts.
  private let texts: [ContiguousArray<CChar>]
  private var cut: (count: Int, first: String)?
  private var replaced = 0

  init(path: String, named name: String, folder: String) throws(Diagnostic) {
    guard sheet_is_available() else {
      throw Diagnostic(
        "the library that writes xlsx is not there", help: "install libxlsxwriter4; or write csv")
    }
    texts = [path, name, folder].map { $0.utf8CString }
    let opened = unsafe texts[0].withUnsafeBufferPointer { path in
      unsafe texts[1].withUnsafeBufferPointer { name in
        unsafe texts[2].withUnsafeBufferPointer { folder in
          unsafe sheet_open(path.baseAddress, name.baseAddress, folder.baseAddress)
        }
      }
    }
    guard let opened = unsafe opened else { throw Diagnostic("a workbook cannot be begun") }
    unsafe handle = opened
  }

  func setWidth(_ column: Int, _ width: Double) {
    unsafe sheet_set_width(handle, Int32(column), width)
  }

  /// What could not be written as it is.
  var notes: [Diagnostic] {
    var notes: [Diagnostic] = []
    if let cut {
      notes.append(
        .warning(
          "\(counted(cut.count, "cell is", "cells are")) cut: xlsx takes "
            + "\(grouped(SheetLimits.text)) characters, and \(cut.first) has more",
          help: "csv, jsonl and sqlite hold them whole"))
    }
    if replaced > 0 {
      notes.append(
        .note(
          "\(counted(replaced, "character")) (NUL, U+FFFE or U+FFFF) became U+FFFD: xlsx has no "
            + "place for them"))
    }
    return notes
  }

  func write(_ value: Value, _ row: Int, _ column: Int, of field: Table.Field) {
    switch value {
    case .null: break
    case .int(let number), .duration(let number):
      // A number of xlsx is a double.
      if Int64(exactly: Double(number)) == number {
        unsafe sheet_write_number(
          handle, UInt32(row), Int32(column), Double(number), SHEET_LOOK_PLAIN)
      } else {
        write(String(number), row, column, .plain)
      }
    case .float(let number) where number.isFinite:
      unsafe sheet_write_number(handle, UInt32(row), Int32(column), number, SHEET_LOOK_PLAIN)
    case .bool(let flag):
      unsafe sheet_write_truth(handle, UInt32(row), Int32(column), flag)
    case .datetime(let moment) where moment.seconds >= Sheet.firstSecond:
      unsafe sheet_write_number(
        handle, UInt32(row), Int32(column), Sheet.serial(moment.seconds), SHEET_LOOK_DATE)
    case .period(let period) where period.unit == .day && period.start >= Sheet.firstSecond:
      unsafe sheet_write_number(
        handle, UInt32(row), Int32(column), Sheet.serial(period.start), SHEET_LOOK_DAY)
    default:
      let text = cellText(value)
      if !text.isEmpty { write(text, row, column, .plain, field.name) }
    }
  }

  /// Days since 1899-12-30 of a second since 1970-01-01 00:00.
  private static func serial(_ seconds: Int64) -> Double {
    Double(seconds) / Double(Moment.day) + 25_569
  }

  /// 1 March 1900: before, spreadsheets count a day that there never was.
  private static let firstSecond: Int64 = -2_203_891_200

  enum Look {
    case plain
    case header
  }

  func write(
    _ text: String, _ row: Int, _ column: Int, _ look: Look, _ field: String = ""
  ) {
    var text = text
    // A NUL, what may begin U+FFFE, or an underscore: nearly no text holds one.
    let isSpecial = text.utf8.contains { $0 == 0 || $0 == 0xEF || $0 == 0x5F }
    if isSpecial {
      let outside = text.unicodeScalars.count { isOutsideXML($0.value) }
      if outside > 0 {
        replaced += outside
        let scalars = text.unicodeScalars.map { isOutsideXML($0.value) ? "\u{FFFD}" : $0 }
        text = String(String.UnicodeScalarView(scalars))
      }
    }
    if isSpecial || text.utf16.count > SheetLimits.text {
      let (fitting, isWhole) = Sheet.fitting(text)
      text = fitting
      if !isWhole { cut = ((cut?.count ?? 0) + 1, cut?.first ?? "“\(field)” in row \(row)") }
    }
    unsafe text.withCString { bytes in
      _ = unsafe sheet_write_text(
        handle, UInt32(row), Int32(column), bytes,
        look == .header ? SHEET_LOOK_HEADER : SHEET_LOOK_PLAIN)
    }
  }

  /// As much of a text as a cell holds, to the end of a code point, and whether that is all of it. What reads as
  /// the escape of a character, as `_x0041_`, is escaped to stand for itself, and takes more room then.
  private static func fitting(_ text: String) -> (text: String, isWhole: Bool) {
    let bytes = Array(text.utf8)
    var fitting: [UInt8] = []
    fitting.reserveCapacity(bytes.count)
    var units = 0
    for place in bytes.indices {
      let isEscape = isEscape(bytes[place...].prefix(7))
      units += unitsOfUTF16(ledBy: bytes[place]) + (isEscape ? escapedUnderscore.count : 0)
      guard units <= SheetLimits.text else {
        return (String(decoding: fitting, as: UTF8.self), false)
      }
      if isEscape { fitting += escapedUnderscore }
      fitting.append(bytes[place])
    }
    return (String(decoding: fitting, as: UTF8.self), true)
  }

  /// What an underscore stands behind that begins no escape.
  private static let escapedUnderscore = Array("_x005F".utf8)

  /// The units of UTF-16 of the code point that a byte of UTF-8 leads; 0 of a byte that leads none.
  private static func unitsOfUTF16(ledBy byte: UInt8) -> Int {
    byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
  }

  /// Whether seven bytes are `_x`, four hexadecimal digits and `_`.
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 7 && bytes.first == 0x5F && bytes.last == 0x5F
      && bytes[bytes.startIndex + 1] == 0x78
      && bytes.dropFirst(2).dropLast().allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
      }
  }

  deinit {
    if let handle = unsafe handle { unsafe sheet_free(handle) }
  }

  /// Writes the file.
  func close() throws(Diagnostic) {
    defer { unsafe handle = nil }
    if let fault = unsafe sheet_close(handle) {
      throw Diagnostic(unsafe String(cString: fault))
    }
  }
}
