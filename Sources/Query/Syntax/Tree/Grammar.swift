/// What the parser must be told of the verbs that are not the language's own.
///
/// Query knows its stages; only Shell knows which other verbs there are. `let`, `explain` and
/// `param` are the parser's own.
public struct Grammar: Sendable {
  /// How the arguments of a word verb are read.
  public enum Arguments: Sendable {
    /// Words: blanks separate, quotes group.
    case words
    /// Words, of which `/…/` is a regular expression (`grep`).
    case patterns
    /// Words that are paths: `\ ` is a blank inside a word, as a terminal drags a path in.
    case paths
    /// The rest of the call as one quoted word, whether it was written between quotes or not
    /// (`sql`).
    case raw
  }

  /// Each word verb with the way its arguments are read.
  public let verbs: [String: Arguments]

  /// Options after which a verb that takes patterns has a path, as `-f` of `grep`.
  public let pathOptions: Set<String>

  /// The names of settings, for whoever writes `limit = 50`.
  public let settings: Set<String>

  /// A grammar of the language's stages and these word verbs.
  public init(
    verbs: [String: Arguments], pathOptions: Set<String> = ["-f"], settings: Set<String> = []
  ) {
    self.verbs = verbs
    self.pathOptions = pathOptions
    self.settings = settings
  }

  /// Whether a name is that of a verb: of the shell, of the language, or a stage.
  public func isVerb(_ name: String) -> Bool {
    verbs[name] != nil || StageSyntax.named(name) != nil || Grammar.ownVerbs.contains(name)
  }

  /// The verbs that the parser reads itself.
  static let ownVerbs = ["let", "explain", "param"]
}
