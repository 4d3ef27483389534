import Diagnostics
import Output
import Shell

/// The program at work: it builds the session out of the process's surroundings and carries out
/// what the command line asks for.
struct Program {
  private let invocation: Invocation
  private let environment: Environment
  private var session: Session

  init(_ invocation: Invocation, in environment: Environment) {
    self.invocation = invocation
    self.environment = environment
    var world = World(directory: Surroundings.currentFolder(), now: Surroundings.wallClock)
    world.home = environment.home
    world.uptime = Surroundings.uptime
    world.seed = UInt64.random(in: .min ... .max)
    world.interrupt = Signals.interrupt
    world.listFolder = Surroundings.entries(of:)
    world.initFile = environment.initPath
    if Terminal.has(.input), Terminal.has(.output) {
      let editor = TextEditor(command: environment.editor, folder: environment.temporaryFolder)
      world.edit = { (text) throws(Diagnostic) in try editor.edit(text) }
    }
    if case .explore(_, let lines) = invocation.task, lines.isEmpty {
      world.standardInputIsData = false
    } else {
      world.standardInputIsData = true
    }
    session = Session(world: world)
    session.settings.output = invocation.output.rawValue
    if let order = invocation.dateOrder { _ = session.setDateOrder(order.rawValue) }
  }

  /// Does it; the exit status.
  mutating func run() -> Int32 {
    if case .describe(let script) = invocation.task {
      return session.scriptHelp(script, to: console).status
    }
    if case .check(let script) = invocation.task {
      return session.checkScript(script, to: console).status
    }
    runInitScript()
    switch invocation.task {
    case .explore(let paths, let lines) where !lines.isEmpty:
      if let status = load(paths) { return status }
      return runLines(lines)
    case .explore(let paths, _):
      let status = load(paths)
      if let status, !Terminal.has(.input) || status == Outcome.failed(.interrupted).status {
        return status
      }
      return converse()
    case .run(let script, let parameters, let paths):
      let words = parameters.map { "--\($0.name)=\($0.value)" }
      // What is wrong with the script is said before a load that may take long.
      let check = session.checkScript(script, words: words, to: console)
      guard check == .done else { return check.status }
      if let status = load(paths) { return status }
      return session.runScript(
        script, words: words, keepsGoing: invocation.keepGoing, to: console
      ).status
    case .describe, .check: return 0
    }
  }

  private var console: Console {
    Program.console(
      in: environment, isColored: !invocation.noColor, isQuiet: invocation.quiet)
  }

  /// The streams as they are now: a terminal may have been resized.
  static func console(
    in environment: Environment, isColored: Bool, isQuiet: Bool = false
  ) -> Console {
    func screen(_ stream: Terminal.Stream) -> Screen {
      guard Terminal.has(stream) else {
        var plain = Screen.plain
        plain.drawsUnicode = environment.readsUnicode
        return plain
      }
      let size = Terminal.size(in: environment)
      var screen = Screen.terminal(
        columns: size.width, lines: size.height,
        colored: isColored && !environment.refusesColor && Terminal.isKnown,
        rewritable: Terminal.isKnown)
      screen.drawsUnicode = environment.readsUnicode && !environment.isDumb
      return screen
    }
    return Console(
      results: Terminal.sink(.output), screen: screen(.output),
      remarks: Terminal.sink(.error), remarkScreen: screen(.error), isQuiet: isQuiet)
  }

  /// Runs what the user wants done first; a fault in it is said and does not keep from working.
  private mutating func runInitScript() {
    guard !invocation.noInit, let path = environment.initPath, Surroundings.exists(path)
    else { return }
    _ = session.runScript(path, words: [], to: console)
  }

  /// Loads the paths of the command line; the status to leave with where that failed, nil where it
  /// did not.
  private mutating func load(_ paths: [String]) -> Int32? {
    guard !paths.isEmpty else { return nil }
    do throws(Diagnostic) {
      try session.load(paths: paths, to: console)
    } catch {
      var said = error
      if said.help == nil { said.help = Program.meant(by: paths) }
      console.say(said)
      if error.cause == .interrupted { return Outcome.failed(.interrupted).status }
      return session.isEmpty ? Program.nothingLoaded : Outcome.failed(.line).status
    }
    guard session.isEmpty else { return nil }
    console.say(
      Diagnostic("no message came of \(paths.map { "“\($0)”" }.joined(separator: ", "))"))
    return Program.nothingLoaded
  }

  /// What to write for a word among the paths that is no path; nil where there is none.
  private static func meant(by paths: [String]) -> String? {
    let missing = paths.filter { !Surroundings.exists($0) }
    if missing.contains("run") { return "run stands first: causerie run SCRIPT --load PATH" }
    if missing.contains("check") { return "check stands first: causerie check SCRIPT" }
    return missing.first(where: Session.looksLikeLine).map { "to carry out a line: -c '\($0)'" }
  }

  /// The exit status where the paths on the command line gave nothing.
  static let nothingLoaded: Int32 = 3

  /// Carries out a statement of the conversation, its answer page by page where that is set.
  private func carryOut(
    _ statement: String, named name: String?, firstLine: Int, in session: inout Session
  ) -> Outcome {
    let console = console
    guard session.settings.pager, console.screen.isTerminal else {
      return session.run(statement, named: name, firstLine: firstLine, to: console)
    }
    let pager = Pager(
      environment.pager, rows: Swift.max(1, Terminal.size(in: environment).height - 1))
    var screen = console.screen
    // A pager passes colours on, and shows what moves the cursor as it is.
    screen.canRewrite = false
    let paged = Console(
      results: pager.results, screen: screen, remarks: pager.remarksSink,
      remarkScreen: console.remarkScreen, isQuiet: console.isQuiet)
    let outcome = session.run(statement, named: name, firstLine: firstLine, to: paged)
    do throws(Diagnostic) {
      try pager.finish()
    } catch {
      if error.cause == .unheard { return .unheard }
      console.say(error)
      return .failed(error.cause)
    }
    // Whoever leaves the pager has seen enough of the answer, not of the conversation.
    return outcome == .unheard ? .done : outcome
  }

  /// Shows a text that the user wrote elsewhere as the prompt would have it.
  private func showAsTyped(_ text: String) {
    let lines = visibleLines(text).split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.enumerated().map { ($0 == 0 ? Prompt.first : Prompt.more) + $1 + "\n" }
    Terminal.Stream.output.write(shown.joined())
  }

  private mutating func runLines(_ lines: [String]) -> Int32 {
    var status: Int32 = 0
    for line in lines {
      let outcome = session.run(line, to: console)
      if outcome == .quit || outcome == .unheard { return status }
      status = Swift.max(status, outcome.status)
      if outcome.status == Outcome.failed(.interrupted).status { return status }
      if outcome.status != 0, !invocation.keepGoing { return status }
    }
    return status
  }

  /// Reads statements and carries them out, from the prompt or from a pipe.
  private mutating func converse() -> Int32 {
    let talk = Talk(session)
    let context = PromptContext(
      isOpen: { Session.isOpen($0) },
      complete: { Completion(talk.session.completions(in: $0, at: $1)) },
      help: { talk.session.help(in: $0, at: $1, columns: $2) }, clean: { visible($0) },
      columns: { displayWidth(of: $0) })
    let program = self
    let source = StatementSource(context, in: environment) { program.console.say(.note($0)) }
    let isInteractive = source.isInteractive
    talk.session.typed = source.earlier
    let conversation = Conversation(
      carryOut: { statement, line in
        let outcome = program.carryOut(
          statement, named: isInteractive ? nil : "stdin", firstLine: line, in: &talk.session)
        switch outcome {
        case .done: return .done
        case .revised(let text):
          program.showAsTyped(text)
          return .goOn(with: text)
        case .quit, .unheard: return .leave
        case .failed: return .failed(status: outcome.status)
        }
      }, keepsGoing: invocation.keepGoing)
    return conversation.run(from: source)
  }
}

/// The session while the prompt lasts: carrying out changes it, completion looks at it.
private final class Talk {
  var session: Session

  init(_ session: Session) {
    self.session = session
  }
}

extension Completion {
  /// What the session offers, as the editor shows it.
  fileprivate init?(_ completions: Completions) {
    guard !completions.candidates.isEmpty else { return nil }
    self.init(
      range: completions.range,
      candidates: completions.candidates.map {
        Candidate(
          text: $0.text, note: $0.note.isEmpty ? nil : $0.note, isWhole: $0.isWhole)
      })
  }
}
