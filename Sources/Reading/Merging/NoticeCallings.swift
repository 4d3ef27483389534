import Model

extension MergedGroup {
  /// For each transcript of the group what its senders are called, by their place among the people
  /// of the corpus that the group is of.
  func names(in corpus: Corpus) -> [[Int32: String]] {
    let codes = Dictionary(
      corpus.people.values.enumerated().map { ($0.element, Int32(clamping: $0.offset)) }
    ) { first, _ in first }
    var called = [[Int32: String]](repeating: [:], count: transcripts.count)
    for (person, name) in zip(people, names) {
      for spelling in person.spellings {
        if let code = codes[spelling.name] { called[spelling.part][code] = name }
      }
    }
    return called
  }
}

/// What the people of notices are called where transcripts are merged: as the senders are whom the
/// same source spells so.
struct NoticeCallings {
  /// For each transcript that is merged, what people are called by the ``AliasBook/key(_:)`` of
  /// their spelling there.
  private var called: [Int: [String: String]] = [:]

  private let corpus: Corpus

  init(_ groups: [MergedGroup], of corpus: Corpus) {
    self.corpus = corpus
    for group in groups {
      for (person, name) in zip(group.people, group.names) {
        for spelling in person.spellings {
          called[group.transcripts[spelling.part], default: [:]][AliasBook.key(spelling.name)] =
            name
        }
      }
    }
  }

  /// A notice with its people called so.
  func called(_ notice: Messages.Notice) -> Messages.Notice {
    guard let transcript = corpus.transcript(ofMessage: Int(notice.message)),
      let names = called[transcript]
    else { return notice }
    func name(_ spelling: String) -> String { names[AliasBook.key(spelling)] ?? spelling }
    return Messages.Notice(
      message: notice.message, event: notice.event, actor: notice.actor.map(name),
      subject: notice.event.isAboutPerson ? notice.subject.map(name) : notice.subject)
  }
}
