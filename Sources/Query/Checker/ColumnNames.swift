import Diagnostics
import Model

extension Checker {
  /// A name without brackets: a column, or where no column has it a date function of the table's
  /// `date`.
  func resolve(_ name: String, of expression: Expression) throws(Diagnostic) -> TypedExpression {
    if let column = schema.column(name) {
      return .column(name, column.type, expression)
    }
    if let function = Function.named(name),
      let date = dateArgument(of: function, at: expression.span)
    {
      return try function.apply([date], expression, in: self)
    }
    throw unknown(name, at: expression.span)
  }

  /// What a date function without an argument is of: the table's `date`; nil where there is none,
  /// and for other functions.
  func dateArgument(of function: Function, at span: SourceSpan) -> TypedExpression? {
    guard function.meansDate, let date = schema.column("date"), date.type.isDate else { return nil }
    return .column("date", date.type, Expression(.name("date"), at: span))
  }

  /// The complaint about a name that is no column.
  func unknown(_ name: String, at span: SourceSpan) -> Diagnostic {
    var visible = schema
    if case .groups(let table, let hasKeys) = place {
      visible = table
      let isDate = Function.named(name)?.meansDate == true && table.column("date") != nil
      if table.column(name) != nil || isDate {
        return .usage(
          "“\(name)” stands outside an aggregate", at: span,
          help: "write it inside one, such as max(\(name))" + (hasKeys ? ", or after by" : ""))
      }
    }
    guard visible.isOpen || !visible.columns.isEmpty else {
      return .usage(
        "“\(name)” is no value", at: span,
        help: "text stands between quotes: \(Spelling.quoted(name))")
    }
    let fault = "\(visible.title) has no column “\(name)”"
    if made.contains(name) {
      return .usage(
        fault, at: span,
        help: "this stage makes it, for the stages after it: | extend … = \(name) …")
    }
    if case .groups = place, let aggregate = Aggregate.named(name) {
      return .usage(fault, at: span, help: "the aggregate is written \(aggregate.shortSignature)")
    }
    if environment.tables.names().contains(name) {
      let first = try? environment.tables.schema(name)?.columns.first?.name
      return .usage(
        fault, at: span,
        help: "of a table one column is named: \(name).\(first.map { Spelling.name($0) } ?? "NAME")"
      )
    }
    if let near = suggestion(for: name, among: visible.columns.map(\.name)) {
      return .usage(fault, at: span, help: near)
    }
    if let column = columnOfMessages(holding: name), visible.column(column)?.type == .text {
      return .usage(fault, at: span, help: "it is a value: \(column) = \(Spelling.quoted(name))")
    }
    if let aggregate = Aggregate.named(name) {
      return .usage(
        fault, at: span,
        help: name == "count"
          ? "count by makes it: | count by sender | …"
          : "the aggregate is written \(aggregate.shortSignature), in summarize")
    }
    if let foreign = ForeignFunction.named(name) {
      return .usage(
        fault, at: span,
        help: "\(name) is spelt \(foreign.native) here" + (foreign.call.map { ": \($0)" } ?? ""))
    }
    let dates = visible.columns.filter(\.type.isDate).map { Spelling.name($0.name) }
    if name == "date", !dates.isEmpty {
      return .usage(fault, at: span, help: "its dates are \(inWords(dates))")
    }
    if let function = Function.named(name) {
      return .usage(
        fault, at: span,
        help: !function.meansDate
          ? "the function is written \(function.signature)"
          : visible.column("date") == nil
            ? "nor a column “date”: write \(name)(\(dates.first ?? "…"))"
            : "to make one: extend \(name) = \(name)(date)")
    }
    let names = visible.columns.map(\.name)
    let listed = names.count <= 12 ? names.joined(separator: ", ") : nil
    return .usage(fault, at: span, help: listed.map { "it has \($0)" })
  }
}

/// The column of messages that has a word as one of few values, whatever is loaded; nil where none has.
private func columnOfMessages(holding word: String) -> String? {
  if MessageKind(rawValue: word) != nil { return "kind" }
  return Event(rawValue: word) == nil ? nil : "event"
}

extension TypedExpression {
  /// A column of the table, by its name.
  static func column(
    _ name: String, _ type: ValueType, _ source: Expression
  ) -> TypedExpression {
    TypedExpression(type: type, source: source, columns: [name]) {
      binding throws(Diagnostic) in
      guard let index = binding.table.index(of: name), binding.table.fields[index].type == type
      else {
        throw Diagnostic("\(binding.table.name) has no column “\(name)”", at: source.span)
      }
      return .column(index)
    }
  }

  /// Whether it is a column of a type itself.
  func isColumn(_ type: ValueType) -> Bool { self.type == type && columnName != nil }

  /// The name of the column that it is, nil for anything else.
  var columnName: String? {
    if case .name(let name) = source.kind, columns == [name] { name } else { nil }
  }
}
