import Model

/// Values that a query can write, with what they are.
enum PlainLiterals {
  /// The clock of every generated query, and the ends of what is loaded.
  static let now = PlainCalendar.start(2024, 3, 31) + 43_200
  static let newest = PlainCalendar.start(2024, 3, 30) + 86_399
  static let oldest = PlainCalendar.start(2022, 12, 31) + 1

  static func make(_ type: PlainType, _ choices: inout Choices) -> Term? {
    switch type {
    case .bool:
      let flag = choices.chance(1, of: 2)
      return Term(.bool(flag), "\(flag)", .bool)
    case .int:
      let number = choices.pick(
        [0, 1, 2, 3, 5, 7, 60, 1_000_000, 9_007_199_254_740_993, .max] as [Int64])
      return Term(.int(number), "\(number)", .int)
    case .float:
      let (source, number) = choices.pick([
        ("0.5", 0.5), ("1.5", 1.5), ("2.0", 2), ("0.25", 0.25), ("1e300", 1e300), ("1e-3", 0.001),
        ("0.0", 0),
      ])
      return Term(.float(number), source, .float)
    case .text:
      let text = choices.text(0...3)
      return Term(.text(text), PlainText.quoted(text), .text)
    case .weekday, .monthname:
      return nil
    case .date:
      let (source, seconds) = choices.pick([("now", now), ("newest", newest), ("oldest", oldest)])
      var term = Term(.date(seconds), source, .date)
      term.parts = [source]
      return term
    case .duration:
      let (source, seconds) = choices.pick(
        [
          ("0s", 0), ("90s", 90), ("15min", 900), ("12h", 43_200), ("30d", 2_592_000),
          ("2w", 1_209_600),
        ] as [(String, Int64)])
      return Term(.duration(seconds), source, .duration)
    case .list: return nil
    case .period(let unit): return period(unit, &choices)
    }
  }

  private static func period(_ unit: Period.Unit, _ choices: inout Choices) -> Term? {
    guard unit != .year else { return nil }
    if unit == .day, choices.chance(1, of: 3) {
      let (source, days) = choices.pick([("today", 0), ("yesterday", -1)] as [(String, Int64)])
      let start = PlainCalendar.start(of: .day, now) + days * PlainCalendar.day
      var term = Term(.period(.day, start), source, .period(.day))
      term.parts = [source]
      return term
    }
    let start = PlainCalendar.start(of: unit, moment(&choices))
    var source = PlainCalendar.shown(unit, start)
    if unit == .day, choices.chance(1, of: 3) {
      let (year, month, day) = PlainCalendar.parts(start)
      source = [(day, 2), (month, 2), (year, 4)].map { PlainCalendar.digits($0, $1) }
        .joined(separator: "/")
    }
    return Term(.period(unit, start), source, .period(unit))
  }

  private static let edges = [
    PlainCalendar.start(2023), PlainCalendar.start(2024), PlainCalendar.start(2024, 2, 29),
    PlainCalendar.start(2024, 3, 31), PlainCalendar.start(2023, 2, 28),
    PlainCalendar.start(2023, 10, 1),
  ]

  /// A moment near the ends of months, quarters and years, or anywhere in two years.
  static func moment(_ choices: inout Choices) -> Int64 {
    if choices.chance(1, of: 2) {
      return choices.pick(edges) + Int64(choices.pick([-1, 0, 1, 3_600, 43_260, 86_399, -86_400]))
    }
    return PlainCalendar.start(2022, 12, 25) + Int64(choices.number(0...500 * 86_400))
  }
}
