public import Diagnostics
public import Model

/// An expression that is known to fit its table.
public struct CheckedExpression: Sendable {
  private let typed: TypedExpression

  init(_ typed: TypedExpression) {
    self.typed = typed
  }

  /// The type of its values; nil for the word `null`.
  public var type: ValueType? { typed.type }

  /// Whether it has one value that no row changes: a literal, a parameter, `newest - 7d`.
  public var isConstant: Bool { typed.isConstant }

  /// Its value for every row of a table of the schema that it was checked with.
  public func column(
    over table: Table, in environment: Environment
  ) throws(Diagnostic) -> Column {
    try typed.column(over: table, in: environment)
  }

  /// Its value where it is constant.
  public func value(in environment: Environment) throws(Diagnostic) -> Value {
    try typed.value(over: Table(name: "", rowCount: 0, fields: []), in: environment)
  }
}

/// A condition that is known to fit its table.
public struct CheckedCondition: Sendable {
  private let parts: [TypedExpression]

  init(_ parts: [TypedExpression]) {
    self.parts = parts
  }

  /// The rows of a table for which it holds, in their order, for ``Table/selecting(_:)``.
  ///
  /// Throws where the user interrupts, or a pattern is too costly.
  public func rows(of table: Table, in environment: Environment) throws(Diagnostic) -> Rows {
    .list(try RowFilter(parts, of: table, in: environment).rows())
  }
}

/// Checks an expression against a table, or against none for one that names no column.
public func check(
  _ expression: Expression, over schema: Schema? = nil, in environment: Environment
) throws(Diagnostic) -> CheckedExpression {
  let schema = schema ?? Schema(name: "this place", columns: [])
  return CheckedExpression(
    try Checker(schema: schema, environment: environment).check(expression))
}

/// Checks a condition against a table; `role` is what asks for it, for the message.
public func check(
  condition: Expression, over schema: Schema, in environment: Environment,
  for role: String = "where"
) throws(Diagnostic) -> CheckedCondition {
  CheckedCondition(
    try Checker(schema: schema, environment: environment).conjuncts(condition, for: role))
}
