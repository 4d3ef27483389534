import Diagnostics
import Model

/// The values of a key once `fill` has added those that did not occur.
struct FilledKey {
  /// All values in their order, null last where it occurs.
  let values: Column
  /// The place among all of the value of each group.
  let codes: [Int32]

  /// Fills the distinct values of a key, of which `column` has one for each group. Nil where that would
  /// be more than `limit` values.
  init?(
    _ column: Column, domain: FillDomain, limit: Int, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    let key = try GroupKey(column, interrupt)
    let groups = try Groups(PlacedKeys([key], rows: column.count, interrupt), interrupt)
    let occurring = try key.values(groups.keyPlaces[0])
    let ids = try groups.ids(interrupt)
    let hasNull = occurring.nullRows?.last ?? false
    let numbers = occurring.numbers.prefix(occurring.count - (hasNull ? 1 : 0))
    let all: [Int64]
    switch (occurring, domain) {
    case (.category(let column), _) where column.categories.isOrdered:
      all = (0..<Int64(column.categories.values.count)).map(\.self)
    case (.int, .numbers(let range)): all = range.map(\.self)
    case (.period, _), (.datetime, .steps):
      var step: Int64 = 1
      if case .steps(let seconds) = domain { step = seconds }
      guard let steps = FilledKey.steps(numbers, by: step, limit) else { return nil }
      all = steps
    default:
      values = occurring
      codes = ids
      return
    }
    var placeOf: [Int64: Int32] = [:]
    try Checked.forEach(all.count, check: interrupt.check) { placeOf[all[$0]] = Int32($0) }
    let places = numbers.map { placeOf[$0] ?? 0 } + (hasNull ? [Int32(all.count)] : [])
    codes = try Checked.map(ids.count, check: interrupt.check) { places[Int(ids[$0])] }
    values = occurring.with(all, null: hasNull)
  }

  /// The numbers from the first to the last in steps.
  private static func steps(
    _ numbers: ArraySlice<Int64>, by step: Int64, _ limit: Int
  ) -> [Int64]? {
    guard let first = numbers.first, let last = numbers.last else { return [] }
    let (span, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow, span / step < Int64(limit) else { return nil }
    return stride(from: first, through: last, by: Int64.Stride(step)).map(\.self)
  }
}

extension Column {
  /// The numbers that tell its values apart: those of whole numbers and dates, the places of
  /// categories.
  fileprivate var numbers: [Int64] {
    if case .category(let column) = self { column.codes.map(Int64.init) } else { asInts.values }
  }

  /// A column of the same kind of other numbers, with a null at its end or not.
  fileprivate func with(_ numbers: [Int64], null: Bool) -> Column {
    if case .category(let column) = self {
      return .category(
        CategoryColumn(column.categories, codes: numbers.map(Int32.init) + (null ? [-1] : [])))
    }
    let isNull = null ? numbers.map { _ in false } + [true] : nil
    return ofSameKind(PlainColumn(numbers + (null ? [0] : []), nulls: isNull))
  }
}
