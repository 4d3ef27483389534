extension TableDefinition {
  /// One row a person: those who write, by their first message, then those whom only notices name.
  static let participants = TableDefinition(
    .participants, summary: "one row a person, by their first message; then those only in notices",
    shown: ["name", "messages", "words", "media", "links", "first", "last", "share"],
    derived: PeopleSelection.columns
  ) { corpus, _ in
    let view = PeopleView(corpus)
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
      .int(PlainColumn($0.activity(\.messages)))
    },
    .init("words", .int, "words of their bodies") { $0.sums($0.view.words) },
    .init("chars", .int, "Unicode code points of their bodies") { $0.sums($0.view.chars) },
    .init("media", .int, "attachments sent") { .int(PlainColumn($0.activity(\.media))) },
    .init("links", .int, "web addresses sent") { $0.sums($0.view.links) },
    .init("first", .datetime, "their earliest message; null for none") {
      .datetime(PlainColumn($0.activity(\.first), filler: 0))
    },
    .init("last", .datetime, "their latest message; null for none") {
      .datetime(PlainColumn($0.activity(\.last), filler: 0))
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
      .int(PlainColumn($0.activity(\.days)))
    },
    .init("share", .float, "their part of the messages that have a sender, 0 to 1; null for none") {
      let all = Double($0.view.messages.value)
      let shares = $0.activity { all == 0 ? nil : Double($0.messages) / all }
      return .float(PlainColumn(shares, filler: 0))
    },
  ]
}
