extension TableDefinition {
  /// One row an alias, in the order in which they were made.
  static let aliases = TableDefinition(
    .aliases, summary: "one row a name that alias made stand for a person", whole: columns
  ) { corpus, _ in
    (corpus.aliases, Table.Origin(.aliases, .range(0..<corpus.aliases.count)))
  }

  private static let columns: [ColumnEntry<[Alias]>] = [
    .init("name", .text, "the name as the exports have it") { .text(TextColumn($0.map(\.name))) },
    .init("person", .text, "what the person is called") { .text(TextColumn($0.map(\.person))) },
  ]
}
