import Diagnostics
import Model

/// Which columns of a table a plot draws.
struct PlotColumns: Sendable {
  /// The column along the axis; nil where the values stand for themselves.
  var key: Int?
  /// A second column of keys, each value of which makes a series.
  var split: Int?
  /// The columns of numbers.
  var values: [Int]

  /// The columns that a request names, or that a table has.
  ///
  /// - Parameter isOfValues: whether a single name is that of the values rather than of the keys.
  init(
    _ table: Table, named names: [PlotRequest.Column], isOfValues: Bool?
  ) throws(Diagnostic) {
    var places: [Int] = []
    for name in names {
      guard let place = table.index(of: name.text) else {
        throw Diagnostic(
          "\(table.name) has no column “\(name.text)”", at: name.span,
          help: suggestion(for: name.text, among: table.fields.map(\.name))
            ?? "columns: \(table.fields.prefix(8).map(\.name).joined(separator: ", "))")
      }
      places.append(place)
    }
    if places.isEmpty {
      guard table.shown == nil else { throw PlotColumns.unchosen(table) }
      if case .cells(let heading, _) = table.fields.first?.meaning {
        throw Diagnostic(
          "the pivot has left no column to plot by", help: "leave out pivot \(heading)")
      }
      places = Array(table.fields.indices)
    } else if places.count == 1 {
      let isValue = isOfValues ?? PlotColumns.isMeasured(table.fields[places[0]].type)
      if !isValue {
        guard table.shown == nil else { throw PlotColumns.unchosen(table, beside: names[0]) }
        places += table.fields.indices.filter {
          $0 != places[0] && PlotColumns.isValue(table.fields[$0])
        }
      }
    }
    guard places.count > 1 else {
      self.init(key: nil, split: nil, values: places)
      return
    }
    let rest = places.dropFirst()
    let numbers = rest.filter { PlotColumns.isValue(table.fields[$0]) }
    let others = rest.filter { !PlotColumns.isValue(table.fields[$0]) }
    guard !numbers.isEmpty else { throw PlotColumns.noNumber(table, places, named: names) }
    guard others.count <= 1, others.isEmpty || numbers.count == 1 else {
      throw Diagnostic(
        "too many columns for one plot: \(PlotColumns.listed(table, places))",
        help: "name them: plot x, y, as in plot \(table.fields[places[0]].name), "
          + table.fields[numbers[0]].name)
    }
    self.init(key: places[0], split: others.first, values: Array(numbers))
  }

  private init(key: Int?, split: Int?, values: [Int]) {
    self.key = key
    self.split = split
    self.values = values
  }

  /// Whether bars and lines stand for the values of a column: numbers that rows are not grouped by.
  private static func isValue(_ field: Table.Field) -> Bool {
    isNumeric(field.type) && field.meaning != .key
  }

  private static func isNumeric(_ type: ValueType) -> Bool { type.isNumeric || type == .duration }

  /// Whether values of a type can be put into bins.
  static func isMeasured(_ type: ValueType) -> Bool {
    if case .period = type { return true }
    return isNumeric(type) || type == .datetime
  }

  private static func listed(_ table: Table, _ places: some Sequence<Int>) -> String {
    places.prefix(6).map { table.fields[$0].name }.joined(separator: ", ")
  }

  private static func unchosen(
    _ table: Table, beside key: PlotRequest.Column? = nil
  ) -> Diagnostic {
    if let key {
      return Diagnostic(
        "no number of \(table.name) is named beside “\(key.text)”", at: key.span,
        help: "count first: count by \(key.text) | plot; or name one: plot \(key.text), y")
    }
    let example =
      table.index(of: "sender") == nil
      ? "name columns: plot x, y" : "count first: count by month | plot; or name columns: plot x, y"
    return Diagnostic("a plot of all of \(table.name) would say nothing", help: example)
  }

  private static func noNumber(
    _ table: Table, _ places: [Int], named names: [PlotRequest.Column]
  ) -> Diagnostic {
    let first = table.fields[places[0]]
    let second = table.fields[places[1]]
    return Diagnostic(
      "“\(second.name)” is \(second.type.name): there is no number to draw",
      at: names.dropFirst().first?.span,
      help: "count first: count by \(first.name) | plot")
  }
}
