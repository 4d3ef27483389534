public import Diagnostics
public import Model

/// A stage that is known to fit its table: what comes out of it, and how.
public struct CheckedStage: Sendable {
  /// The table that comes out.
  public let schema: Schema

  /// What it does, in words: `keep the rows where sender = "Ana"`.
  public let description: String

  /// Where the stage stands, for complaints that have no closer place.
  var span: SourceSpan?

  /// Rows from which on a stage is long work.
  private static let manyRows = 1 << 18

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
    do {
      let isLong = table.rowCount >= CheckedStage.manyRows
      let result =
        isLong
        ? try LongWork.run(in: environment) { [body] (environment) throws(Diagnostic) in
          try body(table, environment)
        } : try body(table, environment)
      // What has been derived meanwhile is nothing if the user has asked to stop.
      try environment.interrupt.check()
      return result
    } catch {
      throw error.placed(at: span)
    }
  }
}

/// Checks a stage: its names, types and arity, against the table that it is given. `span` is where
/// it stands, for complaints that have no closer place.
public func check(
  _ stage: Stage, at span: SourceSpan? = nil, over schema: Schema, in environment: Environment
) throws(Diagnostic) -> CheckedStage {
  do {
    var checked =
      schema.isOpen && stage.namesColumns
      ? postponed(stage, after: schema)
      : try Checker(schema: schema, environment: environment).check(stage)
    checked.span = span
    return checked
  } catch {
    throw error.placed(at: span)
  }
}

extension Stage {
  /// Whether what it does depends on which columns there are.
  fileprivate var namesColumns: Bool {
    switch self {
    case .take, .skip, .sample, .first(_, []), .last(_, []), .count([], _), .context: false
    default: true
    }
  }
}

extension Diagnostic {
  /// The complaint at a place, if it has none and is about the text at all.
  fileprivate func placed(at span: SourceSpan?) -> Diagnostic {
    guard self.span == nil, cause != .interrupted else { return self }
    var placed = self
    placed.span = span
    return placed
  }
}

extension Checker {
  fileprivate func check(_ stage: Stage) throws(Diagnostic) -> CheckedStage {
    switch stage {
    case .where(let condition): try filter(by: condition)
    case .select(let columns): try select(columns)
    case .extend(let columns): try extend(by: columns)
    case .drop(let names): try drop(names)
    case .rename(let names): try rename(names)
    case .sort(let keys): try sort(by: keys)
    case .take(let count): try take(count)
    case .skip(let count): try skip(count)
    case .sample(let count, let seed): try sample(count, seed: seed)
    case .first(let count, let keys): try first(count, per: keys)
    case .last(let count, let keys): try last(count, per: keys)
    case .top(let count, let keys, let order): try top(count, per: keys, by: order)
    case .distinct(let columns): try distinct(columns)
    case .count(let keys, let fill): try count(by: keys, fill: fill)
    case .summarize(let columns, let keys, let fill):
      try summarize(columns, by: keys, fill: fill)
    case .pivot(let name, let cells): try pivot(name, cells: cells)
    case .explode(let column): try explode(column)
    case .context(let before, let after): try context(before: before, after: after)
    case .expect(let condition): try expect(condition)
    }
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
