public import Diagnostics
public import Output

/// Where a session answers: results to one stream, everything said about them to another.
public struct Console {
  /// Results.
  public let results: Sink

  /// What the results are written for.
  public let screen: Screen

  /// Notes, warnings and errors.
  public let remarks: Sink

  /// What those are written for.
  public let remarkScreen: Screen

  /// Whether notes and summaries are left out; errors never are.
  public var isQuiet: Bool

  /// A console of two streams.
  public init(
    results: Sink, screen: Screen, remarks: Sink, remarkScreen: Screen, isQuiet: Bool = false
  ) {
    self.results = results
    self.screen = screen
    self.remarks = remarks
    self.remarkScreen = remarkScreen
    self.isQuiet = isQuiet
  }

  /// Says a remark or an error, pointing into `source` where it has a place there.
  ///
  /// A stream of remarks that cannot be written to is no reason to stop: there is nobody left to
  /// tell.
  public func say(_ diagnostic: Diagnostic, in source: SourceText? = nil) {
    if isQuiet, diagnostic.severity == .note { return }
    let isTerminal = remarkScreen.isTerminal
    var said = diagnostic
    said.message = isTerminal ? visible(said.message) : said.message
    let text = said.text(
      in: source, width: isTerminal ? remarkScreen.columns : 100,
      measuring: { displayWidth(of: visible(String($0))) })
    let role: Ink.Role =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    let lines = (isTerminal ? visibleLines(text) : text)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let ink = Ink(remarkScreen)
    // The first line says it; what follows quotes the text, and stays as it was typed.
    let head = lines.first.map { ink.paint(String($0), role) } ?? ""
    try? remarks.write(
      ([head] + lines.dropFirst().map { String($0) }).joined(separator: "\n") + "\n")
  }

  /// Says something that is no complaint: the summary of a load, what an export wrote.
  public func tell(_ text: String) {
    if isQuiet { return }
    try? remarks.write((remarkScreen.isTerminal ? visibleLines(text) : text) + "\n")
  }
}

extension Console {
  /// A console that nobody reads: for tables that are worked out on the way to another.
  static var silent: Console {
    Console(results: Sink { _ in }, screen: .plain, remarks: Sink { _ in }, remarkScreen: .plain)
  }

  /// Writes lines of a result: made visible on a terminal, as they are elsewhere.
  func write(_ text: String) throws(Diagnostic) {
    try results.write(screen.isTerminal ? visibleLines(text) : text)
  }
}
