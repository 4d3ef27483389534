import Diagnostics
import Model
import Output
import Query

extension Verb {
  /// The picture of a table.
  static let stats = Verb(
    "stats", .sink, for: .count, summary: "the picture of a table: messages, chunks or any other",
    usage: ["stats", "… | stats"],
    details: """
      Of messages: the period, who, when, words, links, media, the longest silence. Of chunks: \
      sizes, overlaps, problems. Of any other table: each column's values, nulls, distinct values, \
      ends, mean and most frequent values.
      """,
    examples: ["stats", "chunks | stats", "messages | count by sender | stats"]
  ) { (arguments, preparation) throws(Diagnostic) in
    if let word = arguments.words.first, TableName(rawValue: word.text) != nil {
      throw Diagnostic(
        "stats takes no “\(word.text)”", at: word.span,
        help: "the table stands before it: \(word.text) | stats")
    }
    try arguments.atMost(0)
    return Step(schema: preparation.input, words: "draw a picture of it", .ends) {
      (table, session, console) throws(Diagnostic) in
      guard let table else { return nil }
      let report: Report
      if ReadingView.fits(table), let messages = try session.messages(of: table) {
        report = try MessageStatistics(messages, session).report()
      } else if table.origin?.table == .chunks {
        report = try ChunkStatistics(table, session).report()
      } else {
        let columns = try session.columnStatistics(of: table)
        try session.show(columns, to: console)
        return table
      }
      try report.write(to: console.results, screen: session.settings.screen(console.screen))
      return table
    }
  }
}
