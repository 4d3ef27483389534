import Diagnostics
import Model

extension Checker {
  /// `rename`: columns under new names, in their places.
  func rename(_ names: [Stage.Renaming]) throws(Diagnostic) -> CheckedStage {
    var newNames: [String: String] = [:]
    for name in names {
      guard schema.column(name.old.text) != nil else {
        var complaint = unknown(name.old.text, at: name.old.span)
        if schema.column(name.new.text) != nil {
          let renaming = Stage.Renaming(new: name.old, old: name.new)
          complaint.help = "the new name stands first: rename \(renaming)"
        }
        throw complaint
      }
      guard newNames.updateValue(name.new.text, forKey: name.old.text) == nil else {
        throw .usage("“\(name.old.text)” is renamed twice", at: name.old.span)
      }
    }
    var output = schema.after("rename")
    output.columns = output.columns.map { column in
      ColumnDefinition(newNames[column.name] ?? column.name, column.type, column.summary)
    }
    for name in names where output.columns.count(where: { $0.name == name.new.text }) > 1 {
      throw .usage(
        "two columns are named “\(name.new.text)”", at: name.new.span,
        help: schema.column(name.new.text).map { _ in
          "leave out the one that has the name: \(Stage.drop([name.new])) | \(Stage.rename([name]))"
        })
    }
    let words = names.map { "\($0.old.text) to \($0.new.text)" }
    return CheckedStage("rename \(inWords(words))", gives: output) { [newNames] (table, _) in
      var renamed = table.showing(
        table.fields.map { field in
          var field = field
          field.name = newNames[field.name] ?? field.name
          return field
        })
      renamed.shown = table.shown.map { $0.map { newNames[$0] ?? $0 } }
      return renamed
    }
  }
}
