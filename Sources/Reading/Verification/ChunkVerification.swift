import Model

/// Compares what the header of a chunk declares with what its lines hold, by the rules of the
/// chunker: docs/formats.md#the-chunk-header.
struct ChunkVerification {
  /// The chunk, as a row of the corpus.
  let chunk: Chunk

  /// What was read from its file.
  let file: ChunkFile

  /// The lines of its transcript.
  let facts: TranscriptFacts

  /// The text of its transcript.
  let text: [UInt8]

  /// The senders of the corpus.
  let people: DeclaredPeople

  /// What the chunker could not tell from its headers; nil where there is nothing.
  private let trouble: HeaderTrouble?

  /// Ways of counting lines, the plainest first.
  private let ways: [Way]

  /// A way of counting the lines of a chunk, some of which are repeated ones.
  private struct Way {
    let lines: Range<Int>
    /// Why the header differs from what all lines give; nil where all lines are counted.
    let reason: String?
  }

  /// A chunk of a series that usually repeats `common` lines: where the chunk before is missing,
  /// that many are repeated ones without our knowing.
  init(
    _ chunk: Chunk, _ file: ChunkFile, common: Int, facts: TranscriptFacts, text: [UInt8],
    people: DeclaredPeople
  ) {
    self.chunk = chunk
    self.file = file
    self.facts = facts
    self.text = text
    self.people = people
    var ways = [Way(lines: chunk.lines, reason: nil)]
    for repeated in Set([chunk.overlap, common]).sorted()
    where repeated > 0 && repeated <= chunk.lines.count {
      let fresh = chunk.lines.lowerBound + repeated
      ways.append(
        Way(lines: fresh..<chunk.lines.upperBound, reason: "repeated lines are not counted"))
      ways.append(
        Way(
          lines: (fresh - 1)..<chunk.lines.upperBound,
          reason: "of the repeated lines only the very last is counted"))
    }
    self.ways = ways
    trouble = HeaderTrouble(in: facts.headers(in: chunk.lines), of: text)
  }

  /// The rows of `problems` that findings are worth, about the lines of the file that they are
  /// about.
  func problems(_ findings: [Finding]) -> [Problem] {
    var rows: [Problem] = []
    for finding in findings where finding.verdict == .mismatch {
      guard let field = VerifiedField.all.first(where: { $0.name == finding.field }) else {
        continue
      }
      let declared = finding.declared.isEmpty ? "none" : finding.declared
      let found = finding.found.isEmpty ? "none" : finding.found
      rows.append(
        Problem(
          .warning, field.code, file: file.label, line: file.fields[field.label],
          "\(field.title) \(declared): \(finding.reason); found \(found)"))
    }
    if let trouble {
      let line = file.firstLine + trouble.first.line - chunk.lines.lowerBound
      let others = trouble.count == 1 ? "" : ", nor \(trouble.count - 1) more in this chunk"
      rows.append(
        Problem(
          .note, .headerUnrecognised, file: file.label, line: line,
          "the chunker did not know the header “\(trouble.header)”\(others)"))
    }
    return rows
  }

  /// A finding for each field that the header has and that is well-formed.
  func findings(_ number: Int) -> [Finding] {
    [
      period(number), participants(number), topics(number),
      count(number, .tokens, chunk.declared.tokens) { facts.tokens(of: $0) },
      count(number, .messages, chunk.declared.messages) { $0.count },
    ].compactMap { $0 }
  }

  private func period(_ number: Int) -> Finding? {
    guard file.fields[ChunkField.period.label] != nil else { return nil }
    let declared = DeclaredPeriod(
      first: chunk.declared.periodStart?.daysSince1970,
      last: chunk.declared.periodEnd?.daysSince1970)
    let found = DeclaredPeriod(facts.headers(in: chunk.lines).compactMap(\.day))
    return compare(
      number, "period", declared: declared.text, found: found.text,
      asTheyAre: { DeclaredPeriod($0.compactMap(\.day)) == declared },
      asKnown: { lines in
        // A day that does not exist equals none that can be declared.
        DeclaredPeriod(lines.compactMap(\.known).map { $0.day?.daysSince1970 ?? .min }) == declared
      },
      rule: "a notice without a name is no header for the chunker")
  }

  private func participants(_ number: Int) -> Finding? {
    guard file.fields[ChunkField.participants.label] != nil else { return nil }
    let declared = chunk.declared.participants
    let written = declared.joined(separator: ", ")
    return compare(
      number, "participants", declared: written,
      found: people.names(in: facts.headers(in: chunk.lines)).joined(separator: ", "),
      asTheyAre: { people.are(declared, in: $0) },
      asKnown: { lines in
        var names = OrderedNames()
        for line in lines {
          if let known = line.known { names.add(text[known.name]) }
        }
        return names.joined.elementsEqual(written.utf8)
      },
      rule: "a name is all between the bracket and the next colon, in notices too")
  }

  private func topics(_ number: Int) -> Finding? {
    guard file.fields[ChunkField.topics.label] != nil else { return nil }
    let declared = ChunkerTopics(chunk.declared.topics)
    func all(_ lines: some Sequence<HeaderLine>) -> ChunkerTopics {
      lines.reduce(into: []) { $0.formUnion($1.topics) }
    }
    return compare(
      number, "topics", declared: chunk.declared.topics.joined(separator: ", "),
      found: all(facts.headers(in: chunk.lines).filter { $0.message != nil }).names
        .joined(separator: ", "),
      asTheyAre: { all($0.filter { $0.message != nil }) == declared },
      asKnown: { all($0.filter { $0.known != nil }) == declared },
      rule: "only header lines that the chunker knew count")
  }

  /// Compares a field that tells about header lines.
  ///
  /// - Parameters:
  ///   - asTheyAre: whether the headers of some lines give what is declared.
  ///   - asKnown: whether they do if only those count that the chunker knew, as it read them.
  ///   - rule: how the chunker's reading of the headers that it knew differs from ours.
  private func compare(
    _ number: Int, _ field: String, declared: String, found: String,
    asTheyAre: (ArraySlice<HeaderLine>) -> Bool, asKnown: (ArraySlice<HeaderLine>) -> Bool,
    rule: String
  ) -> Finding {
    func finding(_ verdict: Finding.Verdict, _ reason: String) -> Finding {
      Finding(
        chunk: number, field: field, declared: declared, found: found, verdict: verdict,
        reason: reason)
    }
    let headers = ways.map { facts.headers(in: $0.lines) }
    for (way, lines) in zip(ways, headers) where asTheyAre(lines) {
      return way.reason.map { finding(.explained, $0) } ?? finding(.agrees, "")
    }
    if let trouble {
      return finding(.mismatch, trouble.words)
    }
    for (way, lines) in zip(ways, headers) where asKnown(lines) {
      return finding(.explained, [rule, way.reason].compactMap { $0 }.joined(separator: ", and "))
    }
    return finding(.mismatch, "no rule of the chunker gives it")
  }

  /// Compares a field that is a number.
  private func count(
    _ number: Int, _ field: ChunkField, _ declared: Int?, of lines: (Range<Int>) -> Int
  ) -> Finding? {
    guard let declared else { return nil }
    let way = ways.first { lines($0.lines) == declared }
    let verdict: Finding.Verdict =
      way.map { $0.reason == nil ? .agrees : .explained } ?? .mismatch
    return Finding(
      chunk: number, field: field.label.lowercased(), declared: String(declared),
      found: String(lines(chunk.lines)), verdict: verdict,
      reason: way.map { $0.reason ?? "" } ?? "no way of counting the lines gives it")
  }
}

/// The first and the last day of some headers, in days since 1970-01-01.
private struct DeclaredPeriod: Equatable {
  let first: Int?
  let last: Int?

  init(first: Int?, last: Int?) {
    self.first = first
    self.last = last
  }

  init(_ days: some BidirectionalCollection<Int>) {
    self.init(first: days.first, last: days.last)
  }

  /// As the chunker writes it, one day for two equal ones.
  var text: String {
    let (start, end) = (DeclaredPeriod.day(first), DeclaredPeriod.day(last))
    return first == last && first != nil ? start : "\(start) → \(end)"
  }

  private static func day(_ number: Int?) -> String {
    guard let number else { return "null" }
    let date = CivilDate(daysSince1970: number)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(padded(date.day))/\(padded(date.month))/\(date.year)"
  }
}

/// A field of a chunk's header that is verified.
private struct VerifiedField {
  /// What findings call it.
  let name: String
  /// What messages call it.
  let title: String
  /// What the header calls it.
  let label: String
  /// The row of `problems` that a mismatch becomes.
  let code: Problem.Code

  static let all = [
    VerifiedField(
      name: "period", title: "Period", label: ChunkField.period.label, code: .periodMismatch),
    VerifiedField(
      name: "participants", title: "Participants", label: ChunkField.participants.label,
      code: .participantsMismatch),
    VerifiedField(
      name: "topics", title: "Topics", label: ChunkField.topics.label, code: .topicsMismatch),
    VerifiedField(
      name: "tokens", title: "Tokens", label: ChunkField.tokens.label, code: .tokensMismatch),
    VerifiedField(
      name: "messages", title: "Messages", label: ChunkField.messages.label,
      code: .messagesMismatch),
  ]
}
