extension Invocation {
  /// Reads a command line of paths, lines and options without a value, as nearly all are; nil for any
  /// other, and for those that may mean a command.
  ///
  /// To read one with swift-argument-parser, Swift makes types and looks for their conformances while the
  /// program runs: a third of the time that it takes to start, carry out nothing and end.
  init?(plain arguments: [String]) {
    var paths: [String] = []
    var lines: [String] = []
    var read = Invocation(task: .explore(paths: [], lines: []))
    var rest = arguments.makeIterator()
    while let word = rest.next() {
      switch word {
      case "-c":
        // The library ends the options at `--`, also where it is a line.
        guard let line = rest.next(), line != "--" else { return nil }
        lines.append(line)
      case "-q", "--quiet": read.quiet = true
      case "--no-color": read.noColor = true
      case "--keep-going": read.keepGoing = true
      case "--no-init": read.noInit = true
      default:
        guard !word.hasPrefix("-"), !Invocation.commands.contains(word) else { return nil }
        paths.append(word)
      }
    }
    read.task = .explore(paths: paths, lines: lines)
    self = read
  }

  /// Words that decide what the others mean. Behind a path they are paths, which the library knows.
  private static let commands = ["check", "explore", "help", "run"]
}
