import Model

/// Messages dated before WhatsApp began, in 2009: a clock was wrong, or the years are of a calendar that is
/// not known here.
struct EarlyDates {
  /// 2009-01-01.
  private static let limit =
    Int64(CivilDate(year: 2_009, month: 1, day: 1)?.daysSince1970 ?? 0) * Moment.day

  /// A row for each transcript that has such messages, about the first.
  static func rows(in corpus: Corpus) -> [Problem] {
    let moments = corpus.messages.moments
    guard let first = corpus.period()?.lowerBound, first.seconds < limit else { return [] }
    let isEarly = { (moment: Int64) in moment != Moment.none && moment < limit }
    return corpus.transcripts.compactMap { transcript in
      let messages = moments[transcript.messages]
      guard let message = messages.firstIndex(where: isEarly) else { return nil }
      let count = messages.count(where: isEarly)
      let place = transcript.place(ofLine: Int(corpus.messages.lines[message]))
      let day = Period(.day, holding: Moment(seconds: moments[message]))
      return Problem(
        .note, .invalidDate, file: place.map { corpus.files[$0.file].path }, line: place?.line,
        (count == 1 ? "\(day) is" : "\(count) messages, the first of \(day), are")
          + " before 2009, when WhatsApp began: a clock was wrong, or the year is of another "
          + "calendar, and read as it stands")
    }
  }
}
