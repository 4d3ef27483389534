import Model

/// What the headers of one form tell about the order of their dates.
struct DateEvidence {
  let form: HeaderForm
  /// The first header that has the form, from 0.
  let firstHeader: Int
  /// Headers that have it.
  var count = 0
  /// By ``DateOrder/place``: headers whose numbers an order cannot be right about.
  var contradictions = [0, 0, 0]
  /// By ``DateOrder/place``: times that the clock goes back from one header to the next.
  var stepsBack = [0, 0, 0]
  /// Times that the first number differs from that of the header before.
  var firstChanges = 0
  /// Times that the second number differs from that of the header before.
  var secondChanges = 0
  /// Times that the third number differs from that of the header before.
  var thirdChanges = 0

  /// WhatsApp began in 2009.
  private static let firstShortYear = 9

  /// The orders that the form allows.
  var possible: [DateOrder] {
    if HeaderShape.all[form.shape].namesMonth { return [.dayMonthYear] }
    return switch form.year {
    case .first: [.yearMonthDay]
    case .last, .missing: [.dayMonthYear, .monthDayYear]
    case .short: [.dayMonthYear, .monthDayYear, .yearMonthDay]
    }
  }

  /// Whether it is the form in which WhatsApp Web writes headers, always the month first.
  func isFromWeb(_ web: WebExport?) -> Bool {
    web == .text && form.shape == WebExport.textShape && form.separator == .slash
      && form.year == .short
  }

  /// The orders that the fewest headers contradict.
  var leastContradicted: [DateOrder] {
    let fewest = possible.map { contradictions[$0.place] }.min() ?? 0
    return possible.filter { contradictions[$0.place] == fewest }
  }

  /// The evidence of every form, the form of the first header first; steps are not yet counted.
  static func all(in stamps: [Int64]) -> [DateEvidence] {
    var all: [DateEvidence] = []
    var places = Array(repeating: -1, count: HeaderForm.limit)
    var place = -1
    var key: Int64 = -1
    var contradicted = (false, false, false)
    for (index, raw) in stamps.enumerated() {
      let stamp = HeaderStamp(rawValue: raw)
      // Neighbours mostly share their day.
      if stamp.dateKey != key {
        key = stamp.dateKey
        place = places[Int(stamp.form.rawValue)]
        if place < 0 {
          place = all.count
          places[Int(stamp.form.rawValue)] = place
          all.append(DateEvidence(form: stamp.form, firstHeader: index))
        }
        contradicted = (
          contradicts(.dayMonthYear, stamp), contradicts(.monthDayYear, stamp),
          contradicts(.yearMonthDay, stamp)
        )
      }
      all[place].count += 1
      if contradicted.0 { all[place].contradictions[0] += 1 }
      if contradicted.1 { all[place].contradictions[1] += 1 }
      if contradicted.2 { all[place].contradictions[2] += 1 }
    }
    return all
  }

  private static func contradicts(_ order: DateOrder, _ stamp: HeaderStamp) -> Bool {
    let (year, month, day) = order.numbers(of: stamp)
    return !(1...12).contains(month) || !(1...31).contains(day)
      || stamp.form.year == .short && year < 2_000 + firstShortYear
  }
}

extension [DateEvidence] {
  /// Counts, for every form, how often its clock goes back under each order and how often its
  /// outer numbers change, each header compared with the one of its form before it. Linear.
  mutating func countSteps(in stamps: [Int64]) {
    var places = [Int](repeating: -1, count: HeaderForm.limit)
    for (place, evidence) in enumerated() { places[Int(evidence.form.rawValue)] = place }
    var latest = [Latest](repeating: Latest(), count: count)
    for raw in stamps {
      let stamp = HeaderStamp(rawValue: raw)
      let place = places[Int(stamp.form.rawValue)]
      var seconds = latest[place].seconds
      if stamp.dateKey != latest[place].key {
        for order in DateOrder.allCases {
          // Without a time that exists there is still a day to compare.
          let midnight = HeaderStamp(rawValue: raw & ~Int64(HeaderStamp.noTime))
          latest[place].midnights[order.place] = order.seconds(of: midnight) ?? Moment.none
        }
        if latest[place].key >= 0 {
          let before = HeaderStamp(rawValue: latest[place].key << 17)
          if before.first != stamp.first { self[place].firstChanges += 1 }
          if before.second != stamp.second { self[place].secondChanges += 1 }
          if before.third != stamp.third { self[place].thirdChanges += 1 }
        }
        latest[place].key = stamp.dateKey
      }
      for order in 0..<3 where latest[place].midnights[order] != Moment.none {
        let now = latest[place].midnights[order] + Int64(stamp.secondOfDay)
        if now < seconds[order] { self[place].stepsBack[order] += 1 }
        seconds[order] = now
      }
      latest[place].seconds = seconds
    }
  }
}

/// Where the clock of a form stood at its latest header, by ``DateOrder/place``.
private struct Latest {
  var key: Int64 = -1
  var midnights = [Moment.none, Moment.none, Moment.none]
  var seconds = [Int64.min, Int64.min, Int64.min]
}
