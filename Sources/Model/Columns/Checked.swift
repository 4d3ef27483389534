/// Loops over all rows that can be ended: `check` is called every few milliseconds, and what it throws
/// ends them. Whoever has nothing to ask gives `{}`.
public enum Checked {
  /// Rows between two checks: some milliseconds where each row costs a look into memory far away.
  @usableFromInline static let stretch = 1 << 15

  /// Calls `body` with each number from 0 up to `count`.
  @inlinable
  @inline(__always)
  public static func forEach<Stop: Error>(
    _ count: Int, check: () throws(Stop) -> Void, _ body: (Int) -> Void
  ) throws(Stop) {
    var start = 0
    while start < count {
      try check()
      let end = Swift.min(count, start + stretch)
      for number in start..<end { body(number) }
      start = end
    }
  }

  /// What `transform` makes of each number from 0 up to `count`, in order.
  @inlinable
  @inline(__always)
  public static func map<Stop: Error, Result>(
    _ count: Int, check: () throws(Stop) -> Void, _ transform: (Int) -> Result
  ) throws(Stop) -> [Result] {
    try check()
    guard count > stretch else { return (0..<count).map(transform) }
    var results: [Result] = []
    results.reserveCapacity(count)
    try forEach(count, check: check) { results.append(transform($0)) }
    return results
  }
}
