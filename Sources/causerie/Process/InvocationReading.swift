import ArgumentParser
import Diagnostics

extension Invocation {
  /// What came of reading the command line.
  enum Outcome {
    /// There is work to do.
    case work(Invocation)
    /// A text was asked for: help, the version, a completion script. It goes to standard output.
    case answer(String)
    /// The command line is wrong (status 2).
    case mistake(Diagnostic)
  }

  /// Reads the command line, without the program's name.
  static func read(_ arguments: [String]) -> Outcome {
    Invocation(plain: arguments).map(Outcome.work) ?? parse(arguments)
  }

  /// Reads any command line, by the declarations of ``Options``.
  static func parse(_ arguments: [String]) -> Outcome {
    do {
      var command = try Options.parseAsRoot(topic(in: arguments) ?? arguments)
      switch command {
      case let explore as Options.Explore where explore.shared.generateManual:
        return .answer(Options.manual)
      case let explore as Options.Explore: return .work(Invocation(explore))
      case let run as Options.Run: return .work(try Invocation(run))
      case let check as Options.Check: return .work(try Invocation(check))
      default:
        // Help, which is a command that throws its text.
        try command.run()
        return .answer("")
      }
    } catch let diagnostic as Diagnostic {
      return .mistake(diagnostic)
    } catch {
      if Options.exitCode(for: error).isSuccess {
        return .answer(Options.fullMessage(for: error))
      }
      return .mistake(.usage(sentence(Options.message(for: error)), help: "see causerie --help"))
    }
  }

  /// The command line that answers `help TOPIC` as the prompt does; nil where it is about the program.
  private static func topic(in arguments: [String]) -> [String]? {
    guard arguments.first == "help", let topic = arguments.dropFirst().first,
      !topic.hasPrefix("-"),
      Options.configuration.subcommands.allSatisfy({ $0.configuration.commandName != topic })
    else { return nil }
    return ["--no-init", "-c", arguments.joined(separator: " ")]
  }

  /// swift-argument-parser's sentences begin with a capital and may end with a full stop.
  private static func sentence(_ message: String) -> String {
    let start = message.prefix(1).lowercased() + message.dropFirst()
    return start.hasSuffix(".") ? String(start.dropLast()) : start
  }

  private init(_ task: Task, _ shared: Options.Shared) {
    self.task = task
    output = shared.output
    dateOrder = shared.dateOrder
    noColor = shared.noColor
    quiet = shared.quiet
    keepGoing = shared.keepGoing
    noInit = shared.noInit
  }

  private init(_ command: Options.Explore) {
    self.init(.explore(paths: command.paths, lines: command.shared.lines), command.shared)
  }

  private init(_ command: Options.Check) throws {
    guard let script = command.script else {
      throw Diagnostic.usage("check takes a script", help: "causerie check weekly.causerie")
    }
    try Self.refuseLines(command.shared, with: "check")
    self.init(.check(script: script), command.shared)
  }

  private init(_ command: Options.Run) throws {
    guard let script = command.words.first, !script.hasPrefix("-") else {
      if command.words.first == "--help" { throw CleanExit.helpRequest(Options.Run.self) }
      throw Diagnostic.usage("run takes the script first", help: "causerie run weekly.causerie …")
    }
    try Self.refuseLines(command.shared, with: "run")
    let words = command.words.dropFirst()
    if words.contains("--help") {
      self.init(.describe(script: script), command.shared)
    } else {
      let parameters = try Self.parameters(from: words)
      self.init(
        .run(script: script, parameters: parameters, paths: command.load), command.shared)
    }
  }

  private static func refuseLines(_ shared: Options.Shared, with command: String) throws(Diagnostic)
  {
    guard shared.lines.isEmpty else {
      throw .usage("-c does not go with \(command)", help: "causerie PATH -c 'LINE'")
    }
  }

  /// The values in the words that follow a script: `--name value` or `--name=value`.
  private static func parameters(
    from words: some Sequence<String>
  ) throws(Diagnostic) -> [Parameter] {
    var parameters: [Parameter] = []
    var rest = words.makeIterator()
    while let word = rest.next() {
      guard word.hasPrefix("--"), word.count > 2 else {
        throw .usage(
          "“\(word)” is no parameter of the script",
          help: "parameters are --NAME VALUE; what to load follows --load")
      }
      let parts = word.dropFirst(2)
        .split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if parts.count == 2 {
        parameters.append(Parameter(name: name, value: String(parts[1])))
      } else if let value = rest.next(), !value.hasPrefix("--") {
        parameters.append(Parameter(name: name, value: value))
      } else {
        throw .usage("--\(name) has no value", help: "--\(name) VALUE, or --\(name)=VALUE")
      }
    }
    return parameters
  }
}
