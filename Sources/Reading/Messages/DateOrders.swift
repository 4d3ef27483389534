import Model

/// For each header form of a transcript, which number of its dates is which, and why.
///
/// Decided from all lines at once, never line by line. In turn: the digits (a year of four), what
/// contradicts an order (a month 13, a year before WhatsApp), steps back in time, days to come, the year as
/// the number that changes least, dots, which no locale puts before the day; else the day comes first,
/// and that is called a guess: docs/formats.md#day-and-month.
struct DateOrders {
  /// What was decided for a form.
  struct Decision {
    let form: HeaderForm
    let order: DateOrder
    /// Why, in words.
    fileprivate(set) var reason: String
    /// Whether nothing in the transcript told.
    let isGuess: Bool
    /// The first header of that form, from 0.
    let firstHeader: Int
    /// How many headers have that form.
    var count: Int
  }

  /// The reason where nothing told.
  static let guess = "a guess"

  /// A decision for each form met, the form of the first header first.
  var decisions: [Decision]

  /// The order of each form by its raw value.
  private var orders: [DateOrder]

  /// Decides for the headers of a transcript, not yet resolved; `told` is what the user says and
  /// holds wherever the digits allow it, `now` when it is read. Linear.
  init(_ headers: HeaderLines, told: DateOrder?, now: Moment? = nil) {
    let stamps = headers.moments
    var evidence = headers.evidence
    orders = Array(repeating: .dayMonthYear, count: HeaderForm.limit)
    decisions = []
    let candidates = evidence.map { item -> [DateOrder] in
      if let told, item.possible.contains(told) { return [told] }
      let left = item.leastContradicted
      return left.contains(.monthDayYear) && item.isFromWeb(headers.web) ? [.monthDayYear] : left
    }
    if candidates.contains(where: { $0.count > 1 }) {
      evidence.countSteps(in: stamps, upTo: DateOrders.lastDay(at: now))
    }
    for (item, candidates) in zip(evidence, candidates) {
      let (order, reason, isGuess) = DateOrders.decide(item, among: candidates, told: told)
      orders[Int(item.form.rawValue)] = order
      decisions.append(
        Decision(
          form: item.form, order: order, reason: reason, isGuess: isGuess,
          firstHeader: item.firstHeader, count: item.count))
    }
    settleGuesses(stamps, among: candidates)
    tell(of: headers.turns, in: stamps)
  }

  /// Says where the order of the dates changes.
  private mutating func tell(of turns: [DateTurn], in stamps: [Int64]) {
    for turn in turns {
      guard let place = decisions.firstIndex(where: { $0.form == turn.form }),
        let second = order(of: turn.form).seconds(of: HeaderStamp(rawValue: stamps[turn.header]))
      else { continue }
      let day = Period(.day, holding: Moment(seconds: second))
      decisions[place].reason += ", the \(turn.words.after) first from \(day) on"
    }
  }

  /// The last second at which something can have been written, wherever it was, by the clock of the reader.
  private static func lastDay(at now: Moment?) -> Int64 {
    now.map { $0.seconds + Moment.day } ?? Int64.max
  }

  /// Decides the forms whose own headers do not tell by those of the other forms around them.
  private mutating func settleGuesses(_ stamps: [Int64], among candidates: [[DateOrder]]) {
    let open = Set(decisions.lazy.filter(\.isGuess).map(\.form))
    guard !open.isEmpty, open.count < decisions.count else { return }
    let steps = NeighbourSteps(in: stamps, by: self) { open.contains($0) }
    for (place, decision) in decisions.enumerated() where decision.isGuess {
      guard let order = steps.order(of: decision.form, among: candidates[place]) else { continue }
      orders[Int(decision.form.rawValue)] = order
      decisions[place] = Decision(
        form: decision.form, order: order, reason: "as it fits the lines around", isGuess: false,
        firstHeader: decision.firstHeader, count: decision.count)
    }
  }

  /// The order of the dates of a form.
  func order(of form: HeaderForm) -> DateOrder { orders[Int(form.rawValue)] }

  /// The orders that are guesses, with the line of the first header of each, by the lines of all
  /// headers.
  func guesses(
    in lines: [UInt32]
  ) -> [(form: HeaderForm, order: DateOrder, count: Int, line: Int)] {
    decisions.filter(\.isGuess).map { ($0.form, $0.order, $0.count, Int(lines[$0.firstHeader])) }
  }

  /// For each form met its shape, date order and how that was decided; `quoted` are the headers
  /// of each that turned out to be text.
  func descriptions(quoted: [HeaderForm: Int], yearsAreGuessed: Bool) -> [String] {
    decisions.map { decision in
      let shape = HeaderShape.all[decision.form.shape].name
      let text = quoted[decision.form, default: 0]
      if text > 0, text >= decision.count {
        return "\(shape): \(text) quoted in messages"
      }
      return "\(shape): \(decision.order.rawValue), \(decision.reason)"
        + (decision.form.year == .missing ? ", \(DateOrders.years(isGuess: yearsAreGuessed))" : "")
        + (text > 0 ? "; \(text) quoted in messages" : "")
    }
  }

  /// How the years of a form that leaves them out were found.
  private static func years(isGuess: Bool) -> String {
    isGuess ? "the year a guess" : "the year that of the lines around"
  }

  /// The order of a form among the candidates that its digits leave, the reason in words, and
  /// whether nothing told.
  private static func decide(
    _ evidence: DateEvidence, among candidates: [DateOrder], told: DateOrder?
  ) -> (order: DateOrder, reason: String, isGuess: Bool) {
    if let only = candidates.first, candidates.count == 1 {
      if HeaderShape.all[evidence.form.shape].namesMonth {
        return (only, "the month is a word", false)
      }
      if told == only, evidence.possible.count > 1 { return (only, "as told", false) }
      if evidence.form.year == .first { return (only, "the year has four digits", false) }
      if evidence.leastContradicted.count > 1 {
        return (only, "as WhatsApp Web writes it", false)
      }
      let reason = only == .yearMonthDay ? "the last number is no year" : "a day over 12"
      return (only, reason, false)
    }
    let fewest = candidates.map { evidence.stepsBack[$0.place] }.min() ?? 0
    var left = candidates.filter { evidence.stepsBack[$0.place] == fewest }
    if left.count == 1 { return (left[0], "fewest steps back in time", false) }
    let soonest = left.map { evidence.daysToCome[$0.place] }.min() ?? 0
    left.removeAll { evidence.daysToCome[$0.place] > soonest }
    if left.count == 1 { return (left[0], "days that have been", false) }
    if left.contains(.yearMonthDay) {
      if evidence.firstChanges < evidence.thirdChanges {
        return (.yearMonthDay, "the first number changes least", false)
      }
      left.removeAll { $0 == .yearMonthDay }
    }
    if evidence.form.separator == .dot, left.contains(.dayMonthYear) {
      return (.dayMonthYear, "dots", false)
    }
    if left.count == 2, evidence.firstChanges != evidence.secondChanges {
      return evidence.firstChanges > evidence.secondChanges
        ? (.dayMonthYear, "the first number changes most", false)
        : (.monthDayYear, "the second number changes most", false)
    }
    return (left.first ?? .dayMonthYear, guess, true)
  }
}

extension DateOrder {
  /// Its place in ``allCases``.
  var place: Int {
    switch self {
    case .dayMonthYear: 0
    case .monthDayYear: 1
    case .yearMonthDay: 2
    }
  }

  /// Year, month and day of a header's numbers.
  func numbers(of stamp: HeaderStamp) -> (year: Int, month: Int, day: Int) {
    let (year, month, day) =
      switch self {
      case .dayMonthYear: (stamp.third, stamp.second, stamp.first)
      case .monthDayYear: (stamp.third, stamp.first, stamp.second)
      case .yearMonthDay: (stamp.first, stamp.second, stamp.third)
      }
    switch stamp.form.year {
    case .first, .last: return (year, month, day)
    case .short: return (WrittenDate.fullYear(year), month, day)
    // A leap year until it is known: what day it is does not hang on it.
    case .missing: return (year == 0 ? 2_012 : year, month, day)
    }
  }

  /// The wall-clock second of a header, since 1970-01-01 00:00; nil where there is no such day or
  /// time.
  func seconds(of stamp: HeaderStamp) -> Int64? {
    let (year, month, day) = numbers(of: stamp)
    let days =
      SolarHijriDate.years.contains(year)
      ? SolarHijriDate(year: year, month: month, day: day)?.daysSince1970
      : CivilDate(year: year, month: month, day: day)?.daysSince1970
    guard stamp.secondOfDay != HeaderStamp.noTime, let days else { return nil }
    return Int64(days) * Moment.day + Int64(stamp.secondOfDay)
  }
}
