public import Diagnostics
public import Model

/// An expression as written, each part with its place in the statement.
///
/// Chains of `and` and `or` are flat lists, and the parser bounds the depth of everything else,
/// so that no input can make the tree deep enough to overflow a stack, not even when it is freed.
public struct Expression: Sendable, Hashable {
  /// What it is.
  public let kind: Kind
  /// Where it stands.
  public let span: SourceSpan

  /// An expression at a place.
  public init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  /// The forms of an expression.
  public indirect enum Kind: Sendable, Hashable {
    case literal(Literal)
    /// `$name`.
    case parameter(String)
    /// A name without brackets: a column, or a date function of the table's `date`.
    case name(String)
    case call(Name, [Expression])
    /// Two or more, none of them itself an `and`.
    case and([Expression])
    /// Two or more, none of them itself an `or`.
    case or([Expression])
    case not(Expression)
    case comparison(Expression, Comparison, Expression)
    case membership(Expression, negated: Bool, Collection)
    case between(Expression, negated: Bool, low: Expression, high: Expression)
    case isNull(Expression, negated: Bool)
    case arithmetic(Expression, Operator, Expression)
    case negative(Expression)
  }

  /// What stands between the two sides of a comparison.
  public struct Comparison: Sendable, Hashable {
    /// The relation.
    public let relation: Relation
    /// Whether it stands for the contrary (`not has`; `!=` and `!~` are relations of their own).
    public let negated: Bool
    /// Whether `exact` turns folding off (`==` is `= exact`).
    public let exact: Bool
    /// Where the operator stands.
    public let span: SourceSpan

    /// An operator at a place.
    public init(
      _ relation: Relation, negated: Bool = false, exact: Bool = false, at span: SourceSpan
    ) {
      self.relation = relation
      self.negated = negated
      self.exact = exact
      self.span = span
    }
  }

  /// The relations of the language; the raw value is how they are written.
  public enum Relation: String, Sendable, Hashable, CaseIterable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case matches = "~"
    case matchesNot = "!~"
    case has
    case contains
    case starts
    case ends
  }

  /// Arithmetic; the raw value is how it is written.
  public enum Operator: String, Sendable, Hashable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case remainder = "%"
  }

  /// What `in` looks into.
  public enum Collection: Sendable, Hashable {
    /// `(a, b, c..d)`, or one item without brackets.
    case items([Item])
    /// `members.name`: a column of a table, a `let` or a `read`.
    case column(table: Name, column: Name)
  }

  /// One item of a list after `in`: a value, or a range with both ends in it.
  public struct Item: Sendable, Hashable {
    /// The value, or the lower end.
    public let low: Expression
    /// The upper end; nil for a single value.
    public let high: Expression?

    /// A value, or a range from `low` to `high`.
    public init(_ low: Expression, to high: Expression? = nil) {
      self.low = low
      self.high = high
    }
  }
}

/// A name with its place.
public struct Name: Sendable, Hashable {
  /// The name, without the back quotes it may have been written in.
  public let text: String
  /// Where it stands.
  public let span: SourceSpan

  /// A name at a place.
  public init(_ text: String, at span: SourceSpan) {
    self.text = text
    self.span = span
  }
}

/// A value written in the text.
public enum Literal: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  case float(Double)
  case text(String)
  /// A whole period: `2025-02`, `2025-W08`, `17/02/2025`, `2025-02-17T16:14` (that minute).
  /// A bare `2025` is an ``int(_:)``; the checker makes it a year beside a date.
  case period(Period)
  /// `today`, `yesterday`, `now`, `newest`, `oldest`.
  case relativeDate(RelativeDate)
  case duration(SpanOfTime)

  /// A date that depends on the clock or on what is loaded.
  public enum RelativeDate: String, Sendable, Hashable, CaseIterable {
    case today
    case yesterday
    case now
    case newest
    case oldest
  }
}

/// A duration as written: `30d`, `15min`, `3mo`.
public struct SpanOfTime: Sendable, Hashable {
  /// How many of the unit.
  public let count: Int64
  /// The unit.
  public let unit: Unit

  /// A number of units.
  public init(_ count: Int64, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// The units; the raw value is how they are written.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    case second = "s"
    case minute = "min"
    case hour = "h"
    case day = "d"
    case week = "w"
    /// Only moves dates, clamped to the end of the month.
    case month = "mo"
    /// Only moves dates, clamped to the end of the month.
    case year = "y"
  }
}
