import Diagnostics
import Model

/// Aligned columns for a file or a pipe: every row and every line of a text, nothing cut and nothing
/// painted. Rows are written down on all cores, as bytes.
struct PlainGrid {
  private let table: Table
  private let columns: [Layout]
  private let styles: [CellStyle]
  private let frame: GridFrame

  /// How the cells of a column are padded.
  private struct Layout: Sendable {
    let width: Int
    let isRight: Bool

    /// Appends a line of a cell.
    func append(_ line: Span<UInt8>, to bytes: inout [UInt8]) {
      let missing = width - displayWidth(of: line)
      if isRight { pad(missing, &bytes) }
      bytes.append(copying: line)
      if !isRight { pad(missing, &bytes) }
    }

    private func pad(_ count: Int, _ bytes: inout [UInt8]) {
      for _ in 0..<Swift.max(0, count) { bytes.append(0x20) }
    }
  }

  /// What a column is given at most: a longer text stands out of it.
  private static let widest = 60

  init(
    _ table: Table, isBoxed: Bool, screen: Screen, interrupt: Interrupt
  ) throws(Diagnostic) {
    self.table = table
    let glyphs = Glyphs.of(screen)
    var styles: [CellStyle] = []
    for index in table.fields.indices {
      styles.append(
        .shown(hidesSeconds: try table.hasNoSeconds(at: index, interrupt), null: glyphs.null))
    }
    self.styles = styles
    let widths = try PlainGrid.widths(of: table, styles, interrupt)
    columns = zip(widths, table.fields).map { Layout(width: $0, isRight: isRightAligned($1.type)) }
    frame = GridFrame(widths: widths, isBoxed: isBoxed, glyphs: glyphs, ink: Ink(screen))
  }

  func write(to sink: Sink, interrupt: Interrupt) throws(Diagnostic) {
    let sides = frame.sides
    let line = LineWriter(
      columns: columns, first: Array(sides.first.utf8), between: Array(sides.between.utf8),
      last: Array((sides.last + "\n").utf8), isTrimmed: !frame.isBoxed)
    var writer = FormatWriter(sink: sink, interrupt: interrupt, progress: nil)
    writer.append(frame.top)
    line.append(table.fields.map { Array($0.name.utf8) }, to: &writer.buffer)
    writer.append(frame.underHeading)
    var gap: [UInt8] = []
    line.append(frame.gap.map { Array($0.utf8) }, to: &gap)
    let breaks = Set(table.breaks)
    var rows = table
    rows.breaks = []
    try writer.eachRows(of: rows, in: styles) { [gap] first, cells, bytes in
      for row in cells.rows {
        if breaks.contains(first + row) { bytes.append(contentsOf: gap) }
        line.append(row, of: cells, to: &bytes)
      }
    }
    writer.append(frame.bottom)
    try writer.flush()
  }

  /// Puts the lines of rows together.
  private struct LineWriter: Sendable {
    let columns: [Layout]
    /// What stands before a line, between two cells, and at its end.
    let first, between, last: [UInt8]
    /// Whether blanks at the end of a line are left out: they help nobody, and break golden texts.
    let isTrimmed: Bool

    /// Appends a row: as many lines as its tallest cell has.
    func append(_ row: Int, of cells: borrowing Cells, to bytes: inout [UInt8]) {
      var parts: [[Range<Int>]] = []
      if !isSingle(row, of: cells) {
        for column in cells.columns {
          parts.append(cells.withBytes(column, of: row) { lineRanges(of: $0) })
        }
      }
      for place in 0..<(parts.map(\.count).max() ?? 1) {
        let start = begin(&bytes)
        for column in cells.columns {
          if column > 0 { bytes.append(copying: between.span) }
          cells.withBytes(column, of: row) { cell in
            guard !parts.isEmpty else { return columns[column].append(cell, to: &bytes) }
            let line = place < parts[column].count ? parts[column][place] : 0..<0
            columns[column].append(cell.extracting(line), to: &bytes)
          }
        }
        end(start, &bytes)
      }
    }

    /// Whether no cell of a row has a line break in it.
    private func isSingle(_ row: Int, of cells: borrowing Cells) -> Bool {
      for column in cells.columns
      where cells.withBytes(column, of: row, { newlines.first(in: $0) != nil }) { return false }
      return true
    }

    /// Appends a line of cells without line breaks.
    func append(_ cells: [[UInt8]], to bytes: inout [UInt8]) {
      let start = begin(&bytes)
      for index in cells.indices {
        if index > 0 { bytes.append(contentsOf: between) }
        let cell = cells[index]
        columns[index].append(cell.span, to: &bytes)
      }
      end(start, &bytes)
    }

    private func begin(_ bytes: inout [UInt8]) -> Int {
      bytes.append(copying: first.span)
      return bytes.count
    }

    private func end(_ start: Int, _ bytes: inout [UInt8]) {
      while isTrimmed, bytes.count > start, bytes[bytes.count - 1] == 0x20 { bytes.removeLast() }
      bytes.append(copying: last.span)
    }
  }
}

extension PlainGrid {
  /// The width that each column of a table needs, at most ``widest``. Linear; what needs that much
  /// already is not looked at further.
  private static func widths(
    of table: Table, _ styles: [CellStyle], _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int] {
    var widths = table.fields.map { displayWidth(of: visible($0.name)) }
    var start = 0
    // The first rows tell of most columns that they hold long texts.
    var size = 1_024
    while start < table.rowCount {
      try interrupt.check()
      let open = widths.indices.filter { widths[$0] < widest }
      guard !open.isEmpty else { break }
      let end = Swift.min(table.rowCount, start + size)
      let batches = (start..<end).pieces(of: WrittenWindow.batch)
      let measured = Parallel.map(batches.count, unless: interrupt.isRaised) { batch in
        open.map { index in
          let rows = batches[batch]
          let cells = Cells([table.column(at: index, rows: .range(rows))], [styles[index]])
          var width = 0
          for row in cells.rows where width < widest {
            width = Swift.max(width, cells.withBytes(0, of: row) { self.width(of: $0) })
          }
          return width
        }
      }
      guard let measured else { throw .interrupted }
      for found in measured {
        for (index, width) in zip(open, found) {
          widths[index] = Swift.max(widths[index], Swift.min(width, widest))
        }
      }
      start = end
      size = 1 << 16
    }
    return widths
  }

  /// The width of the longest line of a cell.
  private static func width(of cell: Span<UInt8>) -> Int {
    lineRanges(of: cell).reduce(0) { Swift.max($0, displayWidth(of: cell.extracting($1))) }
  }
}
