import Diagnostics
import Model

/// Aligned columns, with lines around them or not.
struct Grid {
  /// The columns for which the screen has no room.
  let hiddenNames: [String]

  private let table: Table
  private let isBoxed: Bool
  private let screen: Screen
  private let ink: Ink
  private let glyphs: Glyphs
  private let widths: [Int]
  /// What stands beside a column of counts; nil where there is none.
  private let gauge: Gauge?
  /// Whether a column of dates has no seconds but :00 in the rows that are shown.
  private let hidesSeconds: [Bool]

  private static let batch = 1_024

  /// The columns that hold paths: of a long one the end tells more than the start.
  private static let pathColumns: Set<String> = ["file", "path"]

  /// What a column is given at most: on a terminal it is cut further, elsewhere a longer text stands
  /// out of its column.
  private static func widest(isTerminal: Bool) -> Int { isTerminal ? 400 : 60 }

  init(
    _ table: Table, isBoxed: Bool, screen: Screen, interrupt: Interrupt
  ) throws(Diagnostic) {
    self.table = table
    self.isBoxed = isBoxed
    self.screen = screen
    ink = Ink(screen)
    glyphs = .of(screen)
    var hidesSeconds: [Bool] = []
    for index in table.fields.indices {
      hidesSeconds.append(try Grid.hasNoSeconds(table, at: index, interrupt))
    }
    self.hidesSeconds = hidesSeconds
    let wanted = try Grid.wantedWidths(
      table, hidesSeconds, isTerminal: screen.isTerminal, interrupt)
    if screen.isTerminal {
      let gap = isBoxed ? 3 : 2
      let room = screen.columns - (isBoxed ? 4 : 0)
      let wishes = zip(wanted, table.fields).map { width, field in
        ColumnFit.Wish(width: width, isFlexible: field.type == .text || field.type == .list)
      }
      widths = ColumnFit(wishes, into: Swift.max(1, room), gap: gap).widths
      let free = room - widths.reduce(-gap) { $0 + $1 + gap }
      gauge = Gauge(table, columns: widths.count, room: free, glyphs)
    } else {
      widths = wanted
      gauge = nil
    }
    hiddenNames = table.fields[widths.count...].map(\.name)
  }

  func write(to sink: Sink, interrupt: Interrupt) throws(Diagnostic) {
    let breaks = Set(table.breaks)
    try sink.write(rule(glyphs.box.top) + heading() + rule(glyphs.box.middle, underHeading: true))
    for start in stride(from: 0, to: table.rowCount, by: Grid.batch) {
      try interrupt.check()
      let part = table.selecting(.range(start..<Swift.min(table.rowCount, start + Grid.batch)))
      let columns = widths.indices.map { part.column(at: $0) }
      // What has been derived meanwhile is nothing if the user has asked to stop.
      try interrupt.check()
      var text = ""
      for row in 0..<part.rowCount {
        if breaks.contains(start + row) { text += gapMark() }
        text += self.row(row, of: columns)
      }
      try sink.write(text)
    }
    try sink.write(rule(glyphs.box.bottom))
  }

  /// The line that stands where messages are left out between two rows.
  private func gapMark() -> String {
    let marks = shownWidths.map { glyphs.gap + String(repeating: " ", count: Swift.max(0, $0 - 1)) }
    return line(marks.map { ink.paint($0, .faint) })
  }

  private func heading() -> String {
    let names = widths.indices.map { index in
      let name = cell([table.fields[index].name], at: index, matches: [], role: .heading)[0]
      return name + String(repeating: " ", count: shownWidths[index] - widths[index])
    }
    return line(names)
  }

  /// The widths of the columns with what stands beside them.
  private var shownWidths: [Int] {
    widths.enumerated().map { $1 + (gauge?.column == $0 ? gauge?.width ?? 0 : 0) }
  }

  /// A row: one line on a terminal; elsewhere as many as its tallest cell has.
  private func row(_ row: Int, of columns: [Column]) -> String {
    let cells = columns.enumerated().map { index, column in
      let value = column[row]
      let shown = ShownCell(value, hidesSeconds: hidesSeconds[index], null: glyphs.null)
      let lines =
        screen.isTerminal
        ? [shown.text]
        : shown.text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
      let cells = cell(
        lines, at: index, matches: matches(in: value, at: index), role: shown.isNull ? .faint : nil)
      guard let gauge, gauge.column == index else { return cells }
      return cells.map { $0 + gauge.text(value, ink) }
    }
    let height = cells.map(\.count).max() ?? 1
    return (0..<height).map { part in
      line(
        cells.enumerated().map { index, lines in
          part < lines.count ? lines[part] : String(repeating: " ", count: widths[index])
        })
    }.joined()
  }

  private func matches(in value: Value, at index: Int) -> [Range<Int>] {
    guard screen.isTerminal, let highlight = table.highlight,
      highlight.columns.contains(table.fields[index].name), case .text(let text) = value
    else { return [] }
    return highlight.matches(text)
  }

  /// The lines of a cell, each padded to the width of its column.
  private func cell(
    _ lines: [String], at index: Int, matches: [Range<Int>], role: Ink.Role?
  ) -> [String] {
    let isRight = isRightAligned(table.fields[index].type)
    return lines.map { line in
      let shown: (text: String, width: Int)
      if screen.isTerminal {
        let isPath = Grid.pathColumns.contains(table.fields[index].name)
        let cut = CutText(
          line, to: widths[index], keeping: isPath ? .end : .start, dots: glyphs.dots,
          matches: matches, ink: ink)
        shown = (cut.text, cut.width)
      } else {
        shown = (line, displayWidth(of: line))
      }
      let padding = String(repeating: " ", count: Swift.max(0, widths[index] - shown.width))
      let text = role.map { ink.paint(shown.text, $0) } ?? shown.text
      return isRight ? padding + text : text + padding
    }
  }

  private func line(_ cells: [String]) -> String {
    let side = isBoxed ? " \(glyphs.box.side) " : "  "
    var text = isBoxed ? "\(glyphs.box.side) " : ""
    var column = isBoxed ? 2 : 0
    var isDisputed = false
    for (index, cell) in cells.enumerated() {
      text += cell
      column += shownWidths[index]
      isDisputed = isDisputed || screen.canRewrite && hasDisputedWidth(cell)
      let isLast = index == cells.count - 1
      if isDisputed, !isLast || isBoxed { text += Cursor.column(column) }
      if !isLast { text += side }
      column += 2 + (isBoxed ? 1 : 0)
    }
    if isBoxed { return text + " \(glyphs.box.side)\n" }
    // Blanks at the end of a line help nobody, and break golden texts.
    return (text.lastIndex { $0 != " " }.map { text[...$0] } ?? "") + "\n"
  }

  private func rule(_ ends: [String], underHeading: Bool = false) -> String {
    if isBoxed {
      let bars = shownWidths.map { String(repeating: glyphs.horizontal, count: $0 + 2) }
      return ends[0] + bars.joined(separator: ends[1]) + ends[2] + "\n"
    }
    guard underHeading else { return "" }
    let bars = shownWidths.map { String(repeating: glyphs.horizontal, count: $0) }
    return ink.paint(bars.joined(separator: "  "), .faint) + "\n"
  }

  private static func hasNoSeconds(
    _ table: Table, at index: Int, _ interrupt: Interrupt
  ) throws(Diagnostic) -> Bool {
    guard table.fields[index].type == .datetime else { return false }
    for start in stride(from: 0, to: table.rowCount, by: batch) {
      try interrupt.check()
      let rows = start..<Swift.min(table.rowCount, start + batch)
      guard case .datetime(let moments) = table.column(at: index, rows: .range(rows)),
        (0..<moments.count).allSatisfy({ (moments[$0] ?? 0) % 60 == 0 })
      else { return false }
    }
    return true
  }

  /// The width that each column would have uncut, at most ``widest(isTerminal:)``.
  private static func wantedWidths(
    _ table: Table, _ hidesSeconds: [Bool], isTerminal: Bool, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int] {
    let widest = widest(isTerminal: isTerminal)
    var widths = table.fields.map { displayWidth(of: visible($0.name)) }
    for start in stride(from: 0, to: table.rowCount, by: batch) {
      try interrupt.check()
      let part = table.selecting(.range(start..<Swift.min(table.rowCount, start + batch)))
      for index in widths.indices {
        let column = part.column(at: index)
        for row in 0..<part.rowCount {
          let text = ShownCell(column[row], hidesSeconds: hidesSeconds[index]).text.prefix(widest)
          let lines = isTerminal ? [text] : text.split(separator: "\n")
          for line in lines {
            let width = displayWidth(of: isTerminal ? visible(String(line)) : String(line))
            widths[index] = Swift.max(widths[index], Swift.min(width, widest))
          }
        }
      }
    }
    return widths
  }
}
