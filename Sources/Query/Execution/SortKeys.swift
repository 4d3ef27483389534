import Diagnostics
import Model

/// The values of a column as numbers in the order of the values.
struct SortKeys {
  /// A number a row; those of null rows are all the same, so that a sort leaves them in their order.
  private(set) var codes: [UInt64]
  private let nulls: [Bool]?

  /// The order of the language: numbers, dates and durations by size, false before true, text
  /// folded and then by its bytes, categories with an order of their own in that, lists by their
  /// elements.
  init(_ column: Column, _ interrupt: Interrupt) throws(Diagnostic) {
    let check = interrupt.check
    nulls = column.nullRows
    switch column {
    case .int(let column), .datetime(let column), .period(_, let column), .duration(let column):
      codes = try Checked.map(column.count, check: check) { SortKeys.code(column.values[$0]) }
    case .float(let column):
      codes = try Checked.map(column.count, check: check) { SortKeys.code(column.values[$0]) }
    case .bool(let column):
      codes = try Checked.map(column.count, check: check) { column.values[$0] ? 1 : 0 }
    case .category(let column):
      let ranks = try TextOrder.ranks(of: column.categories, check: check)
      codes = try Checked.map(column.count, check: check) { row in
        column.codes[row] < 0 ? 0 : UInt64(ranks[Int(column.codes[row])])
      }
    case .text(let column): codes = try SortKeys.codes(of: column, check)
    case .list(let column):
      codes = try SortKeys.codes(of: try TextColumn(joining: column, check), check)
    }
    guard let nulls else { return }
    for row in nulls.indices where nulls[row] { codes[row] = 0 }
  }

  private static func codes(
    of texts: TextColumn, _ check: () throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> [UInt64] {
    let ranks = try TextOrder.ranks(of: texts, check: check)
    return try Checked.map(ranks.count, check: check) { UInt64(max(0, ranks[$0])) }
  }

  /// Whether any row is null.
  var hasNulls: Bool { nulls != nil }

  /// Whether a row is null.
  func isNull(_ row: Int) -> Bool { nulls?[row] ?? false }

  /// Turns the order round; nulls are not part of it.
  mutating func reverse() {
    for row in codes.indices { codes[row] = ~codes[row] }
  }

  private static func code(_ number: Int64) -> UInt64 {
    UInt64(bitPattern: number) ^ (1 << 63)
  }

  private static func code(_ number: Double) -> UInt64 {
    // Adding zero makes the two zeros one.
    let bits = (number + 0).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | (1 << 63)
  }
}

extension TextColumn {
  /// Each list as one text whose order is that of the lists, element by element, and that differs
  /// for lists that differ.
  init(
    joining lists: ListColumn, _ check: () throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var builder = Builder()
    var bytes: [UInt8] = []
    try Checked.forEach(lists.count, check: check) { row in
      bytes.removeAll(keepingCapacity: true)
      for item in lists.range(of: row) {
        lists.items.withBytes(of: item) { text in
          for index in text.indices {
            bytes.append(text[index])
            if text[index] == 0 { bytes.append(1) }
          }
        }
        // Ends an element before whatever else may go on; a zero inside one is followed by a 1.
        bytes.append(0)
        bytes.append(0)
      }
      builder.append(utf8: bytes)
    }
    self = builder.finish()
  }
}
