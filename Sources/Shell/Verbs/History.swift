import Diagnostics
import Output
import Query

extension Verb {
  /// What was typed before.
  static let history = Verb(
    "history", .session, for: .session, summary: "list what was typed, this time and before",
    usage: ["history [N]"], details: "N lists the last N statements.",
    examples: ["history 3"], isSaved: false
  ) { (arguments, _) throws(Diagnostic) in
    try arguments.atMost(1)
    var most = Int.max
    if let word = arguments.words.first {
      guard let count = Int(word.text), count >= 0 else {
        throw Diagnostic(
          "“\(word.text)” is no number of statements", at: word.span, help: "like: history 20")
      }
      most = count
    }
    return .command("list what was typed") { (session, console) throws(Diagnostic) in
      let statements = session.typed
      let width = String(statements.count).count
      let text = statements.enumerated().suffix(most).map { index, statement in
        let lines = statement.split(separator: "\n", omittingEmptySubsequences: false)
        return padded(String(index + 1), to: width, isRight: true) + "  "
          + lines.joined(separator: "\n" + String(repeating: " ", count: width + 2)) + "\n"
      }.joined()
      try console.write(text)
    }
  }
}
