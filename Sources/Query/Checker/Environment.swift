public import Diagnostics
public import Model

/// What a question needs of the world beside the table it is asked of.
public struct Environment: Sendable {
  /// The wall clock: what `now`, `today` and `yesterday` mean.
  public var now: Moment

  /// What is loaded: `context` looks there for the messages around a row.
  public private(set) var corpus = Corpus()

  /// The earliest moment of a message that is loaded; nil where none has a date.
  public private(set) var oldest: Moment?

  /// The latest, those after ``now``’s day left out; nil where none has a date.
  public private(set) var newest: Moment?

  /// What `sample` draws from where the query names no seed.
  public var seed: UInt64

  /// The declared parameters, by name without `$`.
  public var parameters: [String: Parameter] = [:]

  /// The tables that `x in NAME.COLUMN` may name.
  public var tables: Tables = .none

  /// Asked at least once a batch.
  public var interrupt: Interrupt = .never

  /// Where remarks about the answer go.
  public internal(set) var notes = Notes()

  /// A world of this time and nothing loaded.
  public init(now: Moment, seed: UInt64 = 0) {
    self.now = now
    self.seed = seed
  }

  /// Looks at another corpus.
  public mutating func load(_ corpus: Corpus) {
    self.corpus = corpus
    let end = Period(.day, holding: now).end
    let period = corpus.period(before: end)
    oldest = period?.lowerBound
    newest = period?.upperBound
  }

  /// A parameter of a script.
  public struct Parameter: Sendable, Hashable {
    /// Its declared type.
    public let type: ParameterType
    /// Its value: text, a number, a date or a period, or a list; nil while a script is only checked.
    public let value: Value?

    /// A parameter with its value, where there is one already.
    public init(_ type: ParameterType, value: Value?) {
      self.type = type
      self.value = value
    }
  }

  /// Access to other tables by name.
  public struct Tables: Sendable {
    /// The names there are, for suggestions.
    public let names: @Sendable () -> [String]
    /// The columns of the table with a name; nil where there is none.
    public let schema: @Sendable (String) throws(Diagnostic) -> Schema?
    /// The table with a name; nil where there is none.
    public let table: @Sendable (String) throws(Diagnostic) -> Table?

    /// Tables found by closures.
    public init(
      names: @escaping @Sendable () -> [String],
      schema: @escaping @Sendable (String) throws(Diagnostic) -> Schema?,
      table: @escaping @Sendable (String) throws(Diagnostic) -> Table?
    ) {
      self.names = names
      self.schema = schema
      self.table = table
    }

    /// No tables.
    public static let none = Tables(names: { [] }, schema: { _ in nil }, table: { _ in nil })
  }
}
