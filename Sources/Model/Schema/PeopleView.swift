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
  init(_ corpus: Corpus) {
    let roster = Roster(of: corpus)
    let activity = Lazy { Activity.tally(of: corpus, people: roster.names.count) }
    self.roster = roster
    self.activity = activity
    messages = Lazy { activity.value.reduce(0) { $0 + $1.messages } }
    words = Lazy { PeopleView.sums(of: corpus, people: roster.names.count, WordCount.of(_:)) }
    chars = Lazy { PeopleView.sums(of: corpus, people: roster.names.count, Scalars.count(in:)) }
    links = Lazy {
      PeopleView.sums(of: corpus, people: roster.names.count) { body in
        var count = 0
        Links.forEach(in: body) { _ in count += 1 }
        return count
      }
    }
  }

  /// For each person the sum of what `count` counts in their bodies.
  private static func sums(
    of corpus: Corpus, people: Int, _ count: (Span<UInt8>) -> Int
  ) -> [Int64] {
    let texts = MessageTexts(of: corpus)
    let senders = corpus.messages.senders
    var sums = [Int64](repeating: 0, count: people)
    for rows in corpus.messages.batches {
      let counts = texts.bodies(of: .range(rows)).counts(count).values
      for (sender, count) in zip(senders[rows], counts) where sender >= 0 {
        sums[Int(sender)] += count
      }
    }
    return sums
  }
}
