import Diagnostics
import Model

extension Checker {
  /// `x between low and high`, both ends in it.
  func between(
    _ value: Expression, _ low: Expression, _ high: Expression, negated: Bool,
    source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    let subject = try check(value).shared
    return try range(subject, low, high, source: source).negated(negated)
  }

  /// `x in …`: equal to one of the items, inside one of the ranges, or among the values of a
  /// column of another table.
  func member(
    _ value: Expression, of collection: Expression.Collection, negated: Bool, source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    let subject = try check(value).shared
    let positive: TypedExpression
    switch collection {
    case .column(let table, let column):
      positive = try member(subject, ofColumn: column, in: table, source: source)
    case .items(let items):
      var tests: [TypedExpression] = []
      for item in items {
        if let high = item.high {
          tests.append(try range(subject, item.low, high, source: source))
        } else {
          let other = try operand(item.low, beside: subject)
          tests.append(try compare(subject, .init(.equal, at: item.low.span), other, of: source))
        }
      }
      positive = tests.count == 1 ? tests[0] : .any(of: tests, source: source)
    }
    return positive.negated(negated)
  }

  private func range(
    _ subject: TypedExpression, _ low: Expression, _ high: Expression, source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    let lower = try operand(low, beside: subject)
    let upper = try operand(high, beside: subject)
    let isAfter = try compare(
      subject, .init(.greaterOrEqual, at: low.span), lower, of: source)
    let isBefore = try compare(subject, .init(.lessOrEqual, at: high.span), upper, of: source)
    // One element has to lie between both ends.
    if subject.type == .list { return range(subject, lower, upper, of: source) }
    var typed = TypedExpression.applying(
      to: [isAfter, isBefore], type: .bool, source: source
    ) { arguments in
      // What the bounds of a batch tell needs no look at its rows.
      for (one, other) in [(0, 1), (1, 0)] where arguments[one].count == 1 && arguments.count != 1 {
        return arguments[one].truths[0] ? arguments[other] : arguments[one]
      }
      let after = arguments.spread(0).truths
      let before = arguments.spread(1).truths
      return .bool(PlainColumn(after.indices.map { after[$0] && before[$0] }))
    }
    if let after = isAfter.moments, let before = isBefore.moments {
      typed.moments = { context throws(Diagnostic) in
        guard let after = try after(context), let before = try before(context) else { return nil }
        return after.intersected(with: before)
      }
    }
    return typed
  }
}

extension TypedExpression {
  fileprivate static func any(
    of tests: [TypedExpression], source: Expression
  ) -> TypedExpression {
    .applying(to: tests, type: .bool, source: source) { arguments in
      var result = [Bool](repeating: false, count: arguments.count)
      for index in arguments.columns.indices {
        let holds = arguments.spread(index).truths
        for row in result.indices where holds[row] { result[row] = true }
      }
      return .bool(PlainColumn(result))
    }
  }
}
