/// A whole stretch of the calendar: a year, a quarter, a month, an ISO week, a day, a minute or a
/// second. A date written in a query is the period it names.
public struct Period: Sendable, Hashable {
  /// The kinds of period; the raw value is the function of the language that gives it.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    case year
    case quarter
    case month
    case week
    case day
    case minute
    case second
  }

  /// The kind of period.
  public let unit: Unit

  /// Its place among the periods of its kind: the year itself; quarters and months since year 0;
  /// weeks since the one that holds 1970-01-01; days, minutes and seconds since 1970-01-01 00:00.
  public let ordinal: Int64

  /// The period of a kind with that place.
  public init(_ unit: Unit, ordinal: Int64) {
    self.unit = unit
    self.ordinal = ordinal
  }

  /// The period of a kind that a moment falls in.
  public init(_ unit: Unit, holding moment: Moment) {
    self.init(unit, ordinal: Period.ordinal(of: unit, holding: moment.seconds))
  }

  /// ``ordinal`` of the period that holds a second since 1970-01-01 00:00.
  public static func ordinal(of unit: Unit, holding seconds: Int64) -> Int64 {
    let moment = Moment(seconds: seconds)
    switch unit {
    case .second: return seconds
    case .minute: return Int64(floorDivide(Int(seconds), 60))
    case .day: return Int64(moment.dayNumber)
    case .week: return Int64(floorDivide(moment.dayNumber + 3, 7))
    case .month:
      let date = moment.date
      return Int64(date.year * 12 + date.month - 1)
    case .quarter:
      let date = moment.date
      return Int64(date.year * 4 + (date.month - 1) / 3)
    case .year: return Int64(moment.date.year)
    }
  }

  /// Its first second, since 1970-01-01 00:00.
  public var start: Int64 {
    switch unit {
    case .second: ordinal
    case .minute: Period.times(ordinal, 60)
    case .day: Period.times(ordinal, Moment.day)
    case .week: Period.times(Period.times(ordinal, 7) - 3, Moment.day)
    case .month: Period.firstSecond(ofMonth: ordinal)
    case .quarter: Period.firstSecond(ofMonth: Period.times(ordinal, 3))
    case .year: Period.firstSecond(ofMonth: Period.times(ordinal, 12))
    }
  }

  /// The first second after it, since 1970-01-01 00:00.
  public var end: Int64 { next.start }

  /// The period of the same kind that follows.
  public var next: Period { Period(unit, ordinal: ordinal &+ 1) }

  private static func firstSecond(ofMonth ordinal: Int64) -> Int64 {
    // Beyond these years nothing has a date; clamping keeps the arithmetic below from overflowing.
    let month = Int(Swift.max(-1_200_000, Swift.min(ordinal, 1_200_000)))
    let year = floorDivide(month, 12)
    // The first of March of the same era as the date: January and February belong to the year before.
    let monthOfYear = month - year * 12
    let shiftedYear = monthOfYear < 2 ? year - 1 : year
    let monthFromMarch = monthOfYear < 2 ? monthOfYear + 10 : monthOfYear - 2
    let era = floorDivide(shiftedYear, 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfEra =
      yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153 * monthFromMarch + 2) / 5
    return Int64(era * 146_097 + dayOfEra - 719_468) * Moment.day
  }

  /// The product, or the end of the range it passes.
  private static func times(_ a: Int64, _ b: Int64) -> Int64 {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    // A margin of a week in seconds, so that one more step does not overflow either.
    let limit = Int64.max - 604_800
    return overflow ? (a < 0 ? -limit : limit) : Swift.max(-limit, Swift.min(product, limit))
  }
}

extension Period: CustomStringConvertible {
  /// As the language writes it: `2025`, `2025-Q1`, `2025-02`, `2025-W08`, `2025-02-17`,
  /// `2025-02-17T16:14`, `2025-02-17T16:14:00`.
  public var description: String {
    let moment = Moment(seconds: start)
    let date = moment.date
    switch unit {
    case .year: return Period.fourDigits(date.year)
    case .quarter: return "\(Period.fourDigits(date.year))-Q\((date.month - 1) / 3 + 1)"
    case .month: return "\(Period.fourDigits(date.year))-\(twoDigits(date.month))"
    case .week:
      // An ISO week belongs to the year of its Thursday.
      let thursday = CivilDate(daysSince1970: moment.dayNumber + 3)
      let firstDay = thursday.daysSince1970 - Period.dayOfYear(thursday)
      let week = (thursday.daysSince1970 - firstDay) / 7 + 1
      return "\(Period.fourDigits(thursday.year))-W\(twoDigits(week))"
    case .day:
      return
        "\(Period.fourDigits(date.year))-\(twoDigits(date.month))-\(twoDigits(date.day))"
    case .minute:
      return
        "\(Period(.day, holding: moment))T\(twoDigits(moment.hour)):\(twoDigits(moment.minute))"
    case .second: return moment.description
    }
  }

  /// Days since the first of January, from 0.
  private static func dayOfYear(_ date: CivilDate) -> Int {
    let before = (1..<date.month).reduce(0) { $0 + CivilDate.days(inMonth: $1, of: date.year) }
    return before + date.day - 1
  }

  private static func fourDigits(_ year: Int) -> String {
    let digits = String(year.magnitude)
    let padded = String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
    return year < 0 ? "-" + padded : padded
  }
}

extension Period: Comparable {
  /// Earlier start is less; of two that start together the shorter is less.
  public static func < (a: Period, b: Period) -> Bool {
    a.unit == b.unit ? a.ordinal < b.ordinal : (a.start, a.end) < (b.start, b.end)
  }
}
