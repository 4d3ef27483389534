import Diagnostics

extension Plot {
  /// Shades of two keys.
  static let heat = Plot(
    name: "heat", summary: "a shade for each pair of two keys, such as weekday and hour",
    mostKeys: 100, mostSeries: 200,
    whenTooMany: "keep some (top 20 by …), or count by a longer period",
    prepare: { (figure) throws(Diagnostic) in figure.lyingInTime() },
    draw: { $1.heat($0) }, picture: { $1.heat($0) })
}

extension Figure {
  /// The figure with dates along the lying axis: with rows and columns exchanged where the rows are
  /// dates and the columns names.
  func lyingInTime() -> Figure {
    guard case .time = keys.scale, let seriesName, !hasOrderedSeries else { return self }
    var turned = self
    turned.keys = Keys(
      name: seriesName, labels: KeyLabels(series.map(\.name)), places: nil, scale: .names)
    turned.series = keys.labels.enumerated().map { row, name in
      Series(name: name, values: series.map { $0.values[row] })
    }
    turned.seriesName = keys.name
    return turned
  }

  /// Whether the series are called by numbers or dates, so that not each needs its name.
  var hasOrderedSeries: Bool {
    series.allSatisfy { $0.name == "null" || $0.name.first?.isNumber ?? false }
  }
}

extension Canvas {
  /// A row a key, a column a series, in as many blocks one below the other as the width asks for.
  func heat(_ figure: Figure) -> [String] {
    let shades = Shades(of: figure)
    let left = width(of: [figure.keys.name] + figure.keys.labels, most: Swift.max(12, columns / 3))
    let room = columns - left - 2
    let widest = width(of: figure.series.map(\.name), most: Swift.min(10, room))
    let fitting = (room + 1) / Swift.max(1, figure.series.count) - 1
    // Of numbers and dates not each has to be named.
    let cell =
      figure.hasOrderedSeries ? Swift.max(Swift.min(2, widest), Swift.min(widest, fitting)) : widest
    let each = Swift.max(1, (room + 1) / (cell + 1))
    var lines: [String] = []
    for start in stride(from: 0, to: figure.series.count, by: each) {
      let part = figure.series[start..<Swift.min(figure.series.count, start + each)]
      if start > 0 { lines.append("") }
      if let name = figure.seriesName {
        lines.append(
          label("", to: left) + "  " + ink.paint(trimmed(label(name, to: room)), .heading))
      }
      lines.append(
        ink.paint(label(figure.keys.name, to: left), .heading) + "  "
          + ink.paint(names(of: part.map(\.name), widest, in: cell), .faint))
      for (row, key) in figure.keys.labels.enumerated() {
        let cells = part.map { series in
          let level = shades.level(series.values[row])
          return ink.paint(glyphs.cell(level, of: cell), level == 0 ? .faint : .series(0))
        }
        lines.append(label(key, to: left) + "  " + cells.joined(separator: " "))
      }
    }
    let entries = shades.ranges(figure.measure).enumerated().map { level, range in
      (mark: glyphs.shades[level], name: range, role: level == 0 ? Ink.Role.faint : .series(0))
    }
    return lines + [""] + legend(entries)
  }
}

extension Canvas {
  /// The names above the columns of a heat map: each over its own, or where cells are narrower than names
  /// as many as have room.
  private func names(of series: [String], _ widest: Int, in cell: Int) -> String {
    guard widest > cell else {
      return series.map { label($0, to: cell, isRight: true) }.joined(separator: " ")
    }
    let every = (widest + cell + 2) / (cell + 1)
    return stride(from: 0, to: series.count, by: every).map { place in
      let taken = Swift.min(every, series.count - place)
      let room = taken * (cell + 1) - 1
      return room < widest ? "" : label(series[place], to: every * (cell + 1) - 1)
    }.joined(separator: " ")
  }
}
