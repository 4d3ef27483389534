extension Drawing {
  /// Bars that lie where keys are names, and stand in a row where they are periods or bins.
  mutating func bars(_ figure: Figure) {
    text(figure.title, 16, 28, class: "t", most: width - 32)
    guard let ends = figure.ends else { return }
    let scale = NiceScale(
      from: Swift.min(0, ends.least), to: Swift.max(0, ends.most), intervals: 5, figure.measure)
    let top = 48 + legend(figure, at: 46)
    switch figure.keys.scale {
    case .names: lyingBars(figure, scale, top)
    case .numbers, .time: standingBars(figure, scale, top)
    }
    remarks(figure)
  }

  private mutating func lyingBars(_ figure: Figure, _ scale: NiceScale, _ top: Double) {
    let thick = figure.series.count > 1 ? 14.0 : 18
    let each = thick * Double(figure.series.count) + 8
    let texts = figure.series.map { $0.values.map { $0.isNaN ? "" : figure.measure.text($0) } }
    let left = 24 + Swift.min(240, figure.keys.labels.map { Drawing.width(of: $0) }.max() ?? 0)
    let right = width - 24 - (texts.joined().map { Drawing.width(of: $0) }.max() ?? 0)
    let bottom = top + each * Double(figure.keys.labels.count)
    let x = { (value: Double) in left + (right - left) * scale.share(value) }
    for tick in scale.ticks {
      line(x(tick), top - 4, x(tick), bottom, class: "g")
      text(scale.label(tick), x(tick), bottom + 16, .middle)
    }
    for (row, key) in figure.keys.labels.enumerated() {
      let y = top + each * Double(row) + 4
      text(key, left - 8, y + (each - 8) / 2 + 4.5, .end)
      for (place, series) in figure.series.enumerated() where !series.values[row].isNaN {
        let value = series.values[row]
        let from = Swift.min(x(0), x(value))
        let upper = y + thick * Double(place)
        let name = figure.series.count > 1 ? "\(key), \(series.name)" : key
        rectangle(
          from, upper, Swift.max(x(0), x(value)) - from, thick - 1, class: "f\(place)",
          saying: "\(name): \(texts[place][row])")
        text(texts[place][row], Swift.max(x(0), x(value)) + 5, upper + thick / 2 + 4.5)
      }
    }
    height = bottom + 28
  }

  private mutating func standingBars(_ figure: Figure, _ scale: NiceScale, _ top: Double) {
    let labels = scale.ticks.map { scale.label($0) }
    let left = 24 + (labels.map { Drawing.width(of: $0) }.max() ?? 0)
    let (right, bottom) = (width - 16, top + 280)
    let y = { (value: Double) in bottom - (bottom - top) * scale.share(value) }
    for (tick, label) in zip(scale.ticks, labels) {
      line(left, y(tick), right, y(tick), class: "g")
      text(label, left - 8, y(tick) + 4.5, .end)
    }
    let each = (right - left) / Double(Swift.max(1, figure.keys.labels.count))
    let thick = each * 0.8 / Double(figure.series.count)
    let widest = figure.keys.labels.map { Drawing.width(of: $0) }.max() ?? 0
    let every = Swift.max(1, wholeNumber(((Swift.min(widest, 120) + 10) / each).rounded(.up)))
    for (row, key) in figure.keys.labels.enumerated() {
      let start = left + each * Double(row)
      if row % every == 0 {
        let half = Swift.min(120, Drawing.width(of: key)) / 2
        text(key, Swift.min(start + each / 2, width - half - 4), bottom + 18, .middle, most: 120)
      }
      for (place, series) in figure.series.enumerated() where !series.values[row].isNaN {
        let value = series.values[row]
        let upper = Swift.min(y(0), y(value))
        let name = figure.series.count > 1 ? "\(key), \(series.name)" : key
        rectangle(
          start + each * 0.1 + thick * Double(place), upper, thick,
          Swift.max(y(0), y(value)) - upper, class: "f\(place)",
          saying: "\(name): \(figure.measure.text(value))")
      }
    }
    text(figure.keys.name, right, bottom + 36, .end)
    height = bottom + 46
  }

  /// Adds what tells several series apart.
  ///
  /// - Returns: how high it is.
  mutating func legend(_ figure: Figure, at top: Double) -> Double {
    guard figure.series.count > 1 else { return 0 }
    var (x, y) = (16.0, top + 8)
    for (place, series) in figure.series.enumerated() {
      let needed = 36 + Swift.min(160, Drawing.width(of: series.name))
      if x > 16, x + needed > width - 16 { (x, y) = (16, y + 22) }
      mark(place, x + 6, y - 4.5)
      text(series.name, x + 18, y, most: 160)
      x += needed
    }
    return y - top + 14
  }

  /// Adds what is to be said below the picture.
  mutating func remarks(_ figure: Figure) {
    for remark in figure.remarks {
      text(remark, 16, height + 8, most: width - 32)
      height += 20
    }
  }
}
