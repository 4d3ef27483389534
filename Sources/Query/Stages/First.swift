import Diagnostics
import Model

extension Checker {
  /// `first`: the first rows, of the table or of each group.
  func first(
    _ amount: Stage.Amount, per keys: [Stage.Column]
  ) throws(Diagnostic) -> CheckedStage {
    let amount = try check(amount)
    let keys = try named(keys)
    return CheckedStage("keep the first \(amount.words)\(per(keys))", gives: schema) {
      (table, environment) throws(Diagnostic) in
      let count = try amount.count(in: environment)
      return try table.pick(per: keys, in: environment) { $0.prefix(count) }
    }
  }

  /// `last`: the last rows, of the table or of each group.
  func last(
    _ amount: Stage.Amount, per keys: [Stage.Column]
  ) throws(Diagnostic) -> CheckedStage {
    let amount = try check(amount)
    let keys = try named(keys)
    return CheckedStage("keep the last \(amount.words)\(per(keys))", gives: schema) {
      (table, environment) throws(Diagnostic) in
      let count = try amount.count(in: environment)
      return try table.pick(per: keys, in: environment) { $0.suffix(count) }
    }
  }

  /// `top`: the rows with the largest values, or the smallest, of the table or of each group; rows
  /// that are equal keep their order.
  func top(
    _ amount: Stage.Amount, per keys: [Stage.Column], by order: Stage.SortKey
  ) throws(Diagnostic) -> CheckedStage {
    let amount = try check(amount)
    let keys = try named(keys)
    // `top 3 by words` is the largest: the other way round than `sort words`.
    let order = CheckedKey(value: try check(order.value), descending: !order.descending)
    let which = order.descending ? "largest" : "smallest"
    let words = "keep the \(amount.words) with the \(which) \(order.value.source)\(per(keys))"
    return CheckedStage(words, gives: schema) { (table, environment) throws(Diagnostic) in
      let values = try order.values(over: table, in: environment)
      let interrupt = environment.interrupt
      let count = try amount.count(in: environment)
      guard !keys.isEmpty else {
        let rows = try RowOrder.first(count, of: table.rowCount, by: values, interrupt)
        return try table.selecting(.list(rows), check: interrupt.check)
      }
      let sorted = try RowOrder.rows(count: table.rowCount, by: [values], interrupt)
      return try table.selecting(.list(sorted), check: interrupt.check)
        .pick(per: keys, in: environment) { $0.prefix(count) }
    }
  }

  private func per(_ keys: [NamedExpression]) -> String {
    keys.isEmpty ? "" : " of each \(inWords(keys.map(\.name)))"
  }
}

extension Table {
  /// The rows that a choice leaves of each group, one group after the other in the order of their
  /// keys.
  fileprivate func pick(
    per keys: [NamedExpression], in environment: Environment,
    _ choice: (ArraySlice<Int32>) -> ArraySlice<Int32>
  ) throws(Diagnostic) -> Table {
    let interrupt = environment.interrupt
    var placed: [GroupKey] = []
    for key in keys { placed.append(try GroupKey(key.value, of: self, in: environment)) }
    let groups = try Groups(PlacedKeys(placed, rows: rowCount, interrupt), interrupt)
    keys.noteMoments(apart: groups.count, of: rowCount, environment.notes)
    let (members, bounds) = try groups.members(interrupt)
    var kept: [Int32] = []
    for group in 0..<groups.count {
      try interrupt.check()
      kept.append(contentsOf: choice(members[bounds[group]..<bounds[group + 1]]))
    }
    return try selecting(.list(kept), check: interrupt.check)
  }
}
