/// The hinge of the program: every source and stage makes one, every sink takes one.
///
/// A column is either worked out or still to be derived from the rows of the corpus that the
/// table's rows stand for, so that a question costs only the columns it names.
public struct Table: Sendable {
  /// What a message calls it: `messages`, `grep cnil`, `count by month`.
  public var name: String

  /// Its columns, in order; names are distinct.
  public var fields: [Field]

  /// How many rows there are.
  public private(set) var rowCount: Int

  /// The rows of the corpus that its rows stand for; nil where its rows are new ones.
  public private(set) var origin: Origin?

  /// The columns that a screen shows where no `select` decided; nil for all.
  public var shown: [String]?

  /// Where in a text the last search matched; nil where nothing was searched for.
  public var highlight: Highlight?

  /// Places of rows, ascending, before which messages of the same transcript are left out, or
  /// another transcript begins: what `context` marks between the stretches that it puts back.
  /// Empty where rows are just rows; gone once rows are picked out one by one.
  public var breaks: [Int] = []

  /// Columns that a stage has put in the place of loaded ones, and a later one has taken away.
  private var standIns: [Field] = []

  /// The loaded columns that `drop` has taken away.
  private var leftOut: Set<String> = []

  /// The rows that ``Content/derived(_:)`` is asked for: those of the origin, also after the tie to
  /// them is cut.
  private var derivedRows: Rows?

  /// Rows of a table of the corpus.
  public struct Origin: Sendable {
    /// Which table.
    public let table: TableName
    /// Which of its rows, one for each row of the table that has the origin.
    public let rows: Rows

    /// Rows of a table.
    public init(_ table: TableName, _ rows: Rows) {
      self.table = table
      self.rows = rows
    }
  }

  /// A named column.
  public struct Field: Sendable {
    /// Its name.
    public var name: String
    /// The type of its values.
    public let type: ValueType
    /// Its values, or how to get them.
    public let content: Content
    /// Whether its values are there, in the table or in the corpus, so that getting them is copying.
    public let isStored: Bool
    /// What its values are, where the stage that made them knows; nil where nobody does.
    public var meaning: Meaning?
    /// The column of the corpus that it is, under whatever name; nil for one that a stage has worked out.
    let loaded: String?

    /// A column still to be derived; `isStored` says that this copies what the corpus holds.
    public init(
      _ name: String, _ type: ValueType, isStored: Bool = false,
      derive: @escaping @Sendable (Rows) -> Column
    ) {
      self.name = name
      self.type = type
      self.isStored = isStored
      loaded = name
      content = .derived(derive)
    }

    /// A column that is there.
    public init(_ name: String, _ column: Column, meaning: Meaning? = nil) {
      self.init(name, column, meaning: meaning, loaded: nil)
    }

    /// A column that is there; `loaded` is the column of the corpus that it is.
    init(_ name: String, _ column: Column, meaning: Meaning? = nil, loaded: String?) {
      self.name = name
      self.loaded = loaded
      self.meaning = meaning
      type = column.type
      isStored = true
      content = .values(column)
    }

    /// The column with other values of the same kind.
    func holding(_ values: Column) -> Field {
      Field(name, values, meaning: meaning, loaded: loaded)
    }
  }

  /// What the values of a column are, for whoever shows or draws them.
  public enum Meaning: Sendable, Hashable {
    /// What the rows are grouped by.
    case key
    /// How many of so many rows are in the group of the row, each row in one group.
    case part(of: Int)
    /// The cells of a pivot, which hold what `value` says; the column is named by a value of `heading`.
    case cells(heading: String, value: String)
  }

  /// The values of a column, or how to get them.
  public enum Content: Sendable {
    /// A value for each row of the table.
    case values(Column)
    /// From rows of the origin to a value for each of them. A question asks for a few thousand rows
    /// at a time, again and again: the cost must follow the rows that are asked for.
    case derived(@Sendable (Rows) -> Column)
  }

  /// Finds matches in a text: byte ranges of its UTF-8, half-open, in order, not overlapping.
  public struct Highlight: Sendable {
    /// The columns that were searched.
    public let columns: Set<String>
    /// The ranges that match in a text.
    public let matches: @Sendable (String) -> [Range<Int>]

    /// Matches found by a closure in the named columns.
    public init(
      columns: Set<String>, matches: @escaping @Sendable (String) -> [Range<Int>]
    ) {
      self.columns = columns
      self.matches = matches
    }
  }

  /// A table of new rows, every column worked out and as long as `rowCount`.
  public init(name: String, rowCount: Int, fields: [Field]) {
    self.name = name
    self.rowCount = rowCount
    self.fields = fields
  }

  /// A table whose rows stand for rows of the corpus.
  public init(name: String, origin: Origin, fields: [Field], shown: [String]? = nil) {
    self.name = name
    self.fields = fields
    self.origin = origin
    self.shown = shown
    derivedRows = origin.rows
    rowCount = origin.rows.count
  }

  /// The place of the column with a name, nil where there is none.
  public func index(of name: String) -> Int? {
    fields.firstIndex { $0.name == name }
  }

  /// Whether its rows are neighbours, so that a stored column of all of them is there without picking
  /// values out one by one.
  public var isContiguous: Bool { if case .list = derivedRows { false } else { true } }

  /// The values of the column at a place, derived now if they are not there.
  public func column(at index: Int) -> Column {
    switch fields[index].content {
    case .values(let column): column
    case .derived(let derive): derive(derivedRows ?? .range(0..<0))
    }
  }

  /// The values of the column at a place for some of the rows, in the order given; of a column
  /// still to be derived, only those are.
  public func column(at index: Int, rows: Rows) -> Column {
    switch fields[index].content {
    case .values(let column): column.gathered(rows)
    case .derived(let derive): derive(derivedRows?.selecting(rows) ?? .range(0..<0))
    }
  }

  /// The values of the column with a name, nil where there is none.
  public func column(_ name: String) -> Column? {
    index(of: name).map { column(at: $0) }
  }

  /// The table of some of its rows, in the order given; what is still to be derived stays so.
  public func selecting(_ rows: Rows) -> Table {
    selecting(rows) {}
  }

  /// The same; `check` is called every few milliseconds, and what it throws ends the work.
  public func selecting<Stop: Error>(
    _ rows: Rows, check: () throws(Stop) -> Void
  ) throws(Stop) -> Table {
    var selected = self
    selected.rowCount = rows.count
    if let derivedRows { selected.derivedRows = try derivedRows.selecting(rows, check: check) }
    selected.origin = origin.flatMap { origin in
      selected.derivedRows.map { Origin(origin.table, $0) }
    }
    if case .range(let range) = rows {
      selected.breaks = breaks.filter { range.dropFirst().contains($0) }.map {
        $0 - range.lowerBound
      }
    } else {
      selected.breaks = []
    }
    try selected.replaceValues { (column) throws(Stop) in
      try column.gathered(rows, check: check)
    }
    return selected
  }

  /// Puts others in the place of the values that are there.
  private mutating func replaceValues<Stop: Error>(
    _ change: (Column) throws(Stop) -> Column
  ) throws(Stop) {
    for place in fields.indices {
      guard case .values(let column) = fields[place].content else { continue }
      fields[place] = fields[place].holding(try change(column))
    }
    for place in standIns.indices {
      guard case .values(let column) = standIns[place].content else { continue }
      standIns[place] = standIns[place].holding(try change(column))
    }
  }

  /// The table standing for other rows of the corpus, with `breaks` before some of them; `values` makes of
  /// a column that is there the one of those rows. What is still to be derived stays so.
  public func widened<Stop: Error>(
    to rows: Rows, breaks: [Int], values: (Column) throws(Stop) -> Column
  ) throws(Stop) -> Table {
    guard let origin else { return self }
    var widened = self
    widened.origin = Origin(origin.table, rows)
    widened.derivedRows = rows
    widened.rowCount = rows.count
    widened.breaks = breaks
    try widened.replaceValues(values)
    return widened
  }

  /// The table with its rows no longer standing for rows of the corpus; what is still to be
  /// derived stays so.
  public func untied() -> Table {
    var free = self
    free.origin = nil
    free.breaks = []
    free.standIns = []
    return free
  }
}

extension Table {
  /// What its rows have of a column of the corpus.
  public enum Standing {
    /// What is loaded.
    case loaded
    /// What a stage has put in its place.
    case replaced(Field)
    /// Nothing: `drop` has taken it away.
    case leftOut
  }

  /// What its rows have of the column of the corpus with a name, for whoever shows the rows of the corpus
  /// and not the table: what was replaced stays replaced where a later stage has taken it away or given
  /// it another name.
  public func standing(of name: String) -> Standing {
    if let own = fields.first(where: { $0.name == name }) {
      return own.loaded == name ? .loaded : .replaced(own)
    }
    if let standIn = standIns.first(where: { $0.name == name }) { return .replaced(standIn) }
    return leftOut.contains(name) ? .leftOut : .loaded
  }

  /// The table with other columns of the same rows. What stood in the place of a loaded column goes on
  /// doing so, though it is no longer to be seen.
  public func showing(_ fields: [Field]) -> Table {
    var table = self
    table.fields = fields
    guard let origin else { return table }
    let loaded = Set(TableDefinition.named(origin.table).columns.map(\.name))
    let hidden = self.fields.filter { loaded.contains($0.name) && $0.loaded != $0.name }
    let renewed = Set((hidden + fields).map(\.name))
    let names = Set(fields.map(\.name))
    table.standIns =
      standIns.filter { !renewed.contains($0.name) } + hidden.filter { !names.contains($0.name) }
    table.leftOut.subtract(names)
    return table
  }

  /// The table without some columns. Of its rows nobody shows them any more.
  public func dropping(_ names: Set<String>) -> Table {
    let dropped = fields.filter { names.contains($0.name) }
    var table = showing(fields.filter { !names.contains($0.name) })
    table.leftOut.formUnion(dropped.filter { $0.loaded == $0.name }.map(\.name))
    table.shown = shown.map { $0.filter { !names.contains($0) } }
    return table
  }
}
