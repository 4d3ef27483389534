import Model

/// The sums of an addend at places. They wrap: ``GroupSums/isExact`` tells whether that can have been.
struct PlaceSums: Sendable {
  private var totals: [Int64]
  /// How many rows had none; empty while no row was without.
  private var missing: [Int32] = []
  /// No number is greater, and none is less than this, negative, less 1: all of them, bit by bit.
  private var magnitude: Int64 = 0

  /// Sums of nothing at so many places.
  init(span: Int) {
    totals = [Int64](repeating: 0, count: span)
  }

  /// Adds the numbers of a block of rows.
  mutating func add(_ numbers: PlainColumn<Int64>, _ places: borrowing BlockPlaces, _ lanes: Lanes)
  {
    let values = numbers.values.span.extracting(places.rows)
    if let nulls = numbers.nulls { return add(values, nulls, places, lanes) }
    magnitude |= numbers.greatestMagnitude(places.rows)
    var totals = totals.mutableSpan
    lanes.forEach(places) { row, place in totals[place] &+= values[row] }
  }

  /// Adds what numbers come to at an element of the arrays; none of them is greater than `magnitude`.
  mutating func add(_ sum: Int64, magnitude: Int64, at element: Int) {
    totals[element] &+= sum
    self.magnitude |= magnitude
  }

  private mutating func add(
    _ numbers: Span<Int64>, _ nulls: [Bool], _ places: borrowing BlockPlaces, _ lanes: Lanes
  ) {
    if missing.isEmpty { missing = [Int32](repeating: 0, count: totals.count) }
    lanes.forEach(places) { row, place in
      if nulls[row] {
        missing[place] &+= 1
      } else {
        totals[place] &+= numbers[row]
        magnitude |= magnitudeBits(of: numbers[row])
      }
    }
  }

  /// Adds the sums of other rows at the same places.
  mutating func add(_ other: PlaceSums) {
    for place in totals.indices { totals[place] &+= other.totals[place] }
    if missing.isEmpty {
      missing = other.missing
    } else {
      for place in other.missing.indices { missing[place] &+= other.missing[place] }
    }
    magnitude |= other.magnitude
  }

  /// The sums of all lanes together.
  func joined(_ lanes: Lanes) -> PlaceSums {
    var joined = self
    joined.totals = lanes.joined(totals)
    joined.missing = lanes.joined(missing)
    return joined
  }

  /// The sums of groups at places, -1 for one without rows; `rows` are how many rows each has.
  func of(_ places: [Int32], _ rows: [Int64]) -> GroupSums {
    GroupSums(
      totals: places.map { $0 < 0 ? 0 : totals[Int($0)] },
      known: zip(places, rows).map { place, rows in
        place < 0 || missing.isEmpty ? rows : rows - Int64(missing[Int(place)])
      },
      isExact: isExact(rows: rows.max() ?? 0))
  }

  /// Whether no sum of so many numbers, nor of some of them in any order, can have wrapped.
  private func isExact(rows: Int64) -> Bool {
    let (product, overflow) = (UInt64(magnitude) + 1).multipliedReportingOverflow(by: UInt64(rows))
    return !overflow && product <= UInt64(Int64.max)
  }
}

/// The sums of an addend in groups.
struct GroupSums {
  /// The sum of each group.
  let totals: [Int64]
  /// How many rows of each group have a number.
  let known: [Int64]
  /// Whether no sum can have passed the range of whole numbers, in whatever order.
  let isExact: Bool

  /// Of nothing.
  static let none = GroupSums(totals: [], known: [], isExact: true)
}

extension PlainColumn<Int64> {
  /// What none of some rows' values is greater than, and none, negative, less than this, negative, less 1:
  /// all their bits, or those of values between which they lie.
  func greatestMagnitude(_ rows: Range<Int>) -> Int64 {
    if let bounds { return magnitudeBits(of: bounds.least) | magnitudeBits(of: bounds.greatest) }
    let numbers = values.span.extracting(rows)
    // Mostly none is negative, and the processor has an easier question to answer.
    var bits: Int64 = 0
    for row in numbers.indices { bits |= numbers[row] }
    guard bits < 0 else { return bits }
    bits = 0
    for row in numbers.indices { bits |= magnitudeBits(of: numbers[row]) }
    return bits
  }
}

/// A number that is not negative, the complement of one that is.
private func magnitudeBits(of number: Int64) -> Int64 { number ^ (number >> 63) }
