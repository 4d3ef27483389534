import Model

/// The texts of a column, whether each row has its own or a place in a dictionary; one row may
/// stand for all.
struct TextReader {
  private let texts: TextColumn?
  private let categories: CategoryColumn?
  /// How many rows the column has.
  let count: Int

  /// The texts of a text column; of another type every row is null.
  init(_ column: Column) {
    count = column.count
    switch column {
    case .text(let column):
      texts = column
      categories = nil
    case .category(let column):
      texts = nil
      categories = column
    default:
      texts = .allNull(column.count)
      categories = nil
    }
  }

  /// Whether a row is null.
  func isNull(_ row: Int) -> Bool {
    let row = count == 1 ? 0 : row
    if let categories { return categories.codes[row] < 0 }
    return texts?.isNull(row) ?? true
  }

  /// The text of a row, nil where it is null.
  subscript(row: Int) -> String? {
    let row = count == 1 ? 0 : row
    return categories.map { $0[row] } ?? texts?[row]
  }

  /// Calls `body` with the bytes of a row; a null row has none.
  func withBytes<Result, Failure>(
    of row: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let row = count == 1 ? 0 : row
    if let texts { return try texts.withBytes(of: row, body) }
    var text = categories?[row] ?? ""
    text.makeContiguousUTF8()
    return try body(text.utf8.span)
  }

  /// Calls `body` with each row that is not null, and its bytes.
  func visit<Failure>(
    _ body: (Int, Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    for row in 0..<count where !isNull(row) {
      try withBytes(of: row) { bytes throws(Failure) in try body(row, bytes) }
    }
  }
}

/// The fold of UTF-8.
func folded(_ bytes: Span<UInt8>) -> [UInt8] {
  var folded: [UInt8] = []
  Fold.append(bytes, to: &folded)
  return folded
}
