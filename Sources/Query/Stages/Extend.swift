import Diagnostics
import Model

extension Checker {
  /// `extend`: all columns and these; one whose name is taken stands in the other's place.
  func extend(by columns: [Stage.Column]) throws(Diagnostic) -> CheckedStage {
    var checker = self
    checker.made = Set(columns.compactMap { $0.name?.text })
    let named = try checker.named(columns)
    try refuseTwins(named)
    var output = schema
    for column in named {
      if let place = output.columns.firstIndex(where: { $0.name == column.name }) {
        output.columns[place] = column.definition
      } else {
        output.columns.append(column.definition)
      }
    }
    return CheckedStage("add the columns \(inWords(named.map(\.name)))", gives: output) {
      (table, environment) throws(Diagnostic) in
      var extended = table
      for column in named {
        let field = try table.field(of: column, in: environment)
        if let place = extended.index(of: column.name) {
          extended.fields[place] = field
        } else {
          extended.fields.append(field)
        }
        if let shown = extended.shown, !shown.contains(column.name) {
          extended.shown = shown + [column.name]
        }
      }
      return extended
    }
  }
}
