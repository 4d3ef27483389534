import Diagnostics
import Model

extension Checker {
  /// `count`: how many rows, of the table or of each group.
  func count(by keys: [Stage.Column], fill: Bool) throws(Diagnostic) -> CheckedStage {
    try refuseFill(among: keys) { .count(by: $0, fill: true) }
    let keys = try self.keys(keys)
    let span = keys.last?.span ?? SourceSpan(0, 0)
    let call = Expression(.call(Name("count", at: span), []), at: span)
    return try summarize([Stage.Column(call)], keys: keys, fill: fill, title: "count")
  }

  /// `summarize`: a row a group, with aggregates of its rows.
  func summarize(
    _ columns: [Stage.Column], by keys: [Stage.Column], fill: Bool
  ) throws(Diagnostic) -> CheckedStage {
    try refuseFill(among: keys) { .summarize(columns, by: $0, fill: true) }
    let named = try self.keys(keys)
    do throws(Diagnostic) {
      return try summarize(columns, keys: named, fill: fill, title: "summarize")
    } catch {
      throw error.helped(by: grouping(meantBy: columns, keys: keys, fill: fill))
    }
  }

  /// The stage that a list of columns was meant to be that names its keys among the aggregates, as SQL does:
  /// `summarize sender, count()`. Nil where there is no aggregate, and where that does not check either.
  func grouping(
    meantBy columns: [Stage.Column], keys: [Stage.Column] = [], fill: Bool = false
  ) -> Stage? {
    let areKeys = columns.map { (try? check($0.value))?.isConstant == false }
    let values = zip(columns, areKeys).filter { !$1 }.map(\.0)
    let keys = keys + zip(columns, areKeys).filter(\.1).map(\.0)
    guard !values.isEmpty else { return nil }
    let checked = try? summarize(values, keys: self.keys(keys), fill: fill, title: "summarize")
    return checked.map { _ in .summarize(values, by: keys, fill: fill) }
  }

  /// An error where the last key is no column, but the word that stands behind the keys; `meant` is the
  /// stage with the keys before it.
  private func refuseFill(
    among keys: [Stage.Column], meant: ([Stage.Column]) -> Stage
  ) throws(Diagnostic) {
    guard let last = keys.last, last.name == nil, case .name("fill") = last.value.kind,
      schema.column("fill") == nil
    else { return }
    throw .usage(
      "fill is no key: it follows the last one without a comma", at: last.value.span,
      help: "like: \(keys.count > 1 ? "\(meant(Array(keys.dropLast())))" : "count by month fill")")
  }

  private func summarize(
    _ columns: [Stage.Column], keys: [NamedExpression], fill: Bool, title: String
  ) throws(Diagnostic) -> CheckedStage {
    var calls = AggregateCalls(self)
    var values: [Expression] = []
    for column in columns { values.append(try calls.taken(from: column.value)) }
    let grouped = GroupedStage(keys: keys, fill: fill, aggregates: calls.calls)
    let checker = overGroups(grouped)
    var results: [NamedExpression] = []
    for (column, value) in zip(columns, values) {
      let typed = try checker.check(value)
      results.append(
        NamedExpression(
          name: try resultName(of: column, isConstant: typed.isConstant), value: typed,
          span: column.name?.span ?? column.value.span))
    }
    try refuseTwins(keys + results)
    let by = keys.isEmpty ? "" : " by \(inWords(keys.map(\.name)))"
    let name = title + (keys.isEmpty ? "" : " by \(keys.map(\.name).joined(separator: ", "))")
    let output = Schema(name: name, columns: (keys + results).map(\.definition))
    let words =
      title == "count"
      ? "count the rows\(by)" : "work out \(inWords(results.map(\.name)))\(by)"
    return CheckedStage(words + (fill ? ", empty ones too" : ""), gives: output) {
      [results] (table, environment) throws(Diagnostic) in
      let groups = try grouped.run(table, in: environment)
      var fields = Array(groups.fields.prefix(keys.count))
      for result in results {
        fields.append(try groups.field(of: result, in: environment))
      }
      return Table(name: name, rowCount: groups.rowCount, fields: fields)
    }
  }
}

extension Diagnostic {
  /// The complaint with the stage that was meant as its help, where there is one.
  func helped(by meant: Stage?) -> Diagnostic {
    guard let meant else { return self }
    var complaint = self
    complaint.help = "like: \(meant)"
    return complaint
  }
}
