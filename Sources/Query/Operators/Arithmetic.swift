import Diagnostics
import Model

extension Checker {
  /// `+ - * / %` of numbers, dates and durations.
  func arithmetic(
    _ left: Expression, _ operation: Expression.Operator, _ right: Expression,
    of source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    if let shifted = try shift(left, operation, right, of: source) { return shifted }
    let (a, b) = try addends(left, right)
    switch (a.type, b.type) {
    case (nil, nil): return a
    case (let type?, nil), (nil, let type?):
      // The result is null, but of the type that the other side decides.
      return try arithmetic(a.widened(to: type), operation, b.widened(to: type), of: source)
    case (let left?, let right?):
      guard let rule = ArithmeticRule(left, operation, right) else {
        throw unfit(a, operation, b, at: source.span)
      }
      return .applying(to: [a, b], type: rule.type, source: source, rule.kernel)
    }
  }

  private func arithmetic(
    _ a: TypedExpression, _ operation: Expression.Operator, _ b: TypedExpression,
    of source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    guard let left = a.type, let right = b.type,
      let rule = ArithmeticRule(left, operation, right)
    else { throw unfit(a, operation, b, at: source.span) }
    return .applying(to: [a, b], type: rule.type, source: source, rule.kernel)
  }

  /// The two sides; a quoted text beside a date is a date.
  private func addends(
    _ left: Expression, _ right: Expression
  ) throws(Diagnostic) -> (TypedExpression, TypedExpression) {
    if case .literal(.text) = left.kind {
      let b = try check(right)
      return (try operand(left, beside: b), b)
    }
    let a = try check(left)
    if case .literal(.text) = right.kind { return (a, try operand(right, beside: a)) }
    return (a, try check(right))
  }

  /// `-x` of a number or a duration.
  func negative(_ inner: Expression, of source: Expression) throws(Diagnostic) -> TypedExpression {
    let operand = try check(inner)
    switch operand.type {
    case nil: return operand
    case .int, .duration:
      return .applying(to: [operand], type: operand.type ?? .int, source: source) { arguments in
        let negated = arguments[0].asInts.changed { value -> Int64? in
          let (result, overflow) = Int64(0).subtractingReportingOverflow(value)
          return overflow ? nil : result
        }.unwrapped(or: 0) { arguments.environment.notes.add(.overflow) }
        return operand.type == .int ? .int(negated) : .duration(negated)
      }
    case .float:
      return .applying(to: [operand], type: .float, source: source) { arguments in
        .float(arguments[0].asFloats.changed { -$0 })
      }
    default:
      throw .usage("- goes before a number or a duration; \(operand.described)", at: source.span)
    }
  }

  /// The complaint about two values that an operator does not go with.
  private func unfit(
    _ a: TypedExpression, _ operation: Expression.Operator, _ b: TypedExpression,
    at span: SourceSpan
  ) -> Diagnostic {
    var help: String?
    if a.type == .text || b.type == .text {
      help =
        operation == .plus
        ? "texts are joined by format(\"{a} {b}\")" : "number(…) reads a text as a number"
    } else if [.plus, .minus].contains(operation), a.type?.isDate == true,
      case .literal(.int(let number)) = b.source.kind
    {
      help = "write \(a.type?.steps(number) ?? "\(number)d, \(number)h or \(number)min")"
    }
    return .usage(
      "\(a.described) and \(b.described): “\(operation.rawValue)” does not go with them", at: span,
      help: help)
  }
}

extension Diagnostic {
  /// A number went out of what 64 bits hold.
  static let overflow = Diagnostic.note("a number that is too large has become null")
  /// Something was divided by zero.
  static let divisionByZero = Diagnostic.note("a division by zero has become null")
  /// A date left the calendar.
  static let outOfCalendar = Diagnostic.note(
    "a date outside the years 1 to 9999 has become null")
}
