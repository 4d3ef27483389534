import Model

/// The values of a column as numbers in the order of the values.
struct SortKeys {
  /// A number a row; those of null rows are all the same, so that a sort leaves them in their order.
  private(set) var codes: [UInt64]
  private let nulls: [Bool]?

  /// The order of the language: numbers, dates and durations by size, false before true, text
  /// folded and then by its bytes, categories with an order of their own in that, lists by their
  /// elements.
  init(_ column: Column) {
    nulls = column.nullRows
    switch column {
    case .int(let column), .datetime(let column), .period(_, let column), .duration(let column):
      codes = column.values.map(SortKeys.code)
    case .float(let column): codes = column.values.map(SortKeys.code)
    case .bool(let column): codes = column.values.map { $0 ? 1 : 0 }
    case .category(let column):
      let ranks = TextOrder.ranks(of: column.categories)
      codes = column.codes.map { $0 < 0 ? 0 : UInt64(ranks[Int($0)]) }
    case .text(let column): codes = TextOrder.ranks(of: column).map { UInt64($0 < 0 ? 0 : $0) }
    case .list(let column):
      codes = TextOrder.ranks(of: TextColumn(joining: column)).map { UInt64($0 < 0 ? 0 : $0) }
    }
    guard let nulls else { return }
    for row in nulls.indices where nulls[row] { codes[row] = 0 }
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
  init(joining lists: ListColumn) {
    var builder = Builder()
    var bytes: [UInt8] = []
    for row in 0..<lists.count {
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
