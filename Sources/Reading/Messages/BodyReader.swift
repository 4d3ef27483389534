import Model

/// Tells what a message is by the marks that WhatsApp leaves in it, and which part of its text is
/// the body.
struct BodyReader {
  /// What was found in a text that holds a mark.
  struct Body {
    var kind = MessageKind.text
    /// What is left without marks; empty where nothing is.
    var range: Range<Int>
    var isEdited = false
    var attachment: (name: String?, type: MediaType)?
  }

  private static let index = WordingIndex(MessageMark.all.wordings, isSentence: false)

  private let index = BodyReader.index
  private let filter = MarkFilter()
  private var web: WebBodyReader?
  private var folded = FoldedText()
  /// The marks, or none, that texts without a file's name turned out to be.
  private var known = KnownTexts<MessageMark.Meaning?>()
  /// The part of the text that was asked about last, and what it told: a file's name may stand at its end,
  /// and be all of it.
  private var latest: (range: Range<Int>, mark: Mark?) = (0..<0, nil)

  /// A mark, where the name of a file stands in it, and whether it holds anything at all.
  private typealias Mark = (meaning: MessageMark.Meaning, name: Range<Int>?, isOpen: Bool)

  /// Bytes before the end of a text in which a mark that ends it is looked for: a file name has
  /// 255 at most.
  private static let reach = 400

  /// A reader for the messages of a phone, or of the form that WhatsApp Web has written.
  init(web: WebExport?) {
    self.web = web.map { WebBodyReader($0) }
  }

  /// What a text is and holds; nil where it holds no mark.
  @inline(__always)
  mutating func body(of range: Range<Int>, isMultiline: Bool, in bytes: Span<UInt8>) -> Body? {
    web == nil
      ? markedBody(of: range, isMultiline: isMultiline, in: bytes)
      : webBody(of: range, isMultiline: isMultiline, in: bytes)
  }

  /// What a text is and holds by the marks of a phone.
  @inline(__always)
  private mutating func markedBody(
    of range: Range<Int>, isMultiline: Bool, in bytes: Span<UInt8>
  ) -> Body? {
    guard filter.mayHoldMark(range, isMultiline: isMultiline, of: bytes) else { return nil }
    return phoneBody(of: range, isMultiline: isMultiline, in: bytes)
  }

  /// What a text that WhatsApp Web wrote is and holds.
  private mutating func webBody(
    of range: Range<Int>, isMultiline: Bool, in bytes: Span<UInt8>
  ) -> Body? {
    guard let said = web?.said(in: range, of: bytes) else {
      return markedBody(of: range, isMultiline: isMultiline, in: bytes)
    }
    if let body = web?.body(of: said, in: bytes) { return body }
    let inner = web?.emphasised(said, of: bytes) ?? said
    let isMultiline = lineEnd(bytes, from: inner.lowerBound) < inner.upperBound
    if let body = markedBody(of: inner, isMultiline: isMultiline, in: bytes) { return body }
    return said == range ? nil : Body(range: said)
  }

  /// What a text that may hold a mark of a phone is and holds.
  private mutating func phoneBody(
    of range: Range<Int>, isMultiline: Bool, in bytes: Span<UInt8>
  ) -> Body? {
    var body = Body(range: trimmed(range, of: bytes))
    takeEditMark(from: &body, in: bytes)
    if body.isEdited, !filter.mayHoldMark(body.range, isMultiline: isMultiline, of: bytes) {
      return body
    }
    let isMarked = markLength(bytes, at: range.lowerBound) > 0
    if readWhole(&body, isMarked: isMarked, in: bytes)
      || readFirstLine(&body, isMarked: isMarked, in: bytes)
      || readEnd(&body, in: bytes) || readStart(&body, in: bytes)
      || readCall(&body, isMarked: isMarked, in: bytes)
    {
      return body
    }
    if filter.endsInPlace(body.range, of: bytes) { body.kind = .location }
    if body.kind == .text, UnknownMark.isPoll(range, of: bytes) { body.kind = .poll }
    return body.isEdited || body.kind != .text ? body : nil
  }

  /// Takes off a mark like `<This message was edited>` at the end.
  private mutating func takeEditMark(from body: inout Body, in bytes: Span<UInt8>) {
    guard let last = body.range.last, bytes[last] == 0x3E,
      let start = place(of: 0x3C, before: last, from: body.range.lowerBound, in: bytes)
    else { return }
    let meaning = mark(start..<body.range.upperBound, in: bytes)?.meaning
    guard
      meaning == .edited
        || meaning == nil && UnknownMark.editMark(in: body.range, of: bytes) == start
    else { return }
    body.isEdited = true
    body.range = trimmed(body.range.lowerBound..<start, of: bytes)
  }

  /// Reads a text that is a mark and nothing else. What was not there may be told in sentences that are not known,
  /// behind U+200E: without it they are somebody's own.
  private mutating func readWhole(
    _ body: inout Body, isMarked: Bool, in bytes: Span<UInt8>
  ) -> Bool {
    guard body.range.count <= FoldedText.limit,
      let (meaning, name, isOpen) = mark(body.range, in: bytes),
      isMarked || !isOpen || meaning != .unavailable
    else { return false }
    // A file's name does not run over lines; a caption may follow it.
    if let name, lineEnd(bytes, from: name.lowerBound) < name.upperBound { return false }
    apply(meaning, name: name, rest: nil, to: &body, in: bytes)
    return true
  }

  /// Reads an attachment, or the mark of one left out, with a caption on the lines after it: in
  /// brackets, or of iOS behind U+200E, else it is what somebody wrote.
  private mutating func readFirstLine(
    _ body: inout Body, isMarked: Bool, in bytes: Span<UInt8>
  ) -> Bool {
    let end = lineEnd(bytes, from: body.range.lowerBound)
    guard end < body.range.upperBound, end > body.range.lowerBound else { return false }
    let first = trimmed(body.range.lowerBound..<end, of: bytes)
    guard let last = first.last, isMarked || bytes[last] == 0x29 || bytes[last] == 0x3E else {
      return false
    }
    guard let (meaning, name, _) = mark(first, in: bytes), meaning.isAttachment else {
      return false
    }
    let rest = trimmed(end..<body.range.upperBound, of: bytes)
    apply(meaning, name: name, rest: rest, to: &body, in: bytes)
    return true
  }

  /// Reads an attachment, or the mark of one left out, at the end of its caption or title: iOS
  /// puts U+200E before it.
  private mutating func readEnd(_ body: inout Body, in bytes: Span<UInt8>) -> Bool {
    guard let start = startOfEndMark(body.range, in: bytes) else { return false }
    guard let (meaning, name, _) = mark(start..<body.range.upperBound, in: bytes),
      meaning.isAttachment
    else { return false }
    let rest = trimmed(body.range.lowerBound..<start, of: bytes)
    apply(meaning, name: name, rest: rest, to: &body, in: bytes)
    return true
  }

  /// Reads an attachment in angle brackets before its caption.
  private mutating func readStart(_ body: inout Body, in bytes: Span<UInt8>) -> Bool {
    let end = min(lineEnd(bytes, from: body.range.lowerBound), body.range.upperBound)
    guard body.range.first.map({ bytes[$0] == 0x3C }) == true,
      let last = (body.range.lowerBound..<end).first(where: { bytes[$0] == 0x3E })
    else { return false }
    guard let (meaning, name, _) = mark(body.range.lowerBound..<last + 1, in: bytes),
      meaning == .attached
    else { return false }
    let rest = trimmed(last + 1..<body.range.upperBound, of: bytes)
    apply(meaning, name: name, rest: rest, to: &body, in: bytes)
    return true
  }

  /// Reads a call of iOS before the sentence that tells how long it was or invites to call back, which has a
  /// U+200E of its own.
  private mutating func readCall(
    _ body: inout Body, isMarked: Bool, in bytes: Span<UInt8>
  ) -> Bool {
    guard isMarked,
      let end = body.range.first(where: { startsWithMark(bytes, $0..<body.range.upperBound) }),
      mark(trimmed(body.range.lowerBound..<end, of: bytes), in: bytes)?.meaning == .call
    else { return false }
    body.kind = .call
    return true
  }

  /// The mark that a part of the text is; nil where it is none.
  private mutating func mark(_ range: Range<Int>, in bytes: Span<UInt8>) -> Mark? {
    if latest.range != range || range.isEmpty { latest = (range, newMark(range, in: bytes)) }
    return latest.mark
  }

  /// The same, of a part that was not asked about last.
  private mutating func newMark(_ range: Range<Int>, in bytes: Span<UInt8>) -> Mark? {
    if let meaning = known.answer(range, in: bytes) { return meaning.map { ($0, nil, false) } }
    folded.fold(bytes, range)
    guard let (mark, found) = index.phrase(folded) else {
      let name = AttachedName.range(in: folded.bytes).map { folded.original($0) }
      if name == nil { known.keep(nil, for: range, in: bytes) }
      return name.map { (.attached, $0, false) }
    }
    let meaning = MessageMark.all.marks[mark].meaning
    if found.isEmpty { known.keep(meaning, for: range, in: bytes) }
    return (
      meaning, found.first { $0.slot == .name }.map { folded.original($0.range) },
      found.contains { $0.slot == .anything }
    )
  }

  private func apply(
    _ meaning: MessageMark.Meaning, name: Range<Int>?, rest: Range<Int>?, to body: inout Body,
    in bytes: Span<UInt8>
  ) {
    let nothing = body.range.lowerBound..<body.range.lowerBound
    switch meaning {
    case .omitted(let type):
      body.kind = type == .contact ? .contact : .media
      body.range = rest ?? nothing
      body.attachment = (nil, type)
      if type == .document, !body.range.isEmpty {
        // iOS puts the name of a document left out before the mark.
        let title = BodyReader.withoutPages(plainBytes(body.range, in: bytes))
        body.attachment = (String(decoding: title, as: UTF8.self), type)
        body.range = nothing
      }
    case .attached:
      let file = BodyReader.withoutPages(name.map { plainBytes($0, in: bytes) } ?? [])
      let type = MediaType(fileName: file)
      body.kind = type == .contact ? .contact : .media
      body.attachment = (String(decoding: file, as: UTF8.self), type)
      body.range = rest ?? nothing
      if !body.range.isEmpty {
        // iOS puts the title of a document, perhaps with its pages, before the mark.
        let title = BodyReader.withoutPages(plainBytes(body.range, in: bytes))
        if file.suffix(title.count).elementsEqual(title) { body.range = nothing }
      }
    case .deleted:
      body.kind = .deleted
      body.range = nothing
    case .call: body.kind = .call
    case .poll: body.kind = .poll
    case .location: body.kind = .location
    case .edited: body.isEdited = true
    case .unavailable: body.range = nothing
    }
  }

  /// A document's title without “ • 3 pages”.
  private static func withoutPages(_ title: [UInt8]) -> [UInt8] {
    guard let place = firstPlace(of: bullet, in: title), place + bullet.count < title.count,
      (0x30...0x39).contains(title[place + bullet.count])
    else { return title }
    return Array(title[..<place])
  }

  private static let bullet = Array(" • ".utf8)

  /// Where a mark at the end of a text can begin: at its last `<` where it ends in `>`, else at
  /// its last mark that shows nothing.
  private func startOfEndMark(_ range: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    guard let last = range.last else { return nil }
    if bytes[last] == 0x3E {
      return place(of: 0x3C, before: last, from: range.lowerBound, in: bytes)
    }
    let lowest = max(range.lowerBound, last - BodyReader.reach)
    var start = last
    while start > lowest {
      start -= 1
      if bytes[start] == 0xE2, markLength(bytes, at: start) == 3 { return start }
    }
    return nil
  }

  private func place(of byte: UInt8, before: Int, from: Int, in bytes: Span<UInt8>) -> Int? {
    var at = before
    while at > from, before - at < BodyReader.reach {
      at -= 1
      if bytes[at] == byte { return at }
    }
    return nil
  }
}
