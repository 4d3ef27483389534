public import Diagnostics
public import Model

/// A stage that is known to fit its table: what comes out of it, and how.
public struct CheckedStage: Sendable {
  /// The table that comes out.
  public let schema: Schema

  /// What it does, in words: `keep the rows where sender = "Ana"`.
  public let description: String

  private let body: @Sendable (Table, Environment) throws(Diagnostic) -> Table

  init(
    _ description: String, gives schema: Schema,
    _ body: @escaping @Sendable (Table, Environment) throws(Diagnostic) -> Table
  ) {
    self.schema = schema
    self.description = description
    self.body = body
  }

  /// The stage applied to a table of the schema that it was checked with.
  ///
  /// Throws what only the run can know: an interrupt, a pattern too costly, an `expect` that does
  /// not hold, a name that a `pivot` did not make. Remarks go to the environment's notes.
  public func run(_ table: Table, in environment: Environment) throws(Diagnostic) -> Table {
    try environment.interrupt.check()
    return try body(table, environment)
  }
}

/// Checks a stage: its names, types and arity, against the table that it is given.
public func check(
  _ stage: Stage, over schema: Schema, in environment: Environment
) throws(Diagnostic) -> CheckedStage {
  if schema.isOpen { return postponed(stage, after: schema) }
  let checker = Checker(schema: schema, environment: environment)
  return switch stage {
  case .where(let condition): try checker.filter(by: condition)
  case .select(let columns): try checker.select(columns)
  case .extend(let columns): try checker.extend(by: columns)
  case .drop(let names): try checker.drop(names)
  case .rename(let names): try checker.rename(names)
  case .sort(let keys): try checker.sort(by: keys)
  case .take(let count): checker.take(count)
  case .skip(let count): checker.skip(count)
  case .sample(let count, let seed): checker.sample(count, seed: seed)
  case .first(let count, let keys): try checker.first(count, per: keys)
  case .last(let count, let keys): try checker.last(count, per: keys)
  case .top(let count, let keys, let order): try checker.top(count, per: keys, by: order)
  case .distinct(let columns): try checker.distinct(columns)
  case .count(let keys, let fill): try checker.count(by: keys, fill: fill)
  case .summarize(let columns, let keys, let fill):
    try checker.summarize(columns, by: keys, fill: fill)
  case .pivot(let name, let cells): try checker.pivot(name, cells: cells)
  case .explode(let column): try checker.explode(column)
  case .context(let before, let after): try checker.context(before: before, after: after)
  case .expect(let condition): try checker.expect(condition)
  }
}

/// A stage after a `pivot`: which columns there are is known when it runs, and so it is checked
/// then.
private func postponed(_ stage: Stage, after schema: Schema) -> CheckedStage {
  var open = schema
  open.columns = []
  return CheckedStage("\(stage) (checked when it runs)", gives: open) {
    (table, environment) throws(Diagnostic) in
    try check(stage, over: Schema(of: table), in: environment).run(table, in: environment)
  }
}
