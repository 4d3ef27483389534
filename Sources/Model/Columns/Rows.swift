/// A selection of the rows of a table, by their places from 0.
public enum Rows: Sendable, Hashable {
  /// Neighbours, in order.
  case range(Range<Int>)
  /// Any rows, in any order, perhaps one more than once.
  case list([Int32])

  /// How many rows are selected.
  @inlinable public var count: Int {
    switch self {
    case .range(let range): range.count
    case .list(let list): list.count
    }
  }

  /// The place of the row that is selected as number `index`, from 0.
  @inlinable
  public subscript(index: Int) -> Int {
    switch self {
    case .range(let range): range.lowerBound + index
    case .list(let list): Int(list[index])
    }
  }

  /// Of this selection, the rows that `inner` selects by their place in it.
  public func selecting(_ inner: Rows) -> Rows {
    selecting(inner) {}
  }

  /// The same; `check` is called every few milliseconds, and what it throws ends the work.
  public func selecting<Stop: Error>(
    _ inner: Rows, check: () throws(Stop) -> Void
  ) throws(Stop) -> Rows {
    switch (self, inner) {
    case (.range(let outer), .range(let range)):
      let first = outer.lowerBound + range.lowerBound
      return .range(first..<(first + range.count))
    case (.range(let outer), .list(let list)):
      let first = Int32(clamping: outer.lowerBound)
      return .list(first == 0 ? list : list.map { $0 + first })
    case (.list(let outer), .range(let range)): return .list(Array(outer[range]))
    case (.list(let outer), .list(let list)):
      return .list(try Checked.map(list.count, check: check) { outer[Int(list[$0])] })
    }
  }

  /// What `transform` makes of each selected row's place, in order.
  @inlinable
  public func map<Result>(_ transform: (Int) -> Result) -> [Result] {
    switch self {
    case .range(let range): range.map(transform)
    case .list(let list): list.map { transform(Int($0)) }
    }
  }

  /// The values at the selected places, in order.
  public func gather<Value>(_ values: [Value]) -> [Value] {
    switch self {
    case .range(let range): range == values.indices ? values : Array(values[range])
    case .list(let list): list.map { values[Int($0)] }
    }
  }
}
