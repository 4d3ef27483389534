public import Diagnostics
public import Model
import Synchronization

/// A database in memory with the tables of a session, for questions in SQL.
///
/// A question is prepared against tables without rows; what SQLite then says it would read is copied in,
/// those columns of those tables. They stay for the next question.
public final class QuestionDatabase: Sendable {
  private let functions: [TextFunction]
  private let state = Mutex(State())

  /// A database of which nothing is made before the first question.
  public init(functions: [TextFunction]) {
    self.functions = functions
  }

  /// A table that a question may name.
  public struct Source: Sendable {
    /// Its name.
    public let name: String
    /// Its columns.
    public let columns: [(name: String, type: ValueType)]
    /// Whether it is the same until ``QuestionDatabase/forget()``; another one is copied anew for each
    /// question.
    public let isKept: Bool
    /// Makes it; asked only where a question reads it.
    public let table: @Sendable () throws(Diagnostic) -> Table

    /// A table that is made when it is asked for.
    public init(
      _ name: String, columns: [(name: String, type: ValueType)], isKept: Bool,
      table: @escaping @Sendable () throws(Diagnostic) -> Table
    ) {
      self.name = name
      self.columns = zip(distinctNames(columns.map(\.name)), columns).map { ($0, $1.type) }
      self.isKept = isKept
      self.table = table
    }
  }

  /// Drops what was copied in.
  public func forget() {
    state.withLock { $0 = State() }
  }

  /// Whether a question can be answered over tables with these columns: the columns that it gives, with
  /// nil for the type of one that is worked out.
  ///
  /// Throws what is wrong with it; the span is of bytes of `question`.
  public func check(
    _ question: String, over sources: [Source]
  ) throws(Diagnostic) -> [(name: String, type: ValueType?)] {
    try locked { (state) throws(Diagnostic) in
      let prepared = try state.prepare(question, over: sources, functions)
      return prepared.columns(of: question).map { ($0.name, $0.type) }
    }
  }

  /// The answer to a question.
  ///
  /// - Parameters:
  ///   - parameters: the values of `$name`.
  ///   - interrupt: asked every few thousand steps.
  public func answer(
    _ question: String, over sources: [Source], parameters: [String: Value],
    interrupt: Interrupt
  ) throws(Diagnostic) -> Table {
    try locked { (state) throws(Diagnostic) in
      let prepared = try state.prepare(question, over: sources, functions)
      defer { state.empty(notKept: sources) }
      try state.fill(sources, prepared.reads, interrupt)
      try prepared.bind(parameters)
      return try prepared.rows(of: question)
    }
  }

  /// `withLock` knows no typed errors.
  private func locked<Result: Sendable>(
    _ body: (inout State) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let result = state.withLock { state -> Swift.Result<Result, Diagnostic> in
      do throws(Diagnostic) { return .success(try body(&state)) } catch { return .failure(error) }
    }
    return try result.get()
  }
}
