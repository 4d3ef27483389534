import Diagnostics
import Query

extension Verb {
  /// Runs a saved script.
  static let run = Verb(
    "run", .session, for: .session, summary: "run a saved script",
    usage: ["run FILE [--name value…]"],
    details: """
      The script is checked whole before its first line runs. Its parameters are given as options: \
      run weekly.causerie --since 2025-02. Within a script, FILE is relative to that script.
      """,
    passesOptions: true,
    examples: ["run examples/scripts/link-digest.causerie --out /tmp/links.md"],
    arguments: .paths, completes: .path
  ) { (arguments, preparation) throws(Diagnostic) in
    try ScriptCall(arguments, preparation).step()
  }
}
