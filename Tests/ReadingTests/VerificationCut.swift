import Model

@testable import Reading

/// What the chunks of an invented transcript imply about their headers, worked out from what was
/// invented and not from what was read.
struct ImpliedVerification {
  let chat: ReassemblyCase

  /// The fields of a header as the lines give them to somebody who knows all headers.
  struct Facts: Equatable {
    var days: [String] = []
    var names: [String] = []
    var topics: Set<String> = []

    var period: String {
      guard let first = days.first, let last = days.last else { return "null → null" }
      return first == last ? first : "\(first) → \(last)"
    }

    var participants: String { names.joined(separator: ", ") }

    var listedTopics: String {
      ChunkerFields.topicWords.map(\.topic).filter(topics.contains).joined(separator: ", ")
    }
  }

  /// What some lines of the export say.
  func facts(of lines: Range<Int>) -> Facts {
    var facts = Facts()
    for line in chat.transcript.lines[lines] where line.isHeader {
      let message = chat.transcript.messages[line.message]
      facts.days.append(day(of: line))
      if let sender = message.sender, !facts.names.contains(sender) { facts.names.append(sender) }
      let text = line.text.lowercased()
      for (topic, words) in ChunkerFields.topicWords where words.contains(where: text.contains) {
        facts.topics.insert(topic)
      }
    }
    return facts
  }

  /// The lines of a chunk by the ways in which they may be counted: all, without the repeated ones,
  /// with the very last of those.
  func ways(of index: Int) -> [Range<Int>] {
    let lines = chat.cuts[index].lines.indices
    guard index > 0, chat.overlap > 0 else { return [lines] }
    let fresh = lines.lowerBound + chat.overlap
    return [lines, fresh..<lines.upperBound, (fresh - 1)..<lines.upperBound]
  }

  /// Whether the chunker did not know a header of a chunk.
  func isUnknown(_ index: Int) -> Bool {
    headers(of: index).contains { _ in !chat.transcript.phone.isChunkersForm }
  }

  /// Whether it knew one and took the month for the day.
  func isMonthFirst(_ index: Int) -> Bool {
    headers(of: index).contains { line in
      guard let known = ChunkerFields.header(of: line.text), chat.transcript.phone.isChunkersForm
      else { return false }
      return known.day != day(of: line)
    }
  }

  private func headers(of index: Int) -> [InventedTranscript.Line] {
    chat.transcript.lines[chat.cuts[index].lines.indices].filter(\.isHeader)
  }

  private func day(of line: InventedTranscript.Line) -> String {
    let date = chat.transcript.messages[line.message].moment.date
    return "\(InventedClock.two(date.day))/\(InventedClock.two(date.month))/\(date.year)"
  }

  /// The header that the chunker works out from some lines.
  func chunkers(_ lines: Range<Int>) -> ChunkerFields {
    var fields = ChunkerFields()
    for line in chat.transcript.lines[lines] { fields.add(line.text) }
    return fields
  }

  /// The codes of the mismatches of a chunk that declares some fields.
  func mismatches(_ index: Int, declaring fields: ChunkerFields) -> [Problem.Code] {
    let ways = ways(of: index)
    let known = ways.map { facts(of: $0) }
    let chunkers = isUnknown(index) ? [] : ways.map { self.chunkers($0) }
    var codes: [Problem.Code] = []
    func expect(_ code: Problem.Code, _ isRight: Bool) { if !isRight { codes.append(code) } }
    let days = [fields.start ?? "null", fields.end ?? "null"]
    if days.allSatisfy({ isDay($0) }) {
      expect(
        .periodMismatch,
        known.contains { [$0.days.first ?? "null", $0.days.last ?? "null"] == days }
          || !isMonthFirst(index)
            && chunkers.contains { ($0.start, $0.end) == (fields.start, fields.end) }
      )
    } else {
      codes.append(.malformedField)
    }
    expect(
      .participantsMismatch,
      known.contains { $0.names == fields.participants }
        || chunkers.contains { $0.participants == fields.participants })
    expect(
      .topicsMismatch,
      known.contains { $0.topics == fields.topics }
        || chunkers.contains { $0.topics == fields.topics })
    let lines = ways.map { chat.transcript.lines[$0].map { ChunkerFields.tokens(of: $0.text) } }
    expect(.tokensMismatch, lines.contains { $0.reduce(0, +) == fields.tokens })
    expect(.messagesMismatch, lines.contains { $0.count == fields.messages })
    return codes
  }

  /// Whether a text is `null` or names a day that there is.
  private func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    return text == "null"
      || parts.count == 3 && CivilDate(year: parts[2], month: parts[1], day: parts[0]) != nil
  }
}
