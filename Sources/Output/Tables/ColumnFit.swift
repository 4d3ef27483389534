/// How wide each column of a table may be on a screen.
struct ColumnFit {
  /// The width of each column that is shown; those after it have no room.
  let widths: [Int]

  /// The least that a column is narrowed to before columns at the right are left out.
  private static let least = 8

  /// Fits columns into a width.
  ///
  /// The column that wants most gives way first, down to the next one, and so on: short columns
  /// (dates, numbers, names) keep their width, the text column pays. Columns that still find no
  /// room are left out from the right; the first always stays.
  ///
  /// - Parameters:
  ///   - wanted: the columns each would take uncut.
  ///   - width: the columns of the screen.
  ///   - gap: the columns between two neighbours.
  init(_ wanted: [Int], into width: Int, gap: Int) {
    var widths = wanted
    while widths.count > 1 {
      let smallest = widths.reduce(0) { $0 + Swift.min($1, ColumnFit.least) }
      if smallest + gap * (widths.count - 1) <= width { break }
      widths.removeLast()
    }
    var excess = widths.reduce(0, +) + gap * Swift.max(0, widths.count - 1) - width
    while excess > 0 {
      let largest = widths.max() ?? 0
      let floor = widths.count == 1 ? 1 : ColumnFit.least
      guard largest > floor else { break }
      let next = Swift.max(floor, widths.filter { $0 < largest }.max() ?? floor)
      let widest = widths.indices.filter { widths[$0] == largest }
      let cut = Swift.min(largest - next, Swift.max(1, excess / widest.count))
      for index in widest where excess > 0 {
        widths[index] -= Swift.min(cut, excess)
        excess -= Swift.min(cut, excess)
      }
    }
    self.widths = widths
  }
}
