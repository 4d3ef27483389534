/// Who there is: the senders in the order of their first message, then the people whom only notices
/// name, in the order of the notices.
struct Roster: Sendable {
  /// The names, each person once; the first are those of ``Corpus/people``.
  private(set) var names: [String]

  /// When each first created a group, joined or was added; ``Moment/none`` where no notice says.
  private(set) var joined: [Int64]

  /// When each left or was removed, of those who did not come back to that chat, of several chats
  /// the last; ``Moment/none`` for the others.
  private(set) var left: [Int64]

  /// Places in ``names`` by ``AliasBook/key(_:)``: a notice may spell a name otherwise than the
  /// headers.
  private var places: [String: Int] = [:]

  /// The people of a corpus.
  init(of corpus: Corpus, check: () throws(Interrupted) -> Void) throws(Interrupted) {
    names = corpus.people.values
    joined = [Int64](repeating: Moment.none, count: names.count)
    left = joined
    places = Dictionary(names.enumerated().map { (AliasBook.key($1), $0) }) { first, _ in first }
    let moments = corpus.messages.moments
    var stays: [Int: Stay] = [:]
    var end = 0
    for (number, notice) in corpus.messages.notices.enumerated() {
      if number & 0xFFF == 0 { try check() }
      let message = Int(notice.message)
      if message >= end {
        close(stays)
        stays = [:]
        end =
          corpus.transcript(ofMessage: message).map { corpus.transcripts[$0].messages.upperBound }
          ?? Int.max
      }
      note(notice, at: moments[message], in: &stays)
    }
    close(stays)
  }

  /// What the notices of one chat tell of a person so far.
  fileprivate struct Stay {
    /// The first and the last time that they came.
    var joined: Int64?
    var returned: Int64?
    /// The last time that they left.
    var left: Int64?
    var isGone = false
  }

  /// Enters what a notice tells.
  private mutating func note(
    _ notice: Messages.Notice, at moment: Int64, in stays: inout [Int: Stay]
  ) {
    let actor = notice.actor.map { place(of: $0) }
    let subject = notice.event.isAboutPerson ? notice.subject.map { place(of: $0) } : nil
    switch notice.event {
    case .created:
      guard let actor else { return }
      stays[actor, default: Stay()].come(moment)
    case .joined:
      guard let person = subject ?? actor else { return }
      stays[person, default: Stay()].come(moment)
    case .left:
      guard let person = subject ?? actor else { return }
      stays[person, default: Stay()].go(moment)
    // Without a subject groups were added to a community, or removed from it.
    case .added:
      guard let subject else { return }
      stays[subject, default: Stay()].come(moment)
    case .removed:
      guard let subject else { return }
      stays[subject, default: Stay()].go(moment)
    default: return
    }
  }

  /// Enters what the notices of a chat told.
  private mutating func close(_ stays: [Int: Stay]) {
    for (person, stay) in stays {
      if let moment = stay.joined {
        joined[person] =
          joined[person] == Moment.none ? moment : Swift.min(joined[person], moment)
      }
      if stay.isGone, let moment = stay.left { left[person] = Swift.max(left[person], moment) }
    }
  }

  /// The place of a person, who is entered if new.
  private mutating func place(of name: String) -> Int {
    let key = AliasBook.key(name)
    if let place = places[key] { return place }
    let place = names.count
    places[key] = place
    names.append(name)
    joined.append(Moment.none)
    left.append(Moment.none)
    return place
  }
}

extension Roster.Stay {
  /// The person came, or came back.
  fileprivate mutating func come(_ moment: Int64) {
    joined = joined.map { Swift.min($0, moment) } ?? moment
    returned = returned.map { Swift.max($0, moment) } ?? moment
    if moment >= left ?? Int64.min { isGone = false }
  }

  /// The person left; of notices out of order the one with the later date counts.
  fileprivate mutating func go(_ moment: Int64) {
    if moment >= Swift.max(left ?? Int64.min, returned ?? Int64.min) { isGone = true }
    left = left.map { Swift.max($0, moment) } ?? moment
  }
}
