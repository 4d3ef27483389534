import ArgumentParser

/// The command line. The first word that is no option decides: `run` and `check` are commands,
/// anything else is a path. A file of that name is written `./run`, or after `--`.
struct Options: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "causerie",
    abstract: "Explore WhatsApp chat archives.",
    usage: forms.joined(separator: "\n"),
    discussion: """
      Loads the paths (chunks, exports, folders, archives), then shows the prompt; 'help' there \
      tells what can be asked. Lines come from standard input when that is no terminal.
      """,
    version: version,
    subcommands: [Explore.self, Run.self, Check.self],
    defaultSubcommand: Explore.self)

  /// What `--version` says.
  static let version = "causerie 0.1.0"

  /// The forms of the command line.
  static let forms = [
    "causerie [<options>] [<path> …]",
    "causerie [<options>] [<path> …] -c <line> [-c <line> …]",
    "causerie [<options>] run <script> [--<name> <value> …] [--load <path> …]",
    "causerie check <script>",
  ]

  @OptionGroup var shared: Shared

  /// The options that may stand anywhere on the command line.
  struct Shared: ParsableArguments {
    @Option(
      name: .customShort("c"), parsing: .unconditionalSingleValue,
      help: ArgumentHelp("Carry out a line; may be repeated.", valueName: "line"))
    var lines: [String] = []

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("The form of tables: \(OutputForm.names).", valueName: "format"),
      completion: .list(OutputForm.allCases.map(\.rawValue)), transform: OutputForm.init(option:))
    var output = OutputForm.table

    @Option(
      help: ArgumentHelp(
        "The order of the parts of dates, where it is known: \(DateOrderName.names).",
        valueName: "order"),
      completion: .list(DateOrderName.allCases.map(\.rawValue)),
      transform: DateOrderName.init(option:))
    var dateOrder: DateOrderName?

    @Flag(help: "No colour.")
    var noColor = false

    @Flag(name: .shortAndLong, help: "No notes and no progress.")
    var quiet = false

    @Flag(help: "Go on after a line that fails; the exit status tells of it.")
    var keepGoing = false

    @Flag(help: "Pass over the init script.")
    var noInit = false

    // For Scripts/install.
    @Flag(help: .hidden)
    var generateManual = false
  }

  /// What happens without a command's name.
  struct Explore: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explore", abstract: "Load paths, then prompt.", shouldDisplay: false)

    @OptionGroup var shared: Shared

    @Argument(help: "What to load.", completion: .file())
    var paths: [String] = []
  }

  /// `run SCRIPT`.
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run", abstract: "Run a saved script; '--help' after it lists its parameters.",
      usage: "causerie [<options>] run <script> [--<name> <value> …] [--load <path> …]",
      discussion: """
        What follows the script are its parameters, --load, and the options that causerie has \
        anyway; a value that looks like an option is written --name=value.
        """,
      // '--help' after a script is about the script.
      helpNames: [])

    @OptionGroup var shared: Shared

    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp("What to load before the script runs.", valueName: "path"),
      completion: .file())
    var load: [String] = []

    @Argument(
      parsing: .allUnrecognized,
      help: ArgumentHelp("The script, then values for its parameters.", valueName: "script"),
      completion: .file())
    var words: [String] = []
  }

  /// `check SCRIPT`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Check a script's names and types, without data.",
      usage: "causerie check <script>")

    @OptionGroup var shared: Shared

    // Optional, so that its absence is told in our words.
    @Argument(help: "The script.", completion: .file())
    var script: String?
  }
}
