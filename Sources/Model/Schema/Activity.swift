/// What a person did, by the messages they sent.
struct Activity: Sendable {
  /// Messages.
  var messages: Int64 = 0
  /// Attachments.
  var media: Int64 = 0
  /// Earliest and latest dated message, in seconds since 1970-01-01 00:00; nil for none.
  var first: Int64?
  var last: Int64?
  /// Different days with a message.
  var days: Int64 = 0

  /// What each of a number of people did, of whom the first are ``Corpus/people``.
  static func tally(
    of corpus: Corpus, people: Int, check: () throws(Interrupted) -> Void
  ) throws(Interrupted) -> [Activity] {
    var tally = [Activity](repeating: Activity(), count: people)
    var days: [PersonDay] = []
    var lastDays = [Int64](repeating: Int64.min, count: people)
    let (senders, moments) = (corpus.messages.senders, corpus.messages.moments)
    try Checked.forEach(senders.count, check: check) { message in
      guard senders[message] >= 0 else { return }
      let (person, moment) = (Int(senders[message]), moments[message])
      tally[person].messages += 1
      guard moment != Moment.none else { return }
      tally[person].first = Swift.min(tally[person].first ?? moment, moment)
      tally[person].last = Swift.max(tally[person].last ?? moment, moment)
      let day = Period.ordinal(of: .day, holding: moment)
      // Most messages fall on the day of the person's message before: few are left to sort.
      guard day != lastDays[person] else { return }
      lastDays[person] = day
      days.append(PersonDay(person: person, day: day))
    }
    try check()
    days.sort()
    try Checked.forEach(days.count, check: check) { place in
      if place == 0 || days[place - 1] != days[place] { tally[days[place].person].days += 1 }
    }
    let attachments = corpus.messages.attachments
    try Checked.forEach(attachments.count, check: check) { place in
      let sender = senders[Int(attachments[place].message)]
      if sender >= 0 { tally[Int(sender)].media += 1 }
    }
    return tally
  }

  /// A day on which a person wrote.
  private struct PersonDay: Comparable {
    let person: Int
    let day: Int64

    static func < (a: PersonDay, b: PersonDay) -> Bool {
      (a.person, a.day) < (b.person, b.day)
    }
  }
}
