import Diagnostics
public import Model

/// A function of the rows of a group, for `summarize` and `expect`.
public struct Aggregate: Sendable {
  /// Its name.
  public let name: String
  /// How it is written: `percentile(x, p)`.
  public let signature: String
  /// The same without what may be left out: `count()`.
  var shortSignature: String { signature.contains("([") ? "\(name)()" : signature }
  /// One line on what it gives.
  public let summary: String
  /// Expressions over ``example`` with the value that they print; they run as tests.
  public let examples: [Function.Example]
  /// What it takes.
  let parameters: [Parameter]
  /// Makes the work for arguments that fit the parameters.
  let make: @Sendable ([TypedExpression]) throws(Diagnostic) -> Work

  /// What an aggregate gives, and how.
  struct Work: Sendable {
    let type: ValueType
    /// What each row of a batch, of so many rows, adds to the ``GroupedRows/sums`` of its group; nil for an
    /// aggregate that adds nothing up.
    let addend: Addend?
    /// Whether it is how many rows the group has.
    let countsRows: Bool
    /// A value for each group.
    let run: @Sendable (GroupedRows) throws(Diagnostic) -> Column

    typealias Addend = @Sendable (_ arguments: [Column]) -> PlainColumn<Int64>

    init(
      _ type: ValueType, adding addend: Addend? = nil, countsRows: Bool = false,
      _ run: @escaping @Sendable (GroupedRows) throws(Diagnostic) -> Column
    ) {
      self.type = type
      self.addend = addend
      self.countsRows = countsRows
      self.run = run
    }
  }

  init(
    _ name: String, _ parameters: [Parameter], _ summary: String,
    _ examples: [Function.Example],
    make: @escaping @Sendable ([TypedExpression]) throws(Diagnostic) -> Work
  ) {
    self.name = name
    self.summary = summary
    self.examples = examples
    self.parameters = parameters
    self.make = make
    signature = Parameter.signature(of: name, parameters)
  }

  /// Every aggregate, in the order in which help lists them.
  public static let all: [Aggregate] =
    countingAggregates + numericAggregates + spreadAggregates + rowAggregates

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The aggregate with a name, nil where there is none.
  static func named(_ name: String) -> Aggregate? { byName[name] }

  /// The table that the examples are about: `x` is 1, 2, 2, 5 and null, `t` is b, a, B, null, a.
  public static var example: Table {
    Table(
      name: "example", rowCount: 5,
      fields: [
        .init(
          "x", .int(PlainColumn([1, 2, 2, 5, 0], nulls: [false, false, false, false, true]))),
        .init("t", .text(TextColumn(["b", "a", "B", nil, "a"]))),
      ])
  }
}
