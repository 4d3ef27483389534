public import Diagnostics
import Model

extension Checker {
  func check(
    _ literal: Literal, of expression: Expression
  ) throws(Diagnostic) -> TypedExpression {
    switch literal {
    case .null: return .constant(.null, nil, expression)
    case .bool(let flag): return .constant(.bool(flag), .bool, expression)
    case .int(let number): return .constant(.int(number), .int, expression)
    case .float(let number): return .constant(.float(number), .float, expression)
    case .text(let text): return .constant(.text(text), .text, expression)
    case .period(let period): return .constant(.period(period), .period(period.unit), expression)
    case .relativeDate(let date): return .relative(date, expression)
    case .duration(let span):
      guard let seconds = try span.seconds(at: expression.span) else {
        throw .usage(
          "\(span.count)\(span.unit.rawValue) has no fixed length: it only moves dates",
          at: expression.span,
          help: "write newest - \(span.count)\(span.unit.rawValue), or \(span.days)d")
      }
      return .constant(.duration(seconds), .duration, expression)
    }
  }

  /// The value of a declared parameter.
  func parameter(
    _ name: String, of expression: Expression
  ) throws(Diagnostic) -> TypedExpression {
    guard let parameter = environment.parameters[name] else {
      throw .usage(
        "no parameter $\(name)", at: expression.span,
        help: suggestion(for: name, among: environment.parameters.keys.sorted())
          ?? "declare it at the top of the script: param \(name)")
    }
    let type = parameter.valueType
    return TypedExpression(type: type, source: expression, columns: []) {
      binding throws(Diagnostic) in
      guard let value = binding.environment.parameters[name]?.value else {
        throw Diagnostic("$\(name) has no value", at: expression.span)
      }
      return .constant(Column(value, type).widened(to: type))
    }
  }
}

extension TypedExpression {
  /// A value as written.
  static func constant(
    _ value: Value, _ type: ValueType?, _ source: Expression
  ) -> TypedExpression {
    let column = Column(value, type)
    return TypedExpression(type: type, source: source, columns: []) { _ in .constant(column) }
  }

  /// A date that the run knows: the clock, or the ends of what is loaded.
  fileprivate static func relative(
    _ date: Literal.RelativeDate, _ source: Expression
  ) -> TypedExpression {
    let type: ValueType =
      switch date {
      case .today, .yesterday: .period(.day)
      case .now, .newest, .oldest: .datetime
      }
    return TypedExpression(type: type, source: source, columns: []) { binding in
      let environment = binding.environment
      let today = Period(.day, holding: environment.now)
      let value: Value =
        switch date {
        case .today: .period(today)
        case .yesterday: .period(Period(.day, ordinal: today.ordinal - 1))
        case .now: .datetime(environment.now)
        case .newest: environment.newest.map(Value.datetime) ?? .null
        case .oldest: environment.oldest.map(Value.datetime) ?? .null
        }
      return .constant(Column(value, type))
    }
  }
}

extension Environment.Parameter {
  /// The type of its value, or without one the type that its declaration stands for.
  var valueType: ValueType {
    switch (type, value) {
    case (.text, _), (.path, _): .text
    case (.list, _): .list
    case (.number, .int): .int
    case (.number, _): .float
    case (.date, .period(let period)): .period(period.unit)
    case (.date, _): .datetime
    }
  }
}

extension SpanOfTime {
  /// Its length in seconds; nil for months and years, which have none. An error where there are too
  /// many of them.
  public func seconds(at span: SourceSpan?) throws(Diagnostic) -> Int64? {
    let length: Int64? =
      switch unit {
      case .second: 1
      case .minute: 60
      case .hour: 3_600
      case .day: Moment.day
      case .week: 7 * Moment.day
      case .month, .year: nil
      }
    guard let length else { return nil }
    let (seconds, overflow) = count.multipliedReportingOverflow(by: length)
    guard !overflow else {
      throw .usage("\(count)\(unit.rawValue) is too long a time", at: span)
    }
    return seconds
  }

  /// The number of months it moves a date by; nil for what has a length in seconds.
  var months: Int64? {
    switch unit {
    case .month: count
    case .year: count.multipliedReportingOverflow(by: 12).overflow ? .max : count * 12
    default: nil
    }
  }

  /// About as many days.
  var days: Int64 {
    let (days, overflow) = count.multipliedReportingOverflow(by: unit == .year ? 365 : 30)
    return overflow ? .max : days
  }
}
