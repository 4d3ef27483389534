extension Corpus {
  /// The corpus with people called as aliases say: senders, and the people of notices. What the
  /// exports wrote stays in ``written``. Linear in the messages where an alias is for a sender.
  public func calling(_ aliases: [Alias]) -> Corpus {
    guard !aliases.isEmpty || !self.aliases.isEmpty else { return self }
    var called = self
    called.aliases = aliases
    let book = AliasBook(aliases)
    called.joined = joined.map { join in
      Alias(name: join.name, person: book.person(for: join.person) ?? join.person)
    }
    called.callSenders(book)
    for place in called.messages.notices.indices {
      called.messages.notices[place].call(book)
    }
    return called
  }

  private mutating func callSenders(_ book: AliasBook) {
    let names = people.values.map { book.person(for: $0) ?? $0 }
    guard names != people.values else { return }
    if written == nil { written = Written(names: people.values, senders: messages.senders) }
    var distinct: [String] = []
    var places: [String: Int32] = [:]
    // People stand in the order of their first message, so the first of two that are one tells.
    let people = names.map { name -> Int32 in
      if let place = places[name] { return place }
      let place = Int32(clamping: distinct.count)
      places[name] = place
      distinct.append(name)
      return place
    }
    self.people = Categories(distinct)
    messages.senders = messages.senders.map { $0 < 0 ? $0 : people[Int($0)] }
  }
}

extension Messages.Notice {
  /// Calls its people as aliases say.
  fileprivate mutating func call(_ book: AliasBook) {
    let actor = actor.map { book.person(for: $0) ?? $0 }
    let subject = event.isAboutPerson ? subject.map { book.person(for: $0) ?? $0 } : subject
    guard actor != self.actor || subject != self.subject else { return }
    self = Messages.Notice(message: message, event: event, actor: actor, subject: subject)
  }
}
