import CSQLite
import Diagnostics

/// An open database of SQLite, for one thread at a time; owns it, and closes it in the end.
@safe
final class Connection {
  private let handle: OpaquePointer

  /// Asked every few thousand steps of SQLite; a statement is given up where it is raised.
  var interrupt = Interrupt.never

  /// Asked for each thing that a statement wants to do when it is prepared; nil lets all pass.
  var allows: ((Wish) -> Bool)? {
    didSet { watchWishes() }
  }

  /// What a statement wants to do.
  enum Wish {
    /// Read a column of a table; an empty one where only rows are counted.
    case read(table: String, column: String)
    /// What every question does.
    case ask
    /// Change something, or look outside of the database.
    case other
  }

  /// Opens the file at a path, created where it is missing; a database in memory where that is nil.
  init(path: String? = nil) throws(Diagnostic) {
    guard let opened = unsafe sqlite_open(path) else {
      throw sqlite_is_available()
        ? Diagnostic("there is no memory left for SQLite")
        : Diagnostic(
          "SQLite's library is not there",
          help: "install libsqlite3-0, or what brings libsqlite3.so.0")
    }
    unsafe handle = opened
    guard unsafe sqlite_is_open(handle) else { throw Diagnostic(message) }
    unsafe sqlite_set_interrupt(
      handle,
      { context in
        guard let context = unsafe context else { return false }
        return unsafe Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
          .interrupt.isRaised
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { unsafe sqlite_close(handle) }

  /// What SQLite, or the system behind it, says of the last failure.
  var message: String {
    unsafe sqlite_message(handle).map { unsafe String(cString: $0) } ?? "it failed"
  }

  /// Where the text of a statement is wrong, in bytes; nil where that is not known.
  var offset: Int? {
    let offset = unsafe sqlite_offset(handle)
    return offset < 0 ? nil : Int(offset)
  }

  /// Carries out statements whose rows nobody wants.
  func run(_ statements: String) throws(Diagnostic) {
    try check(unsafe sqlite_run(handle, statements))
  }

  /// Prepares a statement; nil where the text holds none. `rest` becomes what follows it.
  func prepare(_ text: String, rest: inout Substring) throws(Diagnostic) -> Statement? {
    var used = 0
    var outcome = SQLITE_OUTCOME_DONE
    var bytes = Array(text.utf8)
    let count = bytes.count
    // SQLite looks for the end of the text, too.
    bytes.append(0)
    let statement = unsafe bytes.withUnsafeBytes { bytes in
      unsafe sqlite_prepare(
        handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), count, &used, &outcome)
    }
    try check(outcome)
    rest = Substring(text.utf8.dropFirst(used))
    guard let statement = unsafe statement else { return nil }
    return unsafe Statement(statement, of: self)
  }

  /// The only statement of a text.
  func prepare(_ text: String) throws(Diagnostic) -> Statement {
    var rest = Substring()
    guard let statement = try prepare(text, rest: &rest) else {
      throw Diagnostic("there is no statement in “\(text)”")
    }
    return statement
  }

  /// Throws what an outcome other than success means.
  func check(_ outcome: sqlite_outcome) throws(Diagnostic) {
    switch outcome {
    case SQLITE_OUTCOME_INTERRUPTED: throw .interrupted
    case SQLITE_OUTCOME_FAILED: throw Diagnostic(message)
    default: break
    }
  }

  /// Adds a function of texts to the language of statements.
  func add(_ function: TextFunction) throws(Diagnostic) {
    let box = FunctionBox(function)
    functions.append(box)
    let isAdded = unsafe sqlite_add_function(
      handle, function.name, Int32(function.arity),
      { context, call in
        guard let context = unsafe context, let call = unsafe call else { return }
        unsafe Unmanaged<FunctionBox>.fromOpaque(context).takeUnretainedValue().answer(call)
      }, Unmanaged.passUnretained(box).toOpaque())
    guard isAdded else { throw Diagnostic(message) }
  }

  /// What the functions were added with lives as long as they may be called.
  private var functions: [FunctionBox] = []

  private func watchWishes() {
    guard allows != nil else {
      unsafe sqlite_set_authorizer(handle, nil, nil)
      return
    }
    unsafe sqlite_set_authorizer(
      handle,
      { context, action, table, column in
        guard let context = unsafe context else { return false }
        let connection = unsafe Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
        let wish: Wish =
          switch action {
          case SQLITE_ACTION_READ:
            .read(
              table: unsafe table.map { unsafe String(cString: $0) } ?? "",
              column: unsafe column.map { unsafe String(cString: $0) } ?? "")
          case SQLITE_ACTION_ASK: .ask
          default: .other
          }
        return connection.allows?(wish) ?? true
      }, Unmanaged.passUnretained(self).toOpaque())
  }
}

/// A text as a name of SQLite's, whatever it holds.
func quoted(_ name: String) -> String {
  "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}
