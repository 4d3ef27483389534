/// Conversations: the stretches of a transcript between two long silences.
enum Conversations {
  /// The conversation of each message of a corpus, numbered from 1 across transcripts. One begins
  /// with each transcript, and with a message dated `silence` seconds or more after the dated one
  /// before it; what has no date belongs to the one that is going on.
  static func numbers(
    of corpus: Corpus, silence: Int64, check: () throws(Interrupted) -> Void
  ) throws(Interrupted) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(corpus.messages.count)
    var current: Int32 = 0
    for transcript in corpus.transcripts {
      var last = Moment.none
      let moments = corpus.messages.moments[transcript.messages]
      try Checked.forEach(moments.count, check: check) { place in
        let moment = moments[moments.startIndex + place]
        let isFirst = place == 0
        let isLate = moment != Moment.none && last != Moment.none && moment &- last >= silence
        if isFirst || isLate { current &+= 1 }
        if moment != Moment.none { last = moment }
        numbers.append(current)
      }
    }
    return numbers
  }
}
