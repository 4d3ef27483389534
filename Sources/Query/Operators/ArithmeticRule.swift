import Model

/// What an arithmetic operator gives for two types, and how.
struct ArithmeticRule: Sendable {
  let type: ValueType
  let kernel: Kernel

  /// The rule for two types, nil where the operator does not go with them.
  init?(_ left: ValueType, _ operation: Expression.Operator, _ right: ValueType) {
    switch (left, operation, right) {
    case (.int, .divided, .int): self = .floats(.divided)
    case (.int, _, .int): self = .integers(operation, .int)
    case (.duration, .plus, .duration), (.duration, .minus, .duration),
      (.duration, .remainder, .duration):
      self = .integers(operation, .duration)
    case (.duration, .divided, .duration): self = .floats(.divided)
    case (.duration, .times, _) where right.isNumeric,
      (.duration, .divided, _) where right.isNumeric:
      self = .scaled(operation)
    case (_, .times, .duration) where left.isNumeric: self = .scaled(operation)
    case (_, .minus, _) where left.isDate && right.isDate: self = .distance
    case (_, .plus, .duration) where left.isDate, (_, .minus, .duration) where left.isDate:
      self = .moved(operation)
    case (.duration, .plus, _) where right.isDate: self = .moved(operation)
    case (_, _, _) where left.isNumeric && right.isNumeric: self = .floats(operation)
    default: return nil
    }
  }

  private init(_ type: ValueType, _ kernel: @escaping Kernel) {
    self.type = type
    self.kernel = kernel
  }

  /// Whole numbers, and seconds of durations.
  private static func integers(_ operation: Expression.Operator, _ type: ValueType) -> Self {
    ArithmeticRule(type) { arguments in
      let (a, b) = (arguments[0].asInts, arguments[1].asInts)
      let count = arguments.count
      let notes = arguments.environment.notes
      let results: PlainColumn<Int64?>
      switch operation {
      case .plus:
        results = a.combined(with: b, count: count) { checked($0.addingReportingOverflow($1)) }
      case .minus:
        results = a.combined(with: b, count: count) { checked($0.subtractingReportingOverflow($1)) }
      case .times:
        results = a.combined(with: b, count: count) {
          checked($0.multipliedReportingOverflow(by: $1))
        }
      case .remainder, .divided:
        // The least number % -1 is 0, though the machine's division overflows.
        results = a.combined(with: b, count: count) { $1 == 0 ? nil : $1 == -1 ? 0 : $0 % $1 }
      }
      let numbers = results.unwrapped(or: 0) {
        notes.add(operation == .remainder ? .divisionByZero : .overflow)
      }
      return type == .duration ? .duration(numbers) : .int(numbers)
    }
  }

  /// Floats, and what becomes one.
  private static func floats(_ operation: Expression.Operator) -> Self {
    ArithmeticRule(.float) { arguments in
      let (a, b) = (arguments[0].asFloats, arguments[1].asFloats)
      let count = arguments.count
      let notes = arguments.environment.notes
      let results: PlainColumn<Double>
      switch operation {
      case .plus: results = a.combined(with: b, count: count) { $0 + $1 }
      case .minus: results = a.combined(with: b, count: count) { $0 - $1 }
      case .times: results = a.combined(with: b, count: count) { $0 * $1 }
      case .divided, .remainder:
        let divided: PlainColumn<Double?> = a.combined(with: b, count: count) { a, b in
          if b == 0 { return nil }
          return operation == .divided ? a / b : a.truncatingRemainder(dividingBy: b)
        }
        results = divided.unwrapped(or: 0) { notes.add(.divisionByZero) }
      }
      return .float(results.finite { notes.add(.overflow) })
    }
  }

  /// A duration times or divided by a number, to the nearest second.
  private static func scaled(_ operation: Expression.Operator) -> Self {
    ArithmeticRule(.duration) { arguments in
      let (a, b) = (arguments[0].asFloats, arguments[1].asFloats)
      let notes = arguments.environment.notes
      let quotients: PlainColumn<Double?> = a.combined(with: b, count: arguments.count) { a, b in
        if operation == .times { return a * b }
        return b == 0 ? nil : a / b
      }
      let seconds = quotients.unwrapped(or: 0) { notes.add(.divisionByZero) }
      return .duration(
        seconds.changed { Int64(exactly: $0.rounded()) }
          .unwrapped(or: 0) { notes.add(.overflow) })
    }
  }

  /// The duration from one date to another.
  private static var distance: Self {
    ArithmeticRule(.duration) { arguments in
      let (a, b) = (arguments[0].asSeconds, arguments[1].asSeconds)
      let results = a.combined(with: b, count: arguments.count) {
        checked($0.subtractingReportingOverflow($1))
      }
      return .duration(results.unwrapped(or: 0) { arguments.environment.notes.add(.overflow) })
    }
  }

  /// A date a duration later or earlier.
  private static func moved(_ operation: Expression.Operator) -> Self {
    ArithmeticRule(.datetime) { arguments in
      let (a, b) = (arguments[0].asSeconds, arguments[1].asSeconds)
      let results = a.combined(with: b, count: arguments.count) { a, b -> Int64? in
        let moment = checked(
          operation == .plus ? a.addingReportingOverflow(b) : a.subtractingReportingOverflow(b))
        return moment.flatMap { Moment.calendar.contains($0) ? $0 : nil }
      }
      return .datetime(
        results.unwrapped(or: 0) { arguments.environment.notes.add(.outOfCalendar) })
    }
  }
}

extension Moment {
  /// The seconds of the years 1 to 9999.
  static let calendar: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
}

extension PlainColumn<Double> {
  /// The column with infinities and what is no number made null; `failed` is told if there were.
  func finite(failed: () -> Void) -> PlainColumn<Double> {
    guard values.contains(where: { !$0.isFinite }) else { return self }
    return changed { $0.isFinite ? $0 : nil }.unwrapped(or: 0, failed: failed)
  }
}

/// The result of an operation that did not overflow, or nil.
@inline(__always)
func checked(_ result: (partialValue: Int64, overflow: Bool)) -> Int64? {
  result.overflow ? nil : result.partialValue
}
