extension Drawing {
  /// Points that a line is drawn through; of more, the least and the largest of neighbours.
  private static let mostPoints = 800

  /// Lines between two axes.
  mutating func lines(_ figure: Figure) {
    text(figure.title, 16, 28, class: "t", most: width - 32)
    guard let ends = figure.ends else { return }
    let scale = NiceScale(values: ends, intervals: 5, figure.measure)
    let labels = scale.ticks.map { scale.label($0) }
    let top = 48 + legend(figure, at: 46)
    let left = 24 + (labels.map { Drawing.width(of: $0) }.max() ?? 0)
    let (right, bottom) = (width - 44, top + 280)
    for (tick, label) in zip(scale.ticks, labels) {
      let y = bottom - (bottom - top) * scale.share(tick)
      line(left, y, right, y, class: "g")
      text(label, left - 8, y + 4.5, .end)
    }
    let axis = KeyAxis(figure.keys)
    for tick in axis.ticks(room: right - left, unit: 7) {
      let x = left + (right - left) * tick.share
      line(x, bottom, x, bottom + 5, class: "g")
      text(tick.label, x, bottom + 20, .middle)
    }
    text(figure.keys.name, right, bottom + 38, .end)
    for (place, series) in figure.series.enumerated() {
      let points = Drawing.thinned(axis.shares, series.values).map { point in
        point.map {
          (x: left + (right - left) * $0.share, y: bottom - (bottom - top) * scale.share($0.value))
        }
      }
      path(points, class: "p s\(place) d\(place)")
      guard series.values.count <= 60 else { continue }
      for (row, value) in series.values.enumerated() where !value.isNaN {
        mark(
          place, left + (right - left) * axis.shares[row],
          bottom - (bottom - top) * scale.share(value),
          saying: "\(figure.keys.labels[row]), \(series.name): \(figure.measure.text(value))")
      }
    }
    height = bottom + 48
    remarks(figure)
  }

  /// The points of a line; of many, the least and the largest of each stretch.
  private static func thinned(
    _ shares: [Double], _ values: [Double]
  ) -> [(share: Double, value: Double)?] {
    guard values.count > mostPoints * 2 else {
      return zip(shares, values).map { $1.isNaN ? nil : (share: $0, value: $1) }
    }
    return (0..<mostPoints).flatMap { place -> [(share: Double, value: Double)?] in
      let rows = (place * values.count / mostPoints)..<((place + 1) * values.count / mostPoints)
      let known = rows.filter { !values[$0].isNaN }
      guard let least = known.min(by: { values[$0] < values[$1] }),
        let most = known.max(by: { values[$0] < values[$1] })
      else { return [nil] }
      return [Swift.min(least, most), Swift.max(least, most)].map { (shares[$0], values[$0]) }
    }
  }

  /// A line a series without axes, its ends in words.
  mutating func sparks(_ figure: Figure) {
    text(figure.title, 16, 28, class: "t", most: width - 32)
    let left = 24 + Swift.min(160, figure.series.map { Drawing.width(of: $0.name) }.max() ?? 0)
    for (place, series) in figure.series.enumerated() {
      let top = 48 + Double(place) * 48
      let values = Canvas.averaged(series.values, in: Drawing.mostPoints)
      let known = values.filter { !$0.isNaN }
      let (least, most) = (Swift.min(0, known.min() ?? 0), Swift.max(0, known.max() ?? 0))
      let points = values.enumerated().map { index, value -> (x: Double, y: Double)? in
        guard !value.isNaN else { return nil }
        let across = Double(index) / Double(Swift.max(1, values.count - 1))
        let share = most > least ? (value / 2 - least / 2) / (most / 2 - least / 2) : 0
        return (left + (560 - left) * across, top + 32 - 28 * share)
      }
      text(series.name, left - 8, top + 24, .end, most: 160)
      path(points, class: "p s\(place % 8)")
      if let least = known.min(), let most = known.max() {
        text("\(figure.measure.text(least)) to \(figure.measure.text(most))", 572, top + 24)
      }
    }
    height = 60 + Double(figure.series.count) * 48
    remarks(figure)
  }
}
