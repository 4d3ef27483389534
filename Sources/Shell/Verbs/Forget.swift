import Diagnostics
import Query

extension Verb {
  /// Takes a name away.
  static let forget = Verb(
    "forget", .session, for: .session, summary: "forget a name made by let",
    usage: ["forget NAME"], completes: .views
  ) { (arguments, preparation) throws(Diagnostic) in
    let word = try arguments.onlyWord("the name to forget")
    let names = preparation.scope.views.keys.sorted()
    guard names.contains(word.text) else {
      throw Diagnostic(
        "there is no let “\(word.text)”", at: word.span,
        help: suggestion(for: word.text, among: names)
          ?? (names.isEmpty ? "none is made yet" : "let lists them"))
    }
    return .command("forget \(word.text)", changing: { $0.views[word.text] = nil }) {
      (session, _) in session.scope.views[word.text] = nil
    }
  }
}
