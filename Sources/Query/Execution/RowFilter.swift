import Diagnostics
import Model
import Synchronization

/// The rows of a table for which conditions hold, that `and` joins: they are asked one after the other,
/// each of the rows that are left.
struct RowFilter: Sendable {
  private let table: Table
  private let tests: [RowTest]
  private let interrupt: Interrupt

  /// Readies conditions for a table; their type is bool.
  init(
    _ conditions: [TypedExpression], of table: Table, in environment: Environment
  ) throws(Diagnostic) {
    self.table = table
    interrupt = environment.interrupt
    var tests: [RowTest] = []
    for condition in conditions {
      tests.append(try RowTest(condition, of: table, in: environment))
    }
    self.tests = tests
  }

  /// The rows for which all hold, ascending.
  func rows() throws(Diagnostic) -> [Int32] {
    let stretch = Workers.stretch(of: table.rowCount)
    let stretches = (table.rowCount + stretch - 1) / stretch
    let parts = Mutex([[Int32]](repeating: [], count: stretches))
    try Workers.share(stretches, interrupt) { number throws(Diagnostic) in
      let first = number * stretch
      let rows = try rows(of: first..<Swift.min(first + stretch, table.rowCount))
      parts.withLock { $0[number] = rows }
    }
    let all = parts.withLock(\.self)
    return all.count == 1 ? all[0] : try joined(all, interrupt.check)
  }

  private func rows(of stretch: Range<Int>) throws(Diagnostic) -> [Int32] {
    var all: [Int32] = []
    for first in stride(from: stretch.lowerBound, to: stretch.upperBound, by: Batch.size) {
      try interrupt.check()
      var left = Rows.range(first..<Swift.min(first + Batch.size, stretch.upperBound))
      var batch: Batch?
      for test in tests where left.count > 0 {
        let kept = try test.holding(among: left, of: table, &batch)
        if kept.count < left.count { batch = nil }
        left = kept
      }
      switch left {
      case .range(let range):
        all.append(contentsOf: Int32(range.lowerBound)..<Int32(range.upperBound))
      case .list(let list): all.append(contentsOf: list)
      }
    }
    return all
  }
}

/// A condition, in the cheapest form that there is for it.
private enum RowTest: Sendable {
  /// Whether the date of a row lies between two others.
  case moments(PlainColumn<Int64>, first: Int64, last: Int64)
  /// What holds for each entry of a dictionary, before them for null, and the code of each row.
  case entries([Bool], codes: [Int32])
  /// Anything else is worked out for a batch.
  case values(Evaluator)

  init(
    _ condition: TypedExpression, of table: Table, in environment: Environment
  ) throws(Diagnostic) {
    let context = RunContext(table: table, environment: environment)
    if condition.columns.count == 1, table.isContiguous,
      let index = condition.columns.first.flatMap(table.index(of:)), table.fields[index].isStored
    {
      let column = table.column(at: index)
      if case .datetime(let dates) = column, let moments = try condition.moments?(context) {
        self = .moments(dates, first: moments.first, last: moments.last)
        return
      }
      if case .category(let names) = column, names.categories.values.count < table.rowCount {
        self = .entries(
          try RowTest.holds(condition, table.fields[index].name, names.categories, environment),
          codes: names.codes)
        return
      }
    }
    self = .values(try condition.bind(context))
  }

  /// Whether a condition on one column holds for null and for each entry of a dictionary.
  private static func holds(
    _ condition: TypedExpression, _ column: String, _ categories: Categories,
    _ environment: Environment
  ) throws(Diagnostic) -> [Bool] {
    let count = categories.values.count
    let entries = CategoryColumn(categories, codes: (-1..<Int32(count)).map(\.self))
    let table = Table(
      name: "", rowCount: count + 1, fields: [Table.Field(column, .category(entries))])
    return try condition.column(over: table, in: environment).truths
  }

  /// The places where something holds, ascending.
  private static func places(of holds: [Bool]) -> [Int32] {
    var places = [Int32](repeating: 0, count: holds.count + 1)
    var end = 0
    let words = holds.count / 8
    let bytes = unsafe holds.span.bytes
    for word in 0...words {
      // Mostly it holds for few: eight for which it does not are passed over at once.
      let isWhole = word < words
      if isWhole, unsafe bytes.unsafeLoadUnaligned(fromByteOffset: word * 8, as: UInt64.self) == 0 {
        continue
      }
      for place in (word * 8)..<(isWhole ? word * 8 + 8 : holds.count) {
        places[end] = Int32(truncatingIfNeeded: place)
        end += holds[place] ? 1 : 0
      }
    }
    places.removeLast(places.count - end)
    return places
  }

  /// The rows for which it holds among some that a batch has, or had; `batch` is the one of just these
  /// rows, where there is one.
  func holding(
    among rows: Rows, of table: Table, _ batch: inout Batch?
  ) throws(Diagnostic) -> Rows {
    switch self {
    case .moments(let dates, let first, let last):
      if case .range(let range) = rows, let bounds = dates.stretches?[range.lowerBound / Batch.size]
      {
        if bounds.least >= first, bounds.greatest <= last { return rows }
        if bounds.least > last || bounds.greatest < first { return .list([]) }
      }
      let nulls = dates.nulls
      return rows.filtered { row in
        first <= dates.values[row] && dates.values[row] <= last && nulls?[row] != true
      }
    case .entries(let holds, let codes):
      return rows.filtered { holds[Int(codes[$0]) + 1] }
    case .values(let evaluator):
      let current = batch ?? Batch(table, rows: rows)
      batch = current
      let holds = try evaluator.values(for: current).truths
      guard holds.count == rows.count else { return holds[0] ? rows : .list([]) }
      let places = RowTest.places(of: holds)
      return places.count == rows.count ? rows : rows.selecting(.list(places))
    }
  }
}

extension Rows {
  /// Those of the selected rows for which a test holds.
  @inline(__always)
  fileprivate func filtered(_ holds: (Int) -> Bool) -> Rows {
    // Without a branch, which would be foreseen badly.
    var kept = [Int32](repeating: 0, count: count + 1)
    var end = 0
    switch self {
    case .range(let range):
      for row in range {
        kept[end] = Int32(truncatingIfNeeded: row)
        end += holds(row) ? 1 : 0
      }
    case .list(let list):
      for row in list {
        kept[end] = row
        end += holds(Int(row)) ? 1 : 0
      }
    }
    if end == count { return self }
    kept.removeLast(kept.count - end)
    return .list(kept)
  }
}
