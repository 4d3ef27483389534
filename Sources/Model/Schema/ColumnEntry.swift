/// A column of a table with the way to its values: one line of the table's list.
///
/// `Input` is what the columns of that table are made from.
struct ColumnEntry<Input>: Sendable {
  /// What the user is told of it.
  let definition: ColumnDefinition
  /// Whether the corpus holds its values, so that nothing has to be worked out.
  let isStored: Bool
  /// Its values, of the type that the definition says.
  let values: @Sendable (Input) throws(Interrupted) -> Column

  /// A column of this name, type and meaning.
  init(
    _ name: String, _ type: ValueType, _ summary: String, isStored: Bool = false,
    values: @escaping @Sendable (Input) throws(Interrupted) -> Column
  ) {
    self.isStored = isStored
    definition = ColumnDefinition(name, type, summary)
    self.values = values
  }
}

extension TableDefinition {
  /// A table of which a query derives the columns that it names, for the rows that it asks for.
  /// `prepare` gives the rows there are, and from a selection of them what the columns are made of.
  init<Selection>(
    _ name: TableName, summary: String, shown: [String]? = nil,
    derived entries: [ColumnEntry<Selection>],
    prepare:
      @escaping @Sendable (Corpus, Lens) throws(Interrupted) -> (
        rows: Int, select: @Sendable (Rows) -> Selection
      )
  ) {
    self.init(name, summary: summary, columns: entries.map(\.definition), shown: shown) {
      (corpus, lens) throws(Interrupted) in
      let (rows, select) = try prepare(corpus, lens)
      return Table(
        name: name.rawValue, origin: Table.Origin(name, .range(0..<rows)),
        fields: entries.map { entry in
          Table.Field(
            entry.definition.name, entry.definition.type, isStored: entry.isStored
          ) { rows in
            (try? entry.values(select(rows))) ?? .nulls(entry.definition.type, count: rows.count)
          }
        },
        shown: shown)
    }
  }

  /// A small table, worked out whole. `prepare` gives what its columns are made of, and the rows of
  /// the corpus that its rows stand for.
  init<Facts>(
    _ name: TableName, summary: String, shown: [String]? = nil,
    whole entries: [ColumnEntry<Facts>],
    prepare:
      @escaping @Sendable (Corpus, Lens) throws(Interrupted) -> (
        facts: Facts, origin: Table.Origin
      )
  ) {
    self.init(name, summary: summary, columns: entries.map(\.definition), shown: shown) {
      (corpus, lens) throws(Interrupted) in
      let (facts, origin) = try prepare(corpus, lens)
      var fields: [Table.Field] = []
      for entry in entries {
        try lens.check()
        let name = entry.definition.name
        fields.append(Table.Field(name, try entry.values(facts), loaded: name))
      }
      return Table(name: name.rawValue, origin: origin, fields: fields, shown: shown)
    }
  }
}
