import Diagnostics

extension Plot {
  /// A line of text.
  static let spark = Plot(
    name: "spark", summary: "one line of blocks for each column of numbers",
    mostSeries: 20, whenTooMany: "keep some: select, or where before the pivot", isOfValues: true,
    prepare: { (figure) throws(Diagnostic) in
      guard figure.ends != nil else {
        throw Diagnostic("\(figure.title): every value is null, there is nothing to draw")
      }
      return figure
    },
    draw: { $1.sparks($0) }, picture: { $1.sparks($0) })
}

extension Canvas {
  /// A line a series: its name, a block a value, the least and the largest.
  func sparks(_ figure: Figure) -> [String] {
    let nameWidth = width(of: figure.series.map(\.name), most: columns / 4)
    let ends = figure.series.map { series in
      let known = series.values.filter { !$0.isNaN }
      let texts = [known.min(), known.max()].map { $0.map(figure.measure.text) ?? glyphs.null }
      return texts.joined(separator: " to ")
    }
    let room = Swift.max(1, columns - nameWidth - 4 - width(of: ends, most: columns / 2))
    var lines = figure.series.enumerated().map { place, series in
      label(series.name, to: nameWidth) + "  "
        + ink.paint(blocks(Canvas.averaged(series.values, in: room)), .series(place))
        + "  " + ends[place]
    }
    let count = figure.series[0].values.count
    if count > room {
      let each = grouped((count + room / 2) / room)
      lines += remark("\(counted(count, "row")): a block is the mean of about \(each)")
    }
    if let first = figure.keys.labels.first, let last = figure.keys.labels.last {
      let text = "\(figure.keys.name) from \(first) to \(last)"
      lines.append(ink.paint(label(text, to: columns), .faint))
    }
    return lines
  }

  private func blocks(_ values: [Double]) -> String {
    let known = values.filter { !$0.isNaN }
    // Blocks stand on 0, or on the least value where that is less.
    let least = Swift.min(0, known.min() ?? 0)
    let most = Swift.max(0, known.max() ?? 0)
    return values.map { value -> String in
      guard !value.isNaN else { return " " }
      let share = most > least ? (value / 2 - least / 2) / (most / 2 - least / 2) : 0
      return glyphs.fromBelow[wholeNumber(share * Double(glyphs.fromBelow.count - 1))]
    }.joined()
  }

  /// Means of neighbours, as many as there is room for; NaN where all of them are.
  static func averaged(_ values: [Double], in room: Int) -> [Double] {
    guard values.count > room else { return values }
    return (0..<room).map { place in
      let range = (place * values.count / room)..<((place + 1) * values.count / room)
      let known = values[range].filter { !$0.isNaN }
      let count = Double(known.count)
      return known.isEmpty ? .nan : known.reduce(0) { $0 + $1 / count }
    }
  }
}
