public import Diagnostics
public import Model

/// A way to write a table down. Adding one is a file beside this one and a line in ``all``.
public struct Format: Sendable {
  /// What `--format` calls it.
  public let name: String

  /// One line for the help page.
  public let summary: String

  /// The endings of file names that choose it, without the dot.
  public let endings: [String]

  /// What an option that it knows changes: `header`, `bom`, `separator`, `spreadsheet`.
  public let options: Set<Option>

  /// Writes the rows of a table.
  let body: @Sendable (Table, Options, inout FormatWriter) throws(Diagnostic) -> Void

  /// The options of `export` that only some formats know; the raw value is how they are written.
  public enum Option: String, Sendable, Hashable, CaseIterable {
    case append
    case bom
    case sep
    case spreadsheet
  }

  /// The options with their values.
  public struct Options: Sendable, Hashable {
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
}
