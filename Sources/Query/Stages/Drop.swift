import Diagnostics
import Model

extension Checker {
  /// `drop`: all columns but these.
  func drop(_ names: [Name]) throws(Diagnostic) -> CheckedStage {
    for name in names where schema.column(name.text) == nil {
      throw unknown(name.text, at: name.span)
    }
    let dropped = Set(names.map(\.text))
    var output = schema.after("drop")
    output.columns.removeAll { dropped.contains($0.name) }
    guard !output.columns.isEmpty else {
      throw .usage("drop leaves no column", at: names.last?.span)
    }
    return CheckedStage("leave out the columns \(inWords(names.map(\.text)))", gives: output) {
      (table, _) in table.dropping(dropped)
    }
  }
}
