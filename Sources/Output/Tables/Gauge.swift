import Model

/// What a terminal shows beside a column of counts: how many in a hundred each is of all, and a bar.
struct Gauge {
  /// The column of counts, by its place.
  let column: Int
  /// Columns that it takes, with the gap before it.
  let width: Int

  private let whole: Int
  private let most: Int64
  private let bar: Int
  private let glyphs: Glyphs

  private static let percentWidth = 7
  private static let widestBar = 24
  private static let narrowestBar = 6

  /// The gauge of the first column that says how many of all rows are in each group; nil where there is
  /// none, or no room for a percentage.
  ///
  /// - Parameters:
  ///   - table: the rows that are shown.
  ///   - columns: how many of its columns are.
  ///   - room: the columns that they leave free.
  init?(_ table: Table, columns: Int, room: Int, _ glyphs: Glyphs) {
    guard room >= Gauge.percentWidth else { return nil }
    for (place, field) in table.fields.prefix(columns).enumerated() {
      guard case .part(let whole) = field.meaning, whole > 0,
        case .int(let counts) = table.column(at: place)
      else { continue }
      column = place
      self.whole = whole
      self.glyphs = glyphs
      most = (0..<counts.count).compactMap { counts[$0] }.max() ?? 0
      let left = Swift.min(Gauge.widestBar, room - Gauge.percentWidth - 2)
      bar = left < Gauge.narrowestBar ? 0 : left
      width = Gauge.percentWidth + (bar > 0 ? bar + 2 : 0)
      return
    }
    return nil
  }

  /// What stands beside a count, as wide as ``width``.
  func text(_ value: Value, _ ink: Ink) -> String {
    guard case .int(let count) = value else { return String(repeating: " ", count: width) }
    let percent = percentage(Double(count) / Double(whole))
    let shown =
      "  " + String(repeating: " ", count: Gauge.percentWidth - 2 - percent.count)
      + ink.paint(percent, .faint)
    guard bar > 0, most > 0 else {
      return shown + String(repeating: " ", count: bar > 0 ? bar + 2 : 0)
    }
    let filled = glyphs.bar(Double(count) / Double(most), of: bar)
    return shown + "  " + ink.paint(filled, .series(0))
      + String(repeating: " ", count: bar - filled.count)
  }

  /// `13 %`; a part that rounds to nothing is less than one.
  private func percentage(_ share: Double) -> String {
    let rounded = wholeNumber(share * 100)
    return rounded == 0 && share > 0 ? "<1 %" : "\(rounded) %"
  }
}
