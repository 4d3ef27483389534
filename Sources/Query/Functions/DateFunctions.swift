import Model

extension Function {
  static let dateFunctions: [Function] = [
    .period(.year, "the year of a date", "2025"),
    .period(.quarter, "the quarter of a date", "2025-Q1"),
    .period(.month, "the month of a date", "2025-02"),
    .period(.week, "the week of a date, by ISO 8601", "2025-W08"),
    .period(.day, "the day of a date", "2025-02-17"),
    .clock("hour", "the hour of a date, 0 to 23", "16", 0...23) { $0 / 3_600 },
    .clock("minute", "the minute of a date, 0 to 59", "14", 0...59) { $0 / 60 % 60 },
    .calendar("weekday", "the day of the week of a date, Mon to Sun", "Mon", weekdays) {
      Int32($0.date.weekday)
    },
    .calendar("monthname", "the name of a date's month, Jan to Dec", "Feb", months) {
      Int32($0.date.month - 1)
    },
  ]

  /// The days of the week, from Monday.
  static let weekdays = Categories(
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], isOrdered: true)

  /// The months of the year.
  static let months = Categories(
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    isOrdered: true)

  private static let date = [Parameter("date", .date)]
  private static let sample = "2025-02-17T16:14"

  /// A function to the period of a kind that holds a date.
  private static func period(_ unit: Period.Unit, _ summary: String, _ shown: String) -> Function {
    Function(
      unit.rawValue, date, meansDate: true, summary,
      [Example("\(unit.rawValue)(\(sample))", shown)], gives: .period(unit)
    ) { arguments in
      var lastDay = Int64.min
      var ordinal: Int64 = 0
      return .period(
        unit,
        arguments[0].asSeconds.changed { seconds in
          // Neighbouring rows mostly share their day, and a day lies in one period.
          let day = seconds >= 0 ? seconds / Moment.day : (seconds + 1) / Moment.day - 1
          if day != lastDay {
            lastDay = day
            ordinal = Period.ordinal(of: unit, holding: seconds)
          }
          return ordinal
        })
    }
  }

  /// A function to a number of the clock.
  private static func clock(
    _ name: String, _ summary: String, _ shown: String, _ range: ClosedRange<Int64>,
    _ part: @escaping @Sendable (Int64) -> Int64
  ) -> Function {
    Function(
      name, date, meansDate: true, summary, [Example("\(name)(\(sample))", shown)], gives: .int,
      fills: .numbers(range)
    ) { arguments in
      .int(
        arguments[0].asSeconds.changed { seconds in
          let rest = seconds % Moment.day
          return part(rest < 0 ? rest + Moment.day : rest)
        })
    }
  }

  /// A function to one of a few names that have an order.
  private static func calendar(
    _ name: String, _ summary: String, _ shown: String, _ names: Categories,
    _ place: @escaping @Sendable (Moment) -> Int32
  ) -> Function {
    Function(
      name, date, meansDate: true, summary, [Example("\(name)(\(sample))", shown)], gives: .text
    ) { arguments in
      let seconds = arguments[0].asSeconds
      return .category(
        CategoryColumn(
          names,
          codes: (0..<seconds.count).map { row in
            seconds[row].map { place(Moment(seconds: $0)) } ?? -1
          }))
    }
  }
}
