import Diagnostics

extension Plot {
  /// A bar a row.
  static let bar = Plot(
    name: "bar", summary: "a bar for each row, its value beside it", mostKeys: 100,
    mostSeries: mostMarks,
    whenTooMany: "keep some (top 20 by …), count by a longer period, or plot line",
    draw: { $1.bars($0) }, picture: { $1.bars($0) })
}

extension Canvas {
  /// Bars from a line of zeros, each with its key, the name of its series where there are several, and
  /// its value.
  func bars(_ figure: Figure) -> [String] {
    let isGrouped = figure.series.count > 1
    let texts = figure.series.map { series in
      series.values.map { $0.isNaN ? glyphs.null : figure.measure.text($0) }
    }
    let valueName = isGrouped ? "" : figure.series[0].name
    let keyWidth = width(
      of: [figure.keys.name] + figure.keys.labels, most: Swift.max(12, columns / 3))
    let nameWidth =
      isGrouped
      ? width(of: figure.series.map(\.name) + [figure.seriesName ?? ""], most: columns / 4) : 0
    let valueWidth = width(of: texts.joined() + [valueName], most: columns / 3)
    let used = keyWidth + 2 + (isGrouped ? nameWidth + 2 : 0) + valueWidth + 2
    let bars = SignedBars(figure.ends, columns: columns - used, glyphs)
    var lines = [
      ink.paint(label(figure.keys.name, to: keyWidth), .heading) + "  "
        + (isGrouped
          ? ink.paint(label(figure.seriesName ?? "", to: nameWidth), .heading) + "  " : "")
        + ink.paint(label(valueName, to: valueWidth, isRight: true), .heading)
    ]
    for (row, key) in figure.keys.labels.enumerated() {
      for (place, series) in figure.series.enumerated() {
        let value = series.values[row]
        let role = Ink.Role.series(place)
        var line = label(place == 0 ? key : "", to: keyWidth) + "  "
        if isGrouped { line += ink.paint(label(series.name, to: nameWidth), role) + "  " }
        let text = label(texts[place][row], to: valueWidth, isRight: true)
        line += value.isNaN ? ink.paint(text, .faint) : text
        lines.append(line + "  " + bars.bar(value) { ink.paint($0, role) })
      }
    }
    return lines
  }
}

/// Bars to the right of a line of zeros, and to the left of it for what is less.
struct SignedBars {
  private let least, most: Double
  private let left, right: Int
  private let glyphs: Glyphs

  init(_ ends: (least: Double, most: Double)?, columns: Int, _ glyphs: Glyphs) {
    least = Swift.min(0, ends?.least ?? 0)
    most = Swift.max(0, ends?.most ?? 0)
    self.glyphs = glyphs
    let room = Swift.max(0, columns)
    // Halves, so that the width of a range does not overflow.
    let part = -least / 2 / (most / 2 - least / 2)
    left = least < 0 ? wholeNumber(part * Double(room)) : 0
    right = room - left
  }

  /// The bar of a value, after the blanks before it; nothing for no value.
  func bar(_ value: Double, paint: (String) -> String) -> String {
    if value < 0 {
      let bar = glyphs.bar(value / least, of: left, isFromRight: true)
      return String(repeating: " ", count: left - bar.count) + paint(bar)
    }
    guard value > 0 else { return "" }
    return String(repeating: " ", count: left) + paint(glyphs.bar(value / most, of: right))
  }
}
