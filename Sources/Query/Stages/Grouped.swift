import Diagnostics
import Model

/// Groups of rows with what is worked out for each: the common part of `count`, `summarize` and
/// `expect`.
struct GroupedStage: Sendable {
  let keys: [NamedExpression]
  let fill: Bool
  let aggregates: [AggregateCall]

  /// Groups that `fill` may make, and values that it may give one key.
  private static let mostGroups = 2_000_000

  /// An aggregate of the stage.
  struct AggregateCall: Sendable {
    /// The column of the groups that holds it; no name that a user can write.
    let column: String
    let arguments: [TypedExpression]
    let work: Aggregate.Work
    let source: Expression
  }

  /// The columns of the groups: the keys under their names, then the aggregates.
  var schema: Schema {
    Schema(
      name: "the groups",
      columns: keys.map(\.definition)
        + aggregates.map { ColumnDefinition($0.column, $0.work.type, "") })
  }

  /// One row a group, in the order of the keys.
  func run(_ table: Table, in environment: Environment) throws(Diagnostic) -> Table {
    let interrupt = environment.interrupt
    var values: [Column] = []
    var codes: [KeyCodes] = []
    for key in keys {
      let column = try key.value.column(over: table, in: environment)
      let code = try KeyCodes(column, interrupt)
      values.append(try column.gathered(code.firstRows, check: interrupt.check))
      codes.append(code)
    }
    var groups = try Groups(rows: table.rowCount, keys: codes, interrupt)
    if fill { try complete(&groups, &values, interrupt) }
    var fields: [Table.Field] = []
    for (key, (values, codes)) in zip(keys, zip(values, groups.codes)) {
      fields.append(Table.Field(key.name, try values.gathered(codes, check: interrupt.check)))
    }
    var arguments = SharedArguments(aggregates, table, environment)
    for call in aggregates {
      let rows = GroupedRows(
        table: table, groups: groups, environment: environment,
        arguments: try arguments.evaluators(of: call), isFilled: fill)
      fields.append(Table.Field(call.column, try call.work.run(rows)))
    }
    return Table(name: table.name, rowCount: groups.count, fields: fields)
  }

  /// Adds the groups that `fill` asks for.
  private func complete(
    _ groups: inout Groups, _ values: inout [Column], _ interrupt: Interrupt
  ) throws(Diagnostic) {
    var places: [[Int32]] = []
    var total = 1
    for (index, key) in keys.enumerated() {
      let filled = try FilledKey(
        values[index], domain: key.value.domain, limit: GroupedStage.mostGroups, interrupt)
      let (product, overflow) = total.multipliedReportingOverflow(by: filled?.values.count ?? .max)
      guard let filled, !overflow, product <= GroupedStage.mostGroups else {
        throw Diagnostic(
          "fill would make more than \(GroupedStage.mostGroups) rows", at: key.span,
          help: "count by a longer period, or by fewer columns")
      }
      total = product
      values[index] = filled.values
      places.append(filled.places)
    }
    groups.complete(places, counts: values.map(\.count))
  }
}

/// The arguments of the aggregates of a stage; one that several have in common is worked out once.
private struct SharedArguments {
  private let table: Table
  private let environment: Environment
  /// How many aggregates ask for each expression, by its source.
  private var uses: [String: Int] = [:]
  private var columns: [String: Column] = [:]

  init(
    _ calls: [GroupedStage.AggregateCall], _ table: Table, _ environment: Environment
  ) {
    self.table = table
    self.environment = environment
    for argument in calls.flatMap(\.arguments) where !argument.isConstant {
      uses["\(argument.source)", default: 0] += 1
    }
  }

  mutating func evaluators(
    of call: GroupedStage.AggregateCall
  ) throws(Diagnostic) -> [Evaluator] {
    var evaluators: [Evaluator] = []
    for argument in call.arguments {
      let source = "\(argument.source)"
      guard uses[source, default: 0] > 1 else {
        evaluators.append(
          try argument.bind(RunContext(table: table, environment: environment)))
        continue
      }
      let column =
        if let known = columns[source] { known } else {
          try argument.column(over: table, in: environment)
        }
      columns[source] = column
      evaluators.append(.rows { batch in column.gathered(batch.rows) })
    }
    return evaluators
  }
}

extension Checker {
  /// The keys after `by`.
  func keys(_ columns: [Stage.Column]) throws(Diagnostic) -> [NamedExpression] {
    let keys = try named(columns)
    try refuseTwins(keys)
    return keys
  }
}
