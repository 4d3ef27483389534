import Model

/// One side of a merge: the messages of a source, or of several merged so far, in the order of
/// time.
struct Strand {
  /// The messages; minutes ascend.
  var messages: [Message] = []

  /// Who writes, each person once as far as the names and the coincidences so far tell.
  var people: [Person] = []

  /// Whether a source of it is cut into chunks, so that a message may have lost its end in a gap.
  var isChunked = false

  /// A message on its way through the merge.
  struct Message {
    /// The message of the corpus whose text is kept.
    var message: Int32
    /// Who wrote it, or whom a notice is about, as a place among the people of the strand;
    /// ``nobody`` where nobody did or the strand does not know the name.
    var person: Int32
    /// The minute that it is put at, since 1970-01-01 00:00: its own, or without a date that of the
    /// next message that has one.
    var minute: Int64
    /// Its second, from the copy that tells it; ``Moment/none`` without a date.
    var moment: Int64
    /// The hash of what it says: ``MessageContents``.
    var content: UInt64
  }

  /// What stands for no person.
  static let nobody: Int32 = -1

  /// A person as the sources of a strand spell them.
  struct Person {
    /// The spellings, in the order of the sources.
    var spellings: [Spelling]
  }

  /// What a source calls a person.
  struct Spelling: Hashable {
    /// The name.
    let name: String
    /// The source, as a place among those that are merged.
    let part: Int
  }

  /// Puts the messages in the order of time: by minute, those of a minute as they stand. Linear
  /// where they are in that order already, as they nearly always are.
  mutating func sort() {
    guard zip(messages, messages.dropFirst()).contains(where: { $0.minute > $1.minute }) else {
      return
    }
    let order = messages.indices.sorted { a, b in
      (messages[a].minute, a) < (messages[b].minute, b)
    }
    messages = order.map { messages[$0] }
  }

  /// The minutes from the first message with a date to the last; nil where none has one.
  var period: ClosedRange<Int64>? {
    guard let first = messages.first(where: { $0.moment != Moment.none }),
      let last = messages.last(where: { $0.moment != Moment.none })
    else { return nil }
    return first.minute...last.minute
  }

  /// The end of the run of messages of the same minute that begins at a place.
  func endOfMinute(from place: Int) -> Int {
    var end = place + 1
    while end < messages.count, messages[end].minute == messages[place].minute { end += 1 }
    return end
  }
}

extension Strand {
  /// The messages of a transcript of a corpus, which is the part of that number of a merge. Linear.
  init(_ transcript: Transcript, part: Int, of corpus: Corpus, _ contents: inout MessageContents) {
    isChunked = !transcript.chunks.isEmpty
    let senders = corpus.messages.senders
    var places: [Int32: Int32] = [:]
    var named: [String: Int32] = [:]
    for sender in senders[transcript.messages] where sender >= 0 && places[sender] == nil {
      let place = Int32(clamping: people.count)
      let name = corpus.people.values[Int(sender)]
      places[sender] = place
      named[AliasBook.key(name)] = place
      people.append(Person(spellings: [Spelling(name: name, part: part)]))
    }
    messages.reserveCapacity(transcript.messages.count)
    for message in transcript.messages {
      let (sender, moment) = (senders[message], corpus.messages.moments[message])
      let person =
        sender >= 0
        ? places[sender] : contents.subject(of: message).flatMap { named[AliasBook.key($0)] }
      messages.append(
        Message(
          message: Int32(clamping: message), person: person ?? Strand.nobody,
          minute: moment == Moment.none ? moment : Period.ordinal(of: .minute, holding: moment),
          moment: moment, content: contents.content(of: message, in: transcript)))
    }
    placeUndated()
    sort()
  }

  /// Gives what has no date the minute of the next message that has one, else of the last.
  private mutating func placeUndated() {
    var next = messages.last { $0.moment != Moment.none }?.minute ?? 0
    for place in messages.indices.reversed() {
      if messages[place].moment == Moment.none { messages[place].minute = next }
      next = messages[place].minute
    }
  }
}
