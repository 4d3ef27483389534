import Model

extension Period {
  /// The period that a text names: `2025`, `2025-Q1`, `2025-02`, `2025-W08`, `2025-02-17` or
  /// `17/02/2025`, the last two also with a time (`2025-02-17T16:14`, `17/02/2025 16:14:05`);
  /// blanks around it do not matter. Nil where it names none, or a day that does not exist.
  init?(written text: String) {
    var cursor = DateCursor(text)
    guard let period = cursor.period(), cursor.isAtEnd else { return nil }
    self = period
  }
}

/// Reads a date from left to right.
private struct DateCursor {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    let blank = UInt8(ascii: " ")
    rest = Substring(text).utf8
    while rest.first == blank { rest.removeFirst() }
    while rest.last == blank { rest.removeLast() }
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func period() -> Period? {
    let start = rest
    if let year = number(digits: 4) { return period(inYear: year) }
    rest = start
    guard let day = number(digits: 2), skip("/"), let month = number(digits: 2), skip("/"),
      let year = number(digits: 4), let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return time(on: date)
  }

  private mutating func period(inYear year: Int) -> Period? {
    guard year > 0 else { return nil }
    guard skip("-") else { return Period(.year, ordinal: Int64(year)) }
    if skip("Q") {
      guard let quarter = number(digits: 1), (1...4).contains(quarter) else { return nil }
      return Period(.quarter, ordinal: Int64(year * 4 + quarter - 1))
    }
    if skip("W") { return number(digits: 2).flatMap { Period(week: $0, ofYear: year) } }
    guard let month = number(digits: 2), (1...12).contains(month) else { return nil }
    guard skip("-") else { return Period(.month, ordinal: Int64(year * 12 + month - 1)) }
    guard let day = number(digits: 2), let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return time(on: date)
  }

  private mutating func time(on date: CivilDate) -> Period? {
    guard skip("T") || skip(" ") else {
      return Period(.day, ordinal: Int64(date.daysSince1970))
    }
    guard let hour = number(digits: 2), skip(":"), let minute = number(digits: 2) else {
      return nil
    }
    guard skip(":") else {
      return Moment(date, hour: hour, minute: minute).map { Period(.minute, holding: $0) }
    }
    return number(digits: 2).flatMap { second in
      Moment(date, hour: hour, minute: minute, second: second).map { Period(.second, holding: $0) }
    }
  }

  private mutating func number(digits: Int) -> Int? {
    let text = rest.prefix(digits)
    guard text.count == digits, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    rest.removeFirst(digits)
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }
}

extension Period {
  /// An ISO week of a year; nil where the year has no such week. Week 1 is
  /// the one that holds 4 January.
  fileprivate init?(week: Int, ofYear year: Int) {
    guard (1...53).contains(week),
      let day = CivilDate(year: year, month: 1, day: 4), let fourth = Moment(day)
    else { return nil }
    let first = Period(.week, holding: fourth)
    self.init(.week, ordinal: first.ordinal + Int64(week - 1))
    // Week 53 of a year that has 52 is week 1 of the next: its Thursday lies there.
    let thursday = CivilDate(daysSince1970: Moment(seconds: start).dayNumber + 3)
    guard thursday.year == year else { return nil }
  }
}
