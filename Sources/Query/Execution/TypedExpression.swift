import Diagnostics
import Model

/// A checked expression: what type it has, which columns it reads, and how to work it out.
struct TypedExpression: Sendable {
  /// The type of its values; nil for the literal `null`, which goes with every type.
  let type: ValueType?

  /// The expression as written.
  let source: Expression

  /// The columns that it reads; none makes it a constant.
  let columns: Set<String>

  /// Which of its values `fill` adds.
  var domain = FillDomain.occurring

  /// Where it is a part of each date of its only column: which part, and those parts as its values.
  var datePart: (part: DatePart, column: @Sendable (PlainColumn<Int64>) -> Column)?

  /// Where it is a condition on its only column, of dates, that holds from one second to another: the two,
  /// once parameters are known; nil where they are null.
  var moments: (@Sendable (RunContext) throws(Diagnostic) -> MomentRange?)?

  /// Readies it for a table: constants are worked out, patterns and sets built, once.
  let bind: @Sendable (RunContext) throws(Diagnostic) -> Evaluator

  /// Whether it has the same value for every row.
  var isConstant: Bool { columns.isEmpty }

  /// Where it stands.
  var span: SourceSpan { source.span }
}

/// Seconds from one to another, both of them; none where the last is less than the first.
struct MomentRange {
  var first = Int64.min
  var last = Int64.max

  /// Those that are of both.
  func intersected(with other: MomentRange) -> MomentRange {
    MomentRange(first: max(first, other.first), last: min(last, other.last))
  }
}

/// What an expression is readied for.
struct RunContext {
  let table: Table
  let environment: Environment
}

/// An expression ready to be worked out, batch by batch, on any thread.
enum Evaluator: Sendable {
  /// One value for every row: a column of one row.
  case constant(Column)
  /// The column of the table at a place.
  case column(Int)
  /// A value for each row of a batch, or one row that stands for all of them.
  case rows(@Sendable (Batch) throws(Diagnostic) -> Column)

  /// The values for a batch: one a row, or a single one for all rows.
  func values(for batch: Batch) throws(Diagnostic) -> Column {
    switch self {
    case .constant(let column): column
    case .column(let index): batch.column(at: index)
    case .rows(let evaluate): try evaluate(batch)
    }
  }

  /// The values for a batch, one a row.
  func column(for batch: Batch) throws(Diagnostic) -> Column {
    try values(for: batch).spread(over: batch.count)
  }
}

extension Column {
  /// The column itself, or its only row as often as there are rows to fill.
  func spread(over rows: Int) -> Column {
    count == rows ? self : gathered([Int32](repeating: 0, count: rows))
  }
}
