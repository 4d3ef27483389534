import Diagnostics
import Model

extension Verb {
  /// Names pipelines. `let NAME = PIPELINE` is a statement of the language; this is `let` alone.
  static let `let` = Verb(
    "let", .session, for: .session, summary: "name a pipeline; alone: list the names",
    usage: ["let NAME = PIPELINE", "let"],
    details: """
      The name is a view: it is evaluated when it is used, and sees what is loaded then. \
      forget NAME takes it away.
      """,
    examples: ["let long = messages | where words > 60", "long | count by sender"]
  ) { (arguments, _) throws(Diagnostic) in
    try arguments.atMost(0)
    return .command("list the names") { (session, console) throws(Diagnostic) in
      let views = session.scope.views.sorted { $0.key < $1.key }
      let table = Table(
        name: "let", rowCount: views.count,
        fields: [
          .init("name", .text(TextColumn(views.map(\.key)))),
          .init("pipeline", .text(TextColumn(views.map(\.value.text)))),
        ])
      try session.show(table, to: console)
    }
  }
}
