/// A stage of the language as written: a table in, a table out.
public enum Stage: Sendable, Hashable {
  case `where`(Expression)
  case select([Column])
  case extend([Column])
  case drop([Name])
  case rename([Renaming])
  case sort([SortKey])
  case take(Amount)
  case skip(Amount)
  /// `sample 20 seed 7`; without a seed the environment gives one.
  case sample(Amount, seed: UInt64?)
  /// `first 3 per sender`; the count is 1 where none is written.
  case first(Amount, per: [Column])
  case last(Amount, per: [Column])
  /// `top 3 per sender by words`: the largest, or with `by -words` the smallest.
  case top(Amount, per: [Column], by: SortKey)
  /// No columns: all of them.
  case distinct([Column])
  case count(by: [Column], fill: Bool)
  case summarize([Column], by: [Column], fill: Bool)
  /// `pivot weekday, n`: the cells are the last numeric column unless named.
  case pivot(Name, cells: Expression?)
  /// `explode e = emoji`.
  case explode(Column)
  case context(before: Reach, after: Reach)
  case expect(Expression)

  /// How many rows: a number, or what a parameter of the script holds.
  public enum Amount: Sendable, Hashable {
    case rows(Int)
    case parameter(Name)
  }

  /// An item of a list of columns: `name = expression`, or the expression alone.
  public struct Column: Sendable, Hashable {
    /// The name it is given; nil where the expression names itself.
    public let name: Name?
    /// Its value.
    public let value: Expression

    /// A value, under a name of its own or not.
    public init(name: Name? = nil, _ value: Expression) {
      self.name = name
      self.value = value
    }
  }

  /// A new name for a column.
  public struct Renaming: Sendable, Hashable {
    /// The name it gets.
    public let new: Name
    /// The name it had.
    public let old: Name

    /// The column `old` under the name `new`.
    public init(new: Name, old: Name) {
      self.new = new
      self.old = old
    }
  }

  /// An expression to sort by.
  public struct SortKey: Sendable, Hashable {
    /// What is compared.
    public let value: Expression
    /// Whether a `-` before it turns the order round.
    public let descending: Bool

    /// A key and its direction.
    public init(_ value: Expression, descending: Bool = false) {
      self.value = value
      self.descending = descending
    }
  }

  /// How far `context` reaches.
  public enum Reach: Sendable, Hashable {
    case messages(Int)
    case time(SpanOfTime)
  }
}
