public import Diagnostics
public import Model

/// A file of SQLite that tables are written to.
///
/// It is written without a journal: whoever writes it puts it in its place only when it is whole.
public struct DatabaseFile: ~Copyable {
  private let connection: Connection

  /// Opens a file to write tables to; one that is there keeps what it holds.
  public init(path: String, interrupt: Interrupt = .never) throws(Diagnostic) {
    let connection = try Connection(path: path)
    connection.interrupt = interrupt
    try connection.run(
      """
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA secure_delete = OFF; PRAGMA cache_size = -16000; BEGIN
      """)
    self.connection = connection
  }

  /// The names of its tables, lower case as SQLite compares them.
  public var tableNames: Set<String> {
    get throws(Diagnostic) {
      let statement = try connection.prepare("SELECT lower(name) FROM sqlite_master")
      var names: Set<String> = []
      while try statement.next() {
        statement.read(0) { _, bytes in names.insert(String(copying: bytes)) }
      }
      return names
    }
  }

  /// Adds a table with all columns typed, and the rows of another.
  ///
  /// - Parameters:
  ///   - name: what it is called; an error where there is one of that name.
  ///   - key: the column of whole numbers, distinct in all rows, that tells them apart; nil for none.
  ///   - progress: told how many rows are written.
  public func add(
    _ table: Table, named name: String, key: String? = nil,
    progress: ((_ rows: Int) -> Void)? = nil
  ) throws(Diagnostic) {
    try connection.create(name, table.fields.map { ($0.name, $0.type) }, key: key)
    try connection.fill(name, with: table, columns: Array(table.fields.indices), progress: progress)
  }

  /// Carries out statements of SQL.
  public func run(_ statements: String) throws(Diagnostic) {
    try connection.run(statements)
  }

  /// Puts everything into the file.
  public consuming func finish() throws(Diagnostic) {
    try connection.run("COMMIT")
  }

  /// A name as SQL writes it, whatever it holds.
  public static func quoted(_ name: String) -> String {
    Database.quoted(name)
  }
}

extension String {
  /// The text of bytes that are UTF-8.
  init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
