/// What libedit is to be given before what is typed: keys, and actions that are no keys.
///
/// For an action libedit gets ``actionKey``, and the command bound to that key takes the action
/// out and carries it out.
struct KeyQueue {
  /// Something to do.
  enum Action: Equatable {
    /// Put in a character that libedit would draw wrongly.
    case insert(Unicode.Scalar)
    /// Take a key as part of a search in the history.
    case search(Unicode.Scalar)
    /// Show lines under this one, then go on with the cursor so many scalars before the end.
    case show([String], beforeEnd: Int)
    /// Show that the line is dropped.
    case abandon
  }

  /// A control character that no keyboard sends.
  static let actionKey: Unicode.Scalar = "\u{80}"

  /// How often the key of an action is given to libedit before the action is let go: commands of
  /// its own that read keys themselves do not know what that key is for.
  private static let patience = 3

  private enum Item {
    case action(Action)
    case key(Unicode.Scalar)
  }

  private var items: [Item] = []
  private var offers = 0

  /// Adds an action at the end.
  mutating func append(_ action: Action) {
    items.append(.action(action))
  }

  /// Adds a key at the end.
  mutating func append(_ key: Unicode.Scalar) {
    items.append(.key(key))
  }

  /// The next key for libedit; nil where nothing waits.
  mutating func next() -> Unicode.Scalar? {
    if case .action = items.first, offers == Self.patience { _ = takeAction() }
    switch items.first {
    case .key(let key):
      items.removeFirst()
      return key
    case .action:
      offers += 1
      return Self.actionKey
    case nil: return nil
    }
  }

  /// Takes out the action whose turn it is; nil where the key came from elsewhere.
  mutating func takeAction() -> Action? {
    guard case .action(let action) = items.first else { return nil }
    items.removeFirst()
    offers = 0
    return action
  }
}
