import Model

/// What can be a date, and why something cannot.
enum Calendar {
  /// Why there is no such month or day; nil where there is. Without a day, the month alone.
  static func reason(year: Int, month: Int, day: Int? = nil) -> String? {
    if let reason = reason(year: year) { return reason }
    guard (1...12).contains(month) else { return "there is no month \(month)" }
    guard let day else { return nil }
    let days = CivilDate.days(inMonth: month, of: year)
    guard day >= 1 else { return "there is no day \(day)" }
    return day <= days ? nil : "\(four(year))-\(two(month)) has \(days) days"
  }

  /// Why there is no such week; nil where there is.
  static func reason(year: Int, week: Int) -> String? {
    if let reason = reason(year: year) { return reason }
    guard week >= 1 else { return "weeks are counted from 01" }
    let weeks = weeks(of: year)
    return week <= weeks ? nil : "\(four(year)) has \(weeks) weeks"
  }

  /// Why there is no such quarter; nil where there is.
  static func reason(year: Int, quarter: Int) -> String? {
    if let reason = reason(year: year) { return reason }
    return (1...4).contains(quarter) ? nil : "a year has four quarters"
  }

  /// Why there is no such time of the day; nil where there is.
  static func reason(hour: Int, minute: Int, second: Int) -> String? {
    guard hour <= 23 else { return "hours go from 00 to 23" }
    return minute <= 59 && second <= 59 ? nil : "minutes and seconds go from 00 to 59"
  }

  private static func reason(year: Int) -> String? {
    year == 0 ? "there is no year 0000" : nil
  }

  /// An ISO 8601 week: that of the fourth of January is the first of its year.
  static func week(_ week: Int, of year: Int) -> Period? {
    guard let fourth = CivilDate(year: year, month: 1, day: 4), let start = Moment(fourth)
    else { return nil }
    return Period(.week, ordinal: Period(.week, holding: start).ordinal + Int64(week) - 1)
  }

  /// 52 or 53: a year has 53 weeks if it begins on a Thursday, or is a leap year that begins on a
  /// Wednesday.
  static func weeks(of year: Int) -> Int {
    guard let first = CivilDate(year: year, month: 1, day: 1) else { return 52 }
    let isLeap = CivilDate.days(inMonth: 2, of: year) == 29
    return first.weekday == 3 || (isLeap && first.weekday == 2) ? 53 : 52
  }

  /// A number with a leading zero where it has one digit.
  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func four(_ year: Int) -> String {
    Period(.year, ordinal: Int64(year)).description
  }
}
