/// Where a text that starts in the first column ends on the screen, as libedit places it.
struct ScreenPlace: Equatable {
  /// Rows below the one it starts in.
  private(set) var row = 0
  /// Columns from the left edge.
  private(set) var column = 0

  init(after text: String, width: Int) {
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        (row, column) = (row + 1, 0)
        continue
      }
      let columns = scalar.columns
      if column + columns > width { (row, column) = (row + 1, 0) }
      column += columns
      // libedit goes on in the next row as soon as one is full.
      if column >= width { (row, column) = (row + 1, 0) }
    }
  }
}
