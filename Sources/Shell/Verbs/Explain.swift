import Diagnostics
import Query

extension Verb {
  /// What a pipeline would do. The parser reads what follows it; the session carries it out.
  static let explain = Verb(
    "explain", .session, for: .session,
    summary: "say in words what a pipeline does, without doing it",
    usage: ["explain PIPELINE"],
    details: """
      A line for each step. Names, types and patterns are checked, as they are before a line runs; \
      nothing is read or written.
      """,
    examples: ["explain grep compost from:zoe | count by month fill | export months.csv"]
  ) { (arguments, _) throws(Diagnostic) in
    throw Diagnostic(
      "explain needs a pipeline", at: arguments.verb.span, help: "like: explain messages | count")
  }
}
