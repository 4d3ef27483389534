import Diagnostics
import Model

extension Checker {
  /// `expect`: the table as it is, if a condition on the whole of it holds.
  func expect(_ condition: Expression) throws(Diagnostic) -> CheckedStage {
    var calls = AggregateCalls(self)
    let value = try calls.taken(from: condition)
    let grouped = GroupedStage(keys: [], fill: false, aggregates: calls.calls)
    let typed = try overGroups(grouped).condition(value, for: "expect")
    let asked = calls.calls.map(\.column)
    return CheckedStage("fail unless \(condition)", gives: schema) {
      (table, environment) throws(Diagnostic) in
      let groups = try grouped.run(table, in: environment)
      guard try typed.value(over: groups, in: environment) == .bool(true) else {
        let found = asked.compactMap { name in
          groups.column(name).map { "\(name) is \(plainText($0[0]))" }
        }
        throw Diagnostic(
          "expected \(condition)", at: condition.span,
          help: found.isEmpty ? nil : inWords(found), cause: .expectation)
      }
      return table
    }
  }
}
