import Diagnostics
import Model
import Output

extension Session {
  /// A row for each column of a table: nulls, distinct values, ends, mean, the most frequent value.
  func columnStatistics(of table: Table) throws(Diagnostic) -> Table {
    var rows: [[String?]] = []
    for field in table.fields {
      rows.append(try statistics(of: field, in: table))
    }
    let names = ["column", "type", "nulls", "distinct", "min", "max", "mean", "top"]
    let fields = names.enumerated().map { index, name in
      Table.Field(name, .text(TextColumn(rows.map { $0[index] })))
    }
    return Table(name: "stats of \(table.name)", rowCount: rows.count, fields: fields)
  }

  private func statistics(
    of field: Table.Field, in table: Table
  ) throws(Diagnostic) -> [String?] {
    let name = "`\(field.name)`"
    let isList = field.type == .list
    let hasMean = field.type.isNumeric || field.type == .duration
    let question = """
      summarize nulls = countif(\(isList ? "length(\(name)) = 0" : "\(name) is null"))\
      \(isList ? "" : ", distinct = distinct(\(name)), low = min(\(name)), high = max(\(name))")\
      \(hasMean ? ", mean = avg(\(name))" : "")
      """
    let answer = try ask(question, of: table)
    let each = isList ? "explode v = \(name) | count by v" : "count by v = \(name)"
    let top = try ask("\(each) | where v is not null | top 1 by count", of: table)
    let times = top.number("count")
    return [
      field.name, field.type.name, shown(answer.value("nulls", 0)),
      shown(answer.value("distinct", 0)), shown(answer.value("low", 0)),
      shown(answer.value("high", 0)), shown(answer.value("mean", 0)),
      // Where no value comes twice, none is the most frequent.
      times > 1 ? shown(top.value("v", 0)).map { "\($0) (\(grouped(times)))" } : nil,
    ]
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
