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

/// A percentile of each group, interpolated between the two values that it lies between; nil of no
/// values. An error at `span` where the percentage is none from 0 to 100.
func percentiles(
  _ rows: GroupedRows, at span: SourceSpan?, _ percentage: (GroupedRows) -> Double?
) throws(Diagnostic) -> [Double?] {
  guard let percent = percentage(rows), (0...100).contains(percent) else {
    throw Diagnostic("a percentage goes from 0 to 100", at: span)
  }
  let (members, bounds) = rows.groups.members
  let column = try rows.values(of: members).asFloats
  return (0..<rows.count).map { group in
    let values = (bounds[group]..<bounds[group + 1]).compactMap { column[$0] }.sorted()
    guard let last = values.last else { return nil }
    let place = percent / 100 * Double(values.count - 1)
    let lower = Int(place)
    guard lower + 1 < values.count else { return last }
    return values[lower] + (values[lower + 1] - values[lower]) * (place - Double(lower))
  }
}
