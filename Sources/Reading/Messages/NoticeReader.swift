import Model

/// Recognises WhatsApp's notices by their wording.
struct NoticeReader {
  /// What a notice tells, and of whom.
  struct Notice {
    let meaning: SystemEvent.Meaning
    /// The person who did it; “You” in the language of the export for the one who made it.
    let actor: String?
    /// The person, several persons in one text, or the title or number it is about.
    let subject: String?
    /// What may stand between the last two of several persons in ``subject``; empty where it is one.
    let and: [String]

    /// The people whom it names.
    var people: [String] {
      var people = [actor].compactMap(\.self)
      if let subject, case .event(let event) = meaning, event.isAboutPerson {
        people += and.isEmpty ? [subject] : NameList(subject, and: and).names { _ in false }
      }
      return people
    }
  }

  /// What a line is in which a colon may end the sender's name.
  enum Line {
    /// A notice, whatever stands before the colon.
    case notice(Notice)
    /// The wording of a notice behind a name that holds the colon and ends at this byte offset: a notice
    /// if that is somebody's name, else what somebody wrote about somebody.
    case wording(behindName: Int)
    /// Neither.
    case other
  }

  private static let index = WordingIndex(SystemEvent.all.wordings, isSentence: true)
  private static let taps = Phrasebook.all.flatMap(\.taps).map { Array($0.utf8) }
  private static let stop = Array(". ".utf8)
  /// What is done to several people at once.
  private static let mayBeSeveral: [SystemEvent.Meaning] = [
    .event(.added), .event(.removed), .event(.joined), .event(.left),
  ]

  /// The names with which exports speak of the one who made them: “You”, in every language.
  static let ownNames = Set(Phrasebook.all.map(\.you))

  private let index = NoticeReader.index
  private var folded = FoldedText()
  /// What lines told that were asked about without a colon: a few people do the same few things.
  private var known = KnownTexts<Notice?>(bits: 10, longest: 128)

  /// What the first line of `range` tells; nil where its wording is not known.
  ///
  /// With a colon at `colon` that may end a sender's name, only a phrase whose fixed words begin
  /// before it counts: in “Ana: Bob left” Ana speaks.
  mutating func notice(
    in range: Range<Int>, colon: Int? = nil, of bytes: Span<UInt8>
  ) -> Notice? {
    let end = min(range.upperBound, lineEnd(bytes, from: range.lowerBound))
    let words = range.lowerBound..<end
    if let colon {
      guard case .notice(let notice) = line(in: range, colon: colon, of: bytes) else { return nil }
      return notice
    }
    if let notice = known.answer(words, in: bytes) { return notice }
    let notice = read(words, of: bytes)
    known.keep(notice, for: words, in: bytes)
    return notice
  }

  /// What the first line of `range` is, in which a sender's name may end at `colon`.
  mutating func line(in range: Range<Int>, colon: Int, of bytes: Span<UInt8>) -> Line {
    let end = min(range.upperBound, lineEnd(bytes, from: range.lowerBound))
    folded.fold(bytes, range.lowerBound..<end)
    guard let phrase = index.phrase(folded) else { return .other }
    if let first = phrase.found.first, index.beginsOpen(phrase.phrase) {
      let name = folded.original(first.range)
      if name.upperBound > colon { return .wording(behindName: name.upperBound) }
    }
    return .notice(notice(phrase, of: bytes))
  }

  /// What a line tells: ``notice(in:colon:of:)``.
  private mutating func read(_ words: Range<Int>, of bytes: Span<UInt8>) -> Notice? {
    folded.fold(bytes, words)
    return index.phrase(folded).map { notice($0, of: bytes) }
  }

  /// What a phrase tells that the folded line is.
  private func notice(
    _ phrase: (phrase: Int, found: Wording.Found), of bytes: Span<UInt8>
  ) -> Notice {
    let (phrase, found) = phrase
    let event = SystemEvent.all.events[phrase]
    var actor: String?
    var subject: String?
    var and: [String] = []
    let book = Phrasebook.all[event.book]
    if let own = index.own(phrase) {
      if own != .subject { actor = book.you }
      if own != .actor { subject = book.you }
    }
    for (slot, range) in found {
      let name = folded.original(withoutInvitation(range))
      switch slot {
      case .actor: actor = senderName(name, in: bytes)
      case .subject, .both:
        subject = senderName(name, in: bytes)
        if slot == .both { actor = subject }
        if NoticeReader.mayBeSeveral.contains(event.meaning) { and = book.and }
      case .title:
        subject = plainText(folded.original(folded.unquoted(withoutInvitation(range))), in: bytes)
      case .number: subject = plainText(name, in: bytes)
      case .old, .name, .count, .anything: break
      }
    }
    if !and.isEmpty, let subject, !NameList(subject, and: and).isSeveral { and = [] }
    return Notice(meaning: event.meaning, actor: actor, subject: subject, and: and)
  }

  /// What a slot holds without the sentence that invites to tap.
  private func withoutInvitation(_ range: Range<Int>) -> Range<Int> {
    guard range.upperBound == folded.bytes.count else { return range }
    var place = range.lowerBound
    while let stop = folded.first(NoticeReader.stop, 0..<2, from: place) {
      if NoticeReader.taps.contains(where: { folded.first($0, 0..<$0.count, from: stop) != nil }) {
        return range.lowerBound..<max(stop, range.lowerBound)
      }
      place = stop + 1
    }
    return range
  }

  /// Whether the first two words after `start` are those with which a notice goes on after the
  /// name of a person.
  mutating func goesOn(from start: Int, to end: Int, of bytes: Span<UInt8>) -> Bool {
    folded.fold(bytes, start..<end)
    return index.goesOn(folded)
  }

  /// Whether a quotation opens in a range and closes between its end and `end`.
  mutating func opensQuotation(
    in range: Range<Int>, closedBefore end: Int, of bytes: Span<UInt8>
  ) -> Bool {
    folded.fold(bytes, range)
    guard let last = folded.bytes.lastIndex(of: 0x22), last + 1 < folded.bytes.count,
      NoticeReader.mayOpen(behind: last > 0 ? folded.bytes[last - 1] : 0x20), folded.hasOddQuotes
    else { return false }
    folded.fold(bytes, range.upperBound..<end)
    return folded.hasOddQuotes
  }

  /// Whether a quotation may open behind a byte: a blank, a bracket, or the end of a character of
  /// a script that needs no blanks.
  private static func mayOpen(behind byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x28 || byte >= 0x80
  }
}
