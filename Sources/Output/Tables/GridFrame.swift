/// What stands around the rows of a table: rules, and marks where rows are left out.
struct GridFrame {
  /// The columns of the screen that each column of the table takes.
  let widths: [Int]
  /// Whether there are lines around the cells.
  let isBoxed: Bool
  let glyphs: Glyphs
  let ink: Ink

  /// What stands before a line, between two cells and after it.
  var sides: (first: String, between: String, last: String) {
    guard isBoxed else { return ("", "  ", "") }
    return ("\(glyphs.box.side) ", " \(glyphs.box.side) ", " \(glyphs.box.side)")
  }

  /// The line over the names; none without a box.
  var top: String { isBoxed ? rule(glyphs.box.top) : "" }

  /// The line under the names.
  var underHeading: String {
    if isBoxed { return rule(glyphs.box.middle) }
    let bars = widths.map { String(repeating: glyphs.horizontal, count: $0) }
    return ink.paint(bars.joined(separator: "  "), .faint) + "\n"
  }

  /// The line under the last row; none without a box.
  var bottom: String { isBoxed ? rule(glyphs.box.bottom) : "" }

  /// The cells of a line that stands where messages are left out between two rows.
  var gap: [String] {
    widths.map { width in
      ink.paint(glyphs.gap + String(repeating: " ", count: Swift.max(0, width - 1)), .faint)
    }
  }

  private func rule(_ ends: [String]) -> String {
    let bars = widths.map { String(repeating: glyphs.horizontal, count: $0 + 2) }
    return ends[0] + bars.joined(separator: ends[1]) + ends[2] + "\n"
  }
}
