import Model

/// How a format writes cells.
struct CellStyle: Sendable {
  /// What stands for null.
  let null: [UInt8]
  /// Appends a text.
  let text: @Sendable (_ text: Span<UInt8>, _ bytes: inout [UInt8]) -> Void
  /// Appends the value of a row, which is neither null nor a text.
  let value: @Sendable (_ column: Column, _ row: Int, _ bytes: inout [UInt8]) -> Void
}

/// The cells of some rows, written down column by column: what kind of column it is is asked once, and what
/// rows have in common of a dictionary is written once for many.
///
/// They are lent, never copied: to count references to what all rows share would take longer than to write them.
struct Cells: ~Copyable {
  /// Rows, from 0.
  let rows: Range<Int>
  /// Columns, from 0.
  let columns: Range<Int>
  private var bytes: [UInt8] = []
  /// Where each cell stands, the cells of a row behind each other.
  private var places: [Range<Int>]

  /// The cells of all rows of columns, of which there are as many as of styles.
  init(_ columns: [Column], _ styles: [CellStyle]) {
    rows = 0..<(columns.first?.count ?? 0)
    self.columns = 0..<columns.count
    places = Array(repeating: 0..<0, count: rows.count * columns.count)
    for (index, (column, style)) in zip(columns, styles).enumerated() {
      switch column {
      case .text(let texts):
        write(index, style, isNull: texts.isNull) { row, bytes in
          texts.withBytes(of: row) { style.text($0, &bytes) }
        }
      case .category(let names): write(index, style, names)
      default:
        write(index, style, isNull: column.isNull) { row, bytes in
          style.value(column, row, &bytes)
        }
      }
    }
  }

  /// Writes the cells of a column, each by itself.
  @inline(__always)
  private mutating func write(
    _ column: Int, _ style: CellStyle, isNull: (Int) -> Bool, _ value: (Int, inout [UInt8]) -> Void
  ) {
    for row in rows {
      let start = bytes.count
      if isNull(row) {
        bytes.append(contentsOf: style.null)
      } else {
        value(row, &bytes)
      }
      places[row * columns.count + column] = start..<bytes.count
    }
  }

  /// Writes the cells of a dictionary. One that was written lately is not written again: nearly all rows of a
  /// chat are of a few people.
  private mutating func write(_ column: Int, _ style: CellStyle, _ names: CategoryColumn) {
    var lately = [(code: Int32, place: Range<Int>)?](repeating: nil, count: 256)
    for row in rows {
      let code = names.codes[row]
      let slot = Int(UInt8(truncatingIfNeeded: code))
      if lately[slot]?.code != code {
        let start = bytes.count
        if code < 0 {
          bytes.append(contentsOf: style.null)
        } else {
          style.text(Array(names.categories.values[Int(code)].utf8).span, &bytes)
        }
        lately[slot] = (code, start..<bytes.count)
      }
      places[row * columns.count + column] = lately[slot]?.place ?? 0..<0
    }
  }

  /// Appends the cell of a row.
  @inline(__always)
  func copy(_ column: Int, of row: Int, to output: inout [UInt8]) {
    withBytes(column, of: row) { output.append(copying: $0) }
  }

  /// Calls `body` with the cell of a row.
  @inline(__always)
  func withBytes<Result>(_ column: Int, of row: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting(places[row * columns.count + column]))
  }
}
