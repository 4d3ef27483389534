import Model

/// Values counted in bins whose bounds are round.
///
/// Bins are of equal width, that of Freedman and Diaconis: twice the range of the middle half of the
/// values divided by the cube root of how many there are, made round; where the middle half is one
/// value, that of Sturges, the range divided by 1 + log₂ of how many there are. Where few values lie far
/// beyond the others, a last bin takes all of them. Where most values would still fall into one bin, as
/// lengths of silence do, bins grow instead.
struct Bins: Sendable {
  /// The lower bounds, and the upper one of the last bin where it has one.
  let bounds: [Double]
  /// How many values each holds.
  let counts: [Int]
  /// Whether the last bin takes everything from its lower bound on.
  var isOpen: Bool { bounds.count == counts.count }
  /// The rule that gave the width.
  let rule: String
  /// How wide a bin is, in words; nil where they are not of equal width.
  let width: String?

  private static let most = 24
  /// Values that quartiles are looked for among.
  private static let sample = 100_000

  /// Bins of one value or more, none of them NaN.
  init(_ values: [Double], _ measure: Measure) {
    let equal = Bins(equal: values, measure)
    let fullest = equal.counts.max() ?? 0
    if fullest > values.count / 4 * 3, equal.counts.count > 4,
      let bounds = Bins.growing(from: values.min() ?? 0, to: values.max() ?? 0, measure)
    {
      self.init(values, bounds: bounds, rule: "most rows would fall into one of equal width", nil)
    } else {
      self = equal
    }
  }

  private init(equal values: [Double], _ measure: Measure) {
    let every = Swift.max(1, values.count / Bins.sample)
    let sorted = stride(from: 0, to: values.count, by: every).map { values[$0] }.sorted()
    let least = values.min() ?? 0
    let largest = values.max() ?? 0
    let middle = sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]
    let wanted =
      middle > 0
      ? 2 * middle / Bins.cubeRoot(Double(values.count))
      : (largest - least) / Double(1 + Bins.logarithm(values.count))
    // Beyond this lies one in fifty.
    let far = sorted[Swift.min(sorted.count - 1, sorted.count * 49 / 50)]
    let isLong = far - least > wanted && largest - least > 2 * (far - least)
    let end = isLong ? far : largest
    // The next longer round step of this is the nearest one, by ratio.
    let step = Swift.max(wanted / 2.0.squareRoot(), (end - least) / Double(Bins.most))
    var (bounds, width) = Bins.bounds(from: least, to: end, step: step, measure)
    if isLong { bounds.removeLast() }
    let rule = middle > 0 ? "Freedman–Diaconis" : "Sturges"
    self.init(values, bounds: bounds, isOpen: isLong, rule: rule, width)
  }

  private init(
    _ values: [Double], bounds: [Double], isOpen: Bool = false, rule: String, _ width: String?
  ) {
    var counts = [Int](repeating: 0, count: bounds.count - (isOpen ? 0 : 1))
    for value in values { counts[Bins.place(of: value, in: bounds, counts.count)] += 1 }
    (self.bounds, self.counts, self.rule, self.width) = (bounds, counts, rule, width)
  }

  /// The bin of a value, found by halving.
  private static func place(of value: Double, in bounds: [Double], _ count: Int) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if bounds[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }

  /// Bounds of equal bins, the last after both values, and how wide a bin is.
  private static func bounds(
    from least: Double, to most: Double, step: Double, _ measure: Measure
  ) -> ([Double], String) {
    if measure == .moment {
      return DateTicks.bounds(Int64(wholeNumber(least))...Int64(wholeNumber(most)), step: step)
    }
    let round = NiceScale.step(from: 0, to: step, intervals: 1, measure)
    let lower = (least / round).rounded(.down)
    let count = Swift.max(0, Swift.min(1_000, wholeNumber((most / round).rounded(.down) - lower)))
    return ((0...(count + 1)).map { (lower + Double($0)) * round }, measure.text(round))
  }

  /// Bounds that grow, from 0 on; nil where values are less or moments.
  private static func growing(
    from least: Double, to most: Double, _ measure: Measure
  ) -> [Double]? {
    guard least >= 0, most > 0, measure != .moment else { return nil }
    var bounds = [0.0]
    var bound = measure == .number(isWhole: false) ? most / 1e6 : 1
    if measure == .duration { bound = 60 }
    while bounds.count <= 40 {
      let next = NiceScale.step(from: 0, to: bound, intervals: 1, measure)
      bounds.append(next)
      if next > most { break }
      bound = next * 1.01
    }
    return bounds
  }

  private static func cubeRoot(_ number: Double) -> Double {
    var root = Swift.max(1, number.squareRoot())
    for _ in 0..<60 { root = (2 * root + number / (root * root)) / 3 }
    return root
  }

  private static func logarithm(_ count: Int) -> Int {
    Int.bitWidth - 1 - Swift.max(1, count).leadingZeroBitCount
  }
}
