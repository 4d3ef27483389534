public import Output
public import Reading

/// What the user has set.
public struct Settings: Sendable, Hashable {
  /// Rows that a screen shows; nil for all.
  public var limit: Int? = 20

  /// Columns to fit tables into; nil for those of the terminal.
  public var width: Int?

  /// Whether to colour; nil to do so on a terminal that allows it.
  public var color: Bool?

  /// Whether what is taller than the screen goes to a program that shows it page by page.
  public var pager = false

  /// Whether each line says how long it took.
  public var timing = false

  /// The form of tables: a ``TableView/Form`` or the name of a ``Format``.
  public var output = "table"

  /// The silence that ends a conversation, in seconds.
  public var conversation: Int64 = 3 * 3_600

  /// What an archive may ask for at most.
  public var limits = ArchiveLimits()

  /// The settings as they are at the start.
  public init() {}

  /// A screen with what the user set about it.
  public func screen(_ screen: Screen) -> Screen {
    var changed = screen
    if screen.isTerminal {
      if let width { changed.columns = Swift.max(1, width) }
      if let color { changed.isColored = color }
    }
    return changed
  }
}
