/// Lists of text; never null, perhaps empty.
public struct ListColumn: Sendable {
  /// The elements of all rows, one after the other; none of them null.
  public let items: TextColumn

  /// Where each row's elements begin among ``items``, from 0, and after the last row the end: one
  /// more than there are rows.
  public let bounds: [Int32]

  /// Rows as stretches of `items`.
  @inlinable
  public init(items: TextColumn, bounds: [Int32]) {
    self.items = items
    self.bounds = bounds
  }

  /// A column of its own texts.
  public init(_ lists: some Sequence<[String]>) {
    var items = TextColumn.Builder()
    var bounds: [Int32] = [0]
    for list in lists {
      for item in list { items.append(item) }
      bounds.append(Int32(clamping: items.count))
    }
    self.init(items: items.finish(), bounds: bounds)
  }

  /// How many rows there are.
  @inlinable public var count: Int { bounds.count - 1 }

  /// The places of a row's elements among ``items``.
  @inlinable
  public func range(of row: Int) -> Range<Int> {
    Int(bounds[row])..<Int(bounds[row + 1])
  }

  /// The elements of a row.
  public subscript(row: Int) -> [String] {
    range(of: row).compactMap { items[$0] }
  }

  /// The given rows, in their order.
  public func gathered(_ rows: [Int32]) -> ListColumn {
    gathered(rows) {}
  }

  /// The same; `check` is called every few milliseconds, and what it throws ends the work.
  public func gathered<Stop: Error>(
    _ rows: [Int32], check: () throws(Stop) -> Void
  ) throws(Stop) -> ListColumn {
    var chosen: [Int32] = []
    var newBounds: [Int32] = [0]
    newBounds.reserveCapacity(rows.count + 1)
    try Checked.forEach(rows.count, check: check) { place in
      let row = Int(rows[place])
      chosen.append(contentsOf: bounds[row]..<bounds[row + 1])
      newBounds.append(Int32(clamping: chosen.count))
    }
    return ListColumn(items: try items.gathered(chosen, check: check), bounds: newBounds)
  }

  /// A range of rows.
  public func slice(_ rows: Range<Int>) -> ListColumn {
    let first = bounds[rows.lowerBound]
    return ListColumn(
      items: items.slice(Int(first)..<Int(bounds[rows.upperBound])),
      bounds: bounds[rows.lowerBound...rows.upperBound].map { $0 - first })
  }
}
