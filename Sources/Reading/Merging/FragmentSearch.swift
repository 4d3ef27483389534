import Model

/// Finds the message that a fragment is a part of in another source, where that has it whole: lines
/// whose header stood in a chunk that is missing.
struct FragmentSearch {
  private let corpus: Corpus
  private let traits: MessageTraits

  /// Messages that are looked at for one fragment, at most.
  private static let reach = 1_000

  /// Folded bytes of a fragment that no other message is likely to have by chance.
  private static let proof = 40

  init(of corpus: Corpus, _ traits: MessageTraits) {
    self.corpus = corpus
    self.traits = traits
  }

  /// The message of which a fragment is a part; nil where there is none. `like` is the message of
  /// the other source that is one with the next message after the fragment.
  ///
  /// It is the message before `like` where that ends with the fragment's lines. A fragment long
  /// enough to be known may also stand in the middle of that one or of those before it, back to the
  /// minute of the message before the fragment: chunks may be missing after it too.
  func whole(of fragment: Int32, before like: Int32) -> Int32? {
    let lines = traits.lines(of: fragment)
    guard !lines.isEmpty, let range = messages(of: like) else { return nil }
    let isKnown = lines.reduce(0) { $0 + $1.count } >= FragmentSearch.proof
    let moments = corpus.messages.moments
    let floor =
      messages(of: fragment).flatMap { range in
        Int(fragment) > range.lowerBound ? moments[Int(fragment) - 1] : nil
      } ?? Moment.none
    var candidate = Int(like) - 1
    let last = Swift.max(range.lowerBound, candidate - FragmentSearch.reach)
    while candidate >= last {
      let moment = moments[candidate]
      // The clocks of both may differ by the seconds that one does not tell.
      if floor != Moment.none, moment != Moment.none, moment < floor - 59 { return nil }
      let whole = traits.lines(of: Int32(clamping: candidate))
      if candidate == Int(like) - 1, whole.ends(with: lines) { return Int32(clamping: candidate) }
      guard isKnown else { return nil }
      if whole.holds(lines) { return Int32(clamping: candidate) }
      candidate -= 1
    }
    return nil
  }

  /// The messages of the transcript of a message.
  private func messages(of message: Int32) -> Range<Int>? {
    corpus.transcript(ofMessage: Int(message)).map { corpus.transcripts[$0].messages }
  }
}

extension [ArraySlice<UInt8>] {
  /// Whether the last lines are these.
  fileprivate func ends(with lines: Self) -> Bool {
    lines.count <= count && suffix(lines.count).elementsEqual(lines)
  }

  /// Whether these lines stand somewhere among them, one after the other.
  fileprivate func holds(_ lines: Self) -> Bool {
    guard let first = lines.first, lines.count <= count else { return false }
    return (0...(count - lines.count)).contains { start in
      self[start] == first && self[start..<(start + lines.count)].elementsEqual(lines)
    }
  }
}
