import Diagnostics
import Query

/// A call of the verb `run`.
struct ScriptCall {
  private let path: Word
  private let words: [Word]
  /// The folder that the path starts from: that of the script that the call stands in.
  private let directory: String

  init(_ arguments: Arguments, _ preparation: Preparation) throws(Diagnostic) {
    guard let path = arguments.words.first else {
      throw Diagnostic(
        "run needs a script", at: arguments.verb.span, help: "run weekly.causerie --since 2025-02")
    }
    self.path = path
    words = Array(arguments.words.dropFirst())
    let outer = preparation.scope.scripts.last
    directory =
      outer.flatMap { script in script.lastIndex(of: "/").map { String(script[..<$0]) } }
      ?? preparation.session.world.directory
    // A script inside a script is checked with it, before anything runs.
    try checked(preparation.session, preparation.scope)
  }

  private func checked(_ session: Session, _ scope: Scope) throws(Diagnostic) {
    do throws(Diagnostic) {
      let world = session.world
      let saved = try SavedScript(
        world.expanded(path.text), directory: directory, seenFrom: world.directory)
      let parameters = try ScriptParameters(saved.script.parameters, words: words)
      try session.check(saved, parameters, in: scope)
    } catch {
      // What has no place in the inner script is a fault of this call.
      if error.source != nil { throw error }
      var call = error
      call.span = path.span
      throw call
    }
  }

  func step() -> Step {
    .command("run \(path.text)") { (session, console) throws(Diagnostic) in
      let words = words.map(\.text)
      switch session.runScript(path.text, from: directory, words: words, to: console) {
      case .done, .revised: return
      case .quit: session.wish = .quit
      case .unheard: throw Diagnostic.unheard
      // The inner script said what was wrong, with its place.
      case .failed(let cause):
        throw Diagnostic("“\(path.text)” did not run to its end", at: path.span, cause: cause)
      }
    }
  }
}
