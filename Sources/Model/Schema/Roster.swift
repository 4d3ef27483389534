/// Who there is: the senders in the order of their first message, then the people whom only notices
/// name, in the order of the notices.
struct Roster: Sendable {
  /// The names, each person once; the first are those of ``Corpus/people``.
  private(set) var names: [String]

  /// When each first joined or was added; ``Moment/none`` where no notice says.
  private(set) var joined: [Int64]

  /// When each last left or was removed, likewise.
  private(set) var left: [Int64]

  /// Places in ``names`` by folded name: a notice may spell a name otherwise than the headers.
  private var places: [String: Int] = [:]

  /// The people of a corpus.
  init(of corpus: Corpus) {
    names = corpus.people.values
    joined = [Int64](repeating: Moment.none, count: names.count)
    left = joined
    places = Dictionary(names.enumerated().map { (Fold.string($1), $0) }) { first, _ in first }
    for notice in corpus.messages.notices {
      note(notice, at: corpus.messages.moments[Int(notice.message)])
    }
  }

  /// Enters what a notice tells.
  private mutating func note(_ notice: Messages.Notice, at moment: Int64) {
    if let actor = notice.actor { _ = place(of: actor) }
    switch notice.event {
    case .joined, .added:
      guard let person = person(of: notice) else { return }
      let place = place(of: person)
      joined[place] = joined[place] == Moment.none ? moment : Swift.min(joined[place], moment)
    case .left, .removed:
      guard let person = person(of: notice) else { return }
      let place = place(of: person)
      left[place] = Swift.max(left[place], moment)
    default:
      guard notice.event.isAboutPerson, let person = notice.subject else { return }
      _ = place(of: person)
    }
  }

  /// Who came or went; nil where groups were added to a community, or removed from it.
  private func person(of notice: Messages.Notice) -> String? {
    let isByOneself = notice.event == .joined || notice.event == .left
    return notice.subject ?? (isByOneself ? notice.actor : nil)
  }

  /// The place of a person, who is entered if new.
  private mutating func place(of name: String) -> Int {
    let folded = Fold.string(name)
    if let place = places[folded] { return place }
    let place = names.count
    places[folded] = place
    names.append(name)
    joined.append(Moment.none)
    left.append(Moment.none)
    return place
  }
}
