import Diagnostics
import Model

/// A key of groups: the place of each row, and what a place stands for. Texts that differ in a byte are
/// distinct.
struct GroupKey: Sendable {
  let places: any KeyPlaces
  /// The places of values in their order; empty where that is the order of the places.
  let order: [Int32]
  /// The values at places.
  let values: @Sendable ([Int32]) throws(Diagnostic) -> Column

  /// Places that an array is made for at most.
  static func longest(_ rows: Int) -> Int {
    Swift.max(1 << 16, Swift.min(2 * rows, Int(Int32.max)))
  }

  init(
    _ places: any KeyPlaces, order: [Int32] = [],
    values: @escaping @Sendable ([Int32]) throws(Diagnostic) -> Column
  ) {
    self.places = places
    self.order = order
    self.values = values
  }

  /// The values of an expression for the rows of a table. A part of dates that are there is not worked out
  /// for all rows beforehand.
  init(
    _ expression: TypedExpression, of table: Table, in environment: Environment
  ) throws(Diagnostic) {
    let interrupt = environment.interrupt
    if let (part, column) = expression.datePart,
      let index = expression.columns.first.flatMap(table.index(of:)), table.fields[index].isStored
    {
      let dates = try table.column(at: index, interrupt).asInts
      let values = try GroupKey.values(of: part, dates, interrupt)
      let least = values.lowerBound
      let (span, overflow) = values.upperBound.subtractingReportingOverflow(least)
      if !overflow, span < GroupKey.longest(table.rowCount) {
        self.init(DatePlaces(dates: dates, part: part, least: least, span: Int(span) + 2)) {
          column(PlainColumn($0, from: least))
        }
        return
      }
    }
    try self.init(expression.column(over: table, in: environment), interrupt)
  }

  /// Values between which those of a part of dates lie.
  private static func values(
    of part: DatePart, _ dates: PlainColumn<Int64>, _ interrupt: Interrupt
  ) throws(Diagnostic) -> ClosedRange<Int64> {
    if let values = part.values { return values }
    return try dates.extremes(interrupt).map(part.values(between:)) ?? 0...0
  }

  /// The values of a column.
  init(_ column: Column, _ interrupt: Interrupt) throws(Diagnostic) {
    switch column {
    case .int(let numbers), .datetime(let numbers), .period(_, let numbers),
      .duration(let numbers):
      try self.init(numbers, of: column, interrupt)
    case .bool(let flags):
      let codes = (0..<flags.count).map { row -> Int32 in flags[row].map { $0 ? 1 : 0 } ?? -1 }
      self.init(EntryPlaces(codes, entries: 2)) { places in
        .bool(PlainColumn(places.map { $0 == 0 ? nil : $0 == 2 }, filler: false))
      }
    case .category(let column):
      let categories = column.categories
      self.init(
        EntryPlaces(column.codes, entries: categories.values.count),
        order: try GroupKey.order(
          by: TextOrder.ranks(of: categories, check: interrupt.check), interrupt)
      ) { .category(CategoryColumn(categories, codes: $0.map { $0 - 1 })) }
    case .text(let texts):
      let interned = try InternedTexts(texts, interrupt)
      let distinct = try texts.gathered(interned.firstRows, check: interrupt.check)
      let ranks = try TextOrder.ranks(of: distinct, check: interrupt.check)
      self.init(
        codes: interned.codes, of: .text(distinct),
        order: try GroupKey.order(by: ranks, interrupt), interrupt)
    case .float(let numbers):
      // Order and equality are those of the sort keys.
      let keys = try SortKeys(column, interrupt).codes
      let codes = try Checked.map(keys.count, check: interrupt.check) {
        Int64(bitPattern: keys[$0] ^ (1 << 63))
      }
      try self.init(sparse: PlainColumn(codes, nulls: numbers.nulls), of: column, interrupt)
    case .list(let lists):
      let texts = try TextColumn(joining: lists, interrupt.check)
      let interned = try InternedTexts(texts, interrupt)
      let distinct = try texts.gathered(interned.firstRows, check: interrupt.check)
      let ranks = try TextOrder.ranks(of: distinct, check: interrupt.check)
      self.init(
        codes: interned.codes,
        of: try column.gathered(interned.firstRows, check: interrupt.check),
        order: try GroupKey.order(by: ranks, interrupt), interrupt)
    }
  }

  /// Numbers of rows from 0 to below a count.
  init(numbers: [Int32], below count: Int) {
    self.init(EntryPlaces(numbers, entries: count)) { places in
      .int(PlainColumn(places.map { Int64($0) - 1 }))
    }
  }

  /// Codes of the rows of a column of distinct values; -1 for null.
  private init(codes: [Int32], of distinct: Column, order: [Int32], _ interrupt: Interrupt) {
    self.init(EntryPlaces(codes, entries: distinct.count), order: order) {
      places throws(Diagnostic) in
      try distinct.gatheredOrNull(places.map { $0 - 1 }, check: interrupt.check)
    }
  }

  private init(
    _ numbers: PlainColumn<Int64>, of column: Column, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    let extremes = try numbers.extremes(interrupt) ?? 0...0
    let least = extremes.lowerBound
    let (span, overflow) = extremes.upperBound.subtractingReportingOverflow(least)
    guard !overflow, span < GroupKey.longest(numbers.count) else {
      try self.init(sparse: numbers, of: column, interrupt)
      return
    }
    self.init(NumberPlaces(numbers: numbers, least: least, span: Int(span) + 2)) {
      column.ofSameKind(PlainColumn($0, from: least))
    }
  }

  /// Numbers far apart, by which the rows of a column are told apart: the distinct ones are found by
  /// hashing and then sorted.
  private init(
    sparse numbers: PlainColumn<Int64>, of column: Column, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    let distinct = try DistinctNumbers(numbers, interrupt)
    self.init(
      codes: distinct.codes,
      of: try column.gathered(distinct.firstRows, check: interrupt.check), order: distinct.order,
      interrupt)
  }

  /// The places of entries by their ranks, null last.
  private static func order(
    by ranks: [Int32], _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int32] {
    let keys = try SortKeys(.int(PlainColumn(ranks.map(Int64.init))), interrupt)
    return try RowOrder.rows(count: ranks.count, by: [keys], interrupt).map { $0 + 1 } + [0]
  }
}
