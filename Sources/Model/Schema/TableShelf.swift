import Synchronization

/// The tables of a corpus as questions see them: each is made when it is first asked for and kept, with
/// what its columns have worked out for all rows, until the lens is another one.
public final class TableShelf: Sendable {
  /// What the tables are of.
  public let corpus: Corpus

  private let kept = Mutex<(lens: Lens, tables: [TableName: Table])>((Lens(), [:]))

  /// The tables of a corpus; nothing is worked out yet.
  public init(_ corpus: Corpus) {
    self.corpus = corpus
  }

  /// The table with a name, seen through settings; without rows where ``Lens/isInterrupted`` says so.
  public func table(_ name: TableName, through lens: Lens) -> Table {
    kept.withLock { kept in
      if !kept.lens.isSame(as: lens) { kept = (lens, [:]) }
      if let known = kept.tables[name] { return known }
      let definition = TableDefinition.named(name)
      // What is not whole is not kept.
      guard let table = try? definition.derive(corpus, lens) else { return definition.empty }
      kept.tables[name] = table
      return table
    }
  }
}

extension Lens {
  /// Whether another lens shows the same.
  public func isSame(as other: Lens) -> Bool {
    silence == other.silence
      && topics.map(\.name) == other.topics.map(\.name)
      && topics.map(\.pattern) == other.topics.map(\.pattern)
  }
}
