/// The order of texts: folded, byte by byte, which is by code points; texts that fold alike by
/// their true bytes.
public enum TextOrder {
  /// For each category its place in the order of texts, from 0; in their own order where they
  /// have one.
  public static func ranks(of categories: Categories) -> [Int32] {
    ranks(of: categories) {}
  }

  /// The same; `check` is called every few milliseconds, and what it throws ends the work.
  public static func ranks<Stop: Error>(
    of categories: Categories, check: () throws(Stop) -> Void
  ) throws(Stop) -> [Int32] {
    categories.isOrdered
      ? Array(0..<Int32(clamping: categories.values.count))
      : try ranks(of: TextColumn(categories.values), check: check)
  }

  /// For each row the number of texts of the column that come before its own, so that equal texts
  /// have equal ranks; -1 for null. Sorting by ranks is sorting by text.
  ///
  /// Cost: n log n comparisons of eight bytes, and of more where those are equal.
  public static func ranks(of column: TextColumn) -> [Int32] {
    ranks(of: column) {}
  }

  /// The same ranks; `check` is called every few milliseconds, and what it throws ends the work.
  public static func ranks<Stop: Error>(
    of column: TextColumn, check: () throws(Stop) -> Void
  ) throws(Stop) -> [Int32] {
    let keys = try SortKeys(column, check: check)
    let order = try keys.sorted(check: check)
    var ranks = [Int32](repeating: -1, count: column.count)
    var rank: Int32 = 0
    try Checked.forEach(order.count, check: check) { place in
      if place > 0, keys.compare(order[place - 1], order[place]) != 0 { rank = Int32(place) }
      ranks[Int(order[place])] = rank
    }
    return ranks
  }
}

/// The folded texts of a column, ready to be compared.
private struct SortKeys {
  /// The first eight folded bytes of each row as a number, so that most comparisons end there.
  private var heads: [UInt64] = []
  /// The folded texts of each ``run`` rows, one after the other: one buffer for all would be copied
  /// as it grows, which nothing could interrupt.
  private var folded: [[UInt8]] = []
  /// Where each text ends in its buffer.
  private var ends: [Int] = []
  private let column: TextColumn

  /// Rows that are sorted at once, and between two checks.
  private static let run = 1 << 13

  init<Stop: Error>(_ column: TextColumn, check: () throws(Stop) -> Void) throws(Stop) {
    self.column = column
    heads.reserveCapacity(column.count)
    ends.reserveCapacity(column.count)
    for first in stride(from: 0, to: column.count, by: SortKeys.run) {
      try check()
      var bytes: [UInt8] = []
      var end = 0
      for row in first..<min(column.count, first + SortKeys.run) {
        let start = end
        end = column.withBytes(of: row) { Fold.write($0, into: &bytes, at: start) }
        ends.append(end)
        var head: UInt64 = 0
        for place in 0..<8 {
          head = head << 8 | (start + place < end ? UInt64(bytes[start + place]) : 0)
        }
        heads.append(head)
      }
      folded.append(bytes)
    }
  }

  /// The rows that are not null, in the order of their texts: short runs sorted, then merged.
  func sorted<Stop: Error>(check: () throws(Stop) -> Void) throws(Stop) -> [Int32] {
    var order: [Int32] = []
    try Checked.forEach(column.count, check: check) { row in
      if !column.isNull(row) { order.append(Int32(row)) }
    }
    for start in stride(from: 0, to: order.count, by: SortKeys.run) {
      try check()
      let end = min(start + SortKeys.run, order.count)
      order[start..<end].sort { compare($0, $1) < 0 }
    }
    var width = SortKeys.run
    var merged: [Int32] = []
    while width < order.count {
      merged.removeAll(keepingCapacity: true)
      for start in stride(from: 0, to: order.count, by: 2 * width) {
        let middle = min(start + width, order.count)
        let end = min(start + 2 * width, order.count)
        try merge(order, start..<middle, middle..<end, into: &merged, check: check)
      }
      swap(&order, &merged)
      width *= 2
    }
    return order
  }

  /// Appends two sorted runs of rows as one.
  private func merge<Stop: Error>(
    _ rows: [Int32], _ left: Range<Int>, _ right: Range<Int>, into merged: inout [Int32],
    check: () throws(Stop) -> Void
  ) throws(Stop) {
    var (one, other) = (left.lowerBound, right.lowerBound)
    while one < left.upperBound, other < right.upperBound {
      if merged.count % SortKeys.run == 0 { try check() }
      if compare(rows[one], rows[other]) <= 0 {
        merged.append(rows[one])
        one += 1
      } else {
        merged.append(rows[other])
        other += 1
      }
    }
    merged += rows[one..<left.upperBound]
    merged += rows[other..<right.upperBound]
  }

  /// Negative where the left row comes first, 0 where the texts are equal.
  func compare(_ left: Int32, _ right: Int32) -> Int {
    let (left, right) = (Int(left), Int(right))
    if heads[left] != heads[right] { return heads[left] < heads[right] ? -1 : 1 }
    let one = folded[left / SortKeys.run]
    let other = folded[right / SortKeys.run]
    let byFold = compare(
      one.span.extracting(range(of: left)), other.span.extracting(range(of: right)))
    if byFold != 0 { return byFold }
    return column.withBytes(of: left) { one in
      column.withBytes(of: right) { other in compare(one, other) }
    }
  }

  private func range(of row: Int) -> Range<Int> {
    (row % SortKeys.run == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  private func compare(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    let common = Swift.min(left.count, right.count)
    for place in 0..<common where left[place] != right[place] {
      return left[place] < right[place] ? -1 : 1
    }
    return left.count - right.count
  }
}
