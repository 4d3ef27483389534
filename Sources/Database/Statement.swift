import CSQLite
import Diagnostics

/// A statement that is prepared; keeps its connection, and frees what it takes in the end.
@safe
final class Statement {
  private let handle: OpaquePointer
  private let connection: Connection

  init(_ handle: OpaquePointer, of connection: Connection) {
    unsafe self.handle = handle
    self.connection = connection
  }

  deinit { unsafe sqlite_finalize(handle) }

  /// Whether it changes nothing in the database.
  var isReadOnly: Bool { unsafe sqlite_is_readonly(handle) }

  /// What its parameters are called, as written with the sign before; nil for one without a name.
  var parameters: [String?] {
    let count = unsafe sqlite_parameter_count(handle)
    return (0..<count).map { index in
      unsafe sqlite_parameter_name(handle, index + 1).map { unsafe String(cString: $0) }
    }
  }

  /// Its columns, with the types they were declared with; nil for one that is worked out.
  var columns: [(name: String, declared: String?)] {
    let count = unsafe sqlite_column_count(handle)
    return (0..<count).map { column in
      (
        unsafe sqlite_column_name(handle, column).map { unsafe String(cString: $0) } ?? "",
        unsafe sqlite_column_type(handle, column).map { unsafe String(cString: $0) }
      )
    }
  }

  /// Gives a parameter, from 0, its value.
  func bind(_ index: Int, _ cells: Cells) throws(Diagnostic) {
    guard let value = cells.values.first else { return }
    let isBound = unsafe cells.bytes.withUnsafeBufferPointer {
      unsafe sqlite_bind(handle, Int32(index + 1), value, $0.baseAddress)
    }
    guard isBound else { throw Diagnostic(connection.message) }
  }

  /// Carries it out once for each row of cells.
  func insert(_ cells: Cells) throws(Diagnostic) {
    let outcome = unsafe cells.values.withUnsafeBufferPointer { values in
      unsafe cells.bytes.withUnsafeBufferPointer { bytes in
        unsafe sqlite_insert(
          handle, values.baseAddress, cells.rows, Int32(cells.columns), bytes.baseAddress)
      }
    }
    try connection.check(outcome)
  }

  /// Goes on to the next row; false where there is none.
  func next() throws(Diagnostic) -> Bool {
    let outcome = unsafe sqlite_next(handle)
    try connection.check(outcome)
    return outcome == SQLITE_OUTCOME_ROW
  }

  /// What stands in a column of a row.
  enum Content: Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text
    /// Bytes that are no text.
    case blob
  }

  /// What stands in a column of the row; the bytes of a text are valid until `body` ends.
  func read(_ column: Int, _ body: (Content, _ text: Span<UInt8>) -> Void) {
    var bytes: UnsafePointer<UInt8>?
    let value = unsafe sqlite_column(handle, Int32(column), &bytes)
    let content: Content =
      switch value.kind {
      case SQLITE_KIND_INTEGER: .integer(value.integer)
      case SQLITE_KIND_REAL: .real(value.real)
      case SQLITE_KIND_TEXT: .text
      case SQLITE_KIND_BLOB: .blob
      default: .null
      }
    let text = unsafe UnsafeBufferPointer(
      start: bytes, count: bytes == nil ? 0 : Int(value.size))
    body(content, unsafe text.span)
  }
}
