import Model

/// Recognises WhatsApp's notices by their wording.
struct NoticeReader {
  /// What a notice tells, and of whom.
  struct Notice {
    let meaning: SystemEvent.Meaning
    /// The person who did it; “You” in the language of the export for the one who made it.
    let actor: String?
    /// The person, title or number it is about.
    let subject: String?
  }

  private static let index = WordingIndex(SystemEvent.wordings)
  private static let invitations = SystemEvent.invitations.map { Array($0.utf8) }
  private static let stop = Array(". ".utf8)

  /// The words for the one who made the export, in all phrases, and each with its capital.
  private static let ownWords: [String: String] = SystemEvent.wordings.reduce(into: [:]) {
    for case .word(let bytes, _) in $1.pieces {
      let word = String(decoding: bytes, as: UTF8.self)
      $0[word] = word.prefix(1).uppercased() + word.dropFirst()
    }
  }

  /// The names with which exports speak of the one who made them: “You”, in every language.
  static let ownNames = Set(ownWords.values)

  private let index = NoticeReader.index
  private var line = FoldedText()

  /// What the first line of `range` tells; nil where its wording is not known.
  ///
  /// With a colon at `colon` that may end a sender's name, only a phrase whose fixed words begin
  /// before it counts: in “Ana: Bob left” Ana speaks.
  mutating func notice(
    in range: Range<Int>, colon: Int? = nil, of bytes: Span<UInt8>
  ) -> Notice? {
    let end = min(range.upperBound, lineEnd(bytes, from: range.lowerBound))
    line.fold(bytes, range.lowerBound..<end)
    cutInvitation()
    guard let (phrase, found) = index.phrase(line) else { return nil }
    if let colon, let first = found.first, SystemEvent.wordings[phrase].beginsOpen,
      first.range.upperBound > colon
    {
      return nil
    }
    var actor: String?
    var subject: String?
    for (slot, range) in found {
      switch slot {
      case .actor: actor = person(range, in: bytes)
      case .subject: subject = person(range, in: bytes)
      case .both:
        actor = person(range, in: bytes)
        subject = actor
      case .title, .number: subject = plainText(range, in: bytes)
      case .name, .anything: break
      }
    }
    return Notice(meaning: SystemEvent.all[phrase].meaning, actor: actor, subject: subject)
  }

  /// Drops the sentence that invites to tap.
  private mutating func cutInvitation() {
    var place = 0
    while let stop = line.first(NoticeReader.stop, from: place) {
      if NoticeReader.invitations.contains(where: { line.has($0, at: stop + 2) }) {
        line.cut(at: stop)
        return
      }
      place = stop + 1
    }
  }

  /// A person of a notice; its “you” is its “You”.
  private func person(_ range: Range<Int>, in bytes: Span<UInt8>) -> String {
    let name = senderName(range, in: bytes)
    return NoticeReader.ownWords[name] ?? name
  }

  /// Whether the first two words after `start` are those with which a notice goes on after the
  /// name of a person.
  mutating func goesOn(from start: Int, to end: Int, of bytes: Span<UInt8>) -> Bool {
    line.fold(bytes, start..<end)
    return index.goesOn(line)
  }
}
