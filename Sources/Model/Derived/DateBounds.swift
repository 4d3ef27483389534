/// The first and the last moment of each stretch of messages, so that a question about some days passes
/// over the others without a look at them.
struct DateBounds: Sendable {
  /// Those of each stretch; nil where a message of it has no date.
  let stretches: [PlainColumn<Int64>.Bounds?]

  /// Whether each message is without a date; nil where all have one.
  let nulls: [Bool]?

  /// Messages of a stretch: those of a batch.
  private static let size = FoldedTexts.stretch

  /// Those of messages at moments. Linear.
  init(of moments: [Int64]) {
    stretches = stride(from: 0, to: moments.count, by: DateBounds.size).map { first in
      let last = min(moments.count, first + DateBounds.size)
      var least = Int64.max
      var greatest = Int64.min
      for place in first..<last {
        least = min(least, moments[place])
        greatest = max(greatest, moments[place])
      }
      // A missing date is the least number of all.
      return least == Moment.none ? nil : .init(least: least, greatest: greatest)
    }
    nulls = stretches.contains { $0 == nil } ? moments.map { $0 == Moment.none } : nil
  }

  /// Those of some messages, where they all are of one stretch.
  func bounds(of rows: Rows) -> PlainColumn<Int64>.Bounds? {
    guard rows.count > 0 else { return nil }
    let (first, last) = (rows[0] / DateBounds.size, rows[rows.count - 1] / DateBounds.size)
    guard first == last, case .range = rows else { return nil }
    return stretches[first]
  }
}
