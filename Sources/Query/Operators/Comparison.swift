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
