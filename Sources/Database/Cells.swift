import CSQLite
import Model

/// Rows as SQLite takes them: their values one row after the other, and the bytes of their texts.
struct Cells: Sendable {
  private(set) var values: [sqlite_value]
  private(set) var bytes: [UInt8] = []
  let rows: Int
  let columns: Int

  private static let null = sqlite_value(kind: SQLITE_KIND_NULL, size: 0, integer: 0, real: 0)

  /// The rows of columns that are equally long.
  init(_ columns: [Column]) {
    rows = columns.first?.count ?? 0
    self.columns = columns.count
    values = [sqlite_value](repeating: Cells.null, count: rows * columns.count)
    for (place, column) in columns.enumerated() { put(column, at: place) }
  }

  private mutating func put(_ column: Column, at place: Int) {
    switch column {
    case .text(let texts):
      for row in 0..<rows where !texts.isNull(row) {
        texts.withBytes(of: row) { set(row, place, text: $0) }
      }
    case .category(let names): put(names, at: place)
    case .int(let numbers), .duration(let numbers):
      for row in 0..<rows { if let number = numbers[row] { set(row, place, number) } }
    case .float(let numbers):
      for row in 0..<rows {
        guard let number = numbers[row] else { continue }
        values[row * columns + place] = sqlite_value(
          kind: SQLITE_KIND_REAL, size: 0, integer: 0, real: number)
      }
    case .bool(let flags):
      for row in 0..<rows { if let flag = flags[row] { set(row, place, flag ? 1 : 0) } }
    case .datetime(let moments):
      for row in 0..<rows {
        guard let seconds = moments[row] else { continue }
        let start = bytes.count
        Moment(seconds: seconds).append(to: &bytes)
        set(row, place, textFrom: start)
      }
    case .period(let unit, let periods):
      for row in 0..<rows {
        guard let ordinal = periods[row] else { continue }
        let start = bytes.count
        bytes.append(contentsOf: Period(unit, ordinal: ordinal).description.utf8)
        set(row, place, textFrom: start)
      }
    case .list(let lists):
      for row in 0..<rows {
        let start = bytes.count
        lists.appendJSON(row, to: &bytes)
        set(row, place, textFrom: start)
      }
    }
  }

  /// Each name of a dictionary that occurs stands among the bytes once.
  private mutating func put(_ names: CategoryColumn, at place: Int) {
    var known: [Int32: sqlite_value] = [:]
    for row in 0..<rows {
      let code = names.codes[row]
      guard code >= 0 else { continue }
      if let value = known[code] {
        values[row * columns + place] = value
      } else {
        let start = bytes.count
        bytes.append(contentsOf: names.categories.values[Int(code)].utf8)
        set(row, place, textFrom: start)
        known[code] = values[row * columns + place]
      }
    }
  }

  private mutating func set(_ row: Int, _ column: Int, _ number: Int64) {
    values[row * columns + column] = sqlite_value(
      kind: SQLITE_KIND_INTEGER, size: 0, integer: number, real: 0)
  }

  private mutating func set(_ row: Int, _ column: Int, text: Span<UInt8>) {
    let start = bytes.count
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    set(row, column, textFrom: start)
  }

  /// Makes a text of the bytes from `start` to the end.
  private mutating func set(_ row: Int, _ column: Int, textFrom start: Int) {
    values[row * columns + column] = sqlite_value(
      kind: SQLITE_KIND_TEXT, size: UInt32(clamping: bytes.count - start), integer: Int64(start),
      real: 0)
  }
}
