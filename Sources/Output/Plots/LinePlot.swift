import Diagnostics

extension Plot {
  /// A line a series.
  static let line = Plot(
    name: "line", summary: "a line for each column of numbers, over dates or numbers",
    mostSeries: mostMarks,
    whenTooMany: "plot heat shows more, or keep some: select, or where before the pivot",
    prepare: { (figure) throws(Diagnostic) in try figure.inOrder() },
    draw: { $1.lines($0) }, picture: { $1.lines($0) })
}

extension Figure {
  /// The figure with its keys in the order of the axis, those without a place left out and counted.
  func inOrder() throws(Diagnostic) -> Figure {
    var ordered = self
    guard ends != nil else {
      throw Diagnostic("\(title): every value is null, there is nothing to draw")
    }
    guard let places = keys.places else { return ordered }
    let known = places.indices.filter { !places[$0].isNaN }
    let isSorted = zip(known, known.dropFirst()).allSatisfy { places[$0] <= places[$1] }
    if known.count == places.count, isSorted { return ordered }
    let rows = isSorted ? known : known.sorted { (places[$0], $0) < (places[$1], $1) }
    guard !rows.isEmpty else {
      throw Diagnostic("“\(keys.name)” is null in every row, there is nothing to draw")
    }
    ordered.keys = Keys(
      name: keys.name, labels: keys.labels.picked(rows), places: rows.map { places[$0] },
      scale: keys.scale)
    for place in series.indices {
      ordered.series[place].values = rows.map { series[place].values[$0] }
    }
    let leftOut = places.count - rows.count
    if leftOut > 0 {
      ordered.remarks.append("\(counted(leftOut, "row")) without \(keys.name) left out")
    }
    return ordered
  }
}

extension Figure {
  /// The figure with means of neighbours where there are more keys than room.
  fileprivate func averaged(in room: Int) -> Figure {
    guard keys.labels.count > room, room > 1 else { return self }
    var fewer = self
    let firsts = (0..<room).map { $0 * keys.labels.count / room }
    fewer.keys = Keys(
      name: keys.name, labels: keys.labels.picked(firsts),
      places: keys.places.map { Canvas.averaged($0, in: room) }, scale: keys.scale)
    for place in series.indices {
      fewer.series[place].values = Canvas.averaged(series[place].values, in: room)
    }
    return fewer
  }
}

extension Canvas {
  /// Lines between two axes.
  func lines(_ given: Figure) -> [String] {
    let isMarked = given.series.count > 1
    // Several lines have no room for what lies around their means.
    let figure = isMarked ? given.averaged(in: columns - 10) : given
    guard let ends = figure.ends else { return [] }
    let scale = NiceScale(values: ends, intervals: Swift.max(2, lines / 3), figure.measure)
    let labels = scale.ticks.map { scale.label($0) }
    let left = width(of: labels, most: columns / 3) + 2
    let room = Swift.max(2, columns - left)
    // As many lines from tick to tick everywhere, so that each tick has a line of its own.
    let between = Swift.max(1, lines / Swift.max(1, labels.count - 1))
    let height = between * (labels.count - 1) + 1
    let axis = KeyAxis(figure.keys)
    var raster = Raster(width: room, height: height, glyphs)
    for (place, series) in figure.series.enumerated() {
      raster.draw(series.values, at: axis.shares, on: scale, series: place, hasBand: !isMarked)
    }
    if isMarked {
      for (place, series) in figure.series.enumerated() {
        raster.mark(series.values, at: axis.shares, on: scale, series: place)
      }
    }
    var result = isMarked ? legend(of: figure, raster) : [ink.paint(figure.title, .heading)]
    for row in (0..<height).reversed() {
      let isTick = row % between == 0
      let text = isTick ? labels[row / between] : ""
      result.append(
        ink.paint(label(text, to: left - 2, isRight: true), .faint)
          + " " + ink.paint(isTick ? glyphs.axisTick : glyphs.axis, .faint)
          + raster.line(row, ink))
    }
    let ticks = axis.ticks(width: room)
    let columnsWithTick = Set(ticks.map(\.column))
    let base = (0..<room).map { columnsWithTick.contains($0) ? glyphs.baseTick : glyphs.base }
    let blank = String(repeating: " ", count: left - 1)
    result.append(ink.paint(blank + glyphs.corner + base.joined(), .faint))
    result.append(ink.paint(axisLabels(ticks, after: left), .faint))
    let count = given.keys.labels.count
    if count > room {
      let band = isMarked ? "" : ", shaded from the least to the largest"
      result += remark("\(counted(count, "row")); the line is the mean of each column\(band)")
    }
    return result
  }

  private func legend(of figure: Figure, _ raster: Raster) -> [String] {
    var entries = figure.series.enumerated().map { place, series in
      (
        mark: glyphs.marks[place % glyphs.marks.count], name: series.name,
        role: Ink.Role.series(place)
      )
    }
    if raster.hasMeetings { entries.append((glyphs.several, "several", .faint)) }
    return [ink.paint(figure.title, .heading)] + legend(entries)
  }
}

extension NiceScale {
  /// A scale for lines: it begins at 0 unless the values lie far from it, within a fifth of their
  /// distance.
  init(values ends: (least: Double, most: Double), intervals: Int, _ measure: Measure) {
    let (least, most) = ends
    let isFar = (most / 5 - least / 5) < Swift.min(least.magnitude, most.magnitude) / 25
    let isOneSided = least > 0 || most < 0
    let from = isFar && isOneSided ? least : Swift.min(0, least)
    let to = isFar && isOneSided ? most : Swift.max(0, most)
    self.init(from: from, to: to, intervals: intervals, measure)
  }
}
