/// What lines of a plot are drawn on: so many columns, with some marks and perhaps colour.
struct Canvas: Sendable {
  /// Columns that a line may take.
  let columns: Int
  /// Lines that a plot with an upright axis takes.
  let lines: Int
  let glyphs: Glyphs
  let ink: Ink

  init(_ screen: Screen) {
    columns = Swift.max(8, screen.columns)
    // Room for the line that was typed, the axis and what is said below it.
    lines = Swift.max(4, Swift.min(12, (screen.lines ?? 24) - 8))
    glyphs = .of(screen)
    ink = Ink(screen)
  }

  /// A text of an archive as a label: visible, on one line, cut to a width.
  func label(_ text: String, to width: Int, isRight: Bool = false) -> String {
    let cut = CutText(text, to: width, dots: glyphs.dots, matches: [], ink: ink)
    let padding = String(repeating: " ", count: Swift.max(0, width - cut.width))
    return isRight ? padding + cut.text : cut.text + padding
  }

  /// The width that labels take, at most `most`.
  func width(of labels: some Sequence<String>, most: Int) -> Int {
    Swift.min(Swift.max(1, most), labels.map { displayWidth(of: visible($0)) }.max() ?? 1)
  }

  /// A sentence under a plot, in as many lines as it needs.
  func remark(_ text: String) -> [String] {
    wrapped(text, to: columns, matches: [], ink: ink).map { ink.paint($0, .faint) }
  }

  /// Labels under the ticks of an axis, each in the middle under its own, as many as fit.
  ///
  /// - Parameter ticks: their columns from 0, ascending, and their labels.
  func axisLabels(_ ticks: [(column: Int, label: String)], after left: Int) -> String {
    var line = ""
    var used = 0
    for tick in ticks {
      let text = visible(tick.label)
      let width = displayWidth(of: text)
      let start = Swift.min(left + tick.column - width / 2, columns - width)
      // The one at the left end may stand further right.
      let place = Swift.max(start, used == 0 ? 0 : used + 1)
      guard used == 0 || place == start, place + width <= columns else { continue }
      line += String(repeating: " ", count: place - used) + text
      used = place + width
    }
    return line
  }

  /// The names of series with what tells them apart, in lines.
  func legend(_ entries: [(mark: String, name: String, role: Ink.Role)]) -> [String] {
    var lines: [String] = []
    var used = 0
    for entry in entries {
      let most = Swift.max(4, Swift.min(24, columns - 2))
      let cut = CutText(entry.name, to: most, dots: glyphs.dots, matches: [], ink: Ink(.plain))
      let text = ink.paint("\(entry.mark) \(cut.text)", entry.role)
      let width = displayWidth(of: entry.mark) + 1 + cut.width
      if !lines.isEmpty, used + 3 + width <= columns {
        lines[lines.count - 1] += "   " + text
        used += 3 + width
      } else {
        lines.append(text)
        used = width
      }
    }
    return lines
  }
}
