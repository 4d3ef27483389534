import Diagnostics
import Model

extension Checker {
  /// A function applied to arguments.
  func call(
    _ name: Name, _ arguments: [Expression], of source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    guard let function = Function.named(name.text) else { throw noFunction(name, arguments) }
    var typed: [TypedExpression] = []
    for argument in arguments {
      try function.refuseCalendarStep(argument)
      typed.append(try check(argument))
    }
    if typed.isEmpty, let date = dateArgument(of: function, at: source.span) { typed = [date] }
    return try function.apply(typed, source, in: self)
  }

  /// The complaint about a name before a bracket that is no function here.
  private func noFunction(_ name: Name, _ arguments: [Expression]) -> Diagnostic {
    if Aggregate.named(name.text) != nil {
      if case .aggregate = place {
        return .usage(
          "an aggregate cannot stand inside another", at: name.span,
          help: "work it out first: summarize … by …, then | summarize … of its column")
      }
      // Only a column can stand behind a minus without brackets.
      var row: String?
      if case .name(let column)? = arguments.first?.kind {
        row = ["max": "top 1 by \(column)", "min": "top 1 by -\(column)"][name.text]
      }
      return .usage(
        "\(name.text)(…) is an aggregate: it stands in summarize or expect", at: name.span,
        help: row.map { "the row that has it: \($0)" }
          ?? "summarize first; its column can then be asked for")
    }
    if let foreign = ForeignFunction.named(name.text) {
      return .usage(
        "\(name.text) is spelt \(foreign.native) here", at: name.span,
        help: foreign.call.map { "like: \($0)" })
    }
    let names = Function.all.map(\.name) + Aggregate.all.map(\.name)
    let near = suggestion(for: name.text, among: names)
    let column = schema.column(name.text).map { _ in
      "“\(name.text)” is a column: leave out the brackets"
    }
    return .usage("no function “\(name.text)”", at: name.span, help: column ?? near)
  }
}

extension Function {
  /// Throws where `bin` is to make steps of months or years, which are no fixed lengths: periods have them.
  fileprivate func refuseCalendarStep(_ argument: Expression) throws(Diagnostic) {
    guard name == "bin", case .literal(.duration(let span)) = argument.kind,
      [.month, .year].contains(span.unit)
    else { return }
    let period = span.unit == .year ? "year" : span.count % 3 == 0 ? "quarter" : "month"
    throw .usage(
      "\(span.count)\(span.unit.rawValue) has no fixed length, and bin makes steps of one",
      at: argument.span, help: "by the calendar: \(period)(date); or bin(date, \(span.days)d)")
  }
}
