/// The values of one column, of one type.
public enum Column: Sendable {
  /// Text of which most values differ.
  case text(TextColumn)
  /// Text of which few values differ.
  case category(CategoryColumn)
  case int(PlainColumn<Int64>)
  case float(PlainColumn<Double>)
  case bool(PlainColumn<Bool>)
  /// Seconds since 1970-01-01 00:00.
  case datetime(PlainColumn<Int64>)
  /// ``Period/ordinal`` of periods of one unit.
  case period(Period.Unit, PlainColumn<Int64>)
  /// Seconds.
  case duration(PlainColumn<Int64>)
  case list(ListColumn)

  /// A column of one row; a null is one of `type`, or of any type where that is nil.
  public init(_ value: Value, _ type: ValueType?) {
    switch value {
    case .null: self = .nulls(type, count: 1)
    case .text(let text): self = .text(TextColumn([text]))
    case .int(let number): self = .int(PlainColumn([number]))
    case .float(let number): self = .float(PlainColumn([number]))
    case .bool(let flag): self = .bool(PlainColumn([flag]))
    case .datetime(let moment): self = .datetime(PlainColumn([moment.seconds]))
    case .period(let period): self = .period(period.unit, PlainColumn([period.ordinal]))
    case .duration(let seconds): self = .duration(PlainColumn([seconds]))
    case .list(let items): self = .list(ListColumn([items]))
    }
  }

  /// The type of its values.
  public var type: ValueType {
    switch self {
    case .text, .category: .text
    case .int: .int
    case .float: .float
    case .bool: .bool
    case .datetime: .datetime
    case .period(let unit, _): .period(unit)
    case .duration: .duration
    case .list: .list
    }
  }

  /// How many rows there are.
  public var count: Int {
    switch self {
    case .text(let column): column.count
    case .category(let column): column.count
    case .int(let column), .datetime(let column), .period(_, let column), .duration(let column):
      column.count
    case .float(let column): column.count
    case .bool(let column): column.count
    case .list(let column): column.count
    }
  }

  /// The value of a row. For answers and tests: a loop over many rows takes the column apart first.
  public subscript(row: Int) -> Value {
    switch self {
    case .text(let column): column[row].map(Value.text) ?? .null
    case .category(let column): column[row].map(Value.text) ?? .null
    case .int(let column): column[row].map(Value.int) ?? .null
    case .float(let column): column[row].map(Value.float) ?? .null
    case .bool(let column): column[row].map(Value.bool) ?? .null
    case .datetime(let column): column[row].map { .datetime(Moment(seconds: $0)) } ?? .null
    case .period(let unit, let column):
      column[row].map { .period(Period(unit, ordinal: $0)) } ?? .null
    case .duration(let column): column[row].map(Value.duration) ?? .null
    case .list(let column): .list(column[row])
    }
  }

  /// The given rows, in their order.
  public func gathered(_ rows: [Int32]) -> Column {
    gathered(rows) {}
  }

  /// The same; `check` is called every few milliseconds, and what it throws ends the work.
  public func gathered<Stop: Error>(
    _ rows: [Int32], check: () throws(Stop) -> Void
  ) throws(Stop) -> Column {
    switch self {
    case .text(let column): .text(try column.gathered(rows, check: check))
    case .category(let column): .category(try column.gathered(rows, check: check))
    case .int(let column): .int(try column.gathered(rows, check: check))
    case .float(let column): .float(try column.gathered(rows, check: check))
    case .bool(let column): .bool(try column.gathered(rows, check: check))
    case .datetime(let column): .datetime(try column.gathered(rows, check: check))
    case .period(let unit, let column): .period(unit, try column.gathered(rows, check: check))
    case .duration(let column): .duration(try column.gathered(rows, check: check))
    case .list(let column): .list(try column.gathered(rows, check: check))
    }
  }

  /// A range of rows.
  public func slice(_ rows: Range<Int>) -> Column {
    switch self {
    case .text(let column): .text(column.slice(rows))
    case .category(let column): .category(column.slice(rows))
    case .int(let column): .int(column.slice(rows))
    case .float(let column): .float(column.slice(rows))
    case .bool(let column): .bool(column.slice(rows))
    case .datetime(let column): .datetime(column.slice(rows))
    case .period(let unit, let column): .period(unit, column.slice(rows))
    case .duration(let column): .duration(column.slice(rows))
    case .list(let column): .list(column.slice(rows))
    }
  }

  /// The rows of a selection, in its order.
  public func gathered(_ rows: Rows) -> Column {
    gathered(rows) {}
  }

  /// The same; `check` is called every few milliseconds, and what it throws ends the work.
  public func gathered<Stop: Error>(
    _ rows: Rows, check: () throws(Stop) -> Void
  ) throws(Stop) -> Column {
    switch rows {
    case .range(let range): range == 0..<count ? self : slice(range)
    case .list(let list): try gathered(list, check: check)
    }
  }
}
