import Model

/// Messages dated after the day of the load: a clock was wrong, or day and month are swapped.
struct FutureDates {
  /// The first second after the day of the load.
  let limit: Int64

  /// Dates after the day that a moment falls on.
  init(after now: Moment) {
    limit = Period(.day, holding: now).end
  }

  /// Whether a message of a moment counts as one.
  func contain(_ moment: Int64) -> Bool { moment >= limit }

  /// A row for each run of such messages, about its first.
  func rows(in corpus: Corpus) -> [Problem] {
    let moments = corpus.messages.moments
    guard let last = corpus.period()?.upperBound, contain(last.seconds) else { return [] }
    var rows: [Problem] = []
    for transcript in corpus.transcripts {
      var message = transcript.messages.lowerBound
      while message < transcript.messages.upperBound {
        guard contain(moments[message]) else {
          message += 1
          continue
        }
        let first = message
        while message < transcript.messages.upperBound, contain(moments[message]) { message += 1 }
        let day = Period(.day, holding: Moment(seconds: moments[first]))
        let place = transcript.place(ofLine: Int(corpus.messages.lines[first]))
        rows.append(
          Problem(
            .warning, .futureDate, file: place.map { corpus.files[$0.file].path },
            line: place?.line,
            message - first == 1
              ? "\(day) is after today"
              : "\(message - first) messages from \(day) on are after today"))
      }
    }
    return rows
  }
}
