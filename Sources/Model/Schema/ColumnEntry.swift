/// A column of a table with the way to its values: one line of the table's list.
///
/// `Input` is what the columns of that table are made from.
struct ColumnEntry<Input>: Sendable {
  /// What the user is told of it.
  let definition: ColumnDefinition
  /// Whether the corpus holds its values, so that nothing has to be worked out.
  let isStored: Bool
  /// Its values, of the type that the definition says.
  let values: @Sendable (Input) -> Column

  /// A column of this name, type and meaning.
  init(
    _ name: String, _ type: ValueType, _ summary: String, isStored: Bool = false,
    values: @escaping @Sendable (Input) -> Column
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
      @escaping @Sendable (Corpus, Lens) -> (rows: Int, select: @Sendable (Rows) -> Selection)
  ) {
    self.init(name, summary: summary, columns: entries.map(\.definition), shown: shown) {
      corpus, lens in
      let (rows, select) = prepare(corpus, lens)
      return Table(
        name: name.rawValue, origin: .init(name, .range(0..<rows)),
        fields: entries.map { entry in
          Table.Field(
            entry.definition.name, entry.definition.type, isStored: entry.isStored
          ) { entry.values(select($0)) }
        },
        shown: shown)
    }
  }

  /// A small table, worked out whole. `prepare` gives what its columns are made of, and the rows of
  /// the corpus that its rows stand for.
  init<Facts>(
    _ name: TableName, summary: String, shown: [String]? = nil,
    whole entries: [ColumnEntry<Facts>],
    prepare: @escaping @Sendable (Corpus, Lens) -> (facts: Facts, origin: Table.Origin)
  ) {
    self.init(name, summary: summary, columns: entries.map(\.definition), shown: shown) {
      corpus, lens in
      let (facts, origin) = prepare(corpus, lens)
      return Table(
        name: name.rawValue, origin: origin,
        fields: entries.map { Table.Field($0.definition.name, $0.values(facts)) }, shown: shown)
    }
  }
}
