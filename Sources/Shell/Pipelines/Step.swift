import Diagnostics
import Model
import Query

/// One checked part of a pipeline, ready to run.
struct Step {
  /// The columns that it gives on; nil where it ends the line.
  let schema: Schema?

  /// What it does, in words a user understands.
  let words: String

  /// What comes of the table after it.
  let ending: Ending

  /// What it changes in the meaning of names, so that a script can be checked whole before it runs.
  let change: (inout Scope) -> Void

  /// Does it: the table before it, if there is one, to the table after it.
  let run: (Table?, inout Session, Console) throws(Diagnostic) -> Table?

  /// What comes of the table after a step.
  enum Ending {
    /// The next step takes it; at the end of the line it is shown.
    case passes
    /// The next step takes it; at the end of the line there is nothing left to show.
    case settles
    /// Nothing can follow: the step has shown or written it.
    case ends
  }

  init(
    schema: Schema?, words: String, _ ending: Ending = .passes,
    changing change: @escaping (inout Scope) -> Void = { _ in },
    run: @escaping (Table?, inout Session, Console) throws(Diagnostic) -> Table?
  ) {
    self.schema = schema
    self.words = words
    self.ending = ending
    self.change = change
    self.run = run
  }

  /// A call that only the run can check, since a parameter in it has no value yet.
  ///
  /// - Parameters:
  ///   - verb: its verb.
  ///   - input: the columns of the table before it; nil where it stands first.
  static func unchecked(_ call: Call, of verb: Verb, after input: Schema?) -> Step {
    let none = Schema(name: verb.name, columns: [], isOpen: true)
    var schema: Schema?
    switch verb.role {
    case .session: break
    case .source: schema = none
    case .sink: schema = input ?? none
    case .stage:
      schema = input ?? Schema(TableDefinition.named(.messages))
      schema?.isOpen = true
    }
    return Step(
      schema: schema, words: "\(call)", [.session, .sink].contains(verb.role) ? .ends : .passes
    ) { (_, _, _) throws(Diagnostic) in
      throw Diagnostic("a parameter has no value", at: call.span)
    }
  }

  /// A step that neither takes nor gives a table.
  static func command(
    _ words: String, changing change: @escaping (inout Scope) -> Void = { _ in },
    _ run: @escaping (inout Session, Console) throws(Diagnostic) -> Void
  ) -> Step {
    Step(schema: nil, words: words, .ends, changing: change) {
      (_, session, console) throws(Diagnostic) in
      try run(&session, console)
      return nil
    }
  }
}
