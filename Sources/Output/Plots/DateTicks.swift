import Model

/// The dates that are written along an axis of time: the starts of years, months, weeks, days or hours.
struct DateTicks {
  /// Seconds since 1970-01-01 00:00, ascending.
  let places: [Int64]
  /// What is written at each.
  let labels: [String]

  /// A distance between two ticks: so many units of the calendar.
  private struct Step {
    let unit: Period.Unit
    let count: Int64
    /// About how many seconds it takes.
    let seconds: Int64
  }

  private static let steps: [Step] =
    [1, 5, 15, 30, 60, 180, 360, 720].map { Step(unit: .minute, count: $0, seconds: $0 * 60) }
    + [1, 2].map { Step(unit: .day, count: $0, seconds: $0 * 86_400) }
    + [1, 2].map { Step(unit: .week, count: $0, seconds: $0 * 604_800) }
    + [1, 2, 3, 6].map { Step(unit: .month, count: $0, seconds: $0 * 2_629_746) }
    + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000].map {
      Step(unit: .year, count: $0, seconds: $0 * 31_556_952)
    }

  /// The ticks between two moments.
  ///
  /// - Parameters:
  ///   - range: seconds since 1970-01-01 00:00.
  ///   - most: how many there may be, at least 1.
  ///   - unit: the unit of the periods that are drawn, which no tick divides; nil where moments are.
  init(_ range: ClosedRange<Int64>, most: Int, of unit: Period.Unit? = nil) {
    let (length, overflow) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
    let span = overflow ? Int64.max : length
    let least = DateTicks.seconds(of: unit)
    let step =
      DateTicks.steps.first { step in
        step.seconds >= least && span / step.seconds < Int64(Swift.max(1, most))
      } ?? DateTicks.steps[DateTicks.steps.count - 1]
    var places: [Int64] = []
    var labels: [String] = []
    var ordinal = DateTicks.first(in: range, step)
    while places.count <= most {
      let period = Period(step.unit, ordinal: ordinal)
      guard range.contains(period.start) else { break }
      places.append(period.start)
      labels.append(DateTicks.label(period, of: unit))
      ordinal += step.count
    }
    self.places = places
    self.labels = labels
  }

  /// The first multiple of the step that starts in the range.
  private static func first(in range: ClosedRange<Int64>, _ step: Step) -> Int64 {
    let ordinal = Period.ordinal(of: step.unit, holding: range.lowerBound)
    var remainder = ordinal % step.count
    if remainder < 0 { remainder += step.count }
    let aligned = ordinal - remainder
    let starts = Period(step.unit, ordinal: aligned).start
    return starts < range.lowerBound ? aligned + step.count : aligned
  }

  private static func seconds(of unit: Period.Unit?) -> Int64 {
    switch unit {
    case nil, .second, .minute: 60
    case .day: 86_400
    case .week: 604_800
    case .month: 2_600_000
    case .quarter: 7_800_000
    case .year: 31_000_000
    }
  }

  /// A tick as the language writes it: `2025`, `2025-02`, `2025-02-17`, `16:00`; midnight as its day, a
  /// week by its number where weeks are drawn, else by its Monday.
  private static func label(_ period: Period, of unit: Period.Unit?) -> String {
    let start = Moment(seconds: period.start)
    switch period.unit {
    case .minute, .second:
      return start.secondOfDay == 0
        ? String(start.description.prefix(10).suffix(5))
        : String(start.description.dropFirst(11).prefix(5))
    case .week where unit != .week: return Period(.day, holding: start).description
    case .month where unit == .quarter: return Period(.quarter, holding: start).description
    default: return period.description
    }
  }
}

extension DateTicks {
  /// The starts of equal stretches of the calendar around two moments, the last one after both, and how
  /// long a stretch is in words; each is the next longer one than `step` seconds.
  static func bounds(_ range: ClosedRange<Int64>, step: Double) -> ([Double], String) {
    let chosen = steps.first { Double($0.seconds) >= step } ?? steps[steps.count - 1]
    let start = Period.ordinal(of: chosen.unit, holding: range.lowerBound)
    let remainder = start % chosen.count
    var ordinal = start - (remainder < 0 ? remainder + chosen.count : remainder)
    var bounds: [Double] = []
    while bounds.count <= 1_000 {
      let place = Period(chosen.unit, ordinal: ordinal).start
      bounds.append(Double(place))
      if place > range.upperBound { break }
      ordinal += chosen.count
    }
    return (bounds, words(chosen))
  }

  private static func words(_ step: Step) -> String {
    if step.unit == .minute { return shownDuration(step.seconds) }
    return step.count == 1 ? "a \(step.unit.rawValue)" : "\(step.count) \(step.unit.rawValue)s"
  }

  /// A bound of a bin as it is written: as much of the date as the stretches tell apart.
  static func label(bound: Double, hasTime: Bool) -> String {
    let moment = Moment(seconds: Int64(wholeNumber(bound)))
    let text = moment.description
    return hasTime
      ? text.prefix(16).split(separator: "T").joined(separator: " ") : String(text.prefix(10))
  }
}
