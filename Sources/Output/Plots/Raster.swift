/// Lines drawn into cells, a row and a column each.
struct Raster {
  let width, height: Int
  private let glyphs: Glyphs
  private var cells: [Cell?]
  /// Whether marks of several series fell on one cell.
  private(set) var hasMeetings = false

  private struct Cell {
    let text: String
    /// The series it belongs to; nil where several meet.
    let series: Int?
    let isMark: Bool
  }

  init(width: Int, height: Int, _ glyphs: Glyphs) {
    self.width = width
    self.height = height
    self.glyphs = glyphs
    cells = [Cell?](repeating: nil, count: width * height)
  }

  /// A line of it, from 0 at the bottom, each series in its colour.
  func line(_ row: Int, _ ink: Ink) -> String {
    var text = ""
    var run = ""
    var role: Ink.Role?
    for column in 0..<width {
      let cell = cells[row * width + column]
      let next = cell.map { $0.series.map { Ink.Role.series($0) } ?? .faint }
      if next != role {
        text += role.map { ink.paint(run, $0) } ?? run
        (run, role) = ("", next)
      }
      run += cell?.text ?? " "
    }
    return text + (role.map { ink.paint(run, $0) } ?? run)
  }

  /// Draws a line through values; where several fall into a column it goes through their mean.
  ///
  /// - Parameter hasBand: whether the stretch from the least to the largest of them is shaded.
  mutating func draw(
    _ values: [Double], at shares: [Double], on scale: NiceScale, series: Int, hasBand: Bool
  ) {
    var rows = [Int?](repeating: nil, count: width)
    var before: (column: Int, height: Double)?
    for stretch in stretches(values, shares, scale) {
      guard let stretch else {
        before = nil
        continue
      }
      if hasBand, stretch.least < stretch.most {
        for row in stretch.least...stretch.most { put(glyphs.shades[1], row, stretch.column, nil) }
      }
      rows[stretch.column] = wholeNumber(stretch.mean)
      if let before {
        for column in (before.column + 1)..<Swift.max(before.column + 1, stretch.column) {
          let part = Double(column - before.column) / Double(stretch.column - before.column)
          rows[column] = wholeNumber(before.height + (stretch.mean - before.height) * part)
        }
      }
      before = (stretch.column, stretch.mean)
    }
    var last: Int?
    for column in 0..<width {
      if let row = rows[column] { turn(from: last, to: row, in: column, series) }
      last = rows[column]
    }
  }

  /// The values that fall into one column.
  private struct Stretch {
    let column: Int
    var least, most: Int
    /// The sum of their heights, in rows from the bottom, and how many they are.
    var sum: Double
    var count: Double
    var mean: Double { sum / count }
  }

  /// The values by columns, in the order of the axis; nil where values are missing between two columns.
  private func stretches(
    _ values: [Double], _ shares: [Double], _ scale: NiceScale
  ) -> [Stretch?] {
    var stretches: [Stretch?] = []
    for (value, share) in zip(values, shares) {
      let column = self.column(share)
      guard !value.isNaN else {
        if let last = stretches.last, last.map({ $0.column < column }) ?? false {
          stretches.append(nil)
        }
        continue
      }
      let height = scale.share(value) * Double(self.height - 1)
      let row = wholeNumber(height)
      if var last = stretches.last ?? nil, last.column == column {
        last.least = Swift.min(last.least, row)
        last.most = Swift.max(last.most, row)
        last.sum += height
        last.count += 1
        stretches[stretches.count - 1] = last
      } else {
        stretches.append(Stretch(column: column, least: row, most: row, sum: height, count: 1))
      }
    }
    return stretches
  }

  private mutating func turn(from last: Int?, to row: Int, in column: Int, _ series: Int) {
    guard let last, last != row else {
      put(glyphs.horizontal, row, column, series)
      return
    }
    let rises = row > last
    put(rises ? glyphs.leftUp : glyphs.leftDown, last, column, series)
    for between in (Swift.min(last, row) + 1)..<Swift.max(last, row) {
      put(glyphs.vertical, between, column, series)
    }
    put(rises ? glyphs.belowRight : glyphs.aboveRight, row, column, series)
  }

  /// Puts the mark of a series at its values, or where they stand too close at some of them.
  mutating func mark(_ values: [Double], at shares: [Double], on scale: NiceScale, series: Int) {
    let points = stretches(values, shares, scale).compactMap { $0 }
    let every = Swift.max(1, points.count * 4 / Swift.max(1, width))
    // Each series has its marks elsewhere.
    for place in stride(from: every > 1 ? series % every : 0, to: points.count, by: every) {
      let cell = wholeNumber(points[place].mean) * width + points[place].column
      let isTaken = cells[cell].map { $0.isMark && $0.series != series } ?? false
      if isTaken { hasMeetings = true }
      let mark = isTaken ? glyphs.several : glyphs.marks[series % glyphs.marks.count]
      cells[cell] = Cell(text: mark, series: isTaken ? nil : series, isMark: true)
    }
  }

  private func column(_ share: Double) -> Int {
    Swift.max(0, Swift.min(width - 1, wholeNumber(share * Double(width - 1))))
  }

  private mutating func put(_ text: String, _ row: Int, _ column: Int, _ series: Int?) {
    guard (0..<height).contains(row) else { return }
    cells[row * width + column] = Cell(text: text, series: series, isMark: false)
  }
}
