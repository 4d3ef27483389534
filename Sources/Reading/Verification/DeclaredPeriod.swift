import Model

/// The first and the last day of some headers.
struct DeclaredPeriod: Equatable {
  /// Days since 1970-01-01; ``HeaderLine/noDay`` where there is none.
  let first: Int32
  let last: Int32

  /// The days that a header declares.
  init(_ declared: DeclaredNumbers) {
    first = declared.periodStart.map { Int32(clamping: $0.daysSince1970) } ?? HeaderLine.noDay
    last = declared.periodEnd.map { Int32(clamping: $0.daysSince1970) } ?? HeaderLine.noDay
  }

  /// The days of the messages that some lines begin.
  init(ofMessagesIn lines: ArraySlice<HeaderLine>) {
    first = lines.first { $0.beginsMessage }?.day ?? HeaderLine.noDay
    last = lines.last { $0.beginsMessage }?.day ?? HeaderLine.noDay
  }

  /// The days of the headers that the chunker knew in some lines.
  init(ofKnownIn lines: ArraySlice<HeaderLine>) {
    first = lines.first { $0.isKnown }?.knownDay ?? HeaderLine.noDay
    last = lines.last { $0.isKnown }?.knownDay ?? HeaderLine.noDay
  }

  /// As the chunker writes it, one day for two equal ones.
  var text: String {
    let (start, end) = (DeclaredPeriod.text(of: first), DeclaredPeriod.text(of: last))
    return first == last && first != HeaderLine.noDay ? start : "\(start) → \(end)"
  }

  private static func text(of day: Int32) -> String {
    guard day != HeaderLine.noDay else { return "null" }
    let date = CivilDate(daysSince1970: Int(day))
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(padded(date.day))/\(padded(date.month))/\(date.year)"
  }
}
