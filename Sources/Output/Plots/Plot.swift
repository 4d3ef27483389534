public import Diagnostics
public import Model

/// A way to draw a table. Adding one is a file beside this one and a line in ``all``.
public struct Plot: Sendable {
  /// What `plot` calls it.
  public let name: String

  /// One line for the help page.
  public let summary: String

  /// Keys that it can show; nil for any number.
  let mostKeys: Int?

  /// Series that it can show.
  let mostSeries: Int

  /// What to do where there are more.
  let whenTooMany: String

  /// Whether it draws values for themselves, without the keys beside them.
  let isOfValues: Bool

  /// Makes of what was read what is drawn.
  let prepare: @Sendable (Figure) throws(Diagnostic) -> Figure

  /// The lines of the drawing.
  let draw: @Sendable (Figure, Canvas) -> [String]

  /// The drawing as SVG, and how high it is.
  let picture: @Sendable (Figure, inout Drawing) -> Void

  init(
    name: String, summary: String, mostKeys: Int? = nil, mostSeries: Int, whenTooMany: String,
    isOfValues: Bool = false,
    prepare: @escaping @Sendable (Figure) throws(Diagnostic) -> Figure = { $0 },
    draw: @escaping @Sendable (Figure, Canvas) -> [String],
    picture: @escaping @Sendable (Figure, inout Drawing) -> Void
  ) {
    self.name = name
    self.summary = summary
    self.mostKeys = mostKeys
    self.mostSeries = mostSeries
    self.whenTooMany = whenTooMany
    self.isOfValues = isOfValues
    self.prepare = prepare
    self.draw = draw
    self.picture = picture
  }

  /// Every plot, in the order help shows them.
  public static let all: [Plot] = [.bar, .line, .heat, .hist, .spark]

  /// The plot of a name, nil where there is none.
  public static func named(_ name: String) -> Plot? {
    all.first { $0.name == name }
  }

  /// Whether it draws columns of a type: one that stands for its values alone needs numbers, durations,
  /// dates or periods; the others take keys of any type as well.
  public func takes(_ type: ValueType) -> Bool { !isOfValues || PlotColumns.isMeasured(type) }

  /// Keys on a scale of which bars are drawn; of more a line reads better.
  static let mostBarsOnScale = 31

  /// Series that marks and colours tell apart.
  static let mostMarks = 8

  /// The plot that fits what was read, where none is named: bins of a single column of numbers, bars
  /// of names and of few periods, lines of many periods or of several series over them, shades of
  /// two keys.
  static func fitting(_ figure: Figure) -> Plot {
    if figure.keys.labels.isEmpty && figure.keys.name.isEmpty { return .hist }
    let hasTwoKeys = figure.seriesName != nil
    if hasTwoKeys, figure.series.count > mostMarks { return .heat }
    switch figure.keys.scale {
    case .names: return hasTwoKeys ? .heat : .bar
    case .numbers: if hasTwoKeys { return .heat }
    case .time: if hasTwoKeys { return .line }
    }
    let isFew = figure.keys.labels.count <= mostBarsOnScale
    return isFew && figure.series.count == 1 ? .bar : .line
  }
}

/// What `plot` was asked for.
public struct PlotRequest: Sendable {
  /// The kind of plot; nil to choose one by the columns.
  public var plot: Plot?

  /// The columns to draw, keys first; none to take those of the table.
  public var columns: [Column]

  /// A column by its name.
  public struct Column: Sendable, Hashable {
    /// Its name.
    public let text: String
    /// Where the name stands in the line.
    public let span: SourceSpan

    /// A name at a place of the line.
    public init(_ text: String, at span: SourceSpan) {
      self.text = text
      self.span = span
    }
  }

  /// A request; without columns those of the table are drawn.
  public init(_ plot: Plot? = nil, columns: [Column] = []) {
    self.plot = plot
    self.columns = columns
  }

  /// Reads what it asks for out of a table.
  ///
  /// - Throws: where the table has no such columns, or not what the plot needs.
  public func read(
    _ table: Table, interrupt: Interrupt = .never
  ) throws(Diagnostic) -> PlottedTable {
    let columns = try PlotColumns(table, named: columns, isOfValues: plot.map(\.isOfValues))
    guard table.rowCount > 0 else {
      return PlottedTable(name: table.name, plot: plot ?? .bar, figure: nil)
    }
    if columns.key == nil, let plot, !plot.isOfValues {
      throw Diagnostic(
        "\(plot.name) needs two columns, and there is only “\(table.fields[columns.values[0]].name)”",
        help: "plot hist draws how its values are spread")
    }
    var read = columns
    // What is drawn for itself needs no keys read beside it.
    if plot?.name == Plot.hist.name { (read.key, read.split) = (nil, nil) }
    try refuseTooManyNames(table, read)
    let figure = try Figure(table, read, interrupt) { [plot] (figure) throws(Diagnostic) in
      try (plot ?? .fitting(figure)).refuseTooMany(figure)
    }
    let plot = plot ?? .fitting(figure)
    return PlottedTable(name: table.name, plot: plot, figure: try plot.prepare(figure))
  }
}

extension PlotRequest {
  /// Refuses names that no plot has room for before millions of them are read.
  private func refuseTooManyNames(
    _ table: Table, _ columns: PlotColumns
  ) throws(Diagnostic) {
    guard let key = columns.key, columns.split == nil, table.fields[key].type == .text else {
      return
    }
    let plot = plot ?? .bar
    if let most = plot.mostKeys, table.rowCount > most { throw plot.tooMany(table.rowCount, most) }
  }
}

extension Plot {
  fileprivate func tooMany(_ keys: Int, _ most: Int) -> Diagnostic {
    Diagnostic(
      "\(grouped(keys)) rows are too many for plot \(name): it shows \(most)", help: whenTooMany)
  }

  fileprivate func refuseTooMany(_ figure: Figure) throws(Diagnostic) {
    if let mostKeys, figure.keys.labels.count > mostKeys {
      throw tooMany(figure.keys.labels.count, mostKeys)
    }
    guard figure.series.count <= mostSeries else {
      let what = figure.seriesName.map { "values of \($0)" } ?? "columns of numbers"
      throw Diagnostic(
        "\(grouped(figure.series.count)) \(what) are too many for plot \(name): it shows \(mostSeries)",
        help: mostSeries == 1 ? "name one: plot \(name) \(figure.series[0].name)" : whenTooMany)
    }
  }
}

/// A table ready to be drawn.
public struct PlottedTable: Sendable {
  /// What the table is called.
  public let name: String
  /// The kind of plot.
  public let plot: Plot
  /// What is drawn; nil where the table has no rows.
  let figure: Figure?

  /// Draws it for a screen.
  ///
  /// On a terminal it takes its width; elsewhere 80 columns and no colour.
  public func write(to sink: Sink, screen: Screen) throws(Diagnostic) {
    guard let figure else { return }
    let canvas = Canvas(screen)
    let lines = plot.draw(figure, canvas) + figure.remarks.flatMap(canvas.remark)
    try sink.write(lines.map { trimmed($0) + "\n" }.joined())
  }

  /// The picture as a file of its own: SVG, light or dark as the reader's screen is.
  public func writeSVG(to sink: Sink) throws(Diagnostic) {
    try sink.write(svg())
  }

  /// The picture as SVG, to stand in a page or a file.
  func svg() -> String {
    var drawing = Drawing(title: figure.map(\.title) ?? name)
    if let figure {
      drawing.about = figure.description
      plot.picture(figure, &drawing)
    }
    return drawing.document
  }
}
