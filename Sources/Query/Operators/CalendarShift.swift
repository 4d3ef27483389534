import Diagnostics
import Model

extension Checker {
  /// A date moved by months or years: `newest - 3mo`, `1y + date`; nil where neither side is a
  /// number of them.
  func shift(
    _ left: Expression, _ operation: Expression.Operator, _ right: Expression,
    of source: Expression
  ) throws(Diagnostic) -> TypedExpression? {
    guard operation == .plus || operation == .minus else { return nil }
    let date: Expression
    let months: Int64
    if let count = right.months {
      (date, months) = (left, operation == .minus ? -count : count)
    } else if operation == .plus, let count = left.months {
      (date, months) = (right, count)
    } else {
      return nil
    }
    let moved = try check(date)
    guard moved.type?.isDate ?? true else {
      throw .usage(
        "months and years only move dates; \(moved.described)", at: source.span,
        help: "of a date: newest - 3mo")
    }
    return .applying(to: [moved], type: .datetime, source: source) { arguments in
      let results = arguments[0].asSeconds.changed { Moment(seconds: $0).adding(months: months) }
      return .datetime(
        results.unwrapped(or: 0) { arguments.environment.notes.add(.outOfCalendar) })
    }
  }
}

extension Expression {
  /// The number of months that a literal such as `3mo`, `1y` or `-1mo` stands for.
  fileprivate var months: Int64? {
    switch kind {
    case .literal(.duration(let span)): span.months
    case .negative(let inner): inner.months.map { -$0 }
    default: nil
    }
  }
}

extension Moment {
  /// The same time of day `count` months later, in seconds, clamped to the end of the month; nil
  /// outside the calendar.
  fileprivate func adding(months count: Int64) -> Int64? {
    guard Moment.calendar.contains(seconds) else { return nil }
    return date.adding(months: Int(count)).map {
      Int64($0.daysSince1970) * Moment.day + Int64(secondOfDay)
    }
  }
}
