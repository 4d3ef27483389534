import Model

/// Whether the messages of a corpus are all that stands in its transcripts, one behind the other.
struct MessageAccount {
  private let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// Throws where a byte behind the first message is in none and in no header, or where a place is
  /// none.
  func check() throws(Fault) {
    let messages = corpus.messages
    let counts = [
      messages.senders.count, messages.starts.count, messages.lengths.count, messages.kinds.count,
      messages.lines.count,
    ]
    try Fault.unless(
      counts.allSatisfy { $0 == messages.count }, "has columns of \(counts) messages")
    var next = 0
    for transcript in corpus.transcripts {
      try Fault.unless(
        transcript.messages.lowerBound == next, "has messages in no transcript")
      next = transcript.messages.upperBound
      try checkTexts(of: transcript)
    }
    try Fault.unless(next == messages.count, "has messages in no transcript")
    try checkLists()
  }

  private func checkTexts(of transcript: Transcript) throws(Fault) {
    let messages = corpus.messages
    let lines = TextLines(Array(transcript.text))
    for message in transcript.messages {
      let line = lines.start(of: Int(messages.lines[message]))
      let start = Int(messages.starts[message])
      let end = start + Int(messages.lengths[message])
      let isLast = message + 1 == transcript.messages.upperBound
      let next =
        isLast ? transcript.text.count + 1 : lines.start(of: Int(messages.lines[message + 1]))
      try Fault.unless(
        line <= start && start <= end && end < next,
        "message \(message) is \(start)..<\(end) between \(line) and \(next)")
      try Fault.unless(
        !transcript.text[line..<start].contains(0x0A), "the header of \(message) has two lines")
      try checkRest(transcript.text[end..<(next - 1)], of: message)
      let isFragment = messages.kinds[message] == .fragment
      try Fault.unless(
        !isFragment || line == start, "message \(message), a fragment, has a header")
      try Fault.unless(
        isFragment == (messages.moments[message] == Moment.none),
        "message \(message) has a date and no header, or a header and no date")
      let sender = Int(messages.senders[message])
      try Fault.unless(
        (-1..<corpus.people.values.count).contains(sender), "nobody has sent message \(message)")
    }
  }

  /// What follows the text of a message: its end of line alone, or a heading of WhatsApp Web.
  private func checkRest(_ rest: Slice<SharedBytes>, of message: Int) throws(Fault) {
    for line in rest.split(separator: 0x0A) {
      let isHeading = line.starts(with: Array("##".utf8))
      try Fault.unless(
        isHeading || line.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 },
        "“\(String(decoding: line, as: UTF8.self))” behind message \(message) is in none")
    }
  }

  /// What few messages have is of messages, and in their texts.
  private func checkLists() throws(Fault) {
    let messages = corpus.messages
    let lists = [
      messages.edited, messages.bodies.map(\.message), messages.attachments.map(\.message),
      messages.notices.map(\.message),
    ]
    for list in lists {
      try Fault.unless(
        list.allSatisfy { messages.kinds.indices.contains(Int($0)) }, "a list tells of no message")
      try Fault.unless(zip(list, list.dropFirst()).allSatisfy { $0 <= $1 }, "a list is in no order")
    }
    for body in messages.bodies {
      let end = Int(body.offset) + Int(body.length)
      try Fault.unless(
        end <= Int(messages.lengths[Int(body.message)]),
        "the body of message \(body.message) ends behind its text")
    }
  }
}
