/// A line at the bottom of a terminal that says how far a piece of work is: it is written over in place,
/// and gone before anything else is said.
public struct StatusLine {
  private let sink: Sink
  private let dots: String
  private var isShown = false

  /// Columns that a text may take. What a terminal echoes of Ctrl-C has to find room behind it: a line
  /// that runs into the next row cannot be erased whole.
  public let columns: Int

  /// A line on a screen; nil where none can be written over.
  public init?(_ sink: Sink, _ screen: Screen) {
    guard screen.isTerminal, screen.canRewrite, screen.columns > StatusLine.echo else { return nil }
    self.sink = sink
    dots = Glyphs.of(screen).dots
    columns = screen.columns - StatusLine.echo
  }

  /// The columns of `^C` and of the cursor behind it.
  private static let echo = 3

  /// Puts a text in the place of what the line says, cut where it is too long.
  public mutating func show(_ text: String) {
    isShown = true
    // Nobody is left to tell where it cannot be written.
    let shown = CutText(text, to: columns, dots: dots, matches: [], ink: Ink(.plain)).text
    try? sink.write("\r" + shown + StatusLine.eraseRest)
  }

  /// Takes it away.
  public mutating func erase() {
    guard isShown else { return }
    isShown = false
    try? sink.write("\r" + StatusLine.eraseRest)
  }

  /// EL of ECMA-48: erases from the cursor to the end of the row.
  private static let eraseRest = "\u{1B}[K"
}
