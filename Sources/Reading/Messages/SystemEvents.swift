import Model

/// A wording of WhatsApp's notices: what it tells.
struct SystemEvent: Sendable {
  /// What a notice tells.
  enum Meaning: Sendable, Hashable {
    case event(Event)
    /// A call, which is a message of its own kind.
    case call
  }

  /// The language that it is in, by its place in ``Phrasebook/all``.
  let book: Int
  let source: Phrasebook.Source
  let meaning: Meaning

  /// Every wording that is known, and beside each what it tells.
  static let all: (wordings: WordingList, events: [SystemEvent]) = {
    var list = WordingList()
    var events: [SystemEvent] = []
    for (place, book) in Phrasebook.all.enumerated() {
      let tables = book.notices.map { (Meaning.event($0.key), $0.value) } + [(.call, book.calls)]
      for (meaning, table) in tables {
        for source in Phrasebook.read(table, into: &list) {
          events.append(SystemEvent(book: place, source: source, meaning: meaning))
        }
      }
    }
    return (list, events)
  }()
}
