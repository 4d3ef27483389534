import Model

/// Where the order of the dates of a form changes within a transcript, as where two exports of phones in
/// different languages stand one behind the other: docs/formats.md#day-and-month.
struct DateTurn: Sendable {
  let form: HeaderForm
  /// The first header in the other order, from 0.
  let header: Int
  let before: DateOrder
  let after: DateOrder

  /// Days, on either side, that can be no dates in the order of the other.
  private static let enough = 3

  /// Where something goes against a turn, so many times as much must speak for it.
  private static let rarity = 16

  /// What a message quotes is no more than one part in so many of what stands before it.
  private static let quoted = 4

  /// The turns of the forms about which no order is right throughout, one a form at most. Linear; where an
  /// order is right about all dates, or all but a few, nothing is looked at.
  static func all(in stamps: [Int64], _ evidence: [DateEvidence]) -> [DateTurn] {
    let doubtful = evidence.filter { item in
      item.form.year != .missing
        && item.possible.allSatisfy { item.contradictions[$0.place] >= enough }
    }
    guard !doubtful.isEmpty else { return [] }
    return zip(doubtful, Day.all(in: stamps, of: doubtful.map(\.form))).compactMap {
      DateTurn(of: $0.form, among: $0.possible, in: $1)
    }
  }

  /// The number that comes first behind the turn and the one before it, in words.
  var words: (after: String, before: String) { (after.first, before.first) }

  /// A header behind the turn with its numbers in the order of those before; any other as it is.
  func turned(_ raw: Int64) -> Int64 {
    let stamp = HeaderStamp(rawValue: raw)
    guard stamp.form == form else { return raw }
    let written = [stamp.first, stamp.second, stamp.third]
    var numbers = written
    for (place, other) in zip(before.places, after.places) { numbers[place] = written[other] }
    return HeaderStamp(
      form: form, first: numbers[0], second: numbers[1], third: numbers[2],
      secondOfDay: stamp.secondOfDay
    ).rawValue
  }

  /// The turn that leaves the fewest headers wrong and lets the clock go back least often, the first one such;
  /// nil where the days do not prove it.
  private init?(of form: HeaderForm, among orders: [DateOrder], in days: [Day]) {
    // What is no date in any order is text.
    let days = days.filter { day in orders.contains { day.second(by: $0) != nil } }
    let clocks = orders.map { Clock($0, days) }
    var best: (cost: Cost, at: Int, before: Clock, after: Clock)?
    for before in clocks {
      for after in clocks where after.order != before.order {
        for at in days.indices.dropFirst() where after.wrong(in: at..<(at + 1)) == 0 {
          let cost = Cost(
            wrong: before.wrong(in: 0..<at) + after.wrong(in: at..<days.count),
            steps: before.steps(in: 0..<at) + after.steps(in: at..<days.count),
            goesBack: after.seconds[at] < before.seconds[at - 1])
          if best.map({ cost < $0.cost }) ?? true { best = (cost, at, before, after) }
        }
      }
    }
    guard let (cost, at, one, other) = best else { return nil }
    let sides = [(0..<at, one), (at..<days.count, other)]
    for (side, clock) in sides {
      for rival in clocks where rival.order != clock.order {
        let proofs = days[side].filter {
          $0.second(by: clock.order) != nil && $0.second(by: rival.order) == nil
        }
        guard Set(proofs.map(\.stamp.dateKey)).count >= DateTurn.enough,
          proofs.reduce(0, { $0 + $1.count }) >= cost.wrong * DateTurn.rarity
        else { return nil }
      }
    }
    // Lines that somebody has sorted or shuffled are no longer one part behind the other.
    guard cost.steps * DateTurn.rarity <= days.count else { return nil }
    if cost.goesBack {
      let counts = sides.map { days[$0.0].reduce(0) { $0 + $1.count } }
      // Lines of an older export that a message quotes are none.
      guard counts[0] > QuotedHeaders.quotable, counts[1] > QuotedHeaders.quotable,
        counts[1] * DateTurn.quoted > counts[0]
      else { return nil }
    }
    (self.form, header) = (form, days[at].header)
    (before, after) = (one.order, other.order)
  }
}

/// Headers of a form that follow each other and have the same numbers.
private struct Day {
  /// One of them, at midnight.
  let stamp: HeaderStamp
  /// The first of them, from 0.
  let header: Int
  var count = 1

  /// When it begins by an order; nil where that is no date.
  func second(by order: DateOrder) -> Int64? {
    DateEvidence.contradicts(order, stamp) ? nil : order.seconds(of: stamp)
  }

  /// The days of each of some forms.
  static func all(in stamps: [Int64], of forms: [HeaderForm]) -> [[Day]] {
    var places = [Int](repeating: -1, count: HeaderForm.limit)
    for (place, form) in forms.enumerated() { places[Int(form.rawValue)] = place }
    var days = [[Day]](repeating: [], count: forms.count)
    var keys = [Int64](repeating: HeaderStamp.noDate, count: forms.count)
    for (header, raw) in stamps.enumerated() {
      let place = places[Int(HeaderStamp(rawValue: raw).form.rawValue)]
      guard place >= 0 else { continue }
      if keys[place] == raw >> 17 {
        days[place][days[place].count - 1].count += 1
      } else {
        keys[place] = raw >> 17
        days[place].append(Day(stamp: HeaderStamp(rawValue: keys[place] << 17), header: header))
      }
    }
    return days
  }
}

/// What goes against a turn at a place.
private struct Cost: Comparable {
  /// Headers that are no date.
  let wrong: Int
  /// Times that the clock goes back elsewhere.
  let steps: Int
  /// Whether it goes back there.
  let goesBack: Bool

  static func < (one: Cost, other: Cost) -> Bool {
    let (first, second) = (
      one.steps + (one.goesBack ? 1 : 0), other.steps + (other.goesBack ? 1 : 0)
    )
    // Of as many steps back one in the place of the turn needs the fewest reasons.
    return (one.wrong, first, one.steps) < (other.wrong, second, other.steps)
  }
}

/// What an order makes of the days of a form, one after the other.
private struct Clock {
  let order: DateOrder
  /// When each begins; where that is no date, what the one before has.
  private(set) var seconds: [Int64] = []
  /// How many headers of so many days have no date.
  private var wrong = [0]
  /// How often the clock has gone back when so many days have begun.
  private var steps = [0]

  init(_ order: DateOrder, _ days: [Day]) {
    self.order = order
    var latest = Int64.min
    for day in days {
      let second = day.second(by: order)
      wrong.append(wrong[seconds.count] + (second == nil ? day.count : 0))
      steps.append(steps[seconds.count] + (second ?? latest < latest ? 1 : 0))
      latest = second ?? latest
      seconds.append(latest)
    }
  }

  /// How many headers of some days have no date.
  func wrong(in days: Range<Int>) -> Int { wrong[days.upperBound] - wrong[days.lowerBound] }

  /// How often the clock goes back within some days.
  func steps(in days: Range<Int>) -> Int { steps[days.upperBound] - steps[days.lowerBound + 1] }
}

extension DateOrder {
  fileprivate var first: String {
    switch self {
    case .dayMonthYear: "day"
    case .monthDayYear: "month"
    case .yearMonthDay: "year"
    }
  }

  /// Which of a date's numbers, from 0, are its year, its month and its day.
  fileprivate var places: [Int] {
    switch self {
    case .dayMonthYear: [2, 1, 0]
    case .monthDayYear: [2, 0, 1]
    case .yearMonthDay: [0, 1, 2]
    }
  }
}
