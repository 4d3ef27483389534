import Diagnostics
import Model
import Output
import Query

extension Session {
  /// Carries out a saved script.
  ///
  /// It is parsed and checked whole before its first line runs; then the first statement that fails
  /// ends it.
  ///
  /// - Parameters:
  ///   - path: the script.
  ///   - directory: the folder that a relative path starts from; nil for the session's.
  ///   - words: `--name value` of its parameters.
  ///   - keepsGoing: whether a statement that fails does not end it.
  ///   - console: where answers go.
  public mutating func runScript(
    _ path: String, from directory: String? = nil, words: [String], keepsGoing: Bool = false,
    to console: Console
  ) -> Outcome {
    do throws(Diagnostic) {
      let (saved, parameters) = try checkedScript(path, from: directory, words: words)
      return try run(saved, parameters, keepsGoing: keepsGoing, to: console)
    } catch {
      return fail(error, to: console)
    }
  }

  /// Checks a saved script's names and types without running it.
  ///
  /// - Parameter words: `--name value` of its parameters; nil where they do not matter.
  public func checkScript(
    _ path: String, words: [String]? = nil, to console: Console
  ) -> Outcome {
    do throws(Diagnostic) {
      _ = try checkedScript(path, words: words)
      return .done
    } catch {
      return fail(error, to: console)
    }
  }

  /// A saved script that was parsed and checked, with its parameters.
  private func checkedScript(
    _ path: String, from directory: String? = nil, words: [String]?
  ) throws(Diagnostic) -> (SavedScript, ScriptParameters) {
    let saved = try SavedScript(
      world.expanded(path), directory: directory ?? world.directory, seenFrom: world.directory)
    let declared = saved.script.parameters
    let parameters: ScriptParameters
    do throws(Diagnostic) {
      parameters =
        if let words { try ScriptParameters(declared, words: words) } else {
          ScriptParameters(declared: declared)
        }
    } catch {
      throw error.located(in: saved.source)
    }
    try check(saved, parameters, in: scope)
    return (saved, parameters)
  }

  /// The parameters of a script as its `--help` prints them.
  public func scriptHelp(_ path: String, to console: Console) -> Outcome {
    do throws(Diagnostic) {
      let saved = try SavedScript(
        world.expanded(path), directory: world.directory, seenFrom: world.directory)
      try console.write(scriptPage(saved))
      return .done
    } catch {
      return fail(error, to: console)
    }
  }

  private func fail(_ error: Diagnostic, to console: Console) -> Outcome {
    if error.cause == .unheard { return .unheard }
    console.say(error)
    return .failed(error.cause)
  }

  /// Checks every statement in order, with the names that those before it make.
  func check(
    _ saved: SavedScript, _ parameters: ScriptParameters, in outer: Scope
  ) throws(Diagnostic) {
    guard !outer.scripts.contains(saved.path) else {
      throw .usage("“\(saved.source.name ?? "")” would run itself")
    }
    guard outer.scripts.count < Session.deepestScript else {
      throw .usage("scripts run scripts more than \(Session.deepestScript) deep")
    }
    var scope = outer
    scope.scripts.append(saved.path)
    scope.last = nil
    do throws(Diagnostic) {
      scope.parameters = try parameters.values(in: environment(scope), isCheck: true)
      for statement in saved.script.statements {
        try check(statement, in: &scope, saved.source)
      }
    } catch {
      throw error.asUsage.located(in: saved.source)
    }
  }

  /// How many scripts may run each other.
  private static let deepestScript = 20

  private func check(
    _ statement: Statement, in scope: inout Scope, _ source: SourceText
  ) throws(Diagnostic) {
    var session = self
    session.scope = scope
    let planner = session.planner(in: source)
    switch statement.kind {
    case .binding(let name, let pipeline):
      scope.views[name.text] = try session.view(pipeline, named: name, in: source)
    case .explanation(let pipeline):
      _ = try planner.plan(pipeline)
    case .pipeline(let pipeline):
      let plan = try planner.plan(pipeline)
      for step in plan.steps { step.change(&scope) }
      if let schema = plan.schema { scope.last = schema }
    }
  }

  /// Runs a script that is checked.
  private mutating func run(
    _ saved: SavedScript, _ parameters: ScriptParameters, keepsGoing: Bool, to console: Console
  ) throws(Diagnostic) -> Outcome {
    let outerParameters = scope.parameters
    scope.scripts.append(saved.path)
    defer {
      scope.scripts.removeLast()
      scope.parameters = outerParameters
    }
    var outcome = Outcome.done
    for statement in saved.script.statements {
      let ended: Outcome
      do throws(Diagnostic) {
        scope.parameters = try parameters.values(in: environment(scope))
        ended = try carryOut(statement, in: saved.source, to: console)
      } catch {
        var failure = error
        // The text was checked; what only the run could find is the line's failure.
        if failure.cause == .usage { failure.cause = .line }
        ended = fail(failure, in: saved.source, to: console)
      }
      if ended == .quit || ended == .unheard || ended == .failed(.interrupted) { return ended }
      guard case .failed = ended else { continue }
      // A failed expectation outweighs a failed line: it is what the script is there to tell.
      outcome = outcome == .failed(.expectation) ? outcome : ended
      if !keepsGoing { return outcome }
    }
    return outcome
  }
}
