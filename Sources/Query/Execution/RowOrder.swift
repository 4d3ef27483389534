import Diagnostics
import Model

/// Puts rows in order.
enum RowOrder {
  /// The places of a table's rows in the order of some keys, the first one most important; rows
  /// that are equal keep their order, null comes last. Linear: a pass for each byte in which the
  /// keys differ.
  static func rows(
    count: Int, by keys: [SortKeys], _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int32] {
    var rows = (0..<Int32(clamping: count)).map(\.self)
    for key in keys.reversed() {
      rows = try sorted(rows, by: key.codes, interrupt)
      if key.hasNulls {
        var known: [Int32] = []
        var nulls: [Int32] = []
        try Checked.forEach(rows.count, check: interrupt.check) { place in
          if key.isNull(Int(rows[place])) {
            nulls.append(rows[place])
          } else {
            known.append(rows[place])
          }
        }
        rows = known + nulls
      }
    }
    return rows
  }

  /// Rows sorted by a number each, from the lowest byte to the highest (a radix sort), so that the
  /// order of equals stays.
  private static func sorted(
    _ rows: [Int32], by codes: [UInt64], _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int32] {
    var differing: UInt64 = 0
    for code in codes { differing |= code ^ codes[0] }
    var current = rows
    var next = rows
    for shift in stride(from: UInt64(0), to: 64, by: 8) where differing >> shift & 0xFF != 0 {
      var places = [Int](repeating: 0, count: 257)
      try Checked.forEach(current.count, check: interrupt.check) { place in
        places[Int(codes[Int(current[place])] >> shift & 0xFF) + 1] += 1
      }
      for digit in 0..<256 { places[digit + 1] += places[digit] }
      try Checked.forEach(current.count, check: interrupt.check) { place in
        let row = current[place]
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
  /// The most rows that are worth finding without a sort of all; so few are sorted at once.
  private static let most = 1 << 14

  /// The first rows in the order of a key, without putting the others in order: of what has been
  /// seen, only rows that can still be among them are kept.
  static func first(
    _ count: Int, of rows: Int, by key: SortKeys, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int32] {
    guard count < Swift.min(rows / 4, most) else {
      return Array(try self.rows(count: rows, by: [key], interrupt).prefix(count))
    }
    let room = Swift.max(4 * count, 4_096)
    var candidates: [Int32] = []
    var bound: UInt64?
    try Checked.forEach(rows, check: interrupt.check) { row in
      if key.isNull(row) { return }
      if let bound, key.codes[row] >= bound { return }
      candidates.append(Int32(row))
      if candidates.count >= room {
        candidates = best(count, of: candidates, by: key)
        bound = candidates.last.map { key.codes[Int($0)] }
      }
    }
    candidates = best(count, of: candidates, by: key)
    let lacking = count - candidates.count
    // Where too few have a value, rows without one come last.
    var nulls: [Int32] = []
    try Checked.forEach(lacking > 0 ? rows : 0, check: interrupt.check) { row in
      if nulls.count < lacking, key.isNull(row) { nulls.append(Int32(row)) }
    }
    return candidates + nulls
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
