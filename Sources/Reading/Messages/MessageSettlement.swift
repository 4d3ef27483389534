import Diagnostics
import Model

extension MessageAssembly {
  /// Settles who is a sender, and gives the messages, but for moments and lines, with their senders
  /// as places in `people`.
  mutating func finish(
    _ text: SharedBytes, interrupt: Interrupt
  ) throws(Diagnostic) -> (messages: Messages, people: [String]) {
    let bytes = text.span
    let roles = try SenderRoles(table, named: named, &notices, bytes, interrupt).roles
    try reread(try settle(roles, bytes, interrupt), bytes, interrupt)
    let taken = try settleMarked(text, interrupt)
    let people = try settlePeople(roles, taken, bytes, interrupt)
    sortLists()
    partLists(people)
    return (messages, people)
  }

  /// Makes the senders of the messages places among the people, who are in the order of their first
  /// message; `taken` counts the messages of each name that turned out to be notices.
  private mutating func settlePeople(
    _ roles: [SenderRoles.Role], _ taken: [Int32], _ bytes: Span<UInt8>, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [String] {
    var people = PersonTable(spellings: table.names.count)
    func person(_ place: Int) -> Int32 {
      var name = table.names[place].range
      if case .longSender(let rest) = roles[place] {
        name = table.names[place].beginning.wholeName(name.count, and: rest, in: bytes) ?? name
      }
      return people.person(place, name, in: bytes)
    }
    // Names are in the order of their first message; where that is taken from one, the others tell.
    let isFirst = table.names.map { messages.senders[Int($0.firstMessage)] >= 0 }
    let isKnown = roles.indices.allSatisfy { place in
      if case .notice = roles[place] { return true }
      let messages = table.names[place].messages
      return isFirst[place] || messages == 1 || messages == taken[place]
    }
    if isKnown {
      for place in isFirst.indices where isFirst[place] { _ = person(place) }
    } else {
      for message in 0..<count {
        if message & 0xFFFF == 0 { try interrupt.check() }
        let place = Int(messages.senders[message])
        if place >= 0 { _ = person(place) }
      }
    }
    if people.bySpelling.indices.contains(where: { people.bySpelling[$0] != $0 }) {
      try replaceSenders(in: stretches, interrupt) { [people] in people.bySpelling[Int($1)] }
    }
    return people.names
  }

  /// All messages in pieces that take some milliseconds to look through.
  private var stretches: [Range<Int>] { (0..<count).pieces(of: 1 << 17) }

  /// The messages whose name is not simply that of a sender, ascending.
  private func doubtful(
    _ roles: [SenderRoles.Role], _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int] {
    let isSender = roles.map { if case .sender = $0 { true } else { false } }
    guard isSender.contains(false) else { return [] }
    let stretches = stretches
    return try parallelMap(stretches.count, interrupt: interrupt) { stretch in
      stretches[stretch].filter { message in
        let place = Int(messages.senders[message])
        return place >= 0 && !isSender[place]
      }
    }.flatMap(\.self)
  }

  /// Gives each message the sender and the text that the role of its name implies; the messages
  /// whose text turned out to begin elsewhere, ascending.
  private mutating func settle(
    _ roles: [SenderRoles.Role], _ bytes: Span<UInt8>, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int32] {
    var moved: [Int32] = []
    for (index, message) in try doubtful(roles, interrupt).enumerated() {
      if index & 0xFFF == 0 { try interrupt.check() }
      let place = Int(messages.senders[message])
      let name = table.names[place]
      switch roles[place] {
      case .sender: continue
      case .longSender(let rest):
        let text = textRange(message)
        if let start = name.beginning.end(ofRest: rest, in: text, of: bytes) {
          setText(of: message, start: start)
        } else {
          setNotice(of: message, place, bytes)
        }
      case .perhapsNotice:
        let start = startOfName(place, before: Int(messages.starts[message]), bytes)
        let line = start..<textRange(message).upperBound
        guard notices.notice(in: line, colon: start + name.range.count, of: bytes) != nil else {
          continue
        }
        setNotice(of: message, place, bytes)
      case .notice: setNotice(of: message, place, bytes)
      }
      moved.append(Int32(truncatingIfNeeded: message))
    }
    return moved
  }

  /// Makes a message a notice, whose text begins where its name seemed to.
  private mutating func setNotice(of message: Int, _ place: Int, _ bytes: Span<UInt8>) {
    setText(of: message, start: startOfName(place, before: Int(messages.starts[message]), bytes))
    messages.senders[message] = -1
  }

  /// Makes of a notice that names several people one for each.
  private mutating func partLists(_ people: [String]) {
    guard !lists.isEmpty else { return }
    let known = Set(people)
    messages.notices = messages.notices.flatMap { notice in
      guard let and = lists[notice.message], let subject = notice.subject else { return [notice] }
      return NameList(subject, and: and).names(known.contains).map { name in
        Messages.Notice(
          message: notice.message, event: notice.event,
          actor: notice.actor == subject ? name : notice.actor, subject: name)
      }
    }
  }

  /// Settles the messages whose text begins with U+200E and holds no mark: a notice where the
  /// wording is known, where it begins with the name before it, or where that name never sends a line without
  /// the mark. Gives for each name how many
  /// of its messages became notices.
  private mutating func settleMarked(
    _ text: SharedBytes, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int32] {
    var taken = [Int32](repeating: 0, count: table.names.count)
    let notices = try markedNotices(text, interrupt).lazy.flatMap(\.self)
    for (index, notice) in notices.enumerated() {
      if index & 0xFFF == 0 { try interrupt.check() }
      let message = Int(marked[index])
      // It may have become a notice, or stand in the list twice, since it was read anew.
      guard messages.senders[message] >= 0 else { continue }
      let place = Int(messages.senders[message])
      if notice?.meaning == .call {
        messages.kinds[message] = .call
      } else if notice != nil || table.names[place].unmarked == 0 {
        messages.senders[message] = -1
        messages.kinds[message] = .system
        taken[place] += 1
        setNotice(notice, of: message)
      }
    }
    return taken
  }

  /// What each of the messages of ``marked`` tells as a notice of one line; nil where its wording is not
  /// known and it does not begin with the name before it. In pieces, since there may be many, and not more of them than the cores need: each finds out anew
  /// what its people do again and again.
  private func markedNotices(
    _ text: SharedBytes, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [[NoticeReader.Notice?]] {
    let pieces = marked.indices.pieces(of: max(1 << 12, marked.count / 16))
    return try parallelMap(pieces.count, interrupt: interrupt) { piece in
      let bytes = text.span
      var notices = notices
      return pieces[piece].map { index -> NoticeReader.Notice? in
        let text = textRange(Int(marked[index]))
        let words = trimmed(text, of: bytes)
        let isOneLine = lineEnd(bytes, from: words.lowerBound) >= words.upperBound
        guard isOneLine else { return nil }
        return notices.notice(in: text, of: bytes) ?? ownNotice(Int(marked[index]), words, bytes)
      }
    }
  }

  /// What words tell that iOS begins, behind U+200E, with the name that stands before them: that this person
  /// did something, in a language whose wordings are not known. Nil where they do not, or where another U+200E
  /// follows, as in the title of a document.
  private func ownNotice(
    _ message: Int, _ words: Range<Int>, _ bytes: Span<UInt8>
  ) -> NoticeReader.Notice? {
    let place = Int(messages.senders[message])
    guard place >= 0 else { return nil }
    let name = trimmed(table.names[place].range, of: bytes)
    guard words.count > name.count,
      areEqual(
        bytes.extracting(words.lowerBound..<words.lowerBound + name.count), bytes.extracting(name))
    else { return nil }
    let end = skippingMarks(bytes, at: words.lowerBound + name.count)
    guard end < words.upperBound, blankLength(bytes, at: end) > 0 || needsNoBlank(bytes[end]),
      !(end..<words.upperBound).contains(where: {
        startsWithMark(bytes, $0..<words.upperBound)
      })
    else { return nil }
    return NoticeReader.Notice(
      meaning: .event(.other), actor: senderName(name, in: bytes), subject: nil, and: [])
  }

  /// Whether a byte begins a character of a script that parts no words, from the signs of Chinese and Japanese
  /// to Korean, whose particles follow a name at once.
  private func needsNoBlank(_ byte: UInt8) -> Bool { 0xE3...0xED ~= byte }

  /// Reads messages anew, ascending, whose sender and beginning have changed.
  private mutating func reread(
    _ moved: [Int32], _ bytes: Span<UInt8>, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    guard !moved.isEmpty else { return }
    let set = Set(moved)
    messages.edited.removeAll { set.contains($0) }
    messages.bodies.removeAll { set.contains($0.message) }
    messages.attachments.removeAll { set.contains($0.message) }
    messages.notices.removeAll { set.contains($0.message) }
    for (index, message) in moved.lazy.map(Int.init).enumerated() {
      if index & 0xFFF == 0 { try interrupt.check() }
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

  /// Puts the lists back in order, to which little was added late. Linear but for that.
  private mutating func sortLists() {
    messages.edited.sort()
    messages.bodies.sort { $0.message < $1.message }
    messages.attachments.sort { $0.message < $1.message }
    messages.notices.sort { $0.message < $1.message }
  }
}
