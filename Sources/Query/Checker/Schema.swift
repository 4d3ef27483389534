public import Model

/// What the checker knows of a table before there is one: its columns and their types.
public struct Schema: Sendable, Hashable {
  /// What a message calls the table: `messages`, `count by month`.
  public var name: String

  /// The columns, in order; names are distinct.
  public var columns: [ColumnDefinition]

  /// Whether there may be columns that only the run will show: so it is after a `pivot`, and what
  /// follows is checked when it runs.
  public var isOpen: Bool

  /// The table of the corpus that the rows stand for; nil for new rows.
  public var origin: TableName?

  /// The last stage that took columns away.
  private var narrowedBy: String?

  /// A table of these columns.
  public init(
    name: String, columns: [ColumnDefinition], isOpen: Bool = false, origin: TableName? = nil
  ) {
    self.name = name
    self.columns = columns
    self.isOpen = isOpen
    self.origin = origin
  }

  /// A table of the session.
  public init(_ definition: TableDefinition) {
    self.init(
      name: definition.name.rawValue, columns: definition.columns, origin: definition.name)
  }

  /// A table that is there.
  public init(of table: Table) {
    self.init(
      name: table.name, columns: table.fields.map { ColumnDefinition($0.name, $0.type, "") },
      origin: table.origin?.table)
  }

  /// The column with a name, nil where there is none.
  public func column(_ name: String) -> ColumnDefinition? {
    columns.first { $0.name == name }
  }

  /// How its rows lead to messages: by the column `message` of links, media and events; nil without it.
  public var wayToMessages: String? {
    guard column("message") != nil else { return nil }
    return "name it: let found = …, then messages | where id in found.message"
  }

  /// The table once a stage has taken columns away, or made other rows, so that a message can say since
  /// when.
  func after(_ stage: String) -> Schema {
    var schema = self
    schema.narrowedBy = stage
    return schema
  }

  /// What a message about a missing column calls it.
  public var title: String { narrowedBy.map { "\(name) after \($0)" } ?? name }
}
