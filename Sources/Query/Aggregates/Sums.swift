import Diagnostics
import Model

/// Sums of whole numbers or seconds. An overflow is one of the sum in the order of the rows; where none
/// can be in any order, what is added up already is taken.
func wholeSums(_ rows: GroupedRows) throws(Diagnostic) -> PlainColumn<Int64> {
  guard !rows.sums.isExact else {
    let isEmpty = zip(rows.sums.known, rows.added).map { $0 == 0 && !$1 }
    return PlainColumn(rows.sums.totals, nulls: isEmpty.contains(true) ? isEmpty : nil)
  }
  var sums = Sums<Int64>(rows)
  var isLost = [Bool](repeating: false, count: rows.count)
  try rows.forEachBatch { (arguments, groups) throws(Diagnostic) in
    sums.add(arguments[0].asInts, groups) { group, sum, value in
      let (result, overflow) = sum.addingReportingOverflow(value)
      if overflow { isLost[group] = true }
      return result
    }
  }
  var result = sums.result
  if isLost.contains(true) {
    rows.notes.add(.overflow)
    result.nulls = zip(result.nulls ?? isLost, isLost).map { $0 || $1 }
  }
  return result
}

func floatSums(_ rows: GroupedRows) throws(Diagnostic) -> PlainColumn<Double> {
  var sums = Sums<Double>(rows)
  try rows.forEachBatch { (arguments, groups) throws(Diagnostic) in
    sums.add(arguments[0].asFloats, groups) { _, sum, value in sum + value }
  }
  return sums.result.finite { rows.notes.add(.overflow) }
}

/// A sum for each group.
private struct Sums<Number: Numeric & Sendable> {
  private var sums: [Number]
  /// Whether a group has no value, and so no sum.
  private var isEmpty: [Bool]

  init(_ rows: GroupedRows) {
    sums = [Number](repeating: 0, count: rows.count)
    // A group that `fill` added has the sum 0.
    isEmpty = rows.added.map { !$0 }
  }

  @inline(__always)
  mutating func add(
    _ column: PlainColumn<Number>, _ groups: ArraySlice<Int32>,
    _ plus: (Int, Number, Number) -> Number
  ) {
    for (row, group) in groups.enumerated() where column.nulls?[row] != true {
      let group = Int(group)
      sums[group] = plus(group, sums[group], column.values[row])
      isEmpty[group] = false
    }
  }

  var result: PlainColumn<Number> {
    PlainColumn(sums, nulls: isEmpty.contains(true) ? isEmpty : nil)
  }
}
