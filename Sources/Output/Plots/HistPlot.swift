import Diagnostics

extension Plot {
  /// How values are spread.
  static let hist = Plot(
    name: "hist", summary: "how the values of a column of numbers, durations or dates are spread",
    mostSeries: 1, whenTooMany: "", isOfValues: true,
    prepare: { (figure) throws(Diagnostic) in try figure.binned() },
    draw: { $1.bars($0) }, picture: { $1.bars($0) })
}

extension Figure {
  /// The figure of how many of the values fall into each bin.
  func binned() throws(Diagnostic) -> Figure {
    let name = series[0].name
    let values = series[0].values.filter { !$0.isNaN }
    guard !values.isEmpty else {
      throw Diagnostic("“\(name)” is null in every row, there is nothing to draw")
    }
    let bins = Bins(values, measure)
    var binned = Figure(
      keys: Keys(
        name: name, labels: KeyLabels(labels(of: bins)),
        places: Array(bins.bounds.prefix(bins.counts.count)),
        scale: measure == .moment ? .time(nil) : .numbers(measure)),
      series: [Series(name: "rows", values: bins.counts.map { Double($0) })],
      measure: .number(isWhole: true), remarks: remarks)
    let leftOut = series[0].values.count - values.count
    if leftOut > 0 { binned.remarks.append("\(counted(leftOut, "row")) without \(name) left out") }
    let width = bins.width.map { "bins of \($0)" } ?? "bins that grow"
    binned.remarks.append("\(width) (\(bins.rule))" + ends(of: bins))
    return binned
  }

  /// What is said of where bins meet.
  private func ends(of bins: Bins) -> String {
    switch measure {
    case .moment: ", called by their start"
    case .number(isWhole: true): ""
    case .number, .duration: bins.counts.count == 1 ? "" : ", each without its upper end"
    }
  }

  private func labels(of bins: Bins) -> [String] {
    let hasTimes = bins.bounds.contains { $0.truncatingRemainder(dividingBy: 86_400) != 0 }
    return bins.counts.indices.map { place in
      let lower = bins.bounds[place]
      if measure == .moment { return DateTicks.label(bound: lower, hasTime: hasTimes) }
      if bins.isOpen, place == bins.counts.count - 1 { return "\(measure.text(lower)) and more" }
      let upper = bins.bounds[place + 1]
      guard measure == .number(isWhole: true) else {
        return "\(measure.text(lower)) to \(measure.text(upper))"
      }
      return upper - lower <= 1
        ? measure.text(lower) : "\(measure.text(lower)) to \(measure.text(upper - 1))"
    }
  }
}
