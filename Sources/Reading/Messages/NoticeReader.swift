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
  private var line = FoldedText()
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
    if colon != nil { return read(words, colon: colon, of: bytes) }
    if let notice = known.answer(words, in: bytes) { return notice }
    let notice = read(words, colon: nil, of: bytes)
    known.keep(notice, for: words, in: bytes)
    return notice
  }

  /// What a line tells: ``notice(in:colon:of:)``.
  private mutating func read(
    _ words: Range<Int>, colon: Int?, of bytes: Span<UInt8>
  ) -> Notice? {
    line.fold(bytes, words)
    guard let (phrase, found) = index.phrase(line) else { return nil }
    let event = SystemEvent.all.events[phrase]
    if let colon, let first = found.first, index.beginsOpen(phrase),
      line.original(first.range).upperBound > colon
    {
      return nil
    }
    var actor: String?
    var subject: String?
    var and: [String] = []
    let book = Phrasebook.all[event.book]
    if let own = index.own(phrase) {
      if own != .subject { actor = book.you }
      if own != .actor { subject = book.you }
    }
    for (slot, range) in found {
      let name = line.original(withoutInvitation(range))
      switch slot {
      case .actor: actor = senderName(name, in: bytes)
      case .subject, .both:
        subject = senderName(name, in: bytes)
        if slot == .both { actor = subject }
        if NoticeReader.mayBeSeveral.contains(event.meaning) { and = book.and }
      case .title:
        subject = plainText(line.original(line.unquoted(withoutInvitation(range))), in: bytes)
      case .number: subject = plainText(name, in: bytes)
      case .old, .name, .count, .anything: break
      }
    }
    if !and.isEmpty, let subject, !NameList(subject, and: and).isSeveral { and = [] }
    return Notice(meaning: event.meaning, actor: actor, subject: subject, and: and)
  }

  /// What a slot holds without the sentence that invites to tap.
  private func withoutInvitation(_ range: Range<Int>) -> Range<Int> {
    guard range.upperBound == line.bytes.count else { return range }
    var place = range.lowerBound
    while let stop = line.first(NoticeReader.stop, 0..<2, from: place) {
      if NoticeReader.taps.contains(where: { line.first($0, 0..<$0.count, from: stop) != nil }) {
        return range.lowerBound..<max(stop, range.lowerBound)
      }
      place = stop + 1
    }
    return range
  }

  /// Whether the first two words after `start` are those with which a notice goes on after the
  /// name of a person.
  mutating func goesOn(from start: Int, to end: Int, of bytes: Span<UInt8>) -> Bool {
    line.fold(bytes, start..<end)
    return index.goesOn(line)
  }

  /// Whether a quotation opens in a range and closes between its end and `end`.
  mutating func opensQuotation(
    in range: Range<Int>, closedBefore end: Int, of bytes: Span<UInt8>
  ) -> Bool {
    line.fold(bytes, range)
    guard let last = line.bytes.lastIndex(of: 0x22), last + 1 < line.bytes.count,
      NoticeReader.mayOpen(behind: last > 0 ? line.bytes[last - 1] : 0x20), line.hasOddQuotes
    else { return false }
    line.fold(bytes, range.upperBound..<end)
    return line.hasOddQuotes
  }

  /// Whether a quotation may open behind a byte: a blank, a bracket, or the end of a character of
  /// a script that needs no blanks.
  private static func mayOpen(behind byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x28 || byte >= 0x80
  }
}
