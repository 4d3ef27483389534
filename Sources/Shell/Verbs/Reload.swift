import Diagnostics
import Query

extension Verb {
  /// Reads everything again.
  static let reload = Verb(
    "reload", .session, for: .session, summary: "read again what is loaded",
    usage: ["reload"],
    details: """
      For files that changed, came or went since they were loaded. What standard input held is \
      kept. id changes, key does not, and the last result is gone. A file that has vanished is an \
      error; it is looked for again at the next load.
      """,
    examples: ["reload"]
  ) { (arguments, _) throws(Diagnostic) in
    try arguments.atMost(0)
    return .command("read again what is loaded") { (session, console) throws(Diagnostic) in
      guard !session.requests.isEmpty else {
        throw Diagnostic("nothing is loaded", at: arguments.verb.span, help: "load PATH")
      }
      try session.reload(to: console)
    }
  }
}
