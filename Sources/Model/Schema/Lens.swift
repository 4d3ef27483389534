/// What a session's settings add to the corpus when columns are derived.
public struct Lens: Sendable {
  /// A silence in a transcript after which a new conversation begins, in seconds.
  public var silence: Int64
  /// The named topics.
  public var topics: [Topic]

  /// Whether the user has asked to stop; stays so until the line has ended.
  ///
  /// What needs a pass over all messages asks it every few milliseconds, and gives up: a table then
  /// has no rows, and a column nothing but nulls. Neither is kept; whoever has asked for them asks
  /// the same question before using them.
  public var isInterrupted: @Sendable () -> Bool

  /// A named pattern.
  public struct Topic: Sendable {
    /// Its name.
    public let name: String
    /// The pattern as the user wrote it.
    public let pattern: String
    /// For each row of a column whether its text matches; null does not.
    public let select: @Sendable (TextColumn) -> [Bool]

    /// A topic with the test that its pattern stands for.
    public init(
      name: String, pattern: String, select: @escaping @Sendable (TextColumn) -> [Bool]
    ) {
      self.name = name
      self.pattern = pattern
      self.select = select
    }
  }

  /// Settings as they are at the start: three hours, and these topics.
  public init(
    silence: Int64 = 3 * 3_600, topics: [Topic] = [],
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.silence = silence
    self.topics = topics
    self.isInterrupted = isInterrupted
  }

  /// Ends a derivation where the user has asked to stop.
  func check() throws(Interrupted) {
    if isInterrupted() { throw Interrupted() }
  }
}
