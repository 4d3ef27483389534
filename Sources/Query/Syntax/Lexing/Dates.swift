import Diagnostics
import Model

extension Lexer {
  /// The date that starts here, the longest there is; nil where the digits are a number's.
  ///
  /// What has the shape of a date and is none is an error, not arithmetic: `2025-02-30`, `2025-2`,
  /// `7/2/2025`. A subtraction or a division of such numbers is written with blanks.
  mutating func date() throws(Fault) -> Period? {
    let start = position
    let digits = digitsEnd(from: start) - start
    let found: Period?
    switch digits {
    case 4 where byte(at: start + 4) == UInt8(ascii: "-"): found = try dateFromYear()
    case 4: found = try slashedYearFirst()
    case 1, 2: found = try dayFirst()
    default: found = nil
    }
    guard let found else {
      position = start
      return nil
    }
    guard !nameGoesOn(at: position) else {
      let end = nameRunEnd(from: position)
      throw Fault(
        "\(excerpt(SourceSpan(start, end))) is no date", at: SourceSpan(start, end),
        help: text(SourceSpan(position, end)) == "Z"
          ? "times are the phone's own and have no zone" : "a date ends at “\(found)”")
    }
    try checkTimeAfterBlank(of: found, from: start)
    return found
  }

  // MARK: - Year first

  /// `2025-W08`, `2025-Q1`, `2025-02`, `2025-02-17`, `2025-02-17T16:14`, `2025-02-17T16:14:00`.
  private mutating func dateFromYear() throws(Fault) -> Period? {
    let start = position
    guard let after = byte(at: start + 5) else { return nil }
    let year = value(from: start, to: start + 4)
    switch Unicode.Scalar(after) {
    case "W" where isDigit(at: start + 6):
      let week = try part(at: start + 6, length: 2, from: start, as: "2025-W08")
      return try dated(from: start, reason: Calendar.reason(year: year, week: week)) {
        Calendar.week(week, of: year)
      }
    case "Q" where isDigit(at: start + 6):
      let quarter = try part(at: start + 6, length: 1, from: start, as: "2025-Q1")
      return try dated(from: start, reason: Calendar.reason(year: year, quarter: quarter)) {
        Period(.quarter, ordinal: Int64(year * 4 + quarter - 1))
      }
    case "0"..."9":
      guard !isDuration(at: start + 5) else { return nil }
      let month = try part(at: start + 5, length: 2, from: start, as: "2025-02")
      guard next(is: "-"), isDigit(at: position + 1), !isDuration(at: position + 1) else {
        return try dated(from: start, reason: Calendar.reason(year: year, month: month)) {
          Period(.month, ordinal: Int64(year * 12 + month - 1))
        }
      }
      let day = try part(at: position + 1, length: 2, from: start, as: "2025-02-17")
      return try dayOrTime(year: year, month: month, day: day, from: start)
    default: return nil
    }
  }

  /// The day just read, or the minute or second of it where `T` follows.
  private mutating func dayOrTime(
    year: Int, month: Int, day: Int, from start: Int
  ) throws(Fault) -> Period {
    let found = try dated(
      from: start, reason: Calendar.reason(year: year, month: month, day: day)
    ) { CivilDate(year: year, month: month, day: day) }
    guard next(is: "T"), isDigit(at: position + 1) else {
      return Period(.day, ordinal: Int64(found.daysSince1970))
    }
    let example = "2025-02-17T16:14"
    let hour = try part(at: position + 1, length: 2, from: start, as: example)
    guard next(is: ":") else {
      throw Fault(
        "the minutes are missing", at: SourceSpan(start, position), help: "like: \(example)")
    }
    let minute = try part(at: position + 1, length: 2, from: start, as: example)
    var second: Int?
    if next(is: ":") {
      second = try part(at: position + 1, length: 2, from: start, as: "\(example):00")
    }
    let moment = try dated(
      from: start, reason: Calendar.reason(hour: hour, minute: minute, second: second ?? 0)
    ) { Moment(found, hour: hour, minute: minute, second: second ?? 0) }
    return Period(second == nil ? .minute : .second, holding: moment)
  }

  // MARK: - Day first

  /// `17/02/2025`.
  private mutating func dayFirst() throws(Fault) -> Period? {
    guard let shape = dayFirstShape() else { return nil }
    let start = position
    position = shape.end
    let written = SourceSpan(start, position)
    let (day, month, year) = (shape.day, shape.month, shape.year)
    // The 17 of 2/17/2025 can only be the day.
    let isMonthFirst = month > 12 && day <= 12
    let padded =
      (isMonthFirst
        ? "\(Calendar.two(month))/\(Calendar.two(day))"
        : "\(Calendar.two(day))/\(Calendar.two(month))")
      + "/\(text(year))"
    guard shape.isCanonical else {
      throw Fault(
        "\(excerpt(written)) is no date", at: written,
        help: "write \(padded), or with blanks to calculate")
    }
    if isMonthFirst {
      throw Fault(
        "\(excerpt(written)) is no date: the day comes first", at: written,
        help: "write \(padded)")
    }
    let number = value(from: year.lower, to: year.upper)
    return try dated(
      from: start, reason: Calendar.reason(year: number, month: month, day: day)
    ) {
      CivilDate(year: number, month: month, day: day).map {
        Period(.day, ordinal: Int64($0.daysSince1970))
      }
    }
  }

  /// One or two digits, a sign, one or two digits, the same sign, four digits.
  private func dayFirstShape() -> DayFirst? {
    let dayEnd = digitsEnd(from: position)
    guard let sign = byte(at: dayEnd), "/-.".utf8.contains(sign) else { return nil }
    let monthEnd = digitsEnd(from: dayEnd + 1)
    let end = digitsEnd(from: monthEnd + 1)
    guard (1...2).contains(monthEnd - dayEnd - 1), byte(at: monthEnd) == sign,
      end - monthEnd - 1 == 4
    else { return nil }
    return DayFirst(
      day: value(from: position, to: dayEnd), month: value(from: dayEnd + 1, to: monthEnd),
      year: SourceSpan(monthEnd + 1, end), end: end,
      isCanonical: sign == UInt8(ascii: "/") && end - position == 10)
  }

  private struct DayFirst {
    let day: Int
    let month: Int
    let year: SourceSpan
    let end: Int
    /// Whether it is written as the language wants it: `17/02/2025`.
    let isCanonical: Bool
  }

  /// `2025/02/17`, which is always an error.
  private mutating func slashedYearFirst() throws(Fault) -> Period? {
    let start = position
    guard byte(at: start + 4) == UInt8(ascii: "/") else { return nil }
    let monthEnd = digitsEnd(from: start + 5)
    let end = digitsEnd(from: monthEnd + 1)
    guard (1...2).contains(monthEnd - start - 5), byte(at: monthEnd) == UInt8(ascii: "/"),
      (1...2).contains(end - monthEnd - 1)
    else { return nil }
    let month = Calendar.two(value(from: start + 5, to: monthEnd))
    let day = Calendar.two(value(from: monthEnd + 1, to: end))
    position = end
    throw Fault(
      "\(excerpt(SourceSpan(start, end))) is no date", at: SourceSpan(start, end),
      help: "write \(text(SourceSpan(start, start + 4)))-\(month)-\(day)")
  }

  // MARK: - Parts

  /// A number of exactly `length` digits; reading goes on after it.
  private mutating func part(
    at offset: Int, length: Int, from start: Int, as example: String
  ) throws(Fault) -> Int {
    position = digitsEnd(from: offset)
    guard position - offset == length else {
      let span = SourceSpan(start, Swift.max(position, offset))
      throw Fault(
        "\(excerpt(span)) is no date", at: span,
        help: helpForPart(at: offset, length: length, from: start, as: example))
    }
    return value(from: offset, to: position)
  }

  private func helpForPart(at offset: Int, length: Int, from start: Int, as example: String)
    -> String
  {
    guard length == 2, position - offset == 1 else { return "dates are written like \(example)" }
    let written = text(SourceSpan(start, offset)) + "0" + text(SourceSpan(offset, position))
    let subtracts = byte(at: offset - 1) == UInt8(ascii: "-")
    return "write \(written)" + (subtracts ? ", or blanks around the - to subtract" : "")
  }

  /// Whether digits with a unit stand at an offset: in `2025-02-7d` the second `-` subtracts.
  private func isDuration(at offset: Int) -> Bool {
    let end = digitsEnd(from: offset)
    guard nameGoesOn(at: end) else { return false }
    return !(byte(at: end) == UInt8(ascii: "T") && isDigit(at: end + 1))
  }

  /// What `make` gives, unless there is a reason why the date just read cannot be.
  private func dated<Made>(
    from start: Int, reason: String?, make: () -> Made?
  ) throws(Fault) -> Made {
    guard reason == nil, let made = make() else {
      let span = SourceSpan(start, position)
      throw Fault("\(excerpt(span)) is no date: \(reason ?? "there is no such day")", at: span)
    }
    return made
  }

  /// An error where a day is followed by a blank and a time.
  private func checkTimeAfterBlank(of date: Period, from start: Int) throws(Fault) {
    let time = position + blankLength(at: position)
    let hourEnd = digitsEnd(from: time)
    guard date.unit == .day, time > position, (1...2).contains(hourEnd - time),
      byte(at: hourEnd) == UInt8(ascii: ":"), isDigit(at: hourEnd + 1)
    else { return }
    let minuteEnd = digitsEnd(from: hourEnd + 1)
    let hour = Calendar.two(value(from: time, to: hourEnd))
    throw Fault(
      "a day and its time are joined by T", at: SourceSpan(start, minuteEnd),
      help: "write \(date)T\(hour):\(text(SourceSpan(hourEnd + 1, minuteEnd)))")
  }

  /// The number that at most four digits stand for.
  private func value(from lower: Int, to upper: Int) -> Int {
    bytes[lower..<upper].reduce(0) { $0 &* 10 &+ Int($1 &- UInt8(ascii: "0")) }
  }
}
