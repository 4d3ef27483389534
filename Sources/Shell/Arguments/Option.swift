/// An option of a word verb: how it is written, and a line for its help page.
public struct Option: Sendable, Hashable {
  /// How it is written: `-C`, `--format`.
  public let name: String

  /// What its value is called in help; nil for an option without one.
  public let value: String?

  /// One line on what it does.
  public let summary: String

  /// What its value may be, for completion.
  public let completes: WordCompletion

  /// The formats of `export` that have a use for it; empty where all have, and for other verbs.
  let formats: [String]

  /// An option, with a value or without.
  public init(
    _ name: String, value: String? = nil, _ summary: String, completes: WordCompletion = .nothing,
    formats: [String] = []
  ) {
    self.name = name
    self.value = value
    self.summary = summary
    self.completes = completes
    self.formats = formats
  }

  /// As a help page shows it: `-C N`, `--format F`.
  public var usage: String {
    name + (value.map { " \($0)" } ?? "")
  }
}
