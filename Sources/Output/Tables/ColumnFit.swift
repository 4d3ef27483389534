/// How wide each column of a table may be on a screen.
struct ColumnFit {
  /// What a column would like.
  struct Wish {
    /// The width at which nothing in it is cut.
    let width: Int
    /// Whether it may be narrowed: texts may, a number or a date cut short would be a wrong one.
    let isFlexible: Bool

    var least: Int { isFlexible ? Swift.min(width, 8) : width }
  }

  /// The width of each column that is shown; those after it have no room.
  let widths: [Int]

  /// Fits columns into a width.
  ///
  /// The text column that wants most gives way first, down to the next one, and so on. Columns
  /// that still find no room are left out from the right; the first always stays.
  ///
  /// - Parameters:
  ///   - wishes: what each column would like.
  ///   - width: the columns of the screen.
  ///   - gap: the columns between two neighbours.
  init(_ wishes: [Wish], into width: Int, gap: Int) {
    var shown = wishes
    while shown.count > 1, shown.reduce(-gap, { $0 + $1.least + gap }) > width {
      shown.removeLast()
    }
    var widths = shown.map(\.width)
    var excess = widths.reduce(-gap) { $0 + $1 + gap } - width
    while excess > 0 {
      let narrowable = shown.indices.filter {
        widths[$0] > (shown.count == 1 ? 1 : shown[$0].least)
      }
      guard let largest = narrowable.map({ widths[$0] }).max() else { break }
      let widest = narrowable.filter { widths[$0] == largest }
      let next = narrowable.map { widths[$0] }.filter { $0 < largest }.max() ?? 0
      for index in widest where excess > 0 {
        let floor = Swift.max(next, shown.count == 1 ? 1 : shown[index].least)
        let cut = Swift.min(largest - floor, excess, Swift.max(1, excess / widest.count))
        widths[index] -= cut
        excess -= cut
      }
    }
    self.widths = widths
  }
}
