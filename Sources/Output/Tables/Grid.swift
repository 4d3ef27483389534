import Diagnostics
import Model

/// Aligned columns on a terminal, with lines around them or not: a line a row, cut to fit.
struct Grid {
  /// The columns for which the screen has no room.
  let hiddenNames: [String]

  private let table: Table
  private let screen: Screen
  private let ink: Ink
  private let glyphs: Glyphs
  private let widths: [Int]
  private let frame: GridFrame
  /// What stands beside a column of counts; nil where there is none.
  private let gauge: Gauge?
  /// Whether a column of dates has no seconds but :00 in the rows that are shown.
  private let hidesSeconds: [Bool]

  private static let batch = 1_024

  /// The columns that hold paths: of a long one the end tells more than the start.
  private static let pathColumns: Set<String> = ["file", "path"]

  /// What a column is given at most, before it is cut to the screen.
  private static let widest = 400

  init(
    _ table: Table, isBoxed: Bool, screen: Screen, interrupt: Interrupt
  ) throws(Diagnostic) {
    self.table = table
    self.screen = screen
    ink = Ink(screen)
    glyphs = .of(screen)
    var hidesSeconds: [Bool] = []
    for index in table.fields.indices {
      hidesSeconds.append(try table.hasNoSeconds(at: index, interrupt))
    }
    self.hidesSeconds = hidesSeconds
    let gap = isBoxed ? 3 : 2
    let room = screen.columns - (isBoxed ? 4 : 0)
    let wishes = zip(try Grid.wantedWidths(table, hidesSeconds, interrupt), table.fields).map {
      width, field in
      ColumnFit.Wish(width: width, isFlexible: field.type == .text || field.type == .list)
    }
    let widths = ColumnFit(wishes, into: Swift.max(1, room), gap: gap).widths
    let free = room - widths.reduce(-gap) { $0 + $1 + gap }
    let gauge = Gauge(table, columns: widths.count, room: free, glyphs)
    (self.widths, self.gauge) = (widths, gauge)
    let shownWidths = widths.enumerated().map { $1 + (gauge?.column == $0 ? gauge?.width ?? 0 : 0) }
    frame = GridFrame(widths: shownWidths, isBoxed: isBoxed, glyphs: glyphs, ink: ink)
    hiddenNames = table.fields[widths.count...].map(\.name)
  }

  func write(to sink: Sink, interrupt: Interrupt) throws(Diagnostic) {
    let breaks = Set(table.breaks)
    try sink.write(frame.top + heading() + frame.underHeading)
    for start in stride(from: 0, to: table.rowCount, by: Grid.batch) {
      try interrupt.check()
      let part = table.selecting(.range(start..<Swift.min(table.rowCount, start + Grid.batch)))
      let columns = widths.indices.map { part.column(at: $0) }
      // What has been derived meanwhile is nothing if the user has asked to stop.
      try interrupt.check()
      var text = ""
      for row in 0..<part.rowCount {
        if breaks.contains(start + row) { text += line(frame.gap) }
        text += self.row(row, of: columns)
      }
      try sink.write(text)
    }
    try sink.write(frame.bottom)
  }

  private func heading() -> String {
    let names = widths.indices.map { index in
      let name = cell(table.fields[index].name, at: index, matches: [], role: .heading)
      return name + String(repeating: " ", count: frame.widths[index] - widths[index])
    }
    return line(names)
  }

  private func row(_ row: Int, of columns: [Column]) -> String {
    let cells = columns.enumerated().map { index, column in
      let value = column[row]
      let shown = ShownCell(value, hidesSeconds: hidesSeconds[index], null: glyphs.null)
      let cell = cell(
        shown.text, at: index, matches: matches(in: value, at: index),
        role: shown.isNull ? .faint : nil)
      guard let gauge, gauge.column == index else { return cell }
      return cell + gauge.text(value, ink)
    }
    return line(cells)
  }

  private func matches(in value: Value, at index: Int) -> [Range<Int>] {
    guard let highlight = table.highlight,
      highlight.columns.contains(table.fields[index].name), case .text(let text) = value
    else { return [] }
    return highlight.matches(text)
  }

  /// A cell padded to the width of its column.
  private func cell(
    _ text: String, at index: Int, matches: [Range<Int>], role: Ink.Role?
  ) -> String {
    let isPath = Grid.pathColumns.contains(table.fields[index].name)
    let cut = CutText(
      text, to: widths[index], keeping: isPath ? .end : .start, dots: glyphs.dots, matches: matches,
      ink: ink)
    let padding = String(repeating: " ", count: Swift.max(0, widths[index] - cut.width))
    let shown = role.map { ink.paint(cut.text, $0) } ?? cut.text
    return isRightAligned(table.fields[index].type) ? padding + shown : shown + padding
  }

  private func line(_ cells: [String]) -> String {
    let sides = frame.sides
    var text = sides.first
    var column = frame.isBoxed ? 2 : 0
    var isDisputed = false
    for (index, cell) in cells.enumerated() {
      text += cell
      column += frame.widths[index]
      isDisputed = isDisputed || screen.canRewrite && hasDisputedWidth(cell)
      let isLast = index == cells.count - 1
      if isDisputed, !isLast || frame.isBoxed { text += Cursor.column(column) }
      if !isLast { text += sides.between }
      column += frame.isBoxed ? 3 : 2
    }
    if frame.isBoxed { return text + sides.last + "\n" }
    // Blanks at the end of a line help nobody, and break golden texts.
    return trimmed(text) + "\n"
  }

  /// The width that each column would have uncut, at most ``widest``.
  private static func wantedWidths(
    _ table: Table, _ hidesSeconds: [Bool], _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int] {
    var widths = table.fields.map { displayWidth(of: visible($0.name)) }
    for start in stride(from: 0, to: table.rowCount, by: batch) {
      try interrupt.check()
      let part = table.selecting(.range(start..<Swift.min(table.rowCount, start + batch)))
      for index in widths.indices {
        let column = part.column(at: index)
        for row in 0..<part.rowCount {
          let text = ShownCell(column[row], hidesSeconds: hidesSeconds[index]).text.prefix(widest)
          let width = displayWidth(of: visible(String(text)))
          widths[index] = Swift.max(widths[index], Swift.min(width, widest))
        }
      }
    }
    return widths
  }
}
