import Diagnostics
import Model

extension Aggregate {
  static let numericAggregates: [Aggregate] = [
    Aggregate(
      "sum", [Parameter("x", .numberOrDuration)],
      "the sum; null of no values, but 0 in a group that fill has added", [.init("sum(x)", "10")]
    ) { arguments in sum(of: arguments[0].type) },
    Aggregate(
      "avg", [Parameter("x", .numberOrDuration)], "the mean", [.init("avg(x)", "2.5")]
    ) { arguments in
      meaning(arguments[0]) { rows throws(Diagnostic) in
        let moments = try Moments(rows)
        return zip(moments.means, moments.counts).map { $1 > 0 ? $0 : nil }
      }
    },
    Aggregate(
      "stdev", [Parameter("x", .numberOrDuration)],
      "the standard deviation of the sample; null of fewer than two values",
      [.init("round(stdev(x), 3)", "1.732")]
    ) { arguments in
      meaning(arguments[0]) { rows throws(Diagnostic) in
        let moments = try Moments(rows)
        return zip(moments.squares, moments.counts).map { squares, count in
          count > 1 ? (squares / (count - 1)).squareRoot() : nil
        }
      }
    },
    Aggregate(
      "median", [Parameter("x", .numberOrDuration)],
      "the value in the middle, or halfway between the two in the middle",
      [.init("median(x)", "2")]
    ) { arguments in
      meaning(arguments[0]) { rows throws(Diagnostic) in try percentiles(rows) { _ in 50 } }
    },
    Aggregate(
      "percentile", [Parameter("x", .numberOrDuration), Parameter("p", .number)],
      "the value below which p percent lie, interpolated", [.init("percentile(x, 50)", "2")]
    ) { (arguments) throws(Diagnostic) in
      guard arguments[1].isConstant else {
        throw .usage(
          "the percentage is one number for all rows; \(arguments[1].described) of each",
          at: arguments[1].span, help: "write percentile(\(arguments[0].source.excerpt), 95)")
      }
      if let percent = arguments[1].writtenNumber, !(0...100).contains(percent) {
        throw .usage("a percentage goes from 0 to 100", at: arguments[1].span)
      }
      return meaning(arguments[0]) { rows throws(Diagnostic) in
        try percentiles(rows) { $0.constant(1) }
      }
    },
  ]

  /// The sum of numbers or durations.
  static func sum(of type: ValueType?) -> Work {
    switch type {
    case .float: Work(.float) { rows throws(Diagnostic) in .float(try floatSums(rows)) }
    case .duration: Work(.duration) { rows throws(Diagnostic) in .duration(try wholeSums(rows)) }
    default: Work(.int) { rows throws(Diagnostic) in .int(try wholeSums(rows)) }
    }
  }

  /// Work whose results are floats, or of durations durations to the nearest second.
  private static func meaning(
    _ argument: TypedExpression,
    _ work: @escaping @Sendable (GroupedRows) throws(Diagnostic) -> [Double?]
  ) -> Work {
    let isDuration = argument.type == .duration
    return Work(isDuration ? .duration : .float) { rows throws(Diagnostic) in
      let results = PlainColumn(try work(rows)).unwrapped(or: 0) {}
        .finite { rows.notes.add(.overflow) }
      guard isDuration else { return .float(results) }
      return .duration(
        results.changed { Int64(exactly: $0.rounded(.toNearestOrAwayFromZero)) }
          .unwrapped(or: 0) { rows.notes.add(.overflow) })
    }
  }
}

extension TypedExpression {
  /// The number that it is where it is written as one.
  fileprivate var writtenNumber: Double? {
    switch source.kind {
    case .literal(.int(let number)): Double(number)
    case .literal(.float(let number)): number
    default: nil
    }
  }
}

/// Sums of whole numbers or seconds.
private func wholeSums(_ rows: GroupedRows) throws(Diagnostic) -> PlainColumn<Int64> {
  var sums = Sums<Int64>(rows)
  var isLost = [Bool](repeating: false, count: rows.count)
  try rows.forEachBatch { (arguments, groups) throws(Diagnostic) in
    sums.add(arguments[0].asInts, groups) { group, sum, value in
      let (result, overflow) = sum.addingReportingOverflow(value)
      if overflow { isLost[group] = true }
      return result
    }
  }
  var result = sums.result
  if isLost.contains(true) {
    rows.notes.add(.overflow)
    result.nulls = zip(result.nulls ?? isLost, isLost).map { $0 || $1 }
  }
  return result
}

private func floatSums(_ rows: GroupedRows) throws(Diagnostic) -> PlainColumn<Double> {
  var sums = Sums<Double>(rows)
  try rows.forEachBatch { (arguments, groups) throws(Diagnostic) in
    sums.add(arguments[0].asFloats, groups) { _, sum, value in sum + value }
  }
  return sums.result.finite { rows.notes.add(.overflow) }
}

/// A sum for each group.
private struct Sums<Number: Numeric & Sendable> {
  private var sums: [Number]
  /// Whether a group has no value, and so no sum.
  private var isEmpty: [Bool]

  init(_ rows: GroupedRows) {
    sums = [Number](repeating: 0, count: rows.count)
    // A group that `fill` added has the sum 0.
    isEmpty = rows.added.map { !$0 }
  }

  @inline(__always)
  mutating func add(
    _ column: PlainColumn<Number>, _ groups: ArraySlice<Int32>,
    _ plus: (Int, Number, Number) -> Number
  ) {
    for (row, group) in groups.enumerated() where column.nulls?[row] != true {
      let group = Int(group)
      sums[group] = plus(group, sums[group], column.values[row])
      isEmpty[group] = false
    }
  }

  var result: PlainColumn<Number> {
    PlainColumn(sums, nulls: isEmpty.contains(true) ? isEmpty : nil)
  }
}

/// Counts, means and sums of squared distances from the mean, kept up value by value (Welford's
/// method), so that large numbers close together lose nothing.
private struct Moments {
  private(set) var counts: [Double]
  private(set) var means: [Double]
  private(set) var squares: [Double]

  init(_ rows: GroupedRows) throws(Diagnostic) {
    var counts = [Double](repeating: 0, count: rows.count)
    var means = counts
    var squares = counts
    try rows.forEachBatch { (arguments, groups) throws(Diagnostic) in
      let column = arguments[0].asFloats
      for (row, group) in groups.enumerated() where column.nulls?[row] != true {
        let group = Int(group)
        counts[group] += 1
        let distance = column.values[row] - means[group]
        means[group] += distance / counts[group]
        squares[group] += distance * (column.values[row] - means[group])
      }
    }
    (self.counts, self.means, self.squares) = (counts, means, squares)
  }
}

/// A percentile of each group, interpolated between the two values that it lies between; nil of no
/// values, or where the percentage is none from 0 to 100.
private func percentiles(
  _ rows: GroupedRows, _ percentage: (GroupedRows) -> Double?
) throws(Diagnostic) -> [Double?] {
  guard let percent = percentage(rows), (0...100).contains(percent) else {
    throw Diagnostic("a percentage goes from 0 to 100")
  }
  let (members, bounds) = rows.groups.members
  let column = try rows.values(of: members).asFloats
  return (0..<rows.count).map { group in
    let values = (bounds[group]..<bounds[group + 1]).compactMap { column[$0] }.sorted()
    guard let last = values.last else { return nil }
    let place = percent / 100 * Double(values.count - 1)
    let lower = Int(place)
    guard lower + 1 < values.count else { return last }
    return values[lower] + (values[lower + 1] - values[lower]) * (place - Double(lower))
  }
}
