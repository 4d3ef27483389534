import Diagnostics
import Model

extension Function {
  static let numberFunctions: [Function] = [
    Function(
      "round", [Parameter("x", .number), Parameter("n", .int, isOptional: true)],
      "a number rounded to so many decimals (none at first), halves away from zero",
      [
        Example("round(2.5)", "3"), Example("round(-2.5)", "-3"),
        Example("round(3.14159, 2)", "3.14"),
      ]
    ) { arguments, source in
      guard arguments[0].type != .int || arguments.count > 1 else { return arguments[0] }
      return .applying(to: arguments, type: .float, source: source) { arguments in
        let digits = arguments.columns.count > 1 ? arguments[1].asInts : PlainColumn([0])
        let results = arguments[0].asFloats.combined(
          with: digits, count: arguments.count, rounded)
        return .float(results.finite { arguments.environment.notes.add(.overflow) })
      }
    },
    whole("floor", "the greatest whole number that is not greater", "floor(-1.5)", "-2") {
      $0.rounded(.down)
    },
    whole("ceil", "the least whole number that is not less", "ceil(1.2)", "2") {
      $0.rounded(.up)
    },
    Function(
      "abs", [Parameter("x", .numberOrDuration)], "a number or duration without its sign",
      [Example("abs(-3)", "3"), Example("abs(-2h)", "2h")]
    ) { arguments, source in
      let type = arguments[0].type ?? .float
      return .applying(to: arguments, type: type, source: source) { arguments in
        if type == .float { return .float(arguments[0].asFloats.changed { $0.magnitude }) }
        let results = arguments[0].asInts.changed { $0 == .min ? nil : Swift.abs($0) }
          .unwrapped(or: 0) { arguments.environment.notes.add(.overflow) }
        return type == .int ? .int(results) : .duration(results)
      }
    },
    Function(
      "bin", [Parameter("x", .ordered), Parameter("step", .numberOrDuration)],
      "the start of the step that a number, date or duration falls in",
      [
        Example("bin(2025-02-17T16:14, 15min)", "2025-02-17T16:00:00"), Example("bin(17, 5)", "15"),
        Example("bin(100min, 1h)", "1h"),
      ], make: bin),
  ]

  /// A function from any number to a whole one.
  private static func whole(
    _ name: String, _ summary: String, _ example: String, _ value: String,
    _ change: @escaping @Sendable (Double) -> Double
  ) -> Function {
    Function(
      name, [Parameter("x", .number)], summary, [Example(example, value)]
    ) { arguments, source in
      guard arguments[0].type != .int else { return arguments[0] }
      return .applying(to: arguments, type: .int, source: source) { arguments in
        .int(
          arguments[0].asFloats.changed { Int64(exactly: change($0)) }
            .unwrapped(or: 0) { arguments.environment.notes.add(.overflow) })
      }
    }
  }

  private static func bin(
    _ arguments: [TypedExpression], _ source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    guard let type = arguments[0].type, let step = arguments[1].type else { return arguments[0] }
    switch (type, step) {
    case (.int, .int): return bin(arguments, .int, source) { .int($0) }
    case (.duration, .duration): return bin(arguments, .duration, source) { .duration($0) }
    case (.datetime, .duration), (.period, .duration):
      var binned = bin(arguments, .datetime, source) { .datetime($0) }
      if case .literal(.duration(let span)) = arguments[1].source.kind,
        let seconds = try span.seconds(at: arguments[1].span), seconds > 0
      {
        binned.domain = .steps(seconds)
      }
      return binned
    case (_, _) where type.isNumeric && step.isNumeric:
      return .applying(to: arguments, type: .float, source: source) { arguments in
        let results: PlainColumn<Double?> = arguments[0].asFloats.combined(
          with: arguments[1].asFloats, count: arguments.count
        ) { $1 > 0 ? start(ofStep: $1, holding: $0) : nil }
        return .float(
          results.unwrapped(or: 0) { arguments.environment.notes.add(.stepNotPositive) }
            .finite { arguments.environment.notes.add(.overflow) })
      }
    default:
      throw .usage(
        "bin takes a number and a number, or a date and a duration; \(arguments[0].described)"
          + " and \(arguments[1].described)", at: source.span, help: "write bin(date, 15min)")
    }
  }

  /// Whole numbers and seconds; of dates, weeks begin on Monday.
  private static func bin(
    _ arguments: [TypedExpression], _ type: ValueType, _ source: Expression,
    _ column: @escaping @Sendable (PlainColumn<Int64>) -> Column
  ) -> TypedExpression {
    // 1970-01-05 was a Monday.
    let origin = type == .datetime ? 4 * Moment.day : 0
    return .applying(to: arguments, type: type, source: source) { arguments in
      let steps = arguments[1].asInts
      let results = arguments[0].asSeconds.combined(
        with: steps, count: arguments.count
      ) { value, step -> Int64? in
        guard step > 0, let moved = checked(value.subtractingReportingOverflow(origin)) else {
          return nil
        }
        let rest = moved % step
        let start = checked(value.subtractingReportingOverflow(rest < 0 ? rest + step : rest))
        return start.flatMap { type != .datetime || Moment.calendar.contains($0) ? $0 : nil }
      }
      let starts = results.unwrapped(or: 0) {
        let isStep = steps.values.indices.contains { steps[$0].map { $0 <= 0 } ?? false }
        arguments.environment.notes.add(
          isStep ? .stepNotPositive : type == .datetime ? .outOfCalendar : .overflow)
      }
      return column(starts)
    }
  }
}

extension Diagnostic {
  fileprivate static let stepNotPositive = Diagnostic.note(
    "bin needs a step above zero; what had another has become null")
}

/// A number rounded to a number of decimals, halves away from zero. A half is what is written as
/// one: 1.005 gives 1.01, though its float lies a little below.
private func rounded(_ number: Double, _ digits: Int64) -> Double {
  // A float has about 17 digits; beyond, rounding changes nothing.
  guard digits <= 300 else { return number }
  // Half of 1e309 is more than any float.
  guard digits >= -308 else { return 0 }
  let scale = powersOfTen[Int(digits.magnitude)]
  let scaled = digits >= 0 ? number * scale : number / scale
  // From 2^52 on a float has no halves.
  guard scaled.magnitude < 0x1p52 else { return number }
  let low = scaled.magnitude.rounded(.down)
  // The float that is nearest to the half between two results.
  let half = digits >= 0 ? (low + 0.5) / scale : (low + 0.5) * scale
  let whole = number.magnitude >= half ? low + 1 : low
  let size = digits >= 0 ? whole / scale : whole * scale
  return number.sign == .minus ? -size : size
}

/// The start of the step that a number falls in. What is written as a multiple of the step begins one, though
/// floats make 0.3 / 0.1 a little less than 3 and 3 * 0.1 a little more than 0.3.
private func start(ofStep step: Double, holding number: Double) -> Double {
  let steps = number / step
  let nearest = steps.rounded()
  let count =
    (steps - nearest).magnitude <= 4 * nearest.ulp ? nearest : steps.rounded(.down)
  // A float has about 16 digits.
  for power in powersOfTen.prefix(17) {
    let whole = step * power
    guard whole == whole.rounded() else { continue }
    let product = count * whole
    // Up to 2^53 the product is what it should be.
    guard product.magnitude < 0x1p53 else { break }
    return product / power
  }
  return count * step
}

/// The powers of ten that a float holds, each as near as it can be.
private let powersOfTen = (0...308).compactMap { Double("1e\($0)") }
