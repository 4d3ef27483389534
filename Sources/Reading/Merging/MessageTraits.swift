import Model

/// What else can tell that two messages are one where their words differ: each phone writes notices
/// and placeholders in its language, and leaves captions and names of files out or not. Looked up
/// for the few messages that need it.
struct MessageTraits {
  private let corpus: Corpus
  /// The words with which exports speak of the one who made them: “You”.
  private let ownWords: Set<String>

  init(of corpus: Corpus, ownWords: Set<String>) {
    self.corpus = corpus
    self.ownWords = ownWords
  }

  func kind(_ message: Int32) -> MessageKind { corpus.messages.kinds[Int(message)] }

  /// Whether a message is an attachment, and of unknown kind.
  func isUnknownAttachment(_ message: Int32) -> Bool {
    attachment(message)?.type == .unknown && body(message).isEmpty
  }

  /// Whether nothing in the text of a message is its sender's own, so that another phone may have
  /// it in other words.
  func isWordedByPhone(_ message: Int32) -> Bool {
    switch kind(message) {
    case .text, .fragment: false
    case .media, .contact: body(message).isEmpty
    case .system, .deleted, .call, .poll, .location: true
    }
  }

  /// The hash of what a message is about whatever its words; nil where only the words can tell.
  func family(_ message: Int32) -> UInt64? {
    let kind = kind(message)
    var hash = ContentHash(kind)
    switch kind {
    case .text, .fragment: return nil
    case .deleted, .call, .poll: break
    case .media, .contact: hash.add(attachment(message)?.type ?? .unknown)
    case .location:
      if let address = address(in: body(message), of: message) { hash.add(address.span) }
    case .system:
      guard let notice = notice(message), notice.event != .other else { return nil }
      hash.add(UInt64(Event.allCases.firstIndex(of: notice.event) ?? 0))
      // Android tells the new number, iOS only that there is one.
      if !notice.event.isAboutPerson, notice.event != .numberChanged, let subject = notice.subject {
        hash.add(Array(Fold.string(subject).utf8).span)
      }
    }
    return hash.value
  }

  /// The hash that all attachments have in common; nil for other messages.
  func attachmentFamily(_ message: Int32) -> UInt64? {
    attachment(message) == nil ? nil : ContentHash(.media).value
  }

  /// The hash of the first line of an ordinary text; nil for other messages.
  func opening(_ message: Int32) -> UInt64? {
    guard kind(message) == .text else { return nil }
    let lines = folded(body(message), of: message)
    guard let first = lines.lines.first else { return nil }
    var hash = ContentHash(.text)
    hash.add(lines.bytes.span.extracting(first))
    return hash.value
  }

  /// Whether the lines of one of two messages are the first lines of the other, white space and
  /// case apart.
  func beginAlike(_ message: Int32, _ other: Int32) -> Bool {
    zip(lines(of: message), lines(of: other)).allSatisfy { $0 == $1 }
  }

  /// Whether a message says only that it is there no longer, or had not arrived yet.
  func isMissing(_ message: Int32) -> Bool {
    kind(message) == .deleted
      || kind(message) == .text && body(message).isEmpty && length(message) > 0
        && !isEdited(message)
  }

  /// Whether a message carries the mark of an edit.
  func isEdited(_ message: Int32) -> Bool {
    let edited = corpus.messages.edited
    let place = edited.firstPlace { $0 >= message }
    return place < edited.count && edited[place] == message
  }

  /// Whether two texts may be one before and after an edit: they begin and end alike in half of the
  /// longer one.
  func areVersions(_ message: Int32, _ other: Int32) -> Bool {
    guard kind(message) == .text, kind(other) == .text else { return false }
    let (one, another) = (bodyBytes(of: message), bodyBytes(of: other))
    let longer = Swift.max(one.count, another.count)
    let most = Swift.min(one.count, another.count)
    let start = zip(one, another).prefix { $0 == $1 }.count
    let end = zip(one.reversed(), another.reversed()).prefix { $0 == $1 }.count
    return Swift.min(most, start + end) * 2 >= longer
  }

  private func bodyBytes(of message: Int32) -> [UInt8] {
    let lines = folded(body(message), of: message)
    return lines.lines.flatMap { lines.bytes[$0] }
  }

  /// How much a copy tells: of two the one with more is kept.
  func worth(_ message: Int32) -> Int {
    var worth = corpus.messages.senders[Int(message)] >= 0 ? 1 : 0
    // What was deleted is told by a phone that was asked before; an edit, and what had not arrived,
    // by one asked after it.
    if !isMissing(message) { worth += 8 }
    if isEdited(message) { worth += 1 }
    if let attachment = attachment(message) {
      if attachment.type != .unknown { worth += 1 }
      if !body(message).isEmpty { worth += 2 }
      if attachment.name != nil { worth += 4 }
    }
    if let notice = notice(message) {
      for name in [notice.actor, notice.subject] {
        if let name, !ownWords.contains(name) { worth += 1 }
      }
    }
    return worth
  }

  /// Bytes of its text.
  func length(_ message: Int32) -> Int { Int(corpus.messages.lengths[Int(message)]) }

  func lines(of message: Int32) -> [ArraySlice<UInt8>] {
    let start = Int(corpus.messages.starts[Int(message)])
    let lines = folded(start..<(start + length(message)), of: message)
    return lines.lines.indices.map { lines.line($0) }
  }

  private func folded(_ range: Range<Int>, of message: Int32) -> FoldedLines {
    var lines = FoldedLines()
    if let transcript = corpus.transcript(ofMessage: Int(message)) {
      let text = corpus.transcripts[transcript].text
      lines.fold(text.span.extracting(range))
    }
    return lines
  }

  /// Where the body of a message is in the text of its transcript.
  private func body(_ message: Int32) -> Range<Int> {
    let bodies = corpus.messages.bodies
    let place = bodies.firstPlace { $0.message >= message }
    let start = Int(corpus.messages.starts[Int(message)])
    guard place < bodies.count, bodies[place].message == message else {
      return start..<(start + length(message))
    }
    let first = start + Int(bodies[place].offset)
    return first..<(first + Int(bodies[place].length))
  }

  /// What a place is told by: all from the address of its map on; nil where there is none.
  private func address(in range: Range<Int>, of message: Int32) -> [UInt8]? {
    let lines = folded(range, of: message)
    for line in lines.lines {
      let bytes = Array(lines.bytes[line])
      if let start = firstPlace(of: MessageTraits.scheme, in: bytes) {
        return Array(bytes[start...])
      }
    }
    return nil
  }

  private static let scheme = Array("https://".utf8)

  private func attachment(_ message: Int32) -> Messages.Attachment? {
    let all = corpus.messages.attachments
    let place = all.firstPlace { $0.message >= message }
    return place < all.count && all[place].message == message ? all[place] : nil
  }

  private func notice(_ message: Int32) -> Messages.Notice? {
    let all = corpus.messages.notices
    let place = all.firstPlace { $0.message >= message }
    return place < all.count && all[place].message == message ? all[place] : nil
  }
}
