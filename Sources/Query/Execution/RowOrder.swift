import Diagnostics

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
        rows = rows.filter { !key.isNull(Int($0)) } + rows.filter { key.isNull(Int($0)) }
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
      try interrupt.check()
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
  static func first(
    _ count: Int, of rows: Int, by key: SortKeys, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int32] {
    guard count < rows / 4 else {
      return Array(try self.rows(count: rows, by: [key], interrupt).prefix(count))
    }
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
