import Model

/// Builds the messages of a transcript one after the other; what can only be told from all of them
/// (who is a sender, what is a notice) is settled by ``finish(_:interrupt:)``.
struct MessageAssembly {
  /// The messages so far, without moments and lines, which their headers tell; and without what each has
  /// while that is in ``rows``.
  var messages = Messages()
  /// What each message has, one behind the other as long as they are added.
  private(set) var rows: [Row] = []
  /// Until they are settled the senders of the messages are places in this table.
  var table = SenderTable()
  var notices = NoticeReader()
  /// Messages with a name whose text begins with U+200E and holds no mark that is known.
  var marked: [Int32] = []
  /// The people whom notices name and whose name holds a colon.
  var named: Set<String> = []
  /// What may part the last two of the people whom a notice names, for each that may name several.
  var lists: [Int32: [String]] = [:]
  private var recent = RecentNames()
  private var bodies: BodyReader
  /// Whether WhatsApp Web has written the transcript, and not a phone.
  private let isFromWeb: Bool

  /// What each message has.
  struct Row {
    let sender: Int32
    let start: UInt32
    let length: UInt32
    var kind: MessageKind
  }

  /// A longer name is none.
  private static let longestName = 256

  /// Makes room for so many messages; `web` is the form that WhatsApp Web has written.
  init(capacity: Int, web: WebExport?) {
    bodies = BodyReader(web: web)
    isFromWeb = web != nil
    rows.reserveCapacity(capacity)
  }

  /// Adds lines whose header is missing.
  mutating func addFragment(_ text: Range<Int>) {
    append(sender: -1, text: text, kind: .fragment)
    if text.isEmpty { setBody(text, of: count - 1, text: text) }
  }

  /// Messages so far.
  var count: Int { rows.count + messages.kinds.count }

  /// Gives up the rows, which are columns now.
  mutating func dropRows() { rows = [] }

  /// Gives up what helped to read a piece that is read: a long transcript has many.
  mutating func dropReaders() {
    recent = RecentNames()
    notices = NoticeReader()
    bodies = BodyReader(web: nil)
  }

  /// Adds what follows a header; `isMultiline` says whether there is a line end in it.
  mutating func add(_ range: Range<Int>, isMultiline: Bool, of bytes: Span<UInt8>) {
    let message = count
    if !isFromWeb, let (place, length) = recent.name(of: range, in: bytes) {
      let name = range.lowerBound..<range.lowerBound + length
      let text = name.upperBound + 2..<range.upperBound
      return add(place, name, text, of: range, isCertain: false, isMultiline: isMultiline, bytes)
    }
    let opening = isFromWeb ? WebOpening(range, in: bytes) : nil
    guard let (name, text) = opening.map({ $0.said }) ?? split(range, bytes) else {
      let text = opening?.text ?? range
      append(sender: -1, text: text, kind: .system)
      readNotice(message, text, isMultiline: isMultiline, bytes)
      return
    }
    let place = table.place(of: name, in: bytes, message: message)
    recent.remember(place, name, of: range, in: bytes)
    add(
      place, name, text, of: range, isCertain: opening != nil, isMultiline: isMultiline, bytes)
  }

  /// Adds a message, in `range`, of the name at `place`.
  @inline(__always)
  private mutating func add(
    _ place: Int, _ name: Range<Int>, _ text: Range<Int>, of range: Range<Int>, isCertain: Bool,
    isMultiline: Bool, _ bytes: Span<UInt8>
  ) {
    let message = count
    if table.names[place].isPlain {
      table.count(place, text: text, .other, in: bytes)
    } else {
      examine(place, name, text, of: range, isCertain: isCertain, bytes)
    }
    append(sender: Int32(truncatingIfNeeded: place), text: text, kind: .text)
    readText(message, text, isMultiline: isMultiline, bytes)
  }

  /// Counts a message of a name, in `range`, that may yet turn out to be none.
  private mutating func examine(
    _ place: Int, _ name: Range<Int>, _ text: Range<Int>, of range: Range<Int>, isCertain: Bool,
    _ bytes: Span<UInt8>
  ) {
    var line = NoticeReader.Line.other
    if !isCertain, table.names[place].asksForNotice(text, of: bytes) {
      line = notices.line(in: range, colon: name.upperBound, of: bytes)
    }
    var isNotice = false
    if case .notice(let notice) = line {
      isNotice = true
      named.formUnion(notice.people.filter { $0.contains(":") })
    }
    if table.names[place].messages == 0 {
      table.introduce(
        place, maybeNotice: isNotice, isMarked: startsWithMark(bytes, range), isCertain: isCertain)
    }
    table.count(place, text: text, line, in: bytes)
  }

  /// The name before the first colon that a blank, the end of the line, U+200E or the mark of an attached
  /// file follows, and the text after it; nil where there is none.
  private func split(
    _ range: Range<Int>, _ bytes: Span<UInt8>
  ) -> (name: Range<Int>, text: Range<Int>)? {
    let limit = min(range.upperBound, range.lowerBound + MessageAssembly.longestName)
    var from = range.lowerBound
    while let at = place(of: 0x3A, or: 0x0A, in: bytes, from..<limit), bytes[at] == 0x3A {
      let blank = at + 1 < range.upperBound ? blankLength(bytes, at: at + 1) : 0
      if blank > 0 || at + 1 == range.upperBound || bytes[at + 1] == 0x0A
        || startsWithMark(bytes, at + 1..<range.upperBound)
        || AttachedName.isMarked(at + 1..<range.upperBound, of: bytes)
      {
        guard at > range.lowerBound else { return nil }
        return (range.lowerBound..<at, (at + 1 + blank)..<range.upperBound)
      }
      from = at + 1
    }
    return nil
  }

  /// Reads the text of a message with a sender.
  mutating func readText(
    _ message: Int, _ text: Range<Int>, isMultiline: Bool, _ bytes: Span<UInt8>
  ) {
    if let body = bodies.body(of: text, isMultiline: isMultiline, in: bytes) {
      apply(body, to: message, text: text)
    } else if startsWithMark(bytes, text) {
      marked.append(Int32(truncatingIfNeeded: message))
      setBody(trimmed(text, of: bytes), of: message, text: text)
    } else {
      setBody(withoutLastBlankLines(text, of: bytes), of: message, text: text)
    }
  }

  /// Reads the text of a message without a sender.
  mutating func readNotice(
    _ message: Int, _ text: Range<Int>, isMultiline: Bool, _ bytes: Span<UInt8>
  ) {
    if let body = bodies.body(of: text, isMultiline: isMultiline, in: bytes), body.kind == .call {
      apply(body, to: message, text: text)
      return
    }
    let notice = notices.notice(in: text, of: bytes)
    if notice?.meaning == .call {
      setKind(.call, of: message)
    } else {
      setNotice(notice, of: message)
    }
    let body = trimmed(text, of: bytes)
    let isTrimmed = startsWithMark(bytes, text) || body.isEmpty
    setBody(
      isTrimmed ? body : withoutLastBlankLines(text, of: bytes), of: message, text: text)
  }

  private mutating func append(sender: Int32, text: Range<Int>, kind: MessageKind) {
    rows.append(
      Row(
        sender: sender, start: UInt32(truncatingIfNeeded: text.lowerBound),
        length: UInt32(truncatingIfNeeded: text.count), kind: kind))
  }

  /// Says what a message is, before or after its row became a part of columns.
  private mutating func setKind(_ kind: MessageKind, of message: Int) {
    if rows.isEmpty { messages.kinds[message] = kind } else { rows[message].kind = kind }
  }

  private mutating func apply(_ body: BodyReader.Body, to message: Int, text: Range<Int>) {
    setKind(body.kind, of: message)
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

  /// Gives a notice its event; one whose wording is not known, `other`.
  mutating func setNotice(_ notice: NoticeReader.Notice?, of message: Int) {
    var event = Event.other
    if let notice, !notice.and.isEmpty { lists[Int32(truncatingIfNeeded: message)] = notice.and }
    if case .event(let known) = notice?.meaning { event = known }
    messages.notices.append(
      Messages.Notice(
        message: Int32(truncatingIfNeeded: message), event: event, actor: notice?.actor,
        subject: notice?.subject))
  }
}
