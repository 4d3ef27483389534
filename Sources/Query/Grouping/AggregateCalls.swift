import Diagnostics
import Model

/// The aggregates that the expressions of a stage call, each different one once.
struct AggregateCalls {
  /// Checks their arguments, which are about rows.
  let checker: Checker

  /// The calls so far.
  private(set) var calls: [GroupedStage.AggregateCall] = []

  init(_ checker: Checker) {
    self.checker = Checker(
      schema: checker.schema, environment: checker.environment, place: .aggregate)
  }

  /// An expression about groups with each aggregate replaced by the column that will hold it.
  mutating func taken(from expression: Expression) throws(Diagnostic) -> Expression {
    var calls = calls
    let checker = checker
    let rest = try expression.replacing { (part) throws(Diagnostic) in
      guard case .call(let name, let arguments) = part.kind,
        let aggregate = Aggregate.named(name.text)
      else { return nil }
      let column = "\(part)"
      if !calls.contains(where: { $0.column == column }) {
        calls.append(try checker.aggregate(aggregate, arguments, column: column, of: part))
      }
      return Expression(.name(column), at: part.span)
    }
    self.calls = calls
    return rest
  }
}

extension Checker {
  fileprivate func aggregate(
    _ aggregate: Aggregate, _ arguments: [Expression], column: String, of source: Expression
  ) throws(Diagnostic) -> GroupedStage.AggregateCall {
    var typed: [TypedExpression] = []
    for argument in arguments { typed.append(try check(argument)) }
    let fitted = try Parameter.fit(
      typed, to: aggregate.parameters, of: aggregate.name, signature: aggregate.signature, source)
    return GroupedStage.AggregateCall(
      column: column, arguments: fitted, work: try aggregate.make(fitted), source: source)
  }

  /// The checker for what stands around the aggregates of this table.
  func overGroups(_ stage: GroupedStage) -> Checker {
    Checker(
      schema: stage.schema, environment: environment,
      place: .groups(of: schema, hasKeys: !stage.keys.isEmpty))
  }
}
