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

  /// How it is written.
  let writing: Writing

  /// The names of the columns that a file of the format begins with, from its first bytes; nil where each row
  /// of a file may have others.
  var heading: (@Sendable (_ start: [UInt8], Options) -> [String])?

  /// Whether it is bytes that follow each other, which standard output can be, and no file that has to be
  /// written here and there.
  public var isStream: Bool {
    if case .bytes = writing { true } else { false }
  }

  /// How a format is written.
  enum Writing: Sendable {
    /// As bytes one after the other.
    case bytes(@Sendable (Table, Options, inout FormatWriter) throws(Diagnostic) -> Void)
    /// By a library that wants the path of a file.
    case file(@Sendable (Table, Options, inout FileWriter) throws(Diagnostic) -> Void)
    /// As a folder of files; `isOurs` says by its first bytes whether a file is of this format.
    case folder(
      isOurs: @Sendable (_ start: [UInt8]) -> Bool,
      @Sendable (Table, Options, inout FolderWriter) throws(Diagnostic) -> Void)
  }

  /// A format that is written as bytes one after the other.
  init(
    name: String, summary: String, endings: [String], options: [Option],
    body: @escaping @Sendable (Table, Options, inout FormatWriter) throws(Diagnostic) -> Void
  ) {
    self.init(
      name: name, summary: summary, endings: endings, options: options, writing: .bytes(body))
  }

  init(name: String, summary: String, endings: [String], options: [Option], writing: Writing) {
    self.name = name
    self.summary = summary
    self.endings = endings
    self.options = options
    self.writing = writing
  }

  /// The values of the options, and what the session knows that a format may want.
  public struct Options: Sendable {
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

    /// What the table is called in a database; nil for ``Surroundings/tableName``.
    public var tableName: String?
    /// Whether every table of the session is written.
    public var hasAllTables = false
    /// Whether texts can be searched for words.
    public var hasFullText = false
    /// The tokens that a chunk exceeds; nil for the chunker's 500.
    public var maxTokens: Int?
    /// The lines that a chunk repeats of the one before; nil for the chunker's 5.
    public var overlap: Int?
    /// What a document is made of; nil for a chunk of chunks and a message of messages.
    public var per: DocumentUnit?
    /// The messages of a document; nil where something else says how many.
    public var window: Int?
    /// What is written of each row in a line of its own; nil for the whole table.
    public var each: String?
    /// The same, ready to be filled.
    public var line: LineTemplate?
    /// Whether messages are written as a conversation, and not as a table; nil for the format's own way.
    public var isConversation: Bool?
    /// What a page is called; nil for ``Surroundings/tableName``.
    public var title: String?

    /// What the session knows.
    public var surroundings = Surroundings()

    /// The options where none is given.
    public init() {}
  }

  /// A line with values of a row in it.
  public struct LineTemplate: Sendable {
    /// The line of a row of columns of the table; each value goes through `escape` before.
    public let fill:
      @Sendable (_ columns: [Column], _ row: Int, _ escape: (String) -> String) -> String

    /// A template that is filled by a closure.
    public init(
      fill:
        @escaping @Sendable (_ columns: [Column], _ row: Int, _ escape: (String) -> String) ->
        String
    ) {
      self.fill = fill
    }
  }

  /// What the session knows of a table beyond its rows.
  public struct Surroundings: Sendable {
    /// What the table is called where it stands among others.
    public var tableName = "answer"
    /// Every table of the session, made when it is asked for.
    public var tables: @Sendable () -> [Table] = { [] }
    /// The table with every column that its rows have in the session; nil where they are new ones. The
    /// columns that are named will be read.
    public var whole: @Sendable (Table, [String]) throws(Diagnostic) -> Table? = { _, _ in nil }
    /// Messages as their files have them; nil where nobody knows.
    public var sources: (@Sendable (Rows) -> MessageSources)?
    /// What the transcripts of messages are called.
    public var transcripts: [String] = []
    /// Those of them whose messages do not tell their dates by themselves, so that lines of theirs mean
    /// nothing elsewhere.
    public var rewritten: Set<Int32> = []
    /// The named topics, as headers of chunks list them.
    public var topics: [Lens.Topic] = []
    /// When the answer is made; nil where nobody knows.
    public var moment: Moment?

    /// Nothing is known.
    public init() {}
  }

  /// What became of an export.
  public struct Written: Sendable {
    /// What the format could not say, as notes for the user.
    public var notes: [Diagnostic] = []
    /// What was written, where that is something else than the rows of the table.
    public var contents: String?

    /// Nothing yet.
    public init() {}
  }

  /// Every format, in the order help shows them.
  public static let all: [Format] = [
    .csv, .tsv, .json, .jsonl, .markdown, .html, .transcript, .xlsx, .sqlite, .documents, .chunks,
  ]

  /// The format of a name, nil where there is none.
  public static func named(_ name: String) -> Format? {
    all.first { $0.name == name }
  }

  /// The format that a file's ending chooses, nil where none does.
  public static func chosen(byPath path: String) -> Format? {
    let compression = Compression.chosen(byPath: path)
    let name = path.dropLast(compression?.ending.count ?? 0)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    return all.first { $0.endings.contains(ending) && (compression == nil || $0.isStream) }
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
    guard case .bytes(let body) = writing else {
      let kind = if case .folder = writing { "a folder" } else { "a file" }
      throw Diagnostic(
        "\(name) is \(kind), which standard output cannot be",
        help: "name \(kind): export answer\(endings.first.map { ".\($0)" } ?? " --format \(name)")")
    }
    var writer = FormatWriter(sink: sink, interrupt: interrupt, progress: progress)
    try body(table, options, &writer)
    try writer.flush()
    return writer.notes
  }

  /// Writes a table in this format to a file, whole or not at all.
  ///
  /// - Parameter progress: told how many rows and bytes are written.
  public func write(
    _ table: Table, options: Options = Options(), to target: TargetFile,
    interrupt: Interrupt = .never, progress: ((_ rows: Int, _ bytes: Int) -> Void)? = nil
  ) throws(Diagnostic) -> Written {
    var target = target
    let lock = options.appends ? try target.lockToAppend() : nil
    defer { withExtendedLifetime(lock) {} }
    target.appends = lock != nil
    do throws(Diagnostic) {
      return try writeLocked(table, options, to: target, interrupt, progress)
    } catch {
      // Another process may have made the file to which the rows are to be added.
      guard options.appends, !target.appends, let other = try target.lockToAppend() else {
        throw error
      }
      defer { withExtendedLifetime(other) {} }
      target.appends = true
      return try writeLocked(table, options, to: target, interrupt, progress)
    }
  }

  private func writeLocked(
    _ table: Table, _ options: Options, to target: TargetFile, _ interrupt: Interrupt,
    _ progress: ((_ rows: Int, _ bytes: Int) -> Void)?
  ) throws(Diagnostic) -> Written {
    switch writing {
    case .bytes:
      return try writeBytes(table, options, to: target, interrupt, progress)
    case .file(let body):
      var written = Written()
      try target.writeDraft(as: name) { (draft) throws(Diagnostic) in
        var writer = FileWriter(
          path: draft, target: target, interrupt: interrupt, progress: progress)
        try body(table, options, &writer)
        written = writer.written
      }
      return written
    case .folder(let isOurs, let body):
      var written = Written()
      try target.writeFolder(of: name, isOurs: isOurs) { (draft) throws(Diagnostic) in
        var writer = FolderWriter(draft: draft, interrupt: interrupt, progress: progress)
        try body(table, options, &writer)
        written = writer.written
      }
      return written
    }
  }

  /// The options for rows that are added to a file: without a header where it holds something.
  ///
  /// - Throws: Where the rows would stand below the names of other columns, or behind bytes that are not
  ///   compressed as theirs will be.
  private func appending(
    _ table: Table, _ options: Options, to target: TargetFile
  ) throws(Diagnostic) -> Options {
    let mark = Array("\u{FEFF}".utf8)
    var headed = options
    headed.hasByteOrderMark = false
    var header: [UInt8] = []
    let sink = Sink { (bytes) throws(Diagnostic) in header += bytes }
    if heading != nil { _ = try write(table.selecting(.range(0..<0)), options: headed, to: sink) }
    // The same names are as long at most, each with quotes of its own; others are to be shown.
    let most = mark.count + header.count + 2 * table.fields.count + 1
    var start = try target.firstBytes(most: max(most, 1 << 16))
    var options = options
    if !start.isEmpty { options.hasByteOrderMark = false }
    if start.starts(with: mark) { start.removeFirst(mark.count) }
    guard !start.isEmpty else { return options }
    options.hasHeader = false
    if let heading, case let found = heading(start, options), found != heading(header, options) {
      let separated = ([",", ";", "\t"] as [Character]).first { separator in
        var other = options
        other.separator = separator
        return heading(start, other) == heading(header, options)
      }
      if let separated {
        throw Diagnostic(
          "the cells of “\(target.path)” are separated otherwise",
          help: "as they are: --sep \(separated == "\t" ? "tab" : "\"\(separated)\"")")
      }
      let shown = found.prefix(8).joined(separator: ", ") + (found.count > 8 ? ", …" : "")
      throw Diagnostic(
        "“\(target.path)” has other columns than these rows: \(shown.isEmpty ? "none" : shown)",
        help: "select the same in that order, or write to \(target.freeName())")
    }
    return options
  }

  /// Writes a table as bytes to a file, compressed where its ending says so; rows that are added to a
  /// file that holds some go without a header.
  private func writeBytes(
    _ table: Table, _ options: Options, to target: TargetFile, _ interrupt: Interrupt,
    _ progress: ((_ rows: Int, _ bytes: Int) -> Void)?
  ) throws(Diagnostic) -> Written {
    var options = options
    var endsLine = false
    if case .present(let bytes) = try target.inspect(), options.appends, bytes > 0 {
      options = try appending(table, options, to: target)
      endsLine = try target.endsInsideCompressedLine(interrupt)
    }
    var written = Written()
    try target.write { (file) throws(Diagnostic) in
      var bytes = 0
      let counting = Sink { (part) throws(Diagnostic) in
        try file.write(part)
        bytes += part.count
      }
      func writeTable(to sink: Sink) throws(Diagnostic) {
        written.notes = try write(table, options: options, to: sink, interrupt: interrupt) { rows in
          progress?(rows, bytes)
        }
      }
      if let compression = Compression.chosen(byPath: target.path) {
        try compression.compress(to: counting) { (sink) throws(Diagnostic) in
          // The compressed bytes before have no line end, and could not be given one.
          if endsLine { try sink.write("\n") }
          try writeTable(to: sink)
        }
      } else {
        try writeTable(to: counting)
      }
    }
    return written
  }
}
