import Diagnostics
import Model
import Output

extension Session {
  /// A row for each column of a table: values, nulls, distinct values, ends, mean, the most frequent
  /// values.
  func columnStatistics(of table: Table) throws(Diagnostic) -> Table {
    var rows: [[String?]] = []
    for place in table.fields.indices {
      rows.append(try statistics(ofColumn: place, in: table))
    }
    let names = [
      "column", "type", "count", "nulls", "distinct", "min", "max", "mean", "top",
    ]
    let fields = names.enumerated().map { index, name in
      Table.Field(name, .text(TextColumn(rows.map { $0[index] })))
    }
    return Table(name: "stats of \(table.name)", rowCount: rows.count, fields: fields)
  }

  private func statistics(
    ofColumn place: Int, in table: Table
  ) throws(Diagnostic) -> [String?] {
    let field = table.fields[place]
    // By itself and under a name of ours: that of a file's column may be one that cannot be written.
    var column = table
    column.fields = [field]
    column.fields[0].name = "x"
    let isList = field.type == .list
    let hasEnds = !isList && field.type != .bool
    let hasMean = field.type.isNumeric || field.type == .duration
    let question = """
      summarize nulls = countif(\(isList ? "length(x) = 0" : "x is null"))\
      \(isList ? "" : ", distinct = distinct(x)")\(hasEnds ? ", low = min(x), high = max(x)" : "")\
      \(hasMean ? ", mean = avg(x)" : "")
      """
    let answer = try ask(question, of: column)
    let count = Value.int(Int64(table.rowCount - answer.number("nulls")))
    let distinct =
      isList
      ? try ask("explode v = x | summarize distinct = distinct(v)", of: column)
      : answer
    return [
      field.name, field.type.name, shown(count), shown(answer.value("nulls", 0)),
      shown(distinct.value("distinct", 0)), shown(answer.value("low", 0)),
      shown(answer.value("high", 0)), shown(answer.value("mean", 0)),
      try topValues(of: column),
    ]
  }

  /// The most frequent values, three at most, with how often they come: of lists the elements, of moments
  /// the days, as they are shown. Where no value comes twice, none is the most frequent.
  private func topValues(of column: Table) throws(Diagnostic) -> String? {
    let each =
      switch column.fields[0].type {
      case .list: "explode v = x | count by v"
      case .datetime: "count by v = day(x)"
      default: "count by v = x"
      }
    let top = try ask("\(each) | where v is not null and count > 1 | top 3 by count", of: column)
    let values = (0..<top.rowCount).compactMap { row -> String? in
      guard case .int(let times) = top.value("count", row) else { return nil }
      return shown(top.value("v", row)).map { "\($0) (\(grouped(Int(times))))" }
    }
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// A cell as a person reads it, dates to the day; nil for null.
  private func shown(_ value: Value) -> String? {
    switch value {
    case .null: nil
    case .datetime(let moment): Period(.day, holding: moment).description
    default: shownText(value)
    }
  }
}
