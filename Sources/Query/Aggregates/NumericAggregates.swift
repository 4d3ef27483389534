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
      let isWhole = arguments[0].type != .float
      return meaning(arguments[0]) { rows throws(Diagnostic) in
        if isWhole { return try wholeMeans(rows) }
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
      meaning(arguments[0]) { rows throws(Diagnostic) in try percentiles(rows, at: nil) { _ in 50 }
      }
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
      let place = arguments[1].span
      let isSmall = arguments[1].writtenNumber.map { 0 < $0 && $0 < 1 } ?? false
      return meaning(arguments[0]) { rows throws(Diagnostic) in
        if isSmall { rows.notes.add(.smallPercentage) }
        return try percentiles(rows, at: place) { $0.constant(1) }
      }
    },
  ]

  /// The sum of numbers or durations.
  static func sum(of type: ValueType?) -> Work {
    switch type {
    case .float: Work(.float) { rows throws(Diagnostic) in .float(try floatSums(rows)) }
    case .duration: wholeSum(.duration) { .duration($0) }
    default: wholeSum(.int) { .int($0) }
    }
  }

  private static func wholeSum(
    _ type: ValueType, _ column: @escaping @Sendable (PlainColumn<Int64>) -> Column
  ) -> Work {
    Work(type) { arguments in
      arguments[0].asInts
    } _: { rows throws(Diagnostic) in
      column(try wholeSums(rows))
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

extension Diagnostic {
  fileprivate static let smallPercentage = Diagnostic.note(
    "a percentile below 1 is the value of less than a hundredth of the rows",
    help: "the percentage goes from 0 to 100: 95, not 0.95")
}
