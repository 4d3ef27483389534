import Diagnostics
import Model
import Output
import Query

extension Verb {
  /// Keeps the session as a script.
  static let save = Verb(
    "save", .session, for: .takeAway, summary: "write the session's lines as a script",
    usage: ["save FILE [--force]", "save -"],
    details: """
      Every line that succeeded, in order, each saying what it reads: one that went on from the \
      last result begins with _. What only looked around (help, history) is left out. The script \
      runs as it is, causerie run FILE; param lines at its top make it one for other days. `-` is \
      standard output.
      """,
    options: [Option("--force", "replace an existing file")],
    examples: ["messages | count by month", "save -"], completes: .path, isSaved: false
  ) { (arguments, _) throws(Diagnostic) in
    let target = try arguments.onlyWord("a file to write, such as questions.causerie")
    let replaces = arguments.has("--force")
    return .command("write the session's lines to \(target.text)") {
      (session, console) throws(Diagnostic) in
      do throws(Diagnostic) {
        try session.save(to: target.text, replaces: replaces, console)
      } catch {
        var placed = error
        placed.span = placed.span ?? target.span
        throw placed
      }
    }
  }
}

extension Session {
  fileprivate func save(
    to path: String, replaces: Bool, _ console: Console
  ) throws(Diagnostic) {
    guard !done.isEmpty else {
      throw Diagnostic("there is no line to save yet", help: "ask something first")
    }
    let script =
      "# A session of \(Period(.day, holding: world.now())).\n"
      + done.map { $0 + "\n" }.joined()
    guard path != "-" else { return try console.write(script) }
    var file = TargetFile(path: world.expanded(path), directory: world.directory)
    file.replaces = replaces
    file.inputs = inputPaths
    file.interrupt = world.interrupt
    try file.write { (sink) throws(Diagnostic) in try sink.write(script) }
    console.tell("wrote \(file.path): \(counted(done.count, "line"))")
  }

  /// Remembers a statement that succeeded, so that it stands in a script for itself.
  ///
  /// - Parameters:
  ///   - goingOn: whether it went on from what was there.
  ///   - hadLast: whether that was a last result, and not all messages.
  mutating func remember(_ statement: Statement, goingOn: Bool, from hadLast: Bool) {
    // What a script did is remembered as its run.
    guard scope.scripts.isEmpty else { return }
    guard case .pipeline(let pipeline) = statement.kind else {
      if case .binding = statement.kind { done.append(statement.description) }
      return
    }
    if case .words(let name, _) = pipeline.calls.first?.kind, pipeline.calls.count == 1,
      Verb.named(name.text)?.isSaved == false
    {
      return
    }
    let source = goingOn ? (hadLast ? "_ | " : "messages | ") : ""
    done.append(source + Pipeline(pipeline.calls, at: pipeline.span).description)
  }
}
