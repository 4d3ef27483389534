import Diagnostics

extension Verb {
  /// Leaves.
  static let quit = Verb(
    "quit", .session, for: .session, summary: "leave; Ctrl-D does too", usage: ["quit"],
    examples: ["quit"], isSaved: false
  ) { (arguments, _) throws(Diagnostic) in
    try arguments.atMost(0)
    return .command("leave") { (session, _) in session.wish = .quit }
  }
}
