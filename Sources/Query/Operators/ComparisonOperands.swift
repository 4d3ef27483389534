import Diagnostics
import Model

extension Checker {
  /// The two sides of a comparison: a bare year or a quoted text beside a date is a date.
  func operands(
    _ left: Expression, _ right: Expression
  ) throws(Diagnostic) -> (TypedExpression, TypedExpression) {
    if left.isBareDate, !right.isBareDate {
      let b = try check(right)
      return (try operand(left, beside: b), b)
    }
    let a = try check(left)
    return (a, try operand(right, beside: a))
  }

  /// An expression that stands beside another: what it means, or what was meant by it, depends on
  /// the other's type.
  func operand(
    _ expression: Expression, beside other: TypedExpression
  ) throws(Diagnostic) -> TypedExpression {
    if other.type?.isDate == true, let date = try expression.readAsDate(beside: other.type) {
      return .constant(.period(date), .period(date.unit), expression)
    }
    if let words = expression.bareWords, words.allSatisfy({ schema.column($0) == nil }) {
      do throws(Diagnostic) {
        return try check(expression)
      } catch {
        let help = help(for: words.joined(separator: "-"), beside: other)
        throw .usage(error.message, at: error.span, help: help ?? error.help)
      }
    }
    let typed = try check(expression)
    return other.type?.isDate == true && typed.isConstant && typed.type == .int
      ? typed.asYear : typed
  }
}

extension Checker {
  /// What a name that is no column was probably meant for beside a value; nil where nobody knows.
  private func help(for name: String, beside other: TypedExpression) -> String? {
    switch other.type {
    case .text, .list:
      environment.tables.names().contains(name) ? nil : "for the text write \"\(name)\""
    case .datetime, .period: DateInWords.help(for: name)
    default: nil
    }
  }
}

extension Expression {
  /// The words of a name, or of what reads as one with hyphens, as `period-mismatch`; nil where it is anything else.
  fileprivate var bareWords: [String]? {
    switch kind {
    case .name(let name): [name]
    case .arithmetic(let left, .minus, let right):
      left.bareWords.flatMap { words in right.bareWords.map { words + $0 } }
    default: nil
    }
  }

  /// Whether it is a whole number or a quoted text: beside a date it is one.
  fileprivate var isBareDate: Bool {
    switch kind {
    case .literal(.int), .literal(.text): true
    default: false
    }
  }

  /// The date that a bare year or a quoted text names beside one of a type; nil for anything else, an
  /// error for a text that names none.
  fileprivate func readAsDate(beside type: ValueType?) throws(Diagnostic) -> Period? {
    switch kind {
    case .literal(.int(let year)):
      // No phone has dates before 1970: `month = 2` means something else.
      guard (1000...9999).contains(year) else {
        throw .usage(
          "\(year) is no year", at: span, help: DateInWords.help(for: year, beside: type))
      }
      return Period(.year, ordinal: year)
    case .literal(.text(let text)):
      guard let period = Period(written: text) else {
        throw .usage(
          "“\(text.prefix(40))” is no date", at: span,
          help: DateInWords.help(for: text)
            ?? "write 2025, 2025-02, 2025-W08, 2025-02-17 or \"2025-02-17 16:14\"")
      }
      return period
    default: return nil
    }
  }
}

extension TypedExpression {
  /// A number known before the rows are, such as a parameter, as the year that it is beside a date.
  fileprivate var asYear: TypedExpression {
    .applying(to: [self], type: .period(.year), source: source) { arguments in
      let years = arguments[0].asInts.changed { (1...9999).contains($0) ? $0 : nil }
      return .period(
        .year, years.unwrapped(or: 0) { arguments.environment.notes.add(.outOfCalendar) })
    }
  }
}
