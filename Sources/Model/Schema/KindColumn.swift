extension CategoryColumn {
  /// A column of values of a kind that has a fixed list of them; nil for null.
  init<Kind>(kinds: [Kind?]) where Kind: CaseIterable & Equatable & RawRepresentable<String> {
    let cases = Array(Kind.allCases)
    self.init(
      Categories(cases.map(\.rawValue)),
      codes: kinds.map { kind in
        kind.flatMap { kind in cases.firstIndex { $0 == kind } }.map { Int32($0) } ?? -1
      })
  }
}

/// The values that a column of a kind can have, for its summary.
func names<Kind>(of _: Kind.Type) -> String
where Kind: CaseIterable & RawRepresentable<String> {
  Kind.allCases.map(\.rawValue).joined(separator: " ")
}
