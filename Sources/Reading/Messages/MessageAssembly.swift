import Model

/// Builds the messages of a transcript one after the other; what can only be told from all of them
/// (who is a sender, what is a notice) is settled by ``finish()``.
struct MessageAssembly {
  private var messages = Messages()
  /// Until ``finish()`` the senders of the messages are places in this table.
  private var table = SenderTable()
  private var bodies = BodyReader()
  private var notices = NoticeReader()
  /// Messages with a name whose text begins with U+200E and holds no mark that is known.
  private var marked: [Int32] = []

  /// A longer name is none.
  private static let longestName = 256

  init(capacity: Int) {
    messages.moments.reserveCapacity(capacity)
    messages.senders.reserveCapacity(capacity)
    messages.starts.reserveCapacity(capacity)
    messages.lengths.reserveCapacity(capacity)
    messages.kinds.reserveCapacity(capacity)
    messages.lines.reserveCapacity(capacity)
  }

  /// Adds lines whose header is missing.
  mutating func addFragment(_ range: Range<Int>, line: Int, of bytes: Span<UInt8>) {
    append(moment: Moment.none, sender: -1, text: range, kind: .fragment, line: line)
    if range.isEmpty { setBody(range, of: messages.count - 1, text: range) }
  }

  /// Adds what follows a header.
  mutating func add(
    _ range: Range<Int>, moment: Int64, line: Int, isMultiline: Bool, of bytes: Span<UInt8>
  ) {
    let message = messages.count
    guard let (name, text) = split(range, bytes) else {
      append(moment: moment, sender: -1, text: range, kind: .system, line: line)
      readNotice(message, range, isMultiline: isMultiline, bytes)
      return
    }
    let place = table.place(of: name, in: bytes, message: message)
    if table.names[place].messages == 0 {
      table.introduce(
        place,
        maybeNotice: notices.notice(in: range, colon: name.upperBound, of: bytes) != nil,
        isMarked: startsWithMark(bytes, range), text: text, in: bytes)
    }
    table.count(place, text: text, in: bytes)
    append(
      moment: moment, sender: Int32(truncatingIfNeeded: place), text: text, kind: .text, line: line)
    readText(message, text, isMultiline: isMultiline, bytes)
  }

  /// The name before the first colon that a blank or the end of the line follows, and the text
  /// after it; nil where there is none.
  private func split(
    _ range: Range<Int>, _ bytes: Span<UInt8>
  ) -> (name: Range<Int>, text: Range<Int>)? {
    let limit = min(range.upperBound, range.lowerBound + MessageAssembly.longestName)
    var at = range.lowerBound
    while at < limit {
      let byte = bytes[at]
      if byte == 0x0A { return nil }
      if byte == 0x3A {
        let blank = at + 1 < range.upperBound ? blankLength(bytes, at: at + 1) : 0
        if blank > 0 || at + 1 == range.upperBound || bytes[at + 1] == 0x0A {
          guard at > range.lowerBound else { return nil }
          return (range.lowerBound..<at, (at + 1 + blank)..<range.upperBound)
        }
      }
      at += 1
    }
    return nil
  }

  /// Reads the text of a message with a sender.
  private mutating func readText(
    _ message: Int, _ text: Range<Int>, isMultiline: Bool, _ bytes: Span<UInt8>
  ) {
    if bodies.mayHoldMark(text, isMultiline: isMultiline, of: bytes),
      let body = bodies.body(of: text, in: bytes)
    {
      apply(body, to: message, text: text)
    } else if startsWithMark(bytes, text) {
      marked.append(Int32(truncatingIfNeeded: message))
      setBody(trimmed(text, of: bytes), of: message, text: text)
    } else if text.isEmpty {
      setBody(text, of: message, text: text)
    }
  }

  /// Reads the text of a message without a sender.
  private mutating func readNotice(
    _ message: Int, _ text: Range<Int>, isMultiline: Bool, _ bytes: Span<UInt8>
  ) {
    if bodies.mayHoldMark(text, isMultiline: isMultiline, of: bytes),
      let body = bodies.body(of: text, in: bytes), body.kind == .call
    {
      apply(body, to: message, text: text)
      return
    }
    let notice = notices.notice(in: text, of: bytes)
    if notice?.meaning == .call {
      messages.kinds[message] = .call
    } else {
      setNotice(notice, of: message)
    }
    let body = trimmed(text, of: bytes)
    if startsWithMark(bytes, text) || body.isEmpty { setBody(body, of: message, text: text) }
  }

  // MARK: The end

  /// Settles who is a sender, and gives the messages with their senders as places in `people`.
  mutating func finish(_ bytes: Span<UInt8>) -> (messages: Messages, people: [String]) {
    let roles = SenderRoles(table, notices: &notices, bytes: bytes).roles
    settleMarked(bytes)
    var people = PersonTable(spellings: table.names.count)
    // Messages whose text turned out to begin elsewhere.
    var moved: [Int32] = []
    for message in 0..<messages.count {
      let place = Int(messages.senders[message])
      guard place >= 0 else { continue }
      let name = table.names[place].range
      switch roles[place] {
      case .sender:
        messages.senders[message] = people.person(place, name, in: bytes)
      case .longSender(let more):
        setText(of: message, start: Int(messages.starts[message]) + more)
        // The colon and blank that end the name are the last two bytes of what goes on.
        messages.senders[message] = people.person(
          place, name.lowerBound..<Int(table.names[place].firstText) + more - 2, in: bytes)
        moved.append(Int32(truncatingIfNeeded: message))
      case .notice, .perhapsNotice:
        let start = startOfName(place, before: Int(messages.starts[message]), bytes)
        let text = start..<textRange(message).upperBound
        if case .perhapsNotice = roles[place],
          notices.notice(in: text, colon: start + name.count, of: bytes) == nil
        {
          messages.senders[message] = people.person(place, name, in: bytes)
          continue
        }
        setText(of: message, start: start)
        messages.senders[message] = -1
        moved.append(Int32(truncatingIfNeeded: message))
      }
    }
    reread(moved, bytes)
    sortLists()
    return (messages, people.names)
  }

  /// Settles the messages whose text begins with U+200E and holds no mark: a notice where the
  /// wording is known, or where that name never sends a line without one.
  private mutating func settleMarked(_ bytes: Span<UInt8>) {
    for message in marked.map(Int.init) {
      let text = textRange(message)
      let isOneLine = lineEnd(bytes, from: text.lowerBound) >= text.upperBound
      let notice = isOneLine ? notices.notice(in: text, of: bytes) : nil
      if notice?.meaning == .call {
        messages.kinds[message] = .call
      } else if notice != nil || table.names[Int(messages.senders[message])].unmarked == 0 {
        messages.senders[message] = -1
        messages.kinds[message] = .system
        setNotice(notice, of: message)
      }
    }
  }

  /// Reads messages anew, ascending, whose sender and beginning have changed.
  private mutating func reread(_ moved: [Int32], _ bytes: Span<UInt8>) {
    guard !moved.isEmpty else { return }
    let set = Set(moved)
    messages.edited.removeAll { set.contains($0) }
    messages.bodies.removeAll { set.contains($0.message) }
    messages.attachments.removeAll { set.contains($0.message) }
    messages.notices.removeAll { set.contains($0.message) }
    for message in moved.map(Int.init) {
      let text = textRange(message)
      let isMultiline = lineEnd(bytes, from: text.lowerBound) < text.upperBound
      if messages.senders[message] < 0 {
        messages.kinds[message] = .system
        readNotice(message, text, isMultiline: isMultiline, bytes)
      } else {
        messages.kinds[message] = .text
        readText(message, text, isMultiline: isMultiline, bytes)
      }
    }
  }

  /// Where the name with its colon begins that ends right before `text`.
  private func startOfName(_ place: Int, before text: Int, _ bytes: Span<UInt8>) -> Int {
    var colon = text - 1
    while colon > 0, bytes[colon] != 0x3A { colon -= 1 }
    return colon - table.names[place].range.count
  }

  private func textRange(_ message: Int) -> Range<Int> {
    let start = Int(messages.starts[message])
    return start..<start + Int(messages.lengths[message])
  }

  private mutating func setText(of message: Int, start: Int) {
    let end = textRange(message).upperBound
    messages.starts[message] = UInt32(truncatingIfNeeded: start)
    messages.lengths[message] = UInt32(truncatingIfNeeded: end - start)
  }

  // MARK: Columns and lists

  private mutating func append(
    moment: Int64, sender: Int32, text: Range<Int>, kind: MessageKind, line: Int
  ) {
    messages.moments.append(moment)
    messages.senders.append(sender)
    messages.starts.append(UInt32(truncatingIfNeeded: text.lowerBound))
    messages.lengths.append(UInt32(truncatingIfNeeded: text.count))
    messages.kinds.append(kind)
    messages.lines.append(UInt32(truncatingIfNeeded: line))
  }

  private mutating func apply(_ body: BodyReader.Body, to message: Int, text: Range<Int>) {
    messages.kinds[message] = body.kind
    if body.isEdited { messages.edited.append(Int32(truncatingIfNeeded: message)) }
    if let (name, type) = body.attachment {
      messages.attachments.append(
        Messages.Attachment(message: Int32(truncatingIfNeeded: message), name: name, type: type))
    }
    setBody(body.range, of: message, text: text)
  }

  private mutating func setBody(_ body: Range<Int>, of message: Int, text: Range<Int>) {
    guard body != text || text.isEmpty else { return }
    messages.bodies.append(
      Messages.Body(
        message: Int32(truncatingIfNeeded: message),
        offset: UInt32(truncatingIfNeeded: body.lowerBound - text.lowerBound),
        length: UInt32(truncatingIfNeeded: body.count)))
  }

  private mutating func setNotice(_ notice: NoticeReader.Notice?, of message: Int) {
    var event = Event.other
    if case .event(let known) = notice?.meaning { event = known }
    messages.notices.append(
      Messages.Notice(
        message: Int32(truncatingIfNeeded: message), event: event, actor: notice?.actor,
        subject: notice?.subject))
  }

  /// Puts the lists back in order, to which little was added late. Linear but for that.
  private mutating func sortLists() {
    messages.edited.sort()
    messages.bodies.sort { $0.message < $1.message }
    messages.attachments.sort { $0.message < $1.message }
    messages.notices.sort { $0.message < $1.message }
  }
}
