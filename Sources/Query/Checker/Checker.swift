import Diagnostics
import Model

/// Gives every part of an expression its type and the way it is worked out, or says what is wrong.
struct Checker: Sendable {
  /// The table that names are looked up in.
  let schema: Schema
  /// Parameters and other tables.
  let environment: Environment
  /// Where the expression stands.
  var place = Place.rows
  /// The columns that the stage makes, which only the stages after it see.
  var made: Set<String> = []

  /// Where an expression stands; it decides what an unknown name most likely is.
  enum Place: Sendable {
    /// Once a row.
    case rows
    /// Once a row, inside an aggregate.
    case aggregate
    /// Once a group, around the aggregates of a table; what is named must be a key, if there are
    /// any.
    case groups(of: Schema, hasKeys: Bool)
  }

  /// A checked expression.
  func check(_ expression: Expression) throws(Diagnostic) -> TypedExpression {
    switch expression.kind {
    case .literal(let literal): try check(literal, of: expression)
    case .parameter(let name): try parameter(name, of: expression)
    case .name(let name): try resolve(name, of: expression)
    case .call(let name, let arguments): try call(name, arguments, of: expression)
    case .and(let parts): try combine(parts, of: expression, "and", all: true)
    case .or(let parts): try combine(parts, of: expression, "or", all: false)
    case .not(let inner): try negate(inner, of: expression)
    case .comparison(let left, let comparison, let right):
      try compare(left, comparison, right, of: expression)
    case .membership(let value, let negated, let collection):
      try member(value, of: collection, negated: negated, source: expression)
    case .between(let value, let negated, let low, let high):
      try between(value, low, high, negated: negated, source: expression)
    case .isNull(let inner, let negated): try isNull(inner, negated: negated, of: expression)
    case .arithmetic(let left, let operation, let right):
      try arithmetic(left, operation, right, of: expression)
    case .negative(let inner): try negative(inner, of: expression)
    }
  }

  /// A checked condition; `previous` is the one that stands before it and is joined with it.
  func condition(
    _ expression: Expression, for role: String, after previous: Expression? = nil
  ) throws(Diagnostic) -> TypedExpression {
    let typed = try check(expression)
    guard typed.type == .bool || typed.type == nil else {
      throw .usage(
        "\(role) needs a condition; \(typed.described)", at: typed.span,
        help: "compare it: \(previous?.comparing(expression) ?? typed.comparisonExample)")
    }
    return typed
  }

  /// The conditions that `and` joins, one by one; a lone condition is itself.
  func conjuncts(
    _ expression: Expression, for role: String
  ) throws(Diagnostic) -> [TypedExpression] {
    guard case .and(let parts) = expression.kind else {
      return [try condition(expression, for: role)]
    }
    var conditions: [TypedExpression] = []
    for (place, part) in parts.enumerated() {
      conditions.append(
        try condition(part, for: "and", after: place > 0 ? parts[place - 1] : nil))
    }
    return conditions
  }
}

extension Expression {
  /// The same comparison with a value in the place of its right side: what `"Bo"` was meant to be in
  /// `sender = "Ana" or "Bo"`. Nil where this is no comparison, or the value names something.
  fileprivate func comparing(_ value: Expression) -> String? {
    guard case .comparison(let left, let comparison, _) = kind, case .literal = value.kind
    else { return nil }
    return Expression(.comparison(left, comparison, value), at: span).description
  }
}

extension TypedExpression {
  /// How it is compared, which is no text to look into.
  var remedyForNoText: String {
    "compare it: \(type?.isDate == true ? "\(source.excerpt) = 2025-02" : comparisonExample)"
  }

  /// A comparison that its type allows, to show how one is written.
  fileprivate var comparisonExample: String {
    switch type {
    case .int, .float: "\(source.excerpt) > 0"
    case .datetime, .period: "\(source.excerpt) >= 2025-01"
    case .duration: "\(source.excerpt) > 1h"
    case .list: "length(\(source.excerpt)) > 0"
    case .bool: "\(source.excerpt) = true"
    case .text, nil: "\(source.excerpt) = \"…\""
    }
  }
}
