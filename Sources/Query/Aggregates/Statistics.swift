import Diagnostics
import Model

/// Counts, means and sums of squared distances from the mean, kept up value by value (Welford's
/// method), so that large numbers close together lose nothing.
struct Moments {
  private(set) var counts: [Double]
  private(set) var means: [Double]
  private(set) var squares: [Double]

  init(_ rows: GroupedRows) throws(Diagnostic) {
    var counts = [Double](repeating: 0, count: rows.count)
    var means = counts
    var squares = counts
    try rows.forEachBatch { (arguments, groups) throws(Diagnostic) in
      let column = arguments[0].asFloats
      for (row, group) in groups.enumerated() where column.nulls?[row] != true {
        let group = Int(group)
        counts[group] += 1
        let distance = column.values[row] - means[group]
        means[group] += distance / counts[group]
        squares[group] += distance * (column.values[row] - means[group])
      }
    }
    (self.counts, self.means, self.squares) = (counts, means, squares)
  }
}

/// The means of whole numbers or seconds, of sums that lose nothing, however large they are; nil of no
/// values.
func wholeMeans(_ rows: GroupedRows) throws(Diagnostic) -> [Double?] {
  var counts = [Int128](repeating: 0, count: rows.count)
  var sums = counts
  try rows.forEachBatch { (arguments, groups) throws(Diagnostic) in
    let column = arguments[0].asInts
    for (row, group) in groups.enumerated() where column.nulls?[row] != true {
      counts[Int(group)] &+= 1
      sums[Int(group)] &+= Int128(column.values[row])
    }
  }
  return zip(sums, counts).map { sum, count in
    guard count > 0 else { return nil }
    let (whole, rest) = sum.quotientAndRemainder(dividingBy: count)
    return Double(whole) + Double(rest) / Double(count)
  }
}

/// A percentile of each group, interpolated between the two values that it lies between; nil of no
/// values. An error at `span` where the percentage is none from 0 to 100.
func percentiles(
  _ rows: GroupedRows, at span: SourceSpan?, _ percentage: (GroupedRows) -> Double?
) throws(Diagnostic) -> [Double?] {
  guard let percent = percentage(rows), (0...100).contains(percent) else {
    throw Diagnostic("a percentage goes from 0 to 100", at: span)
  }
  let interrupt = rows.environment.interrupt
  let (members, bounds) = try rows.groups.members(interrupt)
  let column = try rows.values(of: members).asFloats
  var results: [Double?] = []
  results.reserveCapacity(rows.count)
  for group in 0..<rows.count {
    let values = try sortedValues(of: column, bounds[group]..<bounds[group + 1], interrupt)
    results.append(percentile(percent, of: values))
  }
  return results
}

/// The values of some rows that are not null, ascending.
private func sortedValues(
  of column: PlainColumn<Double>, _ rows: Range<Int>, _ interrupt: Interrupt
) throws(Diagnostic) -> [Double] {
  var values: [Double] = []
  try Checked.forEach(rows.count, check: interrupt.check) { place in
    if let value = column[rows.lowerBound + place] { values.append(value) }
  }
  guard values.count > 1 << 16 else { return values.sorted() }
  // What is sorted at once cannot be interrupted.
  let keys = try SortKeys(.float(PlainColumn(values)), interrupt)
  let order = try RowOrder.rows(count: values.count, by: [keys], interrupt)
  return try Checked.map(order.count, check: interrupt.check) { values[Int(order[$0])] }
}

/// A percentile of ascending values; nil of none.
private func percentile(_ percent: Double, of values: [Double]) -> Double? {
  guard let last = values.last else { return nil }
  let place = percent / 100 * Double(values.count - 1)
  let lower = Int(place)
  guard lower + 1 < values.count else { return last }
  return values[lower] + (values[lower + 1] - values[lower]) * (place - Double(lower))
}
