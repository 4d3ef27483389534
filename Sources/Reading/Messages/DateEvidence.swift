import Model

/// What the headers of one form tell about the order of their dates.
struct DateEvidence {
  let form: HeaderForm
  /// The first header that has the form, from 0.
  private(set) var firstHeader: Int
  /// Headers that have it.
  var count = 0
  /// By ``DateOrder/place``: headers whose numbers an order cannot be right about.
  var contradictions = [0, 0, 0]
  /// By ``DateOrder/place``: times that the clock goes back from one header to the next.
  var stepsBack = [0, 0, 0]
  /// By ``DateOrder/place``: days that are still to come, each as often as headers come to it.
  var daysToCome = [0, 0, 0]
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
  static func all(in stamps: some Sequence<Int64>) -> [DateEvidence] {
    var all: [DateEvidence] = []
    var places = Array(repeating: -1, count: HeaderForm.limit)
    var count = 0
    var key = HeaderStamp.noDate
    // Neighbours mostly share their day: what tells of it is counted once for all of them.
    func close(_ same: Int) {
      guard same > 0 else { return }
      let stamp = HeaderStamp(rawValue: key << 17)
      let form = Int(stamp.form.rawValue)
      if places[form] < 0 {
        places[form] = all.count
        all.append(DateEvidence(form: stamp.form, firstHeader: count - same))
      }
      all[places[form]].count += same
      for order in DateOrder.allCases where contradicts(order, stamp) {
        all[places[form]].contradictions[order.place] += same
      }
    }
    var same = 0
    for raw in stamps {
      if raw >> 17 != key {
        close(same)
        key = raw >> 17
        same = 0
      }
      same += 1
      count += 1
    }
    close(same)
    return all
  }

  /// The same, the headers having other numbers.
  fileprivate func moved(by count: Int) -> DateEvidence {
    var moved = self
    moved.firstHeader += count
    return moved
  }

  /// Whether a header's numbers can be no date in an order.
  static func contradicts(_ order: DateOrder, _ stamp: HeaderStamp) -> Bool {
    let (year, month, day) = order.numbers(of: stamp)
    return !(1...12).contains(month) || !(1...31).contains(day)
      || stamp.form.year == .short && year < 2_000 + firstShortYear
  }
}

extension [DateEvidence] {
  /// Adds the evidence of headers that follow, of which the first has a number.
  mutating func append(_ next: [DateEvidence], from first: Int) {
    for item in next {
      guard let place = firstIndex(where: { $0.form == item.form }) else {
        append(item.moved(by: first))
        continue
      }
      self[place].count += item.count
      for order in item.contradictions.indices {
        self[place].contradictions[order] += item.contradictions[order]
      }
    }
  }

  /// Counts, for every form, how often its clock goes back under each order and how often its
  /// outer numbers change, each header compared with the one of its form before it, and the days after
  /// `last`, a wall-clock second. Linear.
  mutating func countSteps(in stamps: [Int64], upTo last: Int64) {
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
          let day = order.seconds(of: midnight) ?? Moment.none
          latest[place].midnights[order.place] = day
          if day > last { self[place].daysToCome[order.place] += 1 }
        }
        if latest[place].key != HeaderStamp.noDate {
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
  var key = HeaderStamp.noDate
  var midnights = [Moment.none, Moment.none, Moment.none]
  var seconds = [Int64.min, Int64.min, Int64.min]
}
