import Diagnostics
import Model

extension Checker {
  /// `and` and `or`: null counts as false.
  func combine(
    _ parts: [Expression], of source: Expression, _ word: String, all: Bool
  ) throws(Diagnostic) -> TypedExpression {
    var conditions: [TypedExpression] = []
    for (place, part) in parts.enumerated() {
      conditions.append(try condition(part, for: word, after: place > 0 ? parts[place - 1] : nil))
    }
    return .applying(to: conditions, type: .bool, source: source) { arguments in
      var result = arguments.spread(0).truths
      for index in arguments.columns.indices.dropFirst() {
        let other = arguments.spread(index).truths
        for row in result.indices {
          result[row] = all ? result[row] && other[row] : result[row] || other[row]
        }
      }
      return .bool(PlainColumn(result))
    }
  }

  /// `not`: the contrary, so that null becomes true.
  func negate(_ inner: Expression, of source: Expression) throws(Diagnostic) -> TypedExpression {
    .applying(to: [try condition(inner, for: "not")], type: .bool, source: source) { arguments in
      .bool(PlainColumn(arguments[0].truths.map { !$0 }))
    }
  }

  func isNull(
    _ inner: Expression, negated: Bool, of source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    .applying(to: [try check(inner)], type: .bool, source: source) { arguments in
      let column = arguments[0]
      let nulls = column.nullRows ?? [Bool](repeating: false, count: column.count)
      return .bool(PlainColumn(negated ? nulls.map { !$0 } : nulls))
    }
  }
}

extension TypedExpression {
  /// The contrary of a condition that is never null.
  func negated(_ isNegated: Bool) -> TypedExpression {
    guard isNegated else { return self }
    return .applying(to: [self], type: .bool, source: source) { arguments in
      .bool(PlainColumn(arguments[0].truths.map { !$0 }))
    }
  }
}
