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
  let derive: @Sendable (Corpus, Lens) throws(Interrupted) -> Table

  /// A table of these parts.
  init(
    _ name: TableName, summary: String, columns: [ColumnDefinition], shown: [String]? = nil,
    derive: @escaping @Sendable (Corpus, Lens) throws(Interrupted) -> Table
  ) {
    self.name = name
    self.summary = summary
    self.columns = columns
    self.shown = shown
    self.derive = derive
  }

  /// Whether it has a column of a name.
  public func has(_ column: String) -> Bool { columns.contains { $0.name == column } }

  /// The table of what is loaded; without rows where ``Lens/isInterrupted`` says so.
  public func make(_ corpus: Corpus, _ lens: Lens) -> Table {
    (try? derive(corpus, lens)) ?? empty
  }

  /// The table of nothing.
  var empty: Table {
    Table(
      name: name.rawValue, rowCount: 0,
      fields: columns.map { Table.Field($0.name, .nulls($0.type, count: 0)) })
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
