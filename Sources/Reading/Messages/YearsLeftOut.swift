import Model

/// Finds the years that headers leave out: docs/formats.md#years-left-out.
///
/// Old phones left out the year in which the export was made. So a header without a year is of the
/// year after the last one that its shape has written, else of that of the header before it; where
/// the clock then goes back by more than a month, of the next. Headers that come before all years
/// are dated backwards in the same way, and so are all where none has a year, of which the last is of a year
/// that is guessed.
struct YearsLeftOut {
  /// The year of the last header, where no header has one; nil where one has.
  private(set) var guess: Int?

  /// That of old phones: those that leave it out are of about then.
  static let assumed = 2_014

  /// Steps of the clock against the order of the text that turn no year.
  private static let patience: Int64 = 31 * Moment.day

  /// Fills in the years of stamps, their order decided; `now` is when they are read. Linear.
  init(in stamps: inout [Int64], by orders: DateOrders, now: Moment?) {
    guard orders.decisions.contains(where: { $0.form.year == .missing }) else { return }
    var years = Years(orders)
    let firstYear = stamps.firstIndex { HeaderStamp(rawValue: $0).form.year != .missing }
    for index in (firstYear ?? stamps.endIndex)..<stamps.endIndex {
      stamps[index] = years.filled(stamps[index])
    }
    var next = firstYear.flatMap { years.date(of: stamps[$0]) }
    if firstYear == nil, let last = stamps.last {
      guess = years.latest(of: last, now)
    }
    for index in (0..<(firstYear ?? stamps.endIndex)).reversed() {
      stamps[index] = years.filled(stamps[index], before: &next, from: guess)
    }
  }

  /// What the headers so far tell of the years that follow.
  private struct Years {
    private let orders: DateOrders
    /// The moment of the header before; nil before the first.
    private var before: Int64?
    /// The year of the header before.
    private var year = YearsLeftOut.assumed
    /// The last year that each shape has written.
    private var written: [Int: Int] = [:]

    init(_ orders: DateOrders) {
      self.orders = orders
    }

    /// A header with its year, in the order of the text.
    mutating func filled(_ raw: Int64) -> Int64 {
      var stamp = HeaderStamp(rawValue: raw)
      if stamp.form.year == .missing {
        year = max(year, written[stamp.form.shape].map { $0 + 1 } ?? year)
        (stamp, year) = dated(stamp, from: year, step: 1) { moment in
          before.map { moment >= $0 - YearsLeftOut.patience } ?? true
        }
      } else if let date = date(of: raw) {
        year = Moment(seconds: date).date.year
        written[stamp.form.shape] = year
      }
      before = date(of: stamp.rawValue) ?? before
      return stamp.rawValue
    }

    /// The year of the last header where none has one: messages are copied from a phone when they are a few days old,
    /// so that it is the last in which the header is not still to come.
    func latest(of raw: Int64, _ now: Moment?) -> Int {
      let stamp = HeaderStamp(rawValue: raw)
      guard let now, HeaderShape.all[stamp.form.shape].isCopied else { return YearsLeftOut.assumed }
      let year = now.date.year
      // By the clock of the one who wrote it is perhaps tomorrow.
      return dated(stamp, from: year + 1, step: -1) { $0 <= now.seconds + Moment.day }.year
    }

    /// A header with its year, going back from `next`, the moment of the header after it; from a year on where
    /// there is none.
    func filled(_ raw: Int64, before next: inout Int64?, from latest: Int?) -> Int64 {
      let year = next.map { Moment(seconds: $0).date.year } ?? latest ?? YearsLeftOut.assumed
      let limit = next
      let (stamp, _) = dated(HeaderStamp(rawValue: raw), from: year, step: -1) { moment in
        limit.map { moment <= $0 + YearsLeftOut.patience } ?? true
      }
      next = date(of: stamp.rawValue) ?? next
      return stamp.rawValue
    }

    /// The moment of a header; nil where there is none such.
    func date(of raw: Int64) -> Int64? {
      let stamp = HeaderStamp(rawValue: raw)
      return orders.order(of: stamp.form).seconds(of: stamp)
    }

    /// A header in the first year from one on in which it exists and fits; unchanged, with that
    /// year, where there is none.
    private func dated(
      _ stamp: HeaderStamp, from year: Int, step: Int, fits: (Int64) -> Bool
    ) -> (stamp: HeaderStamp, year: Int) {
      // A 29 February may be eight years away.
      for distance in 0...8 {
        let dated = stamp.with(third: year + step * distance)
        if let moment = date(of: dated.rawValue), fits(moment) {
          return (dated, year + step * distance)
        }
      }
      return (stamp, year)
    }
  }
}
