/// What came of asking for a line or a statement.
enum TypedInput: Equatable {
  /// The text, without the line break at its end.
  case text(String)
  /// Ctrl-C: what was typed so far is dropped.
  case interrupted
  /// Ctrl-D, the end of a pipe, a terminal that is gone, or a signal to terminate.
  case end
}

/// Puts lines together into statements: one goes on while a bracket, a quote or a `|` at its end
/// wants more.
struct StatementReader {
  /// Whether the text so far is only the beginning of a statement.
  private let isOpen: (String) -> Bool

  /// Reads one more line; is given the lines that the statement has already.
  private let readLine: (_ soFar: String) -> TypedInput

  /// The line that the last statement began on, from 1.
  private(set) var firstLine = 0

  private var linesRead = 0

  init(isOpen: @escaping (String) -> Bool, readLine: @escaping (String) -> TypedInput) {
    self.isOpen = isOpen
    self.readLine = readLine
  }

  /// The next statement that is more than white space. One that is still open at the end of the
  /// input comes as it is, for the parser to say what is missing.
  mutating func next() -> TypedInput {
    var statement = ""
    var bytesChecked = 0
    while true {
      let input = readLine(statement)
      guard case .text(let line) = input else {
        return input == .end && !statement.isEmpty ? .text(statement) : input
      }
      linesRead += 1
      if statement.isEmpty {
        if line.allSatisfy(\.isWhitespace) { continue }
        firstLine = linesRead
        statement = line
      } else {
        statement += "\n" + line
      }
      // Each line has the whole statement looked at again; the sum is bounded.
      bytesChecked += statement.utf8.count
      if bytesChecked > 1 << 28 || !isOpen(statement) { return .text(statement) }
    }
  }
}
