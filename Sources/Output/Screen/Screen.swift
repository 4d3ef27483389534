/// What an answer is written for: a terminal of some size, or a file or pipe.
public struct Screen: Sendable, Hashable {
  /// Columns, at least 1; meaningless where it is no terminal.
  public var columns: Int

  /// Lines; nil where it is no terminal.
  public var lines: Int?

  /// Whether a person looks at it: only then is anything cut, wrapped or made visible.
  public var isTerminal: Bool

  /// Whether to colour.
  public var isColored: Bool

  /// Whether a row can be erased and written anew, which a terminal of no known kind cannot.
  public var canRewrite: Bool

  /// Whether lines, blocks and dots may be drawn with characters beyond ASCII.
  public var drawsUnicode = true

  /// A terminal of a size.
  public static func terminal(
    columns: Int, lines: Int, colored: Bool, rewritable: Bool = false
  ) -> Screen {
    Screen(
      columns: Swift.max(1, columns), lines: lines, isTerminal: true, isColored: colored,
      canRewrite: rewritable)
  }

  /// A file or a pipe: nothing is cut and nothing is coloured.
  public static let plain = Screen(
    columns: 80, lines: nil, isTerminal: false, isColored: false, canRewrite: false)
}
