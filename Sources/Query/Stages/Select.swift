import Diagnostics
import Model

extension Checker {
  /// `select`: these columns and no others.
  func select(_ columns: [Stage.Column]) throws(Diagnostic) -> CheckedStage {
    try refuseMinus(columns)
    let named: [NamedExpression]
    do throws(Diagnostic) {
      named = try self.named(columns)
    } catch {
      throw error.helped(by: grouping(meantBy: columns))
    }
    try refuseTwins(named)
    var output = schema.after("select")
    output.columns = named.map(\.definition)
    return CheckedStage("keep the columns \(inWords(named.map(\.name)))", gives: output) {
      (table, environment) throws(Diagnostic) in
      var fields: [Table.Field] = []
      for column in named { fields.append(try table.field(of: column, in: environment)) }
      var selected = table.showing(fields)
      selected.shown = nil
      return selected
    }
  }

  /// A complaint about `select -text`, which elsewhere leaves a column out.
  private func refuseMinus(_ columns: [Stage.Column]) throws(Diagnostic) {
    for column in columns where column.name == nil {
      guard case .negative(let inner) = column.value.kind, case .name(let name) = inner.kind,
        let left = schema.column(name)
      else { continue }
      let calculates = left.type.isNumeric || left.type == .duration
      throw .usage(
        "select names the columns that stay", at: column.value.span,
        help: "to leave one out: drop \(name)" + (calculates ? "; to calculate: x = -\(name)" : ""))
    }
  }
}

extension Table {
  /// The field that a checked item makes: a column alone stays as it is, derived or not.
  func field(
    of column: NamedExpression, in environment: Environment
  ) throws(Diagnostic) -> Field {
    if let name = column.value.columnName, let index = index(of: name) {
      var field = fields[index]
      field.name = column.name
      return field
    }
    return Field(column.name, try column.value.column(over: self, in: environment))
  }
}
