import Model

/// What WhatsApp writes into a message in place of what text cannot hold.
struct MessageMark: Sendable {
  /// What a mark says of its message.
  enum Meaning: Sendable, Hashable {
    /// An attachment that the export left out.
    case omitted(MediaType)
    /// An attachment, named.
    case attached
    case edited
    case deleted
    case call
    case poll
    case location
    /// What had not arrived, or could not be shown, when the export was made.
    case unavailable

    /// Whether the message has something attached, left out or not.
    var isAttachment: Bool {
      switch self {
      case .omitted, .attached: true
      case .edited, .deleted, .call, .poll, .location, .unavailable: false
      }
    }
  }

  let source: Phrasebook.Source
  let meaning: Meaning

  /// Every mark of phones that is known, those of no language first, and beside each what it says.
  static let all = read([everywhere] + Phrasebook.all.map(\.marks))

  /// The marks of tables, and beside each what it says.
  static func read(
    _ tables: [KeyValuePairs<Meaning, String>]
  ) -> (wordings: WordingList, marks: [MessageMark]) {
    var list = WordingList()
    var marks: [MessageMark] = []
    for (meaning, table) in tables.joined() {
      for source in Phrasebook.read(table, into: &list) {
        marks.append(MessageMark(source: source, meaning: meaning))
      }
    }
    return (list, marks)
  }

  /// What all phones write.
  private static let everywhere: KeyValuePairs<Meaning, String> = [
    // Android's placeholder of a message to be viewed once.
    .omitted(.unknown): "+ null"
  ]
}
