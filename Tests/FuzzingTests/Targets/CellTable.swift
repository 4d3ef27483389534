import Model

@testable import Output

/// A table made of bytes: U+001F between cells, U+001E between rows, whose first row names the columns;
/// the first letter of a name tells the type.
struct CellTable {
  let table: Table

  /// The same without carriage returns.
  let withoutCarriageReturns: Table

  init(_ bytes: [UInt8]) {
    table = CellTable.table(bytes)
    withoutCarriageReturns = CellTable.table(bytes.filter { $0 != 0x0D })
  }

  private static func table(_ bytes: [UInt8]) -> Table {
    let rows = bytes.split(separator: 0x1E, omittingEmptySubsequences: false).prefix(64).map {
      $0.split(separator: 0x1F, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    let names = rows[0].prefix(12)
    let cells = rows.dropFirst()
    let fields = names.enumerated().map { place, name in
      let values = cells.map { $0.indices.contains(place) ? $0[place] : nil }
      // A number behind a mark makes it the only one of its name.
      return Table.Field("\(name)_\(place)", column(values, of: name))
    }
    return Table(name: "answer", rowCount: cells.count, fields: fields)
  }

  private static func column(_ texts: [String?], of name: String) -> Column {
    func number(_ text: String?) -> Int64? {
      guard let text, !text.isEmpty else { return nil }
      return Int64(text) ?? text.utf8.reduce(0) { $0 &* 31 &+ Int64($1) }
    }
    switch name.utf8.first {
    case UInt8(ascii: "i"): return .int(PlainColumn(texts.map(number), filler: 0))
    case UInt8(ascii: "f"):
      return .float(
        PlainColumn(
          texts.map { text in
            number(text).map { Double(text ?? "") ?? Double(bitPattern: UInt64(bitPattern: $0)) }
          }, filler: 0))
    case UInt8(ascii: "b"):
      return .bool(PlainColumn(texts.map { number($0).map { $0 & 1 == 0 } }, filler: false))
    case UInt8(ascii: "d"):
      // The years 1 to 9999, which are written with four digits.
      return .datetime(
        PlainColumn(
          moments: texts.map { number($0).map { $0 % 100_000_000_000 } ?? Moment.none }
            .map { $0 < -62_000_000_000 ? Moment.none : $0 }))
    case UInt8(ascii: "l"):
      return .list(ListColumn(texts.map { ($0 ?? "").split(separator: ";").map(String.init) }))
    case UInt8(ascii: "c"):
      let categories = Categories(Array(Set(texts.compactMap { $0 })).sorted())
      return .category(
        CategoryColumn(
          categories,
          codes: texts.map { text in
            Int32(text.flatMap { categories.values.firstIndex(of: $0) } ?? -1)
          }))
    default: return .text(TextColumn(texts))
    }
  }

  /// Throws where a table that was read back has other cells.
  static func check(_ read: Table, isSameAs table: Table, _ format: String) throws(Fault) {
    try Fault.unless(
      read.rowCount == table.rowCount,
      "\(format): of \(table.rowCount) rows \(read.rowCount) are read back")
    // Without a row jsonl has no names.
    guard table.rowCount > 0 || format != "jsonl" else { return }
    try Fault.unless(
      read.fields.map(\.name) == table.fields.map(\.name),
      "\(format): the columns \(table.fields.map(\.name)) are read back as \(read.fields.map(\.name))"
    )
    for field in table.fields.indices {
      let (one, other) = (table.column(at: field), read.column(at: field))
      for row in 0..<table.rowCount where !areEqual(one[row], other[row], format) {
        throw Fault(
          "\(format): \(one[row]) of \(table.fields[field].name) is read back as \(other[row])")
      }
    }
  }

  /// Whether a value is another of a type that the format can tell: they are written alike.
  private static func areEqual(_ one: Value, _ other: Value, _ format: String) -> Bool {
    switch (one, other) {
    case (.list(let items), .list(let others)): items == others
    case (.list([]), .null): true
    // A csv has no lists.
    case (.list, _) where format != "jsonl": areEqual(.text(cellText(one)), other, format)
    // JSON has no infinity and no NaN.
    case (.float(let number), .null): format == "jsonl" && !number.isFinite
    // A text that is a number is one in a csv, however it was written: 1.50.
    case (.text(let text), .float(let number)): format != "jsonl" && Double(text) == number
    // A text that is a date is one in whatever file: JSON has no dates.
    case (.text(let text), .datetime(let moment)):
      moment.description.hasPrefix(text.replacing(" ", with: "T"))
    case (.null, .null): true
    case (.null, _), (_, .null): false
    default: cellText(one) == cellText(other)
    }
  }
}
