extension TableDefinition {
  /// One row a doubt about the input.
  static let problems = TableDefinition(
    .problems, summary: "one row a doubt about what was read", whole: columns
  ) { (corpus, _) throws(Interrupted) in
    let problems = try corpus.doubts.value.problems
    return (problems, Table.Origin(.problems, .range(0..<problems.count)))
  }

  private static let columns: [ColumnEntry<[Problem]>] = [
    .init("severity", .text, "how much it matters: " + names(of: Problem.Severity.self)) {
      .category(CategoryColumn(kinds: $0.map(\.severity)))
    },
    .init("code", .text, "what kind of doubt: period-mismatch, gap, fragment …") {
      .category(CategoryColumn(kinds: $0.map(\.code)))
    },
    .init("file", .text, "the file that it is about; null for none") {
      .category(CategoryColumn($0.map(\.file)))
    },
    .init("line", .int, "the line of that file, from 1; null for none") {
      .int(PlainColumn($0.map { $0.line.map { Int64($0) } }, filler: 0))
    },
    .init("detail", .text, "what is doubted, in words") {
      .text(TextColumn($0.map(\.detail)))
    },
  ]
}
