/// A table of the session: its columns with what they mean, and how it is made.
public struct TableDefinition: Sendable {
  /// Its name.
  public let name: TableName
  /// One line on what a row is.
  public let summary: String
  /// Its columns, in order.
  public let columns: [ColumnDefinition]
  /// The columns that a screen shows where no `select` decided; nil for all.
  public let shown: [String]?
  /// Makes the table of what is loaded.
  public let make: @Sendable (Corpus, Lens) -> Table

  /// A table of these parts.
  public init(
    _ name: TableName, summary: String, columns: [ColumnDefinition], shown: [String]? = nil,
    make: @escaping @Sendable (Corpus, Lens) -> Table
  ) {
    self.name = name
    self.summary = summary
    self.columns = columns
    self.shown = shown
    self.make = make
  }
}

extension TableDefinition {
  /// The tables, in the order of ``TableName``.
  public static let all: [TableDefinition] = TableName.allCases.map(named)

  /// The table with a name.
  public static func named(_ name: TableName) -> TableDefinition {
    switch name {
    case .messages: messages
    case .chunks: chunks
    case .participants: participants
    case .links: links
    case .media: media
    case .events: events
    case .problems: problems
    case .files: files
    case .aliases: aliases
    case .topics: topics
    }
  }
}

/// A column of a table: its name, its type and what it means.
public struct ColumnDefinition: Sendable, Hashable {
  /// Its name.
  public let name: String
  /// The type of its values.
  public let type: ValueType
  /// One line on what it holds: the unit, the origin, what null means.
  public let summary: String

  /// A column of this name and type.
  public init(_ name: String, _ type: ValueType, _ summary: String) {
    self.name = name
    self.type = type
    self.summary = summary
  }
}

/// What a session's settings add to the corpus when columns are derived.
public struct Lens: Sendable {
  /// A silence in a transcript after which a new conversation begins, in seconds.
  public var silence: Int64
  /// The named topics.
  public var topics: [Topic]

  /// A named pattern.
  public struct Topic: Sendable {
    /// Its name.
    public let name: String
    /// The pattern as the user wrote it.
    public let pattern: String
    /// For each row of a column whether its text matches; null does not.
    public let select: @Sendable (TextColumn) -> [Bool]

    /// A topic with the test that its pattern stands for.
    public init(
      name: String, pattern: String, select: @escaping @Sendable (TextColumn) -> [Bool]
    ) {
      self.name = name
      self.pattern = pattern
      self.select = select
    }
  }

  /// Settings as they are at the start: three hours, and these topics.
  public init(silence: Int64 = 3 * 3_600, topics: [Topic] = []) {
    self.silence = silence
    self.topics = topics
  }
}
