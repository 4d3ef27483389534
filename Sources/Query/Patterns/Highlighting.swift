public import Model

extension Table.Highlight {
  /// What any of several searches found in the named columns, overlapping matches joined.
  public init(columns: Set<String>, foundBy searches: [@Sendable (String) -> [Range<Int>]]) {
    self.init(columns: columns) { text in
      joined(searches.flatMap { $0(text) }.sorted { $0.lowerBound < $1.lowerBound })
    }
  }
}
