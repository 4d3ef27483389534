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
    let columns = isTerminal ? remarkScreen.columns : 100
    let layout = said.layout(
      in: source, width: columns, measuring: { displayWidth(of: visible(String($0))) },
      filling: isTerminal ? { Console.filled($0, to: columns, after: $1, hanging: $2) } : nil)
    let role: Ink.Role =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    func shown(_ line: String) -> String { isTerminal ? visibleLines(line) : line }
    let ink = Ink(remarkScreen)
    // The head says it; what follows quotes the text, and stays as it was typed.
    let lines = layout.head.map { ink.paint(shown($0), role) } + layout.rest.map(shown)
    try? remarks.write(lines.joined(separator: "\n") + "\n")
  }

  /// A sentence in lines of a screen, broken at blanks; a word that is longer than a line stays whole.
  /// Where it has lines of its own, each is broken by itself.
  private static func filled(
    _ text: String, to columns: Int, after lead: String, hanging indent: Int
  ) -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += filledLines(
        line.split(separator: " ", omittingEmptySubsequences: false), to: columns,
        after: lines.isEmpty ? lead : String(repeating: " ", count: indent), hanging: indent,
        measuring: { displayWidth(of: visible(String($0))) })
    }
    return lines
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
