import Model

/// The values that `fill` adds to those that occur in a key.
enum FillDomain: Sendable, Hashable {
  /// None; but periods are filled from the first to the last, and categories with an order of
  /// their own in full.
  case occurring
  /// All whole numbers of a range: hours of a day.
  case numbers(ClosedRange<Int64>)
  /// From the first that occurs to the last in steps of so many seconds.
  case steps(Int64)
}
