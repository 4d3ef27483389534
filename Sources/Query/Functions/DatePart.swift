import Model

/// What dates of one stretch of time have in common: their month, their hour, their weekday.
struct DatePart: Sendable {
  /// The values that it can have; nil where a later date has a greater one, without end.
  let values: ClosedRange<Int64>?
  private let stretch: @Sendable (Int64) -> Stretch

  /// Moments around one that share its value: seconds from `start` to below `end`. Empty where the
  /// ends cannot be told, which is far from any date.
  private struct Stretch {
    let start: Int64
    let end: Int64
    let value: Int64
  }

  /// The period of a kind.
  static func period(_ unit: Period.Unit) -> DatePart {
    DatePart(values: nil) { seconds in
      let period = Period(unit, holding: Moment(seconds: seconds))
      return Stretch(start: period.start, end: period.end, value: period.ordinal)
    }
  }

  /// How many units of so many seconds have passed since `cycle` of them were full, the last time
  /// that was at midnight.
  static func clock(_ unit: Int64, of cycle: Int64) -> DatePart {
    DatePart(values: 0...(cycle - 1)) { seconds in
      let passed = remainder(seconds, unit * cycle)
      let start = seconds &- remainder(seconds, unit)
      return Stretch(start: start, end: start &+ unit, value: passed / unit)
    }
  }

  /// The place among so many names, which all moments of a period have in common.
  static func name(
    _ unit: Period.Unit, of count: Int, _ place: @escaping @Sendable (CivilDate) -> Int
  ) -> DatePart {
    DatePart(values: 0...Int64(count - 1)) { seconds in
      let period = Period(unit, holding: Moment(seconds: seconds))
      return Stretch(
        start: period.start, end: period.end, value: Int64(place(Moment(seconds: seconds).date)))
    }
  }

  /// The values of dates from one to another.
  func values(between dates: ClosedRange<Int64>) -> ClosedRange<Int64> {
    values ?? stretch(dates.lowerBound).value...stretch(dates.upperBound).value
  }

  private static func remainder(_ seconds: Int64, _ length: Int64) -> Int64 {
    let rest = seconds % length
    return rest < 0 ? rest + length : rest
  }

  /// Looks up dates one after the other: neighbours mostly share their value, and one comparison tells.
  struct Reader {
    private let part: DatePart
    private var known = Stretch(start: 0, end: 0, value: 0)

    init(_ part: DatePart) {
      self.part = part
    }

    /// The value of a second since 1970-01-01 00:00.
    @inline(__always)
    mutating func value(of seconds: Int64) -> Int64 {
      if seconds < known.start || seconds >= known.end { known = part.stretch(seconds) }
      return known.value
    }
  }
}
