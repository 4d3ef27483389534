import Model

/// The first and the last day of some headers.
struct DeclaredPeriod: Equatable {
  /// Days since 1970-01-01; ``HeaderLine/noDay`` where there is none.
  let first: Int32
  let last: Int32

  init(first: Int?, last: Int?) {
    self.first = first.map { Int32(clamping: $0) } ?? HeaderLine.noDay
    self.last = last.map { Int32(clamping: $0) } ?? HeaderLine.noDay
  }

  /// The days of those lines that count.
  init(
    in lines: ArraySlice<HeaderLine>, _ day: (HeaderLine) -> Int32,
    where counts: (HeaderLine) -> Bool
  ) {
    first = lines.first(where: counts).map(day) ?? HeaderLine.noDay
    last = lines.last(where: counts).map(day) ?? HeaderLine.noDay
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
