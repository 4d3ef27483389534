import Model

/// What a plot draws: keys along an axis, and in each series a number or nothing for each key.
struct Figure: Sendable {
  /// What the keys are, and where they stand.
  var keys: Keys
  /// One or more; each has a value for each key.
  var series: [Series]
  /// The column whose values the series are called by; nil where they are columns of their own.
  var seriesName: String?
  /// What the values of such series are called; nil where the series say it.
  var valueName: String?
  /// How all values are written.
  var measure: Measure
  /// What is to be said of it: what was left out, how it was made.
  var remarks: [String] = []

  /// A number for each key.
  struct Series: Sendable {
    /// What it is called.
    let name: String
    /// NaN for nothing.
    var values: [Double]
  }

  /// What stands along the axis.
  struct Keys: Sendable {
    /// The column they come from.
    let name: String
    /// How each is written.
    let labels: KeyLabels
    /// Where each stands on a scale; nil for names, which have none.
    let places: [Double]?
    /// What the places are.
    let scale: Scale

    /// What an axis measures.
    enum Scale: Sendable, Hashable {
      case names
      case numbers(Measure)
      /// Seconds since 1970-01-01 00:00, of periods of a unit or of moments.
      case time(Period.Unit?)
    }
  }

  /// What the whole is called: `count by month`, `count by month, sender`.
  var title: String {
    let what = valueName ?? series.map(\.name).joined(separator: ", ")
    let by = [keys.name, seriesName ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    return by.isEmpty ? what : "\(what) by \(by)"
  }

  /// The values that there are.
  var values: [Double] { series.flatMap { $0.values.filter { !$0.isNaN } } }

  /// The least and the largest value; nil where there is none.
  var ends: (least: Double, most: Double)? {
    guard let first = values.first else { return nil }
    return values.reduce((first, first)) { (Swift.min($0.0, $1), Swift.max($0.1, $1)) }
  }

  /// Says it in a sentence, for who does not see the picture.
  var description: String {
    guard let ends else { return "\(title): nothing to draw" }
    let first = keys.labels.first ?? ""
    let last = keys.labels.last ?? ""
    let range = keys.labels.count > 1 ? ", \(keys.labels.count) from \(first) to \(last)" : ""
    return "\(title)\(range); values from \(measure.text(ends.least)) to \(measure.text(ends.most))"
  }
}
