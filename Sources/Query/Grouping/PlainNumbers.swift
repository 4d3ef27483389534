import Diagnostics
import Model

extension PlainColumn<Int64> {
  /// The least and the greatest value; nil where all are null.
  func extremes(_ interrupt: Interrupt) throws(Diagnostic) -> ClosedRange<Int64>? {
    if nulls == nil, let known = bounds.map({ [$0] }) ?? stretches?.compactMap(\.self),
      !known.isEmpty
    {
      return known.dropFirst().reduce(known[0].least...known[0].greatest) { all, part in
        Swift.min(all.lowerBound, part.least)...Swift.max(all.upperBound, part.greatest)
      }
    }
    let parts = try ParallelRows.parts(count, interrupt) { rows in
      var least = Int64.max
      var greatest = Int64.min
      for row in rows where nulls?[row] != true {
        least = Swift.min(least, values[row])
        greatest = Swift.max(greatest, values[row])
      }
      return least <= greatest ? least...greatest : nil
    }
    return parts.compactMap(\.self).reduce(nil) { all, part in
      guard let all else { return part }
      let least = Swift.min(all.lowerBound, part.lowerBound)
      return least...Swift.max(all.upperBound, part.upperBound)
    }
  }

  /// The numbers at places of which 1 is that of `least` and 0 that of null.
  init(_ places: [Int32], from least: Int64) {
    self.init(
      places.map { $0 == 0 ? 0 : least &+ Int64($0) &- 1 },
      nulls: places.contains(0) ? places.map { $0 == 0 } : nil)
  }
}

extension Column {
  /// A column of the kind of this one, which is of whole numbers or dates, with other numbers.
  func ofSameKind(_ numbers: PlainColumn<Int64>) -> Column {
    switch self {
    case .period(let unit, _): .period(unit, numbers)
    case .datetime: .datetime(numbers)
    case .duration: .duration(numbers)
    default: .int(numbers)
    }
  }
}
