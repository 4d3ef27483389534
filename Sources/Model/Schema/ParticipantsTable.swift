extension TableDefinition {
  /// One row a person: those who write, by their first message, then those whom only notices name.
  static let participants = TableDefinition(
    .participants, summary: "one row a person, by their first message; then those only in notices",
    shown: ["name", "messages", "words", "media", "links", "first", "last", "share"],
    derived: PeopleSelection.columns
  ) { (corpus, lens) throws(Interrupted) in
    let view = try PeopleView(corpus, lens)
    return (view.roster.names.count, { PeopleSelection(view: view, rows: $0) })
  }
}

extension PeopleSelection {
  /// The columns of the table `participants`, in order.
  static let columns: [ColumnEntry<PeopleSelection>] = [
    .init("name", .text, "how the exports call the person") { people in
      .text(TextColumn(people.rows.map { people.view.roster.names[$0] }))
    },
    .init("messages", .int, "messages sent; 0 for people known only from notices") {
      (people) throws(Interrupted) in
      .int(PlainColumn(try people.activity(\.messages)))
    },
    .init("words", .int, "words of their bodies") { (people) throws(Interrupted) in
      try people.sums(people.view.words)
    },
    .init("chars", .int, "Unicode code points of their bodies") { (people) throws(Interrupted) in
      try people.sums(people.view.chars)
    },
    .init("media", .int, "attachments sent") { (people) throws(Interrupted) in
      .int(PlainColumn(try people.activity(\.media)))
    },
    .init("links", .int, "web addresses sent") { (people) throws(Interrupted) in
      try people.sums(people.view.links)
    },
    .init("first", .datetime, "their earliest message; null for none") {
      (people) throws(Interrupted) in
      .datetime(PlainColumn(try people.activity(\.first), filler: 0))
    },
    .init("last", .datetime, "their latest message; null for none") {
      (people) throws(Interrupted) in
      .datetime(PlainColumn(try people.activity(\.last), filler: 0))
    },
    .init(
      "joined", .datetime, "when a notice first says they joined, were added or created it; or null"
    ) {
      people in
      .datetime(PlainColumn(moments: people.rows.map { people.view.roster.joined[$0] }))
    },
    .init(
      "left", .datetime, "when they left or were removed, if no notice says they came back; or null"
    ) {
      people in
      .datetime(PlainColumn(moments: people.rows.map { people.view.roster.left[$0] }))
    },
    .init("days", .int, "different days with a message") {
      (people) throws(Interrupted) in
      .int(PlainColumn(try people.activity(\.days)))
    },
    .init("share", .float, "their part of the messages that have a sender, 0 to 1; null for none") {
      (people) throws(Interrupted) in
      let all = Double(try people.view.messages.value)
      let shares = try people.activity { all == 0 ? nil : Double($0.messages) / all }
      return .float(PlainColumn(shares, filler: 0))
    },
  ]
}
