/// The people of a corpus: what the columns of the table `participants` share. What needs a pass
/// over the messages is worked out when a query names it.
final class PeopleView: Sendable {
  /// Who there is, with what notices tell of them.
  let roster: Roster

  /// What each did, one for each of the roster.
  let activity: Lazy<[Activity]>

  /// Messages that have a sender.
  let messages: Lazy<Int64>

  /// Words, code points and links of each one's bodies.
  let words: Lazy<[Int64]>
  let chars: Lazy<[Int64]>
  let links: Lazy<[Int64]>

  /// The people of what is loaded.
  init(_ corpus: Corpus, _ lens: Lens) throws(Interrupted) {
    let roster = try Roster(of: corpus, check: lens.check)
    let activity = Lazy { () throws(Interrupted) in
      try Activity.tally(of: corpus, people: roster.names.count, check: lens.check)
    }
    func sums(_ count: @escaping @Sendable (Span<UInt8>) -> Int) -> Lazy<[Int64]> {
      Lazy { () throws(Interrupted) in
        try PeopleView.sums(of: corpus, people: roster.names.count, check: lens.check, count)
      }
    }
    self.roster = roster
    self.activity = activity
    messages = Lazy { () throws(Interrupted) in
      try activity.value.reduce(0) { $0 + $1.messages }
    }
    words = sums(WordCount.of(_:))
    chars = sums(Scalars.count(in:))
    links = sums { body in
      var count = 0
      Links.forEach(in: body) { _ in count += 1 }
      return count
    }
  }

  /// For each person the sum of what `count` counts in their bodies.
  private static func sums(
    of corpus: Corpus, people: Int, check: () throws(Interrupted) -> Void,
    _ count: (Span<UInt8>) -> Int
  ) throws(Interrupted) -> [Int64] {
    let texts = MessageTexts(of: corpus)
    let senders = corpus.messages.senders
    var sums = [Int64](repeating: 0, count: people)
    for rows in corpus.messages.batches {
      try check()
      let counts = texts.bodies(of: .range(rows)).counts(count).values
      for (sender, count) in zip(senders[rows], counts) where sender >= 0 {
        sums[Int(sender)] += count
      }
    }
    return sums
  }
}
