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

/// The cells of a column, written down one after the other: what kind of column it is is asked once, and
/// each text of a dictionary is written once.
struct Cells {
  private var bytes: [UInt8] = []
  /// Where each cell ends, after the start of the first.
  private var ends: [Int] = [0]
  /// Whether rows share cells: then ``places`` has that of each.
  private var areShared = false
  private var places: [Int32] = []

  /// Cells of all rows of a column.
  init(_ column: Column, _ style: CellStyle) {
    switch column {
    case .text(let texts):
      for row in 0..<texts.count {
        if texts.isNull(row) {
          appendNull(style)
        } else {
          texts.withBytes(of: row) { style.text($0, &bytes) }
          ends.append(bytes.count)
        }
      }
    case .category(let names):
      var placeOf: [Int32: Int32] = [:]
      areShared = true
      places = names.codes.map { code in
        if let place = placeOf[code] { return place }
        let place = Int32(placeOf.count)
        placeOf[code] = place
        if code < 0 {
          appendNull(style)
        } else {
          style.text(Array(names.categories.values[Int(code)].utf8).span, &bytes)
          ends.append(bytes.count)
        }
        return place
      }
    default:
      for row in 0..<column.count {
        if column.isNull(row) {
          appendNull(style)
        } else {
          style.value(column, row, &bytes)
          ends.append(bytes.count)
        }
      }
    }
  }

  private mutating func appendNull(_ style: CellStyle) {
    bytes.append(contentsOf: style.null)
    ends.append(bytes.count)
  }

  /// Appends the cell of a row.
  @inline(__always)
  func copy(_ row: Int, to output: inout [UInt8]) {
    withBytes(of: row) { output.append(copying: $0) }
  }

  /// Calls `body` with the cell of a row.
  @inline(__always)
  func withBytes<Result>(of row: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let cell = areShared ? Int(places[row]) : row
    return body(bytes.span.extracting(ends[cell]..<ends[cell + 1]))
  }
}
