public import Diagnostics
public import Model

/// A table as a person looks at it, in one of three forms.
public struct TableView: Sendable {
  /// The forms; the raw value is what `-o` and `set output` call them.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// Aligned columns under their names.
    case table
    /// The same with lines around the cells.
    case box
    /// A line a cell, for rows with many columns.
    case line
  }

  /// How it is laid out.
  public let form: Form
  /// Rows shown; nil for all.
  public let limit: Int?
  /// What it is written for.
  public let screen: Screen

  /// A view for a screen.
  public init(_ form: Form, limit: Int?, screen: Screen) {
    self.form = form
    self.limit = limit
    self.screen = screen
  }

  /// Writes the table.
  ///
  /// On a terminal it shows at most ``limit`` rows, fits the width, and says what was left out;
  /// anywhere else every row and every character is there.
  public func write(
    _ table: Table, to sink: Sink, interrupt: Interrupt = .never
  ) throws(Diagnostic) {
    let shown = selected(table)
    let rows =
      screen.isTerminal ? Swift.min(limit ?? table.rowCount, table.rowCount) : table.rowCount
    let part = rows == shown.rowCount ? shown : shown.selecting(.range(0..<rows))
    switch form {
    case .table, .box:
      guard screen.isTerminal else {
        return try PlainGrid(part, isBoxed: form == .box, screen: screen, interrupt: interrupt)
          .write(to: sink, interrupt: interrupt)
      }
      let grid = try Grid(
        part, isBoxed: form == .box, screen: screen, interrupt: interrupt)
      try grid.write(to: sink, interrupt: interrupt)
      try sink.write(remarks(on: table, rows: rows, hidden: grid.hiddenNames))
    case .line:
      try writeLines(part, to: sink, interrupt: interrupt)
      try sink.write(remarks(on: table, rows: rows, hidden: []))
    }
  }

  /// The columns that a screen shows: those that the table suggests, unless every column is asked
  /// for by the form.
  private func selected(_ table: Table) -> Table {
    guard form != .line, let names = table.shown else { return table }
    var chosen = table
    chosen.fields = names.compactMap { name in table.index(of: name).map { table.fields[$0] } }
    return chosen
  }

  private func remarks(on table: Table, rows: Int, hidden: [String]) -> String {
    guard screen.isTerminal else { return "" }
    let ink = Ink(screen)
    var remarks: [String] = []
    if rows < table.rowCount {
      remarks.append(
        "\(grouped(rows)) of \(grouped(table.rowCount)) rows: set limit all, or export")
    }
    if !hidden.isEmpty {
      remarks.append("no room for: \(listed(hidden)) (select fewer, or set output line)")
    }
    return remarks.flatMap { filledLines($0.split(separator: " "), to: screen.columns, hanging: 2) }
      .map { ink.paint($0, .faint) + "\n" }.joined()
  }

  /// The names of columns, as many as go into the width of the screen, the first in any case; a
  /// long name is cut.
  private func listed(_ names: [String]) -> String {
    var listed: [String] = []
    var width = 0
    for name in names {
      let cell = CutText(
        name, to: TableView.longestName, dots: Glyphs.of(screen).dots, matches: [], ink: Ink(.plain)
      )
      width += cell.width + 2
      if !listed.isEmpty && width > screen.columns { break }
      listed.append(cell.text)
    }
    let rest = names.count - listed.count
    return listed.joined(separator: ", ") + (rest > 0 ? " and \(grouped(rest)) more" : "")
  }

  /// Columns of the screen that the name of a column gets in a remark.
  private static let longestName = 24

  private func writeLines(
    _ table: Table, to sink: Sink, interrupt: Interrupt
  ) throws(Diagnostic) {
    let ink = Ink(screen)
    let names = table.fields.map { visible($0.name) }
    let width = names.map { displayWidth(of: $0) }.max() ?? 0
    let labels = names.map { ink.paint(padded($0, to: width), .faint) + " =" }
    guard screen.isTerminal else {
      return try writePlainLines(table, labels, indent: width + 3, to: sink, interrupt)
    }
    let indent = "\n" + String(repeating: " ", count: width + 3)
    for start in stride(from: 0, to: table.rowCount, by: 1_024) {
      try interrupt.check()
      let part = table.selecting(.range(start..<Swift.min(table.rowCount, start + 1_024)))
      let columns = part.fields.indices.map { part.column(at: $0) }
      try interrupt.check()
      for row in 0..<part.rowCount {
        var text = start + row == 0 ? "" : "\n"
        for (index, column) in columns.enumerated() {
          let cell = ShownCell(column[row], hidesSeconds: false, null: Glyphs.of(screen).null)
          let value = lines(of: cell, in: table, at: index, ink).joined(separator: indent)
          text += labels[index] + (value.isEmpty ? "\n" : " \(value)\n")
        }
        try sink.write(text)
      }
    }
  }

  /// The lines of a cell in the form of a line a cell: painted, and nothing raw in them.
  private func lines(of cell: ShownCell, in table: Table, at index: Int, _ ink: Ink) -> [String] {
    if cell.isNull { return [ink.paint(cell.text, .faint)] }
    let isSearched =
      table.fields[index].type == .text
      && table.highlight?.columns.contains(table.fields[index].name) ?? false
    let matches = isSearched ? table.highlight?.matches(cell.text) ?? [] : []
    return wrapped(cell.text, to: .max, matches: matches, ink: ink)
  }

  /// The same for a file or a pipe: the bytes as they are.
  private func writePlainLines(
    _ table: Table, _ labels: [String], indent: Int, to sink: Sink, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    let style = CellStyle.shown(hidesSeconds: false, null: Glyphs.of(screen).null)
    let labels = labels.map { Array($0.utf8) }
    let indent = [0x0A] + [UInt8](repeating: 0x20, count: indent)
    var writer = FormatWriter(sink: sink, interrupt: interrupt, progress: nil)
    try writer.eachRows(of: table, in: table.fields.map { _ in style }) { first, cells, bytes in
      for row in cells.rows {
        if first + row > 0 { bytes.append(0x0A) }
        for column in cells.columns {
          bytes.append(contentsOf: labels[column])
          cells.withBytes(column, of: row) { cell in
            if cell.count > 0 { bytes.append(0x20) }
            for (place, line) in lineRanges(of: cell).enumerated() {
              if place > 0 { bytes.append(contentsOf: indent) }
              bytes.append(copying: cell.extracting(line))
            }
          }
          bytes.append(0x0A)
        }
      }
    }
  }
}
