/// What the parser must be told of the verbs that are not the language's own.
///
/// Query knows its stages; only Shell knows which other verbs there are. `let` and `explain` are
/// the parser's own.
public struct Grammar: Sendable {
  /// How the arguments of a word verb are read.
  public enum Arguments: Sendable {
    /// Words: blanks separate, quotes group.
    case words
    /// Words, of which `/…/` is a regular expression (`grep`).
    case patterns
    /// Words that are paths: `\ ` is a blank inside a word, as a terminal drags a path in.
    case paths
    /// The rest of the call as one bare word, as written (`sql`).
    case raw
  }

  /// Each word verb with the way its arguments are read.
  public let verbs: [String: Arguments]

  /// A grammar of the language's stages and these word verbs.
  public init(verbs: [String: Arguments]) {
    self.verbs = verbs
  }
}
