import Model

// The loops of the operators: one value a row, or one row that stands for all.

extension PlainColumn {
  /// The value of a row, where one row may stand for all; nil where it is null.
  @inline(__always)
  subscript(spread row: Int) -> Element? { self[count == 1 ? 0 : row] }

  /// Whether a row is null, where one row may stand for all.
  @inline(__always)
  private func nullFlags(_ count: Int) -> [Bool]? {
    guard let nulls else { return nil }
    return nulls.count == count ? nulls : [Bool](repeating: nulls.first ?? true, count: count)
  }

  /// Combines this column with another, row by row; null where either is.
  @inline(__always)
  func combined<Other, Result>(
    with other: PlainColumn<Other>, count: Int, _ combine: (Element, Other) -> Result
  ) -> PlainColumn<Result> {
    let values = PlainColumn.zipped(self.values, other.values, count, combine)
    switch (nullFlags(count), other.nullFlags(count)) {
    case (nil, nil): return PlainColumn<Result>(values)
    case (let nulls?, nil), (nil, let nulls?): return PlainColumn<Result>(values, nulls: nulls)
    case (let a?, let b?): return PlainColumn<Result>(values, nulls: zip(a, b).map { $0 || $1 })
    }
  }

  @inline(__always)
  private static func zipped<Other, Result>(
    _ a: [Element], _ b: [Other], _ count: Int, _ combine: (Element, Other) -> Result
  ) -> [Result] {
    if count == 0 { return [] }
    if a.count == count, b.count == count {
      return (0..<count).map { combine(a[$0], b[$0]) }
    }
    if a.count == count {
      let only = b[0]
      return a.map { combine($0, only) }
    }
    let only = a[0]
    if b.count == count { return b.map { combine(only, $0) } }
    return [Result](repeating: combine(only, b[0]), count: count)
  }

  /// Each value changed; nulls stay.
  @inline(__always)
  func changed<Result>(_ change: (Element) -> Result) -> PlainColumn<Result> {
    PlainColumn<Result>(values.map(change), nulls: nulls)
  }

  /// The values of a column of results some of which failed; `failed` is told if one did where no
  /// null was before.
  @inline(__always)
  func unwrapped<Result>(
    or filler: Result, failed: () -> Void
  ) -> PlainColumn<Result> where Element == Result? {
    guard values.contains(where: { $0 == nil }) else {
      return PlainColumn<Result>(values.map { $0 ?? filler }, nulls: nulls)
    }
    let newNulls = values.indices.map { values[$0] == nil || (nulls?[$0] ?? false) }
    if values.indices.contains(where: { values[$0] == nil && !(nulls?[$0] ?? false) }) { failed() }
    return PlainColumn<Result>(values.map { $0 ?? filler }, nulls: newNulls)
  }
}

extension PlainColumn<Bool> {
  /// The values with null counted as `value`.
  func decided(null value: Bool) -> [Bool] {
    guard let nulls else { return values }
    return zip(values, nulls).map { $1 ? value : $0 }
  }
}
