import Diagnostics
import Model

extension Checker {
  /// `explode`: a row for each element of a list; a row whose list is empty goes.
  func explode(_ column: Stage.Column) throws(Diagnostic) -> CheckedStage {
    let value = try check(column.value)
    guard value.type == .list else {
      throw .usage(
        "explode takes a list; \(value.described)", at: column.value.span,
        help: value.type == .text ? "split(…, \" \") and terms(…) make lists of text" : nil)
    }
    let name = try resultName(of: column, isConstant: value.isConstant)
    var output = schema.after("explode")
    output.origin = nil
    let element = ColumnDefinition(name, .text, "")
    if let place = output.columns.firstIndex(where: { $0.name == name }) {
      output.columns[place] = element
    } else {
      output.columns.append(element)
    }
    let words = "make a row of each element of \(column.value)"
    return CheckedStage(words, gives: output) { (table, environment) throws(Diagnostic) in
      let lists = try value.column(over: table, in: environment).asLists
      var rows: [Int32] = []
      var items: [Int32] = []
      for row in 0..<lists.count {
        if row % Batch.size == 0 { try environment.interrupt.check() }
        for item in lists.range(of: row) {
          rows.append(Int32(row))
          items.append(Int32(item))
        }
      }
      let check = environment.interrupt.check
      var exploded = try table.selecting(.list(rows), check: check).untied()
      let field = Table.Field(name, .text(try lists.items.gathered(items, check: check)))
      if let place = exploded.index(of: name) {
        exploded.fields[place] = field
      } else {
        exploded.fields.append(field)
      }
      if let shown = exploded.shown, !shown.contains(name) { exploded.shown = shown + [name] }
      return exploded
    }
  }
}
