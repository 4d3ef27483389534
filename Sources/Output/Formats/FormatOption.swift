public import Diagnostics

extension Format {
  /// An option of `export` that only some formats know. Adding one is an entry of ``all``, and its name
  /// in the formats that know it.
  public struct Option: Sendable {
    /// How it is written: `--sep`.
    public let name: String

    /// What its value is called in help; nil for an option without one.
    public let value: String?

    /// One line on what it does.
    public let summary: String

    /// What its value may be, where that is one of a few words; else empty.
    public let values: [String]

    /// Takes it down among the values of all; what is wrong with the value, or nil. An option without
    /// a value is given an empty one.
    private let take: @Sendable (_ value: String, _ options: inout Options) -> String?

    init(
      _ name: String, value: String? = nil, _ summary: String, values: [String] = [],
      take: @escaping @Sendable (_ value: String, _ options: inout Options) -> String?
    ) {
      self.name = name
      self.value = value
      self.summary = summary
      self.values = values
      self.take = take
    }

    /// An option that is given or not.
    init(_ name: String, _ summary: String, sets path: @escaping @Sendable (inout Options) -> Void)
    {
      self.init(name, summary) { _, options in
        path(&options)
        return nil
      }
    }

    /// Takes it down; an error says what its value should be.
    public func set(_ value: String, in options: inout Options) throws(Diagnostic) {
      if let fault = take(value, &options) { throw Diagnostic(fault) }
    }

    /// The formats that know it, in the order help shows them.
    public var formats: [Format] {
      Format.all.filter { format in format.options.contains { $0.name == name } }
    }
  }
}

extension Format.Option {
  /// Every one of them, in the order help shows them.
  public static let all: [Format.Option] = [
    .append, .bom, .sep, .spreadsheet, .table, .allTables, .fullText, .maxTokens, .overlap, .per,
    .window, .each, .view, .title,
  ]

  static let append = Format.Option("--append", "add to an existing file") {
    $0.appends = true
  }

  static let bom = Format.Option("--bom", "begin with a byte order mark") {
    $0.hasByteOrderMark = true
  }

  static let sep = Format.Option("--sep", value: "C", "separate cells by C") { value, options in
    let text = value == "\\t" || value == "tab" ? "\t" : value
    guard text.count == 1, let separator = text.first, separator != "\"", !separator.isNewline
    else { return "--sep takes one character, not “\(value)”" }
    options.separator = separator
    return nil
  }

  static let spreadsheet = Format.Option(
    "--spreadsheet", "keep cells from being run as formulas"
  ) { $0.isForSpreadsheet = true }
}

extension Format.Option {
  static let table = Format.Option("--table", value: "NAME", "call the table NAME") {
    value, options in
    guard !value.isEmpty else { return "a table has a name" }
    options.tableName = value
    return nil
  }

  static let allTables = Format.Option("--all", "write every table, linked by keys") {
    $0.hasAllTables = true
  }

  static let fullText = Format.Option("--fts", "index the words of texts, accents folded") {
    $0.hasFullText = true
  }
}

extension Format.Option {
  static let maxTokens = Format.Option(
    "--max-tokens", value: "N", "end a chunk once it has more tokens than N, 500 at first"
  ) { value, options in
    options.maxTokens = Int(value)
    return (options.maxTokens ?? 0) > 0
      ? nil : "--max-tokens takes a whole number from 1, not “\(value)”"
  }

  static let overlap = Format.Option(
    "--overlap", value: "N", "begin a chunk with the last N lines of the one before, 5 at first"
  ) { value, options in
    options.overlap = Int(value)
    return (options.overlap ?? -1) >= 0
      ? nil : "--overlap takes a whole number from 0, not “\(value)”"
  }
}

extension Format.Option {
  static let per = Format.Option(
    "--per", value: "UNIT", "a document a chunk, message, conversation or day",
    values: Format.DocumentUnit.allCases.map(\.rawValue)
  ) { value, options in
    options.per = Format.DocumentUnit(rawValue: value)
    let units = Format.DocumentUnit.allCases.map(\.rawValue).joined(separator: ", ")
    return options.per == nil ? "--per takes one of \(units), not “\(value)”" : nil
  }

  static let window = Format.Option("--window", value: "N", "a document of N messages each") {
    value, options in
    options.window = Int(value)
    return (options.window ?? 0) > 0
      ? nil : "--window takes a whole number from 1, not “\(value)”"
  }

  static let each = Format.Option(
    "--each", value: "TEMPLATE", "a line a row, as \"- {date:dd/MM} {sender}\""
  ) { value, options in
    options.each = value
    return nil
  }

  static let title = Format.Option(
    "--title", value: "TEXT", "what the page is called; the table's name at first"
  ) { value, options in
    options.title = value
    return value.isEmpty ? "a page has a title" : nil
  }

  static let view = Format.Option(
    "--view", value: "VIEW", "table, or reading for messages as a conversation",
    values: ["table", "reading"]
  ) { value, options in
    options.isConversation = value == "reading"
    return ["table", "reading"].contains(value)
      ? nil : "--view takes table or reading, not “\(value)”"
  }
}
