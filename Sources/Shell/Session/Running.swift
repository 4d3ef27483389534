import Diagnostics
import Model
import Output
import Query
import Reading

extension Session {
  /// Whether a text is only the beginning of a statement: a bracket or a quote is open, or it ends
  /// in `|`.
  public static func isOpen(_ text: String) -> Bool {
    Query.isOpen(text, grammar: Verb.grammar)
  }

  /// Whether a text may be a line: a verb, a stage or a table, and perhaps more after it.
  public static func looksLikeLine(_ text: String) -> Bool {
    guard let head = text.split(separator: " ").first.map(String.init) else { return false }
    return Verb.named(head) != nil || StageSyntax.named(head) != nil
      || TableName(rawValue: head) != nil
  }

  /// Carries out a line: one statement or several, separated by `;` or line breaks.
  ///
  /// Each statement is checked whole before it runs; the first that fails ends the line, what ran
  /// before it stays done. What there is to say goes to the console.
  ///
  /// - Parameters:
  ///   - text: the line.
  ///   - name: what messages call it (`stdin`); nil where the user has it before their eyes.
  ///   - firstLine: the line, from 1, that it begins on in what the name stands for.
  ///   - console: where answers go.
  public mutating func run(
    _ text: String, named name: String? = nil, firstLine: Int = 1, to console: Console
  ) -> Outcome {
    let source = SourceText(name: name, text: text, firstLine: firstLine)
    typed.append(text)
    do throws(Diagnostic) {
      for statement in try parseLine(text, grammar: Verb.grammar) {
        let outcome = try carryOut(statement, in: source, to: console)
        if outcome != .done { return outcome }
      }
      return .done
    } catch {
      let meant = name == nil && error.cause == .usage ? complaint(aboutPath: text) : nil
      return fail((meant ?? error).about(source), in: source, to: console)
    }
  }

  /// The complaint about a line that is a path and nothing else, as it is dropped on a terminal; nil about any
  /// other.
  private func complaint(aboutPath line: String) -> Diagnostic? {
    guard let first = line.firstIndex(where: { !$0.isWhitespace }),
      let last = line.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    var path = line[first...last].replacing("\\ ", with: " ")
    if let quote = path.first, "\"'".contains(quote), path.count > 2, path.last == quote {
      path = path.dropFirst().dropLast()
    }
    guard isThere(String(path), from: world.directory, home: world.home) else { return nil }
    let start = line[..<first].utf8.count
    return .usage(
      "“\(path)” is a path, and a line begins with a verb",
      at: SourceSpan(start, start + line[first...last].utf8.count),
      help: "like: \(path.hasSuffix(".causerie") ? "run" : "load") \(Spelling.word(String(path)))")
  }

  /// Says what went wrong, and gives the outcome that it makes.
  func fail(_ error: Diagnostic, in source: SourceText, to console: Console) -> Outcome {
    if error.cause == .unheard { return .unheard }
    console.say(error, in: source)
    // A line that does not parse is a line that failed; only a script is checked before it runs.
    return .failed(error.cause == .usage && scope.scripts.isEmpty ? .line : error.cause)
  }

  /// Checks a statement and runs it.
  mutating func carryOut(
    _ statement: Statement, in source: SourceText, to console: Console
  ) throws(Diagnostic) -> Outcome {
    let started = world.uptime()
    let hadLast = last != nil
    var goesOn = false
    var outcome = Outcome.done
    switch statement.kind {
    case .binding(let name, let pipeline):
      scope.views[name.text] = try view(pipeline, named: name, in: source)
    case .explanation(let pipeline):
      let plan = try planner(in: source).plan(pipeline)
      let lines = plan.steps.enumerated().map { "\($0.offset + 1). \($0.element.words)\n" }
      try console.write(lines.joined())
    case .pipeline(let pipeline):
      let plan = try planner(in: source).plan(pipeline)
      goesOn = plan.goesOn
      if goesOn { sayWhereRowsComeFrom(to: console) }
      outcome = try run(plan, to: console)
    }
    remember(statement, goingOn: goesOn, from: hadLast)
    if settings.timing {
      console.say(.note("\(milliseconds(world.uptime() - started)) ms"))
    }
    return outcome
  }

  private func milliseconds(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10_000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// A planner for statements of a text.
  func planner(in source: SourceText) -> Planner {
    Planner(session: self, scope: scope, source: source)
  }

  /// A view that `let` makes: checked now, evaluated when it is used.
  func view(
    _ pipeline: Pipeline, named name: Name, in source: SourceText
  ) throws(Diagnostic) -> Scope.View {
    var planner = self.planner(in: source)
    planner.scope.opening.append(name.text)
    let plan = try planner.plan(pipeline)
    guard let schema = plan.schema, plan.steps.last?.ending == .passes else {
      throw Diagnostic(
        "a let names a table, and this line ends without one", at: pipeline.span,
        help: "leave out what shows or writes it")
    }
    return Scope.View(
      pipeline: pipeline, source: source, parameters: scope.parameters, schema: schema)
  }

  /// Views that may stand for each other: each takes a part of the stack.
  private static let deepestView = 100

  /// The table of a view, from what is loaded now.
  mutating func evaluate(view name: String, in scope: Scope) throws(Diagnostic) -> Table? {
    guard let view = scope.views[name] else { return nil }
    guard scope.opening.count < Session.deepestView else {
      throw Diagnostic(
        "names made by let stand for each other more than \(Session.deepestView) deep",
        help: "write what some of them stand for into one line")
    }
    var inner = scope
    inner.parameters = view.parameters
    inner.opening.append(name)
    let planner = Planner(session: self, scope: inner, source: view.source)
    do throws(Diagnostic) {
      return try table(of: try planner.plan(view.pipeline), to: .silent)
    } catch {
      // The name in which it went wrong, and not all those that lead there.
      guard error.cause == .line || error.cause == .usage, !error.message.hasPrefix("in “") else {
        throw error
      }
      var failure = error
      failure.message = "in “\(name)”: \(error.message)"
      throw failure.located(in: view.source)
    }
  }

  /// Runs the steps of a plan, shows what comes of them, and keeps it as the last result.
  private mutating func run(_ plan: Planner.Plan, to console: Console) throws(Diagnostic) -> Outcome
  {
    let notes = environment(scope).notes
    _ = notes.take()
    let result: Table?
    do throws(Diagnostic) { result = try table(of: plan, to: console) } catch {
      // Why there are no rows is why an expectation of some fails.
      if error.cause == .expectation { for note in notes.take() { console.say(note) } }
      throw error
    }
    try world.interrupt.check()
    for note in notes.take() { console.say(note) }
    guard let result else {
      defer { wish = nil }
      return wish ?? .done
    }
    var outcome = Outcome.done
    if plan.steps.last?.ending == .passes {
      do throws(Diagnostic) { try show(result, to: console) } catch {
        // Who leaves the pager has the answer all the same.
        guard error.cause == .unheard else { throw error }
        outcome = .unheard
      }
      try world.interrupt.check()
      // What is shown may be worked out only now.
      for note in notes.take() { console.say(note) }
    }
    last = result
    // What a sink chose by itself has no other name: `show on 2025-02-17`.
    if plan.steps.count == 1, plan.steps[0].ending == .ends { last?.name = plan.names[0] }
    scope.last = Schema(of: result)
    return outcome
  }

  /// Runs the steps of a plan.
  private mutating func table(of plan: Planner.Plan, to console: Console) throws(Diagnostic)
    -> Table?
  {
    var table: Table?
    for (step, name) in zip(plan.steps, plan.names) {
      try world.interrupt.check()
      table = try step.run(table, &self, console)
      if step.ending == .passes { table?.name = name }
    }
    return table
  }

  /// Shows a table in the form that is set.
  func show(_ table: Table, to console: Console) throws(Diagnostic) {
    if let form = TableView.Form(rawValue: settings.output) {
      let view = TableView(form, limit: settings.limit, screen: settings.screen(console.screen))
      try view.write(table, to: console.results, interrupt: world.interrupt)
      if table.rowCount == 0 { console.say(.note("no rows")) }
    } else if let format = Format.named(settings.output) {
      let notes = try format.write(table, to: console.results, interrupt: world.interrupt)
      for note in notes { console.say(note) }
    }
  }

  private func sayWhereRowsComeFrom(to console: Console) {
    guard let last else { return }
    console.say(.note("from the \(counted(last.rowCount, "row")) of: \(last.name)"))
  }
}

extension Diagnostic {
  /// Why there is nothing to show, and what to do about it.
  static func nothingLoaded(in world: World) -> Diagnostic {
    let input = world.standardInputIsData ? "; what is piped: load -" : ""
    return .note("nothing is loaded", help: "load a folder or a file: load FOLDER\(input)")
  }

  /// A complaint about a text that is no line; of a chat that was piped or pasted, and of an archive that was
  /// piped, it says what reads it.
  fileprivate func about(_ source: SourceText) -> Diagnostic {
    guard cause == .usage else { return self }
    var complaint = self
    if isChat(source.text) {
      complaint.help =
        source.name == nil
        ? "that is of a chat, which is read from its file: load FILE"
        : "that is of a chat; one that is piped is read by: causerie -"
    } else if source.name != nil, source.text.utf8.contains(where: { $0 < 0x09 }) {
      complaint.help = "that is no text; an archive that is piped is read by: causerie -"
    }
    return complaint
  }
}
