import Model

extension Function {
  static let dateFunctions: [Function] = [
    .period(.year, "the year of a date", "2025"),
    .period(.quarter, "the quarter of a date", "2025-Q1"),
    .period(.month, "the month of a date", "2025-02"),
    .period(.week, "the week of a date, by ISO 8601", "2025-W08"),
    .period(.day, "the day of a date", "2025-02-17"),
    .clock("hour", "the hour of a date, 0 to 23", "16", 3_600, of: 24),
    .clock("minute", "the minute of a date, 0 to 59", "14", 60, of: 60),
    .calendar("weekday", "the day of the week of a date, Mon to Sun", "Mon", .weekdays, .day) {
      $0.weekday
    },
    .calendar("monthname", "the name of a date's month, Jan to Dec", "Feb", .months, .month) {
      $0.month - 1
    },
  ]

  /// The values of the functions that give one of a few names, in order; nil for any other.
  public static func names(givenBy function: String) -> [String]? {
    switch function {
    case "weekday": Categories.weekdays.values
    case "monthname": Categories.months.values
    default: nil
    }
  }

  private static let date = [Parameter("date", .date)]
  private static let sample = "2025-02-17T16:14"

  /// A function to the period of a kind that holds a date.
  private static func period(_ unit: Period.Unit, _ summary: String, _ shown: String) -> Function {
    part(unit.rawValue, summary, shown, .period(unit), .period(unit)) { .period(unit, $0) }
  }

  /// A function to a number of the clock: units of so many seconds, counted up to `cycle`.
  private static func clock(
    _ name: String, _ summary: String, _ shown: String, _ unit: Int64, of cycle: Int64
  ) -> Function {
    part(name, summary, shown, .int, .clock(unit, of: cycle), fills: .numbers(0...(cycle - 1))) {
      .int($0)
    }
  }

  /// A function to one of a few names that have an order, the same for all dates of a period.
  private static func calendar(
    _ name: String, _ summary: String, _ shown: String, _ names: Categories, _ unit: Period.Unit,
    _ place: @escaping @Sendable (CivilDate) -> Int
  ) -> Function {
    part(name, summary, shown, .text, .name(unit, of: names.values.count, place)) { places in
      .category(
        CategoryColumn(
          names,
          codes: (0..<places.count).map { row in places[row].map { Int32(clamping: $0) } ?? -1 }))
    }
  }

  /// A function to a part of a date, which `column` writes as values of the language.
  private static func part(
    _ name: String, _ summary: String, _ shown: String, _ type: ValueType, _ part: DatePart,
    fills domain: FillDomain = .occurring,
    _ column: @escaping @Sendable (PlainColumn<Int64>) -> Column
  ) -> Function {
    Function(
      name, date, meansDate: true, summary, [Example("\(name)(\(sample))", shown)],
      gives: type
    ) { (call: Call) in
      var typed = TypedExpression.applying(
        to: call.arguments, type: type, source: call.source
      ) { arguments in
        var reader = DatePart.Reader(part)
        return column(arguments[0].asSeconds.changed { reader.value(of: $0) })
      }
      typed.domain = domain
      if call.arguments[0].isColumn(.datetime) { typed.datePart = (part, column) }
      return typed
    }
  }
}
