import Model

/// An axis of numbers with round steps: 1, 2 or 5 times a power of ten, or for durations what clocks
/// and calendars have.
struct NiceScale: Sendable, Hashable {
  /// Its ends, multiples of the step; `upper` is more than `lower`.
  let lower, upper: Double
  /// From one tick to the next.
  let step: Double
  /// How values on it are written.
  let measure: Measure

  /// A scale that holds two values, with at most about `intervals` steps between them.
  init(from least: Double, to most: Double, intervals: Int, _ measure: Measure) {
    let ends = NiceScale.widened(least, most)
    let step = NiceScale.step(from: ends.0, to: ends.1, intervals: intervals, measure)
    self.step = step
    self.measure = measure
    lower = (ends.0 / step).rounded(.down) * step
    upper = Swift.max((ends.1 / step).rounded(.up) * step, lower + step)
  }

  /// Two values with room between them.
  private static func widened(_ least: Double, _ most: Double) -> (Double, Double) {
    guard least >= most else { return (least, most) }
    if least == 0 { return (0, 1) }
    return least > 0 ? (0, least) : (least, 0)
  }

  /// The least round step that needs at most so many intervals.
  static func step(
    from least: Double, to most: Double, intervals: Int, _ measure: Measure
  ) -> Double {
    let raw = most / Double(intervals) - least / Double(intervals)
    switch measure {
    case .duration, .moment:
      if let step = durationSteps.first(where: { $0 >= raw }) { return step }
      return decimalStep(raw / day) * day
    case .number(let isWhole): return isWhole ? Swift.max(1, decimalStep(raw)) : decimalStep(raw)
    }
  }

  private static let day = 86_400.0

  private static let durationSteps: [Double] =
    [1, 2, 5, 10, 15, 30].map { $0 } + [1, 2, 5, 10, 15, 30].map { $0 * 60 }
    + [1, 2, 3, 6, 12].map { $0 * 3_600 } + [day, 2 * day, 7 * day]

  /// The least of 1, 2 and 5 times a power of ten that is not less than a positive number.
  private static func decimalStep(_ raw: Double) -> Double {
    guard raw.isFinite, raw > 1e-300 else { return 1 }
    var power = 1.0
    while power > raw { power /= 10 }
    while power * 10 <= raw { power *= 10 }
    let digit = [1.0, 2, 5].first { $0 * power >= raw * (1 - 1e-9) } ?? 10
    return digit * power
  }

  /// The places of the ticks, from `lower` to `upper`.
  var ticks: [Double] {
    let count = wholeNumber((upper - lower) / step)
    return (0...Swift.max(1, Swift.min(count, 1_000))).map { lower + Double($0) * step }
  }

  /// A tick as it is written.
  func label(_ tick: Double) -> String {
    guard case .number = measure, tick.magnitude < 1e15 else { return measure.text(tick) }
    if step >= 1 { return grouped(wholeNumber(tick)) }
    // Sums of steps are off in their last digits.
    let rounded = (tick / step).rounded() * step
    return shownFloat(rounded.magnitude < step / 2 ? 0 : rounded)
  }

  /// How far along a value stands, from 0 to 1.
  func share(_ value: Double) -> Double {
    let share = (value - lower) / (upper - lower)
    return share.isNaN ? 0 : Swift.max(0, Swift.min(1, share))
  }
}

/// What the numbers of a plot measure, and so how they are written and which of them are round.
enum Measure: Sendable, Hashable {
  case number(isWhole: Bool)
  /// Seconds.
  case duration
  /// Seconds since 1970-01-01 00:00.
  case moment

  /// A value as it is written beside a bar.
  func text(_ value: Double) -> String {
    switch self {
    case .duration: shownDuration(Int64(wholeNumber(value)))
    case .moment: shownText(.datetime(Moment(seconds: Int64(wholeNumber(value)))))
    case .number(let isWhole):
      isWhole && value.magnitude < 9e15 ? grouped(wholeNumber(value)) : shownFloat(value)
    }
  }

  /// Whether values of both can stand on one axis.
  func hasAxisInCommon(with other: Measure) -> Bool {
    switch (self, other) {
    case (.number, .number): true
    default: self == other
    }
  }
}
