import Diagnostics
import Model

extension MessageAssembly {
  /// Reads the messages of a transcript, but for what all of them together tell: in the order of the
  /// text, each up to the next header or fragment. A long transcript is read on all cores.
  init(
    of headers: HeaderLines, _ fragments: [Fragment], in text: SharedBytes, cutting: Cutting,
    interrupt: Interrupt
  ) throws(Diagnostic) {
    let pieces = HeaderPiece.all(of: headers, fragments, size: cutting.headers)
    guard pieces.count > 1 else {
      self.init(pieces[0], of: headers, fragments, in: text, interrupt)
      try interrupt.check()
      messages.senders = rows.map(\.sender)
      messages.starts = rows.map(\.start)
      messages.lengths = rows.map(\.length)
      messages.kinds = rows.map(\.kind)
      dropRows()
      return
    }
    self.init(capacity: 0, web: headers.web)
    var parts: [MessageAssembly]?
    let columns = Parallel.arrays(headers.count + fragments.count) { columns in
      parts = Parallel.map(pieces.count, unless: interrupt.isRaised) { index in
        let piece = pieces[index]
        var part = MessageAssembly(piece, of: headers, fragments, in: text, interrupt)
        // Where the piece was left before its end, what follows is given up too.
        guard part.count == piece.messages.count else { return part }
        for (message, row) in zip(piece.messages, part.rows) {
          columns.set(message, row.sender, row.start, row.length, row.kind)
        }
        part.dropRows()
        part.dropReaders()
        return part
      }
      return parts != nil && !interrupt.isRaised
    }
    try interrupt.check()
    guard let columns, let parts else { return }
    (messages.senders, messages.starts, messages.lengths, messages.kinds) = columns
    messages.reserveLists(parts.map(\.messages))
    let places = zip(pieces, parts).map { piece, part in
      append(part, at: piece.messages.lowerBound, text.span)
    }
    try replaceSenders(in: pieces.map(\.messages), interrupt) { places[$0][Int($1)] }
  }

  /// Adds what few messages have, and the names, of messages that begin at a number; gives for each of
  /// the names its place in the table.
  private mutating func append(
    _ next: MessageAssembly, at first: Int, _ bytes: Span<UInt8>
  ) -> [Int32] {
    let number = Int32(truncatingIfNeeded: first)
    messages.append(listsOf: next.messages, from: number)
    marked.append(contentsOf: next.marked.map { $0 + number })
    named.formUnion(next.named)
    for (message, and) in next.lists { lists[message + number] = and }
    return table.append(next.table, from: first, in: bytes)
  }

  /// Gives each message that has a sender another for it; `pieces` are all messages.
  mutating func replaceSenders(
    in pieces: [Range<Int>], _ interrupt: Interrupt,
    _ replacement: @Sendable (_ piece: Int, _ sender: Int32) -> Int32
  ) throws(Diagnostic) {
    _ = Parallel.change(&messages.senders, in: pieces, unless: interrupt.isRaised) {
      piece, senders in
      for place in senders.indices where senders[place] >= 0 {
        senders[place] = replacement(piece, senders[place])
      }
    }
    try interrupt.check()
  }

  /// Reads the messages of a piece. A raised interrupt ends it early.
  private init(
    _ piece: HeaderPiece, of headers: HeaderLines, _ fragments: [Fragment], in text: SharedBytes,
    _ interrupt: Interrupt
  ) {
    self.init(capacity: piece.messages.count, web: headers.web)
    let bytes = text.span
    let end = headers.end(of: text)
    var fragment = piece.firstFragment
    func addFragments(before header: Int) {
      while fragment < fragments.count, fragments[fragment].header == header {
        addFragment(fragments[fragment].text)
        fragment += 1
      }
    }
    for header in piece.headers {
      if header & 0xFFF == 0, interrupt.isRaised { return }
      addFragments(before: header)
      let isLast = header + 1 == headers.count
      var next = isLast ? end + 1 : Int(headers.starts[header + 1])
      if fragment < fragments.count { next = min(next, fragments[fragment].text.lowerBound) }
      let from = Int(headers.starts[header]) + Int(headers.lengths[header])
      var text = from..<max(from, next - 1)
      // What is on one line alone is told by the next header, without a look at it.
      var isMultiline = isLast || headers.lines[header + 1] - headers.lines[header] > 1
      if headers.web == .markdown {
        text = DayHeadings.withoutHeading(text, isLast: isLast, in: bytes)
      }
      if isMultiline { isMultiline = lineEnd(bytes, from: text.lowerBound) < text.upperBound }
      fetchAhead(of: text.lowerBound, in: bytes)
      add(text, isMultiline: isMultiline, of: bytes)
    }
    if piece.headers.upperBound == headers.count { addFragments(before: headers.count) }
  }
}

/// Headers whose messages are read in one go, with the fragments before each of them and, for the last
/// piece, those behind.
private struct HeaderPiece {
  let headers: Range<Int>
  /// The messages that they and the fragments are.
  let messages: Range<Int>
  /// The first fragment that is before them or behind.
  let firstFragment: Int

  /// All pieces, of which there is one at least.
  static func all(
    of headers: HeaderLines, _ fragments: [Fragment], size: Int
  ) -> [HeaderPiece] {
    var pieces: [HeaderPiece] = []
    var fragment = 0
    for start in stride(from: 0, to: max(1, headers.count), by: max(1, size)) {
      let part = start..<min(headers.count, start + max(1, size))
      let isLast = part.upperBound == headers.count
      let first = fragment
      while fragment < fragments.count, isLast || fragments[fragment].header < part.upperBound {
        fragment += 1
      }
      pieces.append(
        HeaderPiece(
          headers: part, messages: part.lowerBound + first..<part.upperBound + fragment,
          firstFragment: first))
    }
    return pieces
  }
}

extension Messages {
  /// Adds what few messages have, of messages that begin at a number.
  mutating func append(listsOf next: Messages, from first: Int32) {
    edited.append(contentsOf: next.edited.map { $0 + first })
    bodies.append(contentsOf: next.bodies.map { $0.moved(\.message, by: first) })
    attachments.append(contentsOf: next.attachments.map { $0.moved(\.message, by: first) })
    notices.append(contentsOf: next.notices.map { $0.moved(\.message, by: first) })
  }

  /// Makes room for what few messages have, and no more, since there may be much of it.
  fileprivate mutating func reserveLists(_ parts: [Messages]) {
    edited.reserveCapacity(parts.reduce(0) { $0 + $1.edited.count })
    bodies.reserveCapacity(parts.reduce(0) { $0 + $1.bodies.count })
    attachments.reserveCapacity(parts.reduce(0) { $0 + $1.attachments.count })
    notices.reserveCapacity(parts.reduce(0) { $0 + $1.notices.count })
  }
}

/// What belongs to a message by its number.
private protocol OfMessage {}

extension Messages.Body: OfMessage {}
extension Messages.Attachment: OfMessage {}
extension Messages.Notice: OfMessage {}

extension OfMessage {
  /// The same of the message that is so many further on.
  fileprivate func moved(_ message: WritableKeyPath<Self, Int32>, by count: Int32) -> Self {
    var moved = self
    moved[keyPath: message] += count
    return moved
  }
}
