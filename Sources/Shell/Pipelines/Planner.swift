import Diagnostics
import Model
import Query

/// Turns pipelines into steps, and so checks every name and type in them before anything runs.
struct Planner {
  /// Code points that the name of a table has at most.
  private static let longestName = 500

  /// The session as it is before the line runs.
  let session: Session
  /// What names mean.
  var scope: Scope
  /// The text that spans point into.
  let source: SourceText

  /// A pipeline that is checked and ready to run.
  struct Plan {
    /// Its steps, in order; one or more.
    let steps: [Step]
    /// For each step, what the table after it is called.
    let names: [String]
    /// Whether it goes on from the last result without having named it.
    let goesOn: Bool
    /// The columns that it gives; nil where it gives no table.
    var schema: Schema? { steps.last?.schema }
  }

  /// Checks a pipeline.
  func plan(_ pipeline: Pipeline) throws(Diagnostic) -> Plan {
    var steps: [Step] = []
    var names: [String] = []
    let goesOn = try opensWithLast(pipeline)
    if goesOn {
      steps.append(lastStep())
      names.append(session.last?.name ?? TableName.messages.rawValue)
    }
    for call in pipeline.calls {
      if let previous = steps.last, previous.ending == .ends {
        throw Diagnostic(
          "nothing can follow this step: it ends the line", at: call.span,
          help: "write the step before it, or begin another line with ;")
      }
      steps.append(try step(call, after: steps.last?.schema, isFirst: steps.isEmpty))
      names.append(name(of: pipeline, upTo: call))
    }
    return Plan(steps: steps, names: names, goesOn: goesOn)
  }

  /// Whether a pipeline goes on from the last result; in a script that is an error, since what the
  /// last result is depends on what ran before.
  private func opensWithLast(_ pipeline: Pipeline) throws(Diagnostic) -> Bool {
    guard let first = pipeline.calls.first else { return false }
    let needsTable =
      switch first.kind {
      case .source: false
      case .stage: true
      case .words(let name, let words): Verb.named(name.text)?.needsTable(words) ?? false
      }
    guard pipeline.continues || needsTable else { return false }
    guard scope.scripts.isEmpty else {
      let text = name(of: pipeline, upTo: first)
      throw Diagnostic.usage(
        "a script says what a line reads", at: first.span,
        help: "write messages | \(text), or _ | \(text) for the result of the line before")
    }
    return true
  }

  /// The step that gives the last result, or the messages while there is none.
  private func lastStep() -> Step {
    Step(
      schema: scope.last ?? Schema(TableDefinition.named(.messages)),
      words: "take the last result"
    ) { (_, session, _) in session.last ?? session.opening(.messages) }
  }

  private func step(
    _ call: Call, after input: Schema?, isFirst: Bool
  ) throws(Diagnostic) -> Step {
    switch call.kind {
    case .source(let name):
      guard isFirst else {
        throw names(aTable: name) ? makesItsOwn(name) : unknown(name)
      }
      return try sourceStep(name)
    case .stage(let stage):
      guard let input else {
        throw Diagnostic("a stage needs a table before it", at: call.span)
      }
      let environment = session.environment(scope)
      let checked = try check(stage, at: call.span, over: input, in: environment)
      let scope = self.scope
      let lists =
        if case .where(let condition) = stage { condition.listsAskedForNull(in: input) } else {
          [String]()
        }
      let ending: Step.Ending = if case .expect = stage { .settles } else { .passes }
      return Step(schema: checked.schema, words: checked.description, ending) {
        (table, session, _) throws(Diagnostic) in
        guard let table else { return nil }
        let environment = session.environment(scope)
        for list in lists {
          environment.notes.add(
            .note("“\(list)” is a list, which is never null", help: "where length(\(list)) > 0"))
        }
        let result = try checked.run(table, in: environment)
        if case .where(let condition) = stage, result.rowCount == 0 {
          try EmptyAnswer(of: table, session, environment).explain(
            condition, exact: "exact")
        }
        return result
      }
    case .words(let name, let words):
      return try verbStep(name, words, call, after: input, isFirst: isFirst)
    }
  }

  private func sourceStep(_ name: Name) throws(Diagnostic) -> Step {
    if name.text == "_" {
      guard let schema = scope.last else {
        throw Diagnostic("there is no last result yet", at: name.span, help: "try messages")
      }
      return Step(schema: schema, words: "take the last result") { (_, session, _) in session.last }
    }
    if let table = TableName(rawValue: name.text) {
      let definition = TableDefinition.named(table)
      return Step(schema: Schema(definition), words: "read the table \(name.text)") {
        (_, session, _) in session.opening(table)
      }
    }
    let scope = self.scope
    if let view = scope.views[name.text] {
      guard !scope.opening.contains(name.text) else {
        throw Diagnostic("“\(name.text)” would be defined by itself", at: name.span)
      }
      return Step(schema: view.schema, words: "evaluate \(name.text) (\(view.text))") {
        (_, session, _) throws(Diagnostic) in
        try session.evaluate(view: name.text, in: scope)
      }
    }
    throw unknown(name)
  }

  /// Whether a name is that of the last result, a table or a view.
  private func names(aTable name: Name) -> Bool {
    name.text == "_" || TableName(rawValue: name.text) != nil || scope.views[name.text] != nil
  }

  /// The complaint about what would pass over the table before it.
  private func makesItsOwn(_ name: Name) -> Diagnostic {
    Diagnostic(
      "“\(name.text)” makes a table of its own and cannot stand after |", at: name.span,
      help: "begin the line with it; what is before it gets a name by let")
  }

  private func unknown(_ name: Name) -> Diagnostic {
    Verb.grammar.unknownVerb(
      name, sources: TableName.allCases.map(\.rawValue) + scope.views.keys.sorted())
  }

  private func verbStep(
    _ name: Name, _ words: [Word], _ call: Call, after input: Schema?, isFirst: Bool
  ) throws(Diagnostic) -> Step {
    guard let verb = Verb.named(name.text) else { throw unknown(name) }
    if !isFirst, verb.role == .session {
      throw Diagnostic("\(verb.name) stands alone on its line", at: name.span)
    }
    if !isFirst, verb.makesItsOwn(words) { throw makesItsOwn(name) }
    if !isFirst, input == nil {
      throw Diagnostic("there is no table before |", at: name.span)
    }
    let resolved = words.map { $0.resolved(scope.parameters) }
    let open = resolved.filter { $0.openParameter != nil }
    for word in open { try refuseNull(word) }
    do throws(Diagnostic) {
      let arguments = try Arguments(
        name, resolved, known: verb.passesOptions ? nil : verb.options)
      let preparation = Preparation(input: input, scope: scope, session: session, call: call)
      return try verb.prepare(arguments, preparation)
    } catch {
      // What is wrong with a word whose value only the run will know is nothing yet.
      guard let place = error.span, error.source == nil,
        open.contains(where: { $0.span.lower <= place.lower && place.upper <= $0.span.upper })
      else { throw error }
      return .unchecked(call, of: verb, after: input)
    }
  }

  /// An error where a parameter in a word is null now that the line runs.
  private func refuseNull(_ word: Word) throws(Diagnostic) {
    guard let name = word.openParameter, scope.parameters[name]?.value == .null else { return }
    throw Diagnostic(
      "$\(name) has no value", at: word.span,
      help: session.isEmpty ? "nothing is loaded" : "--\(name) VALUE gives it one")
  }

  /// The pipeline as written up to the end of a call: what the table it gives is called. Of a very
  /// long one the beginning, so that the names of all steps do not take the square of its length.
  private func name(of pipeline: Pipeline, upTo call: Call) -> String {
    let lower = pipeline.calls.first?.span.lower ?? pipeline.span.lower
    let text = Substring(source.text.utf8[SourceSpan(lower, call.span.upper)])
    let shown = String(text.unicodeScalars.prefix(Planner.longestName))
    if shown.contains(where: \.isNewline) { return lineName(of: pipeline, upTo: call) }
    return shown + (call.span.upper - lower > shown.utf8.count ? "…" : "")
  }

  /// The same on one line, of a pipeline that runs over several, which may hold comments.
  private func lineName(of pipeline: Pipeline, upTo call: Call) -> String {
    var line = ""
    for written in pipeline.calls {
      line += (line.isEmpty ? "" : " | ") + written.description
      if written.span == call.span || line.utf8.count > Planner.longestName { break }
    }
    let shown = String(line.unicodeScalars.prefix(Planner.longestName))
    return shown + (shown == line ? "" : "…")
  }
}

extension Verb {
  /// Whether a call that begins a line goes on from the last result.
  func needsTable(_ words: [Word]) -> Bool {
    role == .sink && !makesItsOwn(words)
  }

  /// Whether a call makes a table whatever stands before it: `show 12` names its messages, where
  /// `show` alone shows the last result.
  fileprivate func makesItsOwn(_ words: [Word]) -> Bool {
    role == .source || readsItself?(words) ?? false
  }
}

extension Word {
  /// A parameter in it that has no value, by its name; nil where there is none.
  var openParameter: String? {
    for case .parameter(let name) in pieces { return name }
    return nil
  }

  /// The word with the parameters that have a value replaced by it.
  func resolved(_ parameters: [String: Environment.Parameter]) -> Word {
    Word(
      pieces.flatMap { piece -> [Piece] in
        guard case .parameter(let name) = piece, let value = parameters[name]?.value,
          value != .null
        else {
          return [piece]
        }
        guard case .list(let items) = value else { return [.quoted(parameterText(value))] }
        return Array(items.map { [Piece.quoted($0)] }.joined(separator: [.bare(",")]))
      }, at: span)
  }
}
