public import Diagnostics
public import Model

/// A way to write a table to a file. Adding one is a file in this folder and a line in ``all``.
public struct Format: Sendable {
  /// How `--format` names it.
  public let name: String

  /// One line for the help page.
  public let summary: String

  /// The endings of file names that choose it, without the dot.
  public let endings: [String]

  /// The options that it knows, beside those that every export has.
  public let options: [Option]

  /// Writes the rows of a table.
  let body: @Sendable (Table, Options, inout FormatWriter) throws(Diagnostic) -> Void

  /// The values of the options.
  public struct Options: Sendable, Hashable {
    /// Whether rows are added to a file that is there.
    public var appends = false
    /// Whether column names come first; false where rows are added to a file that has them.
    public var hasHeader = true
    /// Whether a byte order mark comes first, which old spreadsheets want.
    public var hasByteOrderMark = false
    /// What separates the cells of a row; nil for the format's own.
    public var separator: Character?
    /// Whether cells that a spreadsheet would run as a formula are neutralised.
    public var isForSpreadsheet = false

    /// The options where none is given.
    public init() {}
  }

  /// Every format, in the order help shows them.
  public static let all: [Format] = [.csv, .tsv, .json, .jsonl, .markdown, .transcript]

  /// The format of a name, nil where there is none.
  public static func named(_ name: String) -> Format? {
    all.first { $0.name == name }
  }

  /// The format that a file's ending chooses, nil where none does.
  public static func chosen(byPath path: String) -> Format? {
    guard let dot = path.lastIndex(of: "."), dot > path.startIndex else { return nil }
    let ending = path[path.index(after: dot)...].lowercased()
    return all.first { $0.endings.contains(ending) }
  }

  /// Writes a table in this format.
  ///
  /// Rows are worked out and written some thousand at a time, so that memory does not grow with
  /// the table.
  ///
  /// - Parameter progress: told how many rows are written.
  /// - Returns: what the format could not say, as notes for the user.
  public func write(
    _ table: Table, options: Options = Options(), to sink: Sink, interrupt: Interrupt = .never,
    progress: ((_ rows: Int) -> Void)? = nil
  ) throws(Diagnostic) -> [Diagnostic] {
    var writer = FormatWriter(sink: sink, interrupt: interrupt, progress: progress)
    try body(table, options, &writer)
    try writer.flush()
    return writer.notes
  }

  /// Writes a table in this format to a file, whole or not at all.
  ///
  /// - Parameter progress: told how many rows and bytes are written.
  /// - Returns: what the format could not say, as notes for the user.
  public func write(
    _ table: Table, options: Options = Options(), to target: TargetFile,
    interrupt: Interrupt = .never, progress: ((_ rows: Int, _ bytes: Int) -> Void)? = nil
  ) throws(Diagnostic) -> [Diagnostic] {
    var target = target
    target.appends = options.appends
    var options = options
    if case .present(let bytes) = try target.inspect(), options.appends, bytes > 0 {
      options.hasHeader = false
      options.hasByteOrderMark = false
    }
    var notes: [Diagnostic] = []
    try target.write { (sink) throws(Diagnostic) in
      var bytes = 0
      let counting = Sink { (part) throws(Diagnostic) in
        try sink.write(part)
        bytes += part.count
      }
      notes = try write(table, options: options, to: counting, interrupt: interrupt) { rows in
        progress?(rows, bytes)
      }
    }
    return notes
  }
}
