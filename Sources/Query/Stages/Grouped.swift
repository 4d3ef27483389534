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
    var grouping: [GroupKey] = []
    for key in keys { grouping.append(try GroupKey(key.value, of: table, in: environment)) }
    var values: [Column] = []
    let (groups, results) = try GroupedStage.run(
      aggregates, over: table, by: PlacedKeys(grouping, rows: table.rowCount, interrupt),
      isFilled: fill, in: environment
    ) { groups throws(Diagnostic) in
      for (key, places) in zip(grouping, groups.keyPlaces) {
        values.append(try key.values(places))
      }
      if fill { try complete(&groups, &values, interrupt) }
    }
    keys.noteMoments(apart: groups.count, of: table.rowCount, environment.notes)
    let fields =
      zip(keys, values).map { Table.Field($0.name, $1, meaning: .key) }
      + zip(aggregates, results).map { aggregate, result in
        let isPart = aggregate.work.countsRows && !keys.isEmpty
        return Table.Field(
          aggregate.column, result, meaning: isPart ? .part(of: table.rowCount) : nil)
      }
    return Table(name: table.name, rowCount: groups.count, fields: fields)
  }

  /// The groups of the rows of a table by some keys, and a column for each aggregate; `change` may change
  /// the groups before aggregates see them.
  static func run(
    _ aggregates: [AggregateCall], over table: Table, by keys: PlacedKeys, isFilled: Bool = false,
    in environment: Environment,
    changing change: (inout Groups) throws(Diagnostic) -> Void = { _ in }
  ) throws(Diagnostic) -> (groups: Groups, results: [Column]) {
    let arguments = try AggregateArguments(aggregates, table, environment)
    var groups = try Groups(keys, adding: arguments.addends, environment.interrupt)
    try change(&groups)
    var results: [Column] = []
    var addend = 0
    for (call, evaluators) in zip(aggregates, arguments.evaluators) {
      var rows = GroupedRows(
        table: arguments.table, groups: groups, environment: environment, arguments: evaluators,
        isFilled: isFilled)
      if call.work.addend != nil {
        rows.sums = groups.sums(addend)
        addend += 1
      }
      results.append(try call.work.run(rows))
    }
    return (groups, results)
  }

  /// Adds the groups that `fill` asks for.
  private func complete(
    _ groups: inout Groups, _ values: inout [Column], _ interrupt: Interrupt
  ) throws(Diagnostic) {
    var codes: [[Int32]] = []
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
      codes.append(filled.codes)
    }
    let counts = values.map(\.count)
    groups.complete(codes, counts: counts)
    // The last key changes from group to group, the one before it once the last is through.
    var period = 1
    for key in values.indices.reversed() {
      let places = (0..<total).map { Int32($0 / period % counts[key]) }
      values[key] = try values[key].gathered(places, check: interrupt.check)
      period *= counts[key]
    }
  }
}

/// The arguments of the aggregates of a stage; one that several have in common is worked out once.
private struct AggregateArguments {
  /// The table, with a column for each argument that several have in common.
  private(set) var table: Table
  /// The arguments of each aggregate.
  private(set) var evaluators: [[Evaluator]] = []
  /// What those of the aggregates add up that add something up.
  private(set) var addends: Addends

  init(
    _ calls: [GroupedStage.AggregateCall], _ table: Table, _ environment: Environment
  ) throws(Diagnostic) {
    self.table = table
    var uses: [String: Int] = [:]
    for argument in calls.flatMap(\.arguments) where !argument.isConstant {
      uses["\(argument.source)", default: 0] += 1
    }
    var shared: [String: Int] = [:]
    for call in calls {
      for argument in call.arguments {
        let source = "\(argument.source)"
        guard uses[source, default: 0] > 1, shared[source] == nil else { continue }
        shared[source] = self.table.fields.count
        // No name that a user can write.
        self.table.fields.append(
          Table.Field("\(source) of all", try argument.column(over: table, in: environment)))
      }
    }
    let context = RunContext(table: self.table, environment: environment)
    var each: [Addends.Each] = []
    for call in calls {
      var bound: [Evaluator] = []
      for argument in call.arguments {
        if let place = shared["\(argument.source)"] {
          bound.append(.column(place))
        } else {
          bound.append(try argument.bind(context))
        }
      }
      evaluators.append(bound)
      if let number = call.work.addend {
        each.append(Addends.Each(arguments: bound, number: number))
      }
    }
    addends = Addends(table: self.table, each: each)
  }
}

extension [NamedExpression] {
  /// Remarks on a key that is a column of moments where it leaves most rows alone in their group: nearly
  /// always days were meant.
  func noteMoments(apart groups: Int, of rows: Int, _ notes: Notes) {
    guard groups * 2 > rows, rows > 1 else { return }
    for key in self where key.value.type == .datetime {
      guard case .name(let name) = key.value.source.kind else { continue }
      let column = Spelling.name(name)
      notes.add(
        .note(
          "by “\(name)”, to the second, most rows are a group of their own",
          help: "by day: day(\(column)); by month: month(\(column))"))
    }
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
