extension Drawing {
  /// A cell for each pair of keys, darker where more is.
  mutating func heat(_ figure: Figure) {
    text(figure.title, 16, 28, class: "t", most: width - 32)
    let shades = Shades(of: figure)
    let left = 24 + Swift.min(200, figure.keys.labels.map { Drawing.width(of: $0) }.max() ?? 0)
    let count = Double(figure.series.count)
    let across = Swift.max(8, Swift.min(60, (width - 16 - left) / count))
    width = Swift.max(width, left + across * count + 16)
    let down = Swift.min(26, Swift.max(16, across))
    let widest = Swift.min(120, figure.series.map { Drawing.width(of: $0.name) }.max() ?? 0)
    let every = Swift.max(1, wholeNumber(((widest + 6) / across).rounded(.up)))
    var top = 68.0
    if let name = figure.seriesName {
      text(name, left, 52)
      top = 84
    }
    for (column, series) in figure.series.enumerated() {
      let x = left + across * Double(column)
      if column % every == 0 { text(series.name, x + across / 2, top - 8, .middle, most: 120) }
      for (row, value) in series.values.enumerated() {
        let shown = value.isNaN ? "nothing" : figure.measure.text(value)
        rectangle(
          x + 1, top + down * Double(row) + 1, across - 2, down - 2,
          class: "f0", opacity: opacity(shades.share(value)),
          saying: "\(figure.keys.labels[row]), \(series.name): \(shown)")
      }
    }
    for (row, key) in figure.keys.labels.enumerated() {
      text(key, left - 8, top + down * Double(row) + down / 2 + 4.5, .end, most: 200)
    }
    let bottom = top + down * Double(figure.keys.labels.count)
    var x = left
    for (level, range) in shades.ranges(figure.measure).enumerated() {
      let share = Double(level) / Double(Shades.count)
      rectangle(x, bottom + 14, 14, 14, class: "f0", opacity: opacity(share), saying: range)
      text(range, x + 20, bottom + 26)
      x += 36 + Drawing.width(of: range)
    }
    height = bottom + 42
    remarks(figure)
  }

  /// How opaque a share from 0 to 1 is drawn: nothing is just seen.
  private func opacity(_ share: Double) -> Double { share > 0 ? 0.15 + 0.85 * share : 0.05 }
}
