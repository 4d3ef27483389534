import Model

/// The calendar of the plain model: days are counted from the first of January of the year 1, by
/// the rule of leap years and nothing else.
enum PlainCalendar {
  static let day: Int64 = 86_400
  /// Days from 0001-01-01 to 1970-01-01.
  private static let epoch = daysBefore(year: 1970)
  /// The seconds of the years 1 to 9999.
  static let range = -daysBefore(year: 1970) * day..<(daysBefore(year: 10_000) - epoch) * day

  static func isLeap(_ year: Int64) -> Bool {
    year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
  }

  private static func daysBefore(year: Int64) -> Int64 {
    let years = year - 1
    return years * 365 + years / 4 - years / 100 + years / 400
  }

  static func length(ofMonth month: Int64, _ year: Int64) -> Int64 {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Int(month - 1)]
  }

  /// The second at which a day begins.
  static func start(_ year: Int64, _ month: Int64 = 1, _ day: Int64 = 1) -> Int64 {
    let months = (1..<month).reduce(0) { $0 + length(ofMonth: $1, year) }
    return (daysBefore(year: year) + months + day - 1 - epoch) * PlainCalendar.day
  }

  static func floor(_ seconds: Int64, _ step: Int64) -> Int64 {
    seconds - ((seconds % step) + step) % step
  }

  static func parts(_ seconds: Int64) -> (year: Int64, month: Int64, day: Int64) {
    var days = floor(seconds, day) / day + epoch
    var year = max(1, days / 366)
    while daysBefore(year: year + 1) <= days { year += 1 }
    days -= daysBefore(year: year)
    var month: Int64 = 1
    while days >= length(ofMonth: month, year) {
      days -= length(ofMonth: month, year)
      month += 1
    }
    return (year, month, days + 1)
  }

  /// From Monday, 0; 0001-01-01 was one.
  static func weekday(_ seconds: Int64) -> Int64 { (floor(seconds, day) / day + epoch) % 7 }

  /// The first second of the period that holds a second.
  static func start(of unit: Period.Unit, _ seconds: Int64) -> Int64 {
    let (year, month, _) = parts(seconds)
    switch unit {
    case .year: return start(year)
    case .quarter: return start(year, (month - 1) / 3 * 3 + 1)
    case .month: return start(year, month)
    case .week: return floor(seconds, day) - weekday(seconds) * day
    case .day: return floor(seconds, day)
    case .minute: return floor(seconds, 60)
    case .second: return seconds
    }
  }

  /// The first second after the period that begins at a second.
  static func end(of unit: Period.Unit, _ start: Int64) -> Int64 {
    switch unit {
    case .year: moved(start, byMonths: 12, from: 1)
    case .quarter: moved(start, byMonths: 3, from: 1)
    case .month: moved(start, byMonths: 1, from: 1)
    case .week: start + 7 * day
    case .day: start + day
    case .minute: start + 60
    case .second: start + 1
    }
  }

  /// The same time of day some months later, on a day or the last of the month.
  static func moved(_ seconds: Int64, byMonths count: Int64, from dayOfMonth: Int64) -> Int64 {
    let (year, month, _) = parts(seconds)
    let months = year * 12 + month - 1 + count
    let (newYear, newMonth) = (months / 12, months % 12 + 1)
    let newDay = min(dayOfMonth, length(ofMonth: newMonth, newYear))
    return start(newYear, newMonth, newDay) + seconds - floor(seconds, day)
  }

  /// A date some months later, clamped to the end of the month; null outside the calendar.
  static func moved(_ date: Plain, byMonths count: Int64) -> Plain {
    guard let seconds = date.seconds, range.contains(seconds) else { return .null }
    let (year, month, day) = parts(seconds)
    guard (12..<120_000).contains(year * 12 + month - 1 + count) else { return .null }
    return .date(moved(seconds, byMonths: count, from: day))
  }

  static func shown(_ unit: Period.Unit, _ seconds: Int64) -> String {
    let (year, month, day) = parts(seconds)
    let date = "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    let rest = seconds - floor(seconds, PlainCalendar.day)
    let minute = "\(date)T\(digits(rest / 3_600, 2)):\(digits(rest / 60 % 60, 2))"
    switch unit {
    case .year: return digits(year, 4)
    case .quarter: return "\(digits(year, 4))-Q\((month + 2) / 3)"
    case .month: return "\(digits(year, 4))-\(digits(month, 2))"
    case .week:
      // The week is the year's that its Thursday lies in (ISO 8601).
      let thursday = seconds + 3 * PlainCalendar.day
      let ofYear = parts(thursday).year
      let number = (thursday - start(ofYear)) / (7 * PlainCalendar.day) + 1
      return "\(digits(ofYear, 4))-W\(digits(number, 2))"
    case .day: return date
    case .minute: return minute
    case .second: return "\(minute):\(digits(rest % 60, 2))"
    }
  }

  static func digits(_ number: Int64, _ width: Int) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
