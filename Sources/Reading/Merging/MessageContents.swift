import Model

/// What messages say, as hashes that two exports of one chat have in common: of the kind, and of the
/// folded lines of the body without the blank ones, which a chunker drops, and without the names
/// behind an `@`, which each phone writes as its contacts have them.
struct MessageContents {
  private let corpus: Corpus
  private var bodies: SortedCursor<Messages.Body>
  private var attachments: SortedCursor<Messages.Attachment>
  private var notices: SortedCursor<Messages.Notice>
  private var words = FoldedLines()

  /// Those of a corpus, to be asked for in the order of its messages.
  init(of corpus: Corpus) {
    self.corpus = corpus
    bodies = SortedCursor(corpus.messages.bodies, \.message)
    attachments = SortedCursor(corpus.messages.attachments, \.message)
    notices = SortedCursor(corpus.messages.notices, \.message)
  }

  /// What a message of a transcript says.
  mutating func content(of message: Int, in transcript: Transcript) -> UInt64 {
    let messages = corpus.messages
    var start = Int(messages.starts[message])
    var length = Int(messages.lengths[message])
    if let body = bodies.find(message) {
      start += Int(body.offset)
      length = Int(body.length)
    }
    var hash = ContentHash(messages.kinds[message])
    if let type = attachments.find(message)?.type { hash.add(type) }
    words.fold(transcript.text.span.extracting(start..<(start + length)))
    for line in words.lines { hash.add(words.bytes.span.extracting(line)) }
    return hash.value
  }

  /// The person whom a notice is about; nil for other messages and where it is about none.
  mutating func subject(of message: Int) -> String? {
    guard let notice = notices.find(message), notice.event.isAboutPerson else { return nil }
    return notice.subject ?? notice.actor
  }
}

/// The lines of a text as contents compare them.
struct FoldedLines {
  /// The folded bytes; what stands between the lines means nothing.
  private(set) var bytes: [UInt8] = []

  /// Where the lines are, blank ones left out, without the blanks at their ends.
  private(set) var lines: [Range<Int>] = []

  /// Folds a text in place of the one before.
  mutating func fold(_ text: Span<UInt8>) {
    var end = 0
    if hasMention(text) {
      let named = withoutMentions(text)
      end = Fold.write(named.span, into: &bytes, at: 0)
    } else {
      end = Fold.write(text, into: &bytes, at: 0)
    }
    lines.removeAll(keepingCapacity: true)
    var start = 0
    while start < end {
      var next = start
      while next < end, bytes[next] != 0x0A { next += 1 }
      var line = start..<next
      // All blanks within a line fold to a space.
      while !line.isEmpty, bytes[line.lowerBound] == 0x20 { line.removeFirst() }
      while !line.isEmpty, bytes[line.upperBound - 1] == 0x20 { line.removeLast() }
      if !line.isEmpty { lines.append(line) }
      start = next + 1
    }
  }

  /// The line at a place among ``lines``.
  func line(_ place: Int) -> ArraySlice<UInt8> { bytes[lines[place]] }

  private func hasMention(_ text: Span<UInt8>) -> Bool {
    for place in 0..<text.count where text[place] == 0x40 { return true }
    return false
  }

  /// A text without what follows an `@` where it is a mention that says who is meant: a name
  /// between U+2068 and U+2069, or the digits of a telephone number.
  private func withoutMentions(_ text: Span<UInt8>) -> [UInt8] {
    var named: [UInt8] = []
    var place = 0
    while place < text.count {
      let byte = text[place]
      named.append(byte)
      place += 1
      guard byte == 0x40 else { continue }
      if isIsolate(text, at: place, last: 0xA8) {
        var end = place + 3
        while end < text.count, text[end] != 0x0A, !isIsolate(text, at: end, last: 0xA9) {
          end += 1
        }
        if isIsolate(text, at: end, last: 0xA9) { place = end + 3 }
      } else {
        var end = place
        while end < text.count, text[end] &- 0x30 < 10 { end += 1 }
        if (5...15).contains(end - place) { place = end }
      }
    }
    return named
  }

  /// Whether U+2068 or U+2069 stands at a place, told apart by their last byte.
  private func isIsolate(_ text: Span<UInt8>, at place: Int, last: UInt8) -> Bool {
    place + 2 < text.count && text[place] == 0xE2 && text[place + 1] == 0x81
      && text[place + 2] == last
  }
}

/// A hash that nobody outside can foresee, so that no archive can be made to collide: FNV-1a from
/// a start that is drawn anew in each process.
struct ContentHash {
  private(set) var value: UInt64

  private static let seed = UInt64.random(in: .min ... .max)

  /// The hash of a kind of message; an attachment is one, whatever it is.
  init(_ kind: MessageKind) {
    value = ContentHash.seed
    let kind = kind == .contact ? .media : kind
    add(UInt64(MessageKind.allCases.firstIndex(of: kind) ?? 0))
  }

  mutating func add(_ number: UInt64) {
    value = (value ^ number) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
  }

  /// Adds the kind of an attachment: Android keeps what moves as a film, where iOS says that it is a GIF.
  mutating func add(_ type: MediaType) {
    let type = type == .gif ? .video : type
    add(UInt64(MediaType.allCases.firstIndex(of: type) ?? 0))
  }

  /// Adds a line.
  mutating func add(_ line: Span<UInt8>) {
    for place in 0..<line.count {
      value = (value ^ UInt64(line[place])) &* 0x100_0000_01B3
    }
    add(UInt64(line.count))
  }
}
