import Diagnostics
import Model
import Output
import Testing

/// Months from January 2025 on with numbers beside them; nil for null.
func monthly(_ columns: [(name: String, values: [Int64?])]) -> Table {
  let count = columns.map(\.values.count).max() ?? 0
  let months = (0..<count).map { Int64(24_300 + $0) }
  return Table(
    name: "count by month", rowCount: count,
    fields: [.init("month", .period(.month, PlainColumn(months)), meaning: .key)]
      + columns.map { .init($0.name, .int(PlainColumn($0.values, filler: 0))) })
}

/// Names with numbers beside them.
func named(_ rows: [(name: String?, value: Double?)], _ key: String = "sender") -> Table {
  Table(
    name: "avg by \(key)", rowCount: rows.count,
    fields: [
      .init(key, .text(TextColumn(rows.map(\.name)))),
      .init("mean", .float(PlainColumn(rows.map(\.value), filler: 0))),
    ])
}

/// A column of whole numbers.
func numbers(_ values: [Int64?], _ name: String = "words") -> Table {
  Table(
    name: "select \(name)", rowCount: values.count,
    fields: [.init(name, .int(PlainColumn(values, filler: 0)))])
}

/// What `plot` draws of a table.
func drawn(
  _ table: Table, _ plot: String? = nil, of columns: [String] = [], columns width: Int = 40,
  ascii: Bool = false, colored: Bool = false
) throws -> String {
  let request = PlotRequest(
    plot.flatMap(Plot.named),
    columns: columns.map { PlotRequest.Column($0, at: SourceSpan(0, 0)) })
  var screen = Screen.terminal(columns: width, lines: 24, colored: colored)
  screen.drawsUnicode = !ascii
  let plotted = try request.read(table)
  return try written { (sink) throws(Diagnostic) in try plotted.write(to: sink, screen: screen) }
}

/// The picture that `plot --svg` writes of a table.
func picture(_ table: Table, _ plot: String? = nil) throws -> String {
  let plotted = try PlotRequest(plot.flatMap(Plot.named)).read(table)
  return try written { (sink) throws(Diagnostic) in try plotted.writeSVG(to: sink) }
}

/// The message and the help of the error that drawing a table gives; nil where it gives none.
func complaint(
  _ table: Table, _ plot: String? = nil, of columns: [String] = []
) throws -> [String?]? {
  do {
    _ = try drawn(table, plot, of: columns)
    return nil
  } catch let error as Diagnostic {
    return [error.message, error.help]
  }
}

/// Every kind with a table that it draws.
let drawable: [(plot: String, table: Table)] = [
  ("bar", monthly([("count", [10, 441, nil, 0, 7])])),
  ("bar", monthly([("a", [1, 2, 3]), ("b", [3, nil, -1])])),
  ("line", monthly([("count", (0..<30).map { Int64($0 * $0 % 47) })])),
  ("line", monthly([("a", [1, 2, 3, nil, 4]), ("b", [3, 2, nil, 1, -5])])),
  ("heat", monthly((0..<24).map { hour in ("\(hour)", [Int64(hour), nil, 0, 90]) })),
  ("hist", numbers((0..<500).map { Int64($0 * $0 % 97) })),
  ("spark", monthly([("count", [1, 5, nil, 22, 13])])),
]
