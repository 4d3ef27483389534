import Diagnostics
import Model

extension Figure {
  /// Rows that are read at a time.
  private static let batch = 65_536

  /// Reads what is to be drawn of a table.
  ///
  /// - Parameter check: refuses a figure of too many keys and series. It is asked before there is a value for each
  ///   pair of them: a column of texts makes as many series as there are rows.
  init(
    _ table: Table, _ columns: PlotColumns, _ interrupt: Interrupt,
    check: (Figure) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let measure = try Figure.measure(of: columns.values, in: table)
    var series: [Series] = []
    for place in columns.values {
      let values = try Figure.numbers(of: table, at: place, interrupt)
      series.append(Series(name: table.fields[place].name, values: values))
    }
    let keys =
      if let key = columns.key {
        try Figure.keys(of: table, at: key, interrupt)
      } else {
        Keys(name: "", labels: KeyLabels([]), places: nil, scale: .names)
      }
    self.init(keys: keys, series: series, measure: measure)
    if case .cells(let heading, let value) = table.fields[columns.values[0]].meaning {
      (seriesName, valueName) = (heading, value)
    }
    if let split = columns.split {
      valueName = series[0].name
      let names = try Figure.keys(of: table, at: split, interrupt)
      let ranks = try Figure.ranks(of: table, at: split, interrupt)
      self = try parted(by: names, inOrderOf: ranks, check)
    } else {
      try check(self)
    }
  }

  /// What the values of columns measure, which must be the same for all.
  private static func measure(
    of places: [Int], in table: Table
  ) throws(Diagnostic) -> Measure {
    let measures = places.map { measure(of: table.fields[$0].type) }
    guard let other = measures.firstIndex(where: { !$0.hasAxisInCommon(with: measures[0]) }) else {
      return measures.contains(.number(isWhole: false)) ? .number(isWhole: false) : measures[0]
    }
    let (first, second) = (table.fields[places[0]], table.fields[places[other]])
    throw Diagnostic(
      "“\(first.name)” is \(first.type.name) and “\(second.name)” is \(second.type.name): "
        + "they have no axis in common",
      help: "plot one after the other: plot x, \(first.name)")
  }

  private static func measure(of type: ValueType) -> Measure {
    switch type {
    case .duration: .duration
    case .datetime, .period: .moment
    case .float: .number(isWhole: false)
    case .int, .text, .bool, .list: .number(isWhole: true)
    }
  }

  /// The numbers of a column; NaN for null and for what is no finite number.
  static func numbers(
    of table: Table, at place: Int, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(table.rowCount)
    try eachBatch(of: table, at: place, interrupt) { column throws(Diagnostic) in
      switch column {
      case .int(let column), .duration(let column), .datetime(let column):
        for row in 0..<column.count { numbers.append(column[row].map { Double($0) } ?? .nan) }
      case .period(let unit, let column):
        for row in 0..<column.count {
          numbers.append(
            column[row].map { Double(Period(unit, ordinal: $0).start) } ?? .nan)
        }
      case .float(let column):
        for row in 0..<column.count {
          let number = column[row] ?? .nan
          numbers.append(number.isFinite ? number : .nan)
        }
      default:
        let field = table.fields[place]
        throw Diagnostic(
          "“\(field.name)” is \(field.type.name), and a plot draws numbers",
          help: "count first: count by \(field.name) | plot")
      }
    }
    return numbers
  }

  private static func eachBatch(
    of table: Table, at place: Int, _ interrupt: Interrupt,
    _ body: (Column) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    for start in stride(from: 0, to: table.rowCount, by: batch) {
      try interrupt.check()
      let rows = start..<Swift.min(table.rowCount, start + batch)
      let column = table.column(at: place, rows: .range(rows))
      // What has been derived meanwhile is nothing if the user has asked to stop.
      try interrupt.check()
      try body(column)
    }
  }

  private static func keys(
    of table: Table, at place: Int, _ interrupt: Interrupt
  ) throws(Diagnostic) -> Keys {
    let field = table.fields[place]
    let scale: Keys.Scale =
      switch field.type {
      case .int: .numbers(.number(isWhole: true))
      case .float: .numbers(.number(isWhole: false))
      case .duration: .numbers(.duration)
      case .datetime: .time(nil)
      case .period(let unit): .time(unit)
      case .text, .bool, .list: .names
      }
    guard scale == .names else {
      let places = try numbers(of: table, at: place, interrupt)
      let labels = KeyLabels(places: places, scale)
      return Keys(name: field.name, labels: labels, places: places, scale: scale)
    }
    var labels: [String] = []
    try eachBatch(of: table, at: place, interrupt) { column throws(Diagnostic) in
      for row in 0..<column.count {
        let value = column[row]
        labels.append(value == .null ? "null" : shownText(value))
      }
    }
    return Keys(name: field.name, labels: KeyLabels(labels), places: nil, scale: scale)
  }

  /// What the keys of a column are to be sorted by, null last.
  private static func ranks(
    of table: Table, at place: Int, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Double] {
    let column = table.column(at: place)
    try interrupt.check()
    switch column {
    case .category(let names):
      let ranks = TextOrder.ranks(of: names.categories)
      return names.codes.map { $0 < 0 ? .infinity : Double(ranks[Int($0)]) }
    case .text(let texts):
      return TextOrder.ranks(of: texts).map { $0 < 0 ? .infinity : Double($0) }
    case .bool(let flags):
      return (0..<flags.count).map { flags[$0].map { $0 ? 1 : 0 } ?? .infinity }
    case .list(let lists): return (0..<lists.count).map { Double($0) }
    case .int, .float, .datetime, .period, .duration:
      return try numbers(of: table, at: place, interrupt).map { $0.isNaN ? .infinity : $0 }
    }
  }

  /// The figure with each key once, and a series for each of a second row of keys, in the order of
  /// their ranks.
  private func parted(
    by names: Keys, inOrderOf ranks: [Double], _ check: (Figure) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Figure {
    var keyPlaces: [String: Int] = [:]
    var seriesPlaces: [String: Int] = [:]
    var firstRows: [Int] = []
    var seriesNames: [String] = []
    var seriesRanks: [Double] = []
    var cells: [(key: Int, series: Int, value: Double)] = []
    for (row, value) in series[0].values.enumerated() {
      let label = keys.labels[row]
      let key = keyPlaces[label] ?? firstRows.count
      if key == firstRows.count {
        keyPlaces[label] = key
        firstRows.append(row)
      }
      let name = names.labels[row]
      let place = seriesPlaces[name] ?? seriesNames.count
      if place == seriesNames.count {
        seriesPlaces[name] = place
        seriesNames.append(name)
        seriesRanks.append(ranks[row])
      }
      if !value.isNaN { cells.append((key, place, value)) }
    }
    var parted = self
    parted.keys = Keys(
      name: keys.name, labels: keys.labels.picked(firstRows),
      places: keys.places.map { places in firstRows.map { places[$0] } }, scale: keys.scale)
    parted.seriesName = names.name
    parted.series = seriesNames.map { Series(name: $0, values: []) }
    try check(parted)
    let empty = [Double](repeating: .nan, count: firstRows.count)
    for place in parted.series.indices { parted.series[place].values = empty }
    for cell in cells {
      let sum = parted.series[cell.series].values[cell.key]
      parted.series[cell.series].values[cell.key] = (sum.isNaN ? 0 : sum) + cell.value
    }
    let order = seriesNames.indices.sorted { (seriesRanks[$0], $0) < (seriesRanks[$1], $1) }
    parted.series = order.map { parted.series[$0] }
    return parted
  }
}
