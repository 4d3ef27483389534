import Model
import Testing

@testable import Reading

@Suite struct CorpusChunksTests {
  /// The rows of the table `chunks`, by their files.
  private func rows(_ corpus: Corpus) -> [String: [String: Value]] {
    let definition = TableDefinition.named(.chunks)
    let table = definition.make(corpus, Lens())
    var rows = [[String: Value]](repeating: [:], count: table.rowCount)
    for column in definition.columns {
      guard let values = table.column(column.name) else { continue }
      for row in rows.indices { rows[row][column.name] = values[row] }
    }
    return Dictionary(
      rows.map { row in
        guard case .text(let file)? = row["file"] else { return ("", row) }
        return (file, row)
      }
    ) { first, _ in first }
  }

  /// What a chunk declares, from what the chunker wrote.
  private func declared(_ fields: ChunkerFields) -> [String: Value] {
    func day(_ text: String?) -> Value {
      let parts = (text ?? "").split(separator: "/").compactMap { Int($0) }
      guard parts.count == 3, let date = CivilDate(year: parts[2], month: parts[1], day: parts[0])
      else { return .null }
      return .period(Period(.day, ordinal: Int64(date.daysSince1970)))
    }
    return [
      "period_start": day(fields.start), "period_end": day(fields.end),
      "participants": .list(fields.participants.map { InventedText.trimmed($0) }),
      "topics": .list(fields.listedTopics), "tokens": .int(Int64(fields.tokens)),
      "messages": .int(Int64(fields.messages)),
    ]
  }

  /// What is found in some lines, of which so many are repeated ones.
  private func found(
    _ lines: Range<Int>, repeated: Int, before end: Int, of chat: ReassemblyCase
  ) -> [String: Value] {
    let transcript = chat.transcript
    let headers = transcript.lines[lines].filter(\.isHeader)
    let moments = headers.map { transcript.messages[$0.message].moment.seconds }
    var senders: [String] = []
    for line in headers {
      let sender = transcript.messages[line.message].sender
      if let sender, !senders.contains(sender) { senders.append(sender) }
    }
    func moment(_ seconds: Int64?) -> Value {
      seconds.map { .datetime(Moment(seconds: $0)) } ?? .null
    }
    let texts = transcript.lines[lines].map(\.text)
    let fresh = transcript.lines[lines].dropFirst(repeated)
    let next = lines.upperBound < end ? transcript.lines[lines.upperBound] : nil
    return [
      "text": .text(texts.joined(separator: "\n")), "lines": .int(Int64(lines.count)),
      "first": moment(moments.min()), "last": moment(moments.max()), "senders": .list(senders),
      "found_tokens": .int(Int64(texts.reduce(0) { $0 + ChunkerFields.tokens(of: $1) })),
      "found_messages": .int(Int64(fresh.count(where: \.isHeader))),
      "overlap": .int(Int64(repeated)),
      "cut_start": .bool(!transcript.lines[lines.lowerBound].isHeader),
      "cut_end": .bool(next.map { !$0.isHeader } ?? false),
    ]
  }

  @Test(arguments: InventedPhone.all.indices)
  func `every column of the table of chunks is what the cut implies`(phone: Int) throws {
    var chat = ReassemblyCase(phone, overlaps: 1...8, hasTraps: false, limits: 60...400)
    let kept = chat.cuts.indices.filter { _ in Int.random(in: 0..<8, using: &chat.random) > 0 }
    guard kept.count > 2, ReassemblyCase.isTelling(kept) else { return }
    let sandbox = try InputSandbox()
    for index in kept {
      try sandbox.write(chat.cuts[index].text, to: "archive/\(chat.cuts[index].name)")
    }
    let doubled = kept[kept.count / 2]
    let copy = "archive/temporal_copie_\(doubled + 1).txt"
    try sandbox.write(chat.cuts[doubled].text, to: copy)
    let corpus = try sandbox.load("archive").corpus
    guard !corpus.problems.contains(where: { $0.code == .dateOrderGuessed }) else { return }
    let rows = rows(corpus)
    #expect(rows.count == kept.count + 1)
    let stretches = chat.stretches(of: kept)
    for (place, index) in kept.enumerated() {
      let lines = chat.cuts[index].lines.indices
      let stretch = try #require(stretches.last { $0.lowerBound <= lines.lowerBound })
      let isFirst = place == 0 || stretch.lowerBound == lines.lowerBound
      let repeated = isFirst ? 0 : chat.cuts[kept[place - 1]].lines.endIndex - lines.lowerBound
      let names = ["archive/\(chat.cuts[index].name)"] + (index == doubled ? [copy] : [])
      for (name, repeated) in zip(names, [repeated, lines.count]) {
        var expected = declared(chat.cuts[index].header)
        let found = found(lines, repeated: repeated, before: stretch.upperBound, of: chat)
        expected.merge(found) { _, new in new }
        expected["series"] = .text("archive")
        expected["ordinal"] = .int(Int64(index + 1))
        expected["problems"] = .int(Int64(corpus.problems.count { $0.file == name }))
        let row = try #require(rows[name])
        for (column, value) in expected {
          #expect(row[column] == value, "\(column) of \(name)")
        }
        #expect(Set(row.keys) == Set(expected.keys).union(["id", "key", "file"]))
      }
    }
  }
}
