import Diagnostics
import Model

extension Checker {
  /// A comparison of any two values that can be compared.
  func compare(
    _ left: Expression, _ comparison: Expression.Comparison, _ right: Expression,
    of source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    let (a, b) = try operands(left, right)
    return try compare(a, comparison, b, of: source)
  }

  /// The two sides of a comparison: a bare year or a quoted text beside a date is a date.
  private func operands(
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
    if other.type?.isDate == true, let date = try expression.readAsDate() {
      return .constant(.period(date), .period(date.unit), expression)
    }
    if case .name(let name) = expression.kind, schema.column(name) == nil,
      other.type == .text || other.type == .list
    {
      do throws(Diagnostic) {
        return try check(expression)
      } catch {
        throw .usage(error.message, at: error.span, help: "for the text write \"\(name)\"")
      }
    }
    let typed = try check(expression)
    return other.type?.isDate == true && typed.isConstant && typed.type == .int
      ? typed.asYear : typed
  }

  /// A comparison of two checked values.
  func compare(
    _ a: TypedExpression, _ comparison: Expression.Comparison, _ b: TypedExpression,
    of source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    let relation = comparison.relation.positive
    let isNegated = comparison.negated != (relation != comparison.relation)
    let positive: TypedExpression
    switch relation {
    case .has, .contains, .starts, .ends:
      positive = try compareTexts(a, relation, b, exact: comparison.exact, of: source)
    case .matches: positive = try match(a, b, exact: comparison.exact, of: source)
    default:
      positive = try order(a, relation, b, exact: comparison.exact, of: source)
    }
    return positive.negated(isNegated)
  }

  private func order(
    _ a: TypedExpression, _ relation: Expression.Relation, _ b: TypedExpression, exact: Bool,
    of source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    guard let left = a.type, let right = b.type else {
      return try compareWithNull(a, relation, b, of: source)
    }
    switch (left, right) {
    case (.text, .text), (.list, .text):
      return try compareTexts(a, relation, b, exact: exact, of: source)
    case (.text, .list) where relation == .equal,
      (.list, .list) where relation == .equal && b.isConstant:
      return try compareText(a, withListOf: b, exact: exact, of: source)
    case (.bool, .bool) where relation == .equal:
      return .applying(to: [a, b], type: .bool, source: source) { arguments in
        equal(arguments[0].asBools, arguments[1].asBools, arguments.count)
      }
    case (.int, .int), (.duration, .duration):
      return .applying(to: [a, b], type: .bool, source: source) { arguments in
        ordered(arguments[0].asInts, relation, arguments[1].asInts, arguments.count)
      }
    case (_, _) where left.isNumeric && right.isNumeric:
      return .applying(to: [a, b], type: .bool, source: source) { arguments in
        ordered(arguments[0].asFloats, relation, arguments[1].asFloats, arguments.count)
      }
    case (_, _) where left.isDate && right.isDate:
      return compareDates(a, relation, b, of: source)
    default:
      // Of several items of a list the one at fault is pointed at.
      let isPair = if case .comparison = source.kind { true } else { false }
      throw mismatch(a, b, at: isPair ? source.span : b.span)
    }
  }

  /// Beside the word `null` only `=` and `!=` mean anything.
  private func compareWithNull(
    _ a: TypedExpression, _ relation: Expression.Relation, _ b: TypedExpression,
    of source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    guard relation == .equal else {
      throw .usage(
        "null is neither less nor greater than anything", at: source.span,
        help: "write is null, or is not null")
    }
    return try isNull(b.type == nil ? a.source : b.source, negated: false, of: source)
  }

  /// The complaint about two values of types that do not compare.
  private func mismatch(
    _ a: TypedExpression, _ b: TypedExpression, at span: SourceSpan
  ) -> Diagnostic {
    if a.type == .bool, b.type == .bool {
      return .usage("true and false have no order", at: span, help: "compare them with = or !=")
    }
    return .usage(
      "\(a.described) and \(b.described): they cannot be compared", at: span,
      help: remedy(a, b) ?? remedy(b, a))
  }

  /// What to write so that a value can be compared with a fixed one.
  private func remedy(_ a: TypedExpression, _ b: TypedExpression) -> String? {
    if a.type?.isDate == true, case .arithmetic(_, .divided, _) = b.source.kind {
      return "dates are written 2025-12-31 or 31/12/2025"
    }
    guard case .literal(let literal) = b.source.kind, let type = a.type else { return nil }
    switch (type, literal) {
    case (.text, .int), (.text, .float), (.text, .bool), (.text, .period), (.list, .int):
      return "write \"\(b.source)\""
    case (.int, .text(let text)), (.float, .text(let text)):
      return Double(text) == nil ? nil : "write \(text) without quotes"
    case (.bool, .text(let text)):
      return text == "true" || text == "false" ? "write \(text) without quotes" : nil
    case (.duration, .int(let number)):
      return "write \(number)h, \(number)min or \(number)s"
    case (.int, .duration), (.float, .duration): return "write a plain number"
    default: return nil
    }
  }
}

extension Expression {
  /// Whether it is a whole number or a quoted text: beside a date it is one.
  fileprivate var isBareDate: Bool {
    switch kind {
    case .literal(.int), .literal(.text): true
    default: false
    }
  }

  /// The date that a bare year or a quoted text names; nil for anything else, an error for a text
  /// that names none.
  fileprivate func readAsDate() throws(Diagnostic) -> Period? {
    switch kind {
    case .literal(.int(let year)):
      guard (1...9999).contains(year) else {
        throw .usage("\(year) is no year", at: span, help: "write a date such as 2025-02-17")
      }
      return Period(.year, ordinal: year)
    case .literal(.text(let text)):
      guard let period = Period(written: text) else {
        throw .usage(
          "“\(text.prefix(40))” is no date", at: span,
          help: "write 2025, 2025-02, 2025-W08, 2025-02-17 or \"2025-02-17 16:14\"")
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

extension Expression.Relation {
  /// The relation that it is the contrary of, or itself.
  fileprivate var positive: Expression.Relation {
    switch self {
    case .unequal: .equal
    case .matchesNot: .matches
    default: self
    }
  }
}

/// Equality with null as a value of its own.
func equal<Element: Equatable>(
  _ a: PlainColumn<Element>, _ b: PlainColumn<Element>, _ count: Int
) -> Column {
  let same = a.combined(with: b, count: count) { $0 == $1 }
  guard a.nulls != nil, b.nulls != nil else { return .bool(PlainColumn(same.decided(null: false))) }
  return .bool(PlainColumn((0..<count).map { a[spread: $0] == b[spread: $0] }))
}

/// A comparison of numbers; false beside null, but for equality with null.
func ordered<Element: Comparable>(
  _ a: PlainColumn<Element>, _ relation: Expression.Relation, _ b: PlainColumn<Element>,
  _ count: Int
) -> Column {
  let result: PlainColumn<Bool>
  switch relation {
  case .less: result = a.combined(with: b, count: count) { $0 < $1 }
  case .lessOrEqual: result = a.combined(with: b, count: count) { $0 <= $1 }
  case .greater: result = a.combined(with: b, count: count) { $0 > $1 }
  case .greaterOrEqual: result = a.combined(with: b, count: count) { $0 >= $1 }
  default: return equal(a, b, count)
  }
  return .bool(PlainColumn(result.decided(null: false)))
}
