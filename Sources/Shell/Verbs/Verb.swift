import Diagnostics
public import Query

/// A verb of the shell: everything that running it, its help page, its completion and its tests
/// need. Adding one is a file beside this one and a line in ``all``.
public struct Verb: Sendable {
  /// Where in a line a verb may stand.
  public enum Role: String, Sendable, Hashable {
    /// Makes a table.
    case source
    /// A table in, a table out; first in a line it takes all messages.
    case stage
    /// Shows, draws or writes a table.
    case sink
    /// Alone on its line.
    case session
  }

  /// Its name.
  public let name: String

  /// Where it may stand.
  public let role: Role

  /// What one wants with it: the heading it stands under in `help`.
  public let purpose: Purpose

  /// One line on what it does.
  public let summary: String

  /// How it is written, a line a form.
  public let usage: [String]

  /// The help page's text, after summary and usage.
  public var details: String { writeDetails() }

  /// Made when it is read: tables in it are laid out, which costs more than starting does otherwise.
  private let writeDetails: @Sendable () -> String

  /// Its options.
  public let options: [Option]

  /// Whether words that look like options are the verb's own business, as those of a script are.
  let passesOptions: Bool

  /// Lines to try on the example archive; they run as tests.
  public let examples: [String]

  /// How its words are read.
  public let arguments: Grammar.Arguments

  /// What a word of it may be, for completion.
  public let completes: WordCompletion

  /// Whether a line of it belongs into a script of the session.
  let isSaved: Bool

  /// Whether a call with these words needs no table before it though the verb is a sink; nil for
  /// never.
  let readsItself: (@Sendable ([Word]) -> Bool)?

  /// Makes the step that carries a call out, or says what is wrong with it. Nothing happens before
  /// the step runs.
  let prepare: @Sendable (Arguments, Preparation) throws(Diagnostic) -> Step

  /// The headings of `help`, in order.
  public enum Purpose: String, Sendable, Hashable, CaseIterable {
    case find = "Find"
    case count = "Count"
    case check = "Check"
    case takeAway = "Take away"
    case session = "Session"
  }

  init(
    _ name: String, _ role: Role, for purpose: Purpose, summary: String, usage: [String],
    details: @escaping @autoclosure @Sendable () -> String = "", options: [Option] = [],
    passesOptions: Bool = false,
    examples: [String] = [],
    arguments: Grammar.Arguments = .words, completes: WordCompletion = .nothing,
    isSaved: Bool = true,
    readsItself: (@Sendable ([Word]) -> Bool)? = nil,
    prepare: @escaping @Sendable (Arguments, Preparation) throws(Diagnostic) -> Step
  ) {
    self.name = name
    self.role = role
    self.purpose = purpose
    self.summary = summary
    self.usage = usage
    writeDetails = details
    self.options = options
    self.passesOptions = passesOptions
    self.examples = examples
    self.arguments = arguments
    self.completes = completes
    self.isSaved = isSaved
    self.readsItself = readsItself
    self.prepare = prepare
  }

  /// Every verb of the shell, in the order help shows them.
  public static let all: [Verb] = [
    .grep, .read, .sql, .show, .stats, .plot, .export, .save, .load, .unload, .reload, .schema,
    .verify, .alias, .topic, .let, .forget, .set, .run, .explain, .history, .edit, .help, .quit,
  ]

  /// The verb with a name, nil where there is none.
  public static func named(_ name: String) -> Verb? {
    all.first { $0.name == name }
  }

  /// Verbs before a pipeline, which the parser reads itself.
  private static let prefixes: Set<String> = [Verb.let.name, Verb.explain.name]

  /// What the parser must know of the verbs.
  public static let grammar = Grammar(
    verbs: Dictionary(
      uniqueKeysWithValues: all.filter { !prefixes.contains($0.name) }.map {
        ($0.name, $0.arguments)
      }), settings: Set(Setting.all.map(\.name)))
}
