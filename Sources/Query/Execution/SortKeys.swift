import Model

/// The values of a column as numbers in the order of the values.
struct SortKeys {
  /// A number a row; that of a null row means nothing.
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
  }

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
          for index in text.indices { bytes.append(text[index]) }
        }
        // Ends an element before whatever else a text may begin with.
        bytes.append(0)
      }
      builder.append(utf8: bytes)
    }
    self = builder.finish()
  }
}

/// Puts rows in order.
enum RowOrder {
  /// The places of a table's rows in the order of some keys, the first one most important; rows
  /// that are equal keep their order, null comes last. Linear: a pass for each byte in which the
  /// keys differ.
  static func rows(count: Int, by keys: [SortKeys]) -> [Int32] {
    var rows = (0..<Int32(clamping: count)).map(\.self)
    for key in keys.reversed() {
      rows = sorted(rows, by: key.codes)
      rows = rows.filter { !key.isNull(Int($0)) } + rows.filter { key.isNull(Int($0)) }
    }
    return rows
  }

  /// Rows sorted by a number each, from the lowest byte to the highest (a radix sort), so that the
  /// order of equals stays.
  private static func sorted(_ rows: [Int32], by codes: [UInt64]) -> [Int32] {
    var differing: UInt64 = 0
    for code in codes { differing |= code ^ codes[0] }
    var current = rows
    var next = rows
    for shift in stride(from: UInt64(0), to: 64, by: 8) where differing >> shift & 0xFF != 0 {
      var places = [Int](repeating: 0, count: 257)
      for row in current { places[Int(codes[Int(row)] >> shift & 0xFF) + 1] += 1 }
      for digit in 0..<256 { places[digit + 1] += places[digit] }
      for row in current {
        let digit = Int(codes[Int(row)] >> shift & 0xFF)
        next[places[digit]] = row
        places[digit] += 1
      }
      swap(&current, &next)
    }
    return current
  }
}

extension RowOrder {
  /// The first rows in the order of a key, without putting the others in order: of what has been
  /// seen, only rows that can still be among them are kept.
  static func first(_ count: Int, of rows: Int, by key: SortKeys) -> [Int32] {
    guard count < rows / 4 else { return Array(self.rows(count: rows, by: [key]).prefix(count)) }
    let room = Swift.max(4 * count, 4_096)
    var candidates: [Int32] = []
    var bound: UInt64?
    for row in 0..<rows where !key.isNull(row) {
      if let bound, key.codes[row] >= bound { continue }
      candidates.append(Int32(row))
      if candidates.count >= room {
        candidates = best(count, of: candidates, by: key)
        bound = candidates.last.map { key.codes[Int($0)] }
      }
    }
    let best = best(count, of: candidates, by: key)
    guard best.count < count else { return best }
    // Too few have a value: rows without one come last.
    let nulls = (0..<rows).lazy.filter(key.isNull).map(Int32.init)
    return best + nulls.prefix(count - best.count)
  }

  /// The first of some rows, which are in the order of the table.
  private static func best(_ count: Int, of rows: [Int32], by key: SortKeys) -> [Int32] {
    let sorted = rows.sorted { a, b in
      let (left, right) = (key.codes[Int(a)], key.codes[Int(b)])
      return left == right ? a < b : left < right
    }
    return Array(sorted.prefix(count))
  }
}
