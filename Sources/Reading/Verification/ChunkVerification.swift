import Model

/// Compares what the header of a chunk declares with what its lines hold, by the rules of the
/// chunker: docs/formats.md#the-chunk-header.
struct ChunkVerification {
  /// The chunk, as a row of the corpus, and its number there.
  let chunk: Chunk
  let number: Int

  /// What its header declares.
  let header: ChunkHeader

  /// What its lines hold, perhaps beside others.
  let facts: LineFacts

  /// The senders of the corpus.
  let people: DeclaredPeople

  /// The text of the transcript.
  let text: SharedBytes

  /// All of its lines.
  private let all: CountedLines

  /// The line of the file at which the content begins, from 1.
  private let firstLine: Int

  /// Lines that the chunks of the transcript usually repeat.
  private let overlap: Int

  /// What the chunker could not tell from its headers, or told wrong; nil where there is nothing.
  private let trouble: HeaderTrouble?

  /// Headers that the chunker did not know at all; nil where there are none.
  private let unknown: HeaderTrouble?

  /// Prepares the comparison of a chunk with what its lines hold.
  init(
    _ chunk: Chunk, number: Int, _ read: ChunkHeaders.Read, facts: LineFacts,
    people: DeclaredPeople, text: SharedBytes, overlap: Int
  ) {
    self.chunk = chunk
    self.number = number
    header = read.header
    firstLine = read.firstLine
    self.facts = facts
    self.people = people
    self.text = text
    self.overlap = overlap
    all = CountedLines(chunk.lines, of: facts, reason: nil)
    trouble = HeaderTrouble([.form, .monthFirst], in: all.headers, of: text)
    unknown = trouble.flatMap { [headers = all.headers] _ in
      HeaderTrouble(.form, in: headers, of: text)
    }
  }

  /// A finding for each field that a header has.
  func findings() -> [Finding] {
    VerifiedField.all.map { finding(compare($0), of: $0) }
  }

  /// The rows of `problems` that the findings are worth, about the lines of the file that they
  /// concern.
  func problems() -> [Problem] {
    var rows: [Problem] = []
    var isTrue = true
    for field in VerifiedField.all {
      let comparison = compare(field)
      if case .agrees = comparison {} else if !field.troubles.isEmpty { isTrue = false }
      guard comparison == .differs else { continue }
      rows.append(
        Problem(
          .warning, field.code, file: header.label, line: header.field(field.kind)?.line,
          finding(comparison, of: field).sentence))
    }
    // Whoever wrote a header that is true knew the form of the lines, whatever the chunker knows.
    if let trouble, !isTrue {
      let line = firstLine + Int(trouble.first.line) - chunk.lines.lowerBound
      rows.append(
        Problem(.note, .headerUnrecognised, file: header.label, line: line, trouble.detail))
    }
    return rows
  }

  /// How what is declared and what was found compare, before it is put into words.
  private enum Comparison: Equatable {
    /// Nothing is declared that could be read.
    case unread
    /// They are equal, by a rule about headers and one about lines; both nil where none is needed.
    case agrees(rule: String?, counting: String?)
    /// No rule makes them equal.
    case differs
  }

  private func compare(_ field: VerifiedField) -> Comparison {
    guard let written = header.field(field.kind), written.isWellFormed else { return .unread }
    let isExcused = trouble(of: field) == nil
    for reading in field.readings where isExcused || !reading.isChunkers {
      if reading.fits(self, all) {
        return .agrees(rule: reading.rule(all), counting: nil)
      }
      for lines in withoutRepeated where reading.fits(self, lines) {
        return .agrees(rule: reading.rule(lines), counting: lines.reason)
      }
    }
    return .differs
  }

  /// The ways of counting its lines that leave out repeated ones, the plainest first.
  private var withoutRepeated: [CountedLines] {
    // Where the chunk before is missing, as many lines as usual are repeated without our knowing. A
    // double repeats all that it has, and yet its header is that of any chunk.
    let isDouble = chunk.overlap == chunk.lines.count && chunk.overlap > overlap
    let lengths = isDouble || chunk.overlap == overlap ? [overlap] : [chunk.overlap, overlap]
    return lengths.filter { $0 > 0 && $0 <= chunk.lines.count }.flatMap { repeated in
      let (fresh, end) = (chunk.lines.lowerBound + repeated, chunk.lines.upperBound)
      return [
        CountedLines(fresh..<end, of: facts, reason: "repeated lines are not counted"),
        CountedLines(
          (fresh - 1)..<end, of: facts,
          reason: "of the repeated lines only the very last is counted"),
      ]
    }
  }

  /// What the chunker could not tell that a field is about.
  private func trouble(of field: VerifiedField) -> HeaderTrouble? {
    if field.troubles.contains(.monthFirst) { return trouble }
    return field.troubles.contains(.form) ? unknown : nil
  }

  /// A comparison in words.
  private func finding(_ comparison: Comparison, of field: VerifiedField) -> Finding {
    func finding(
      _ declared: String, _ found: String, _ verdict: Finding.Verdict, _ reason: String
    ) -> Finding {
      Finding(
        chunk: number, field: field.name, declared: declared, found: found, verdict: verdict,
        reason: reason)
    }
    switch comparison {
    case .agrees(nil, nil):
      let declared = field.declared(header)
      return finding(declared, declared, .agrees, "")
    case .agrees(let rule, let counting):
      return finding(
        field.declared(header), field.found(self, all), .explained,
        [rule, counting].compactMap(\.self).joined(separator: ", and "))
    case .differs:
      return finding(
        field.declared(header), field.found(self, all), .mismatch,
        trouble(of: field)?.words ?? field.otherwise)
    case .unread:
      let value = String(decoding: header.value(field.kind), as: UTF8.self)
      return finding(value, field.found(self, all), .unread, whyUnread(field))
    }
  }

  /// Why nothing can be read of a field.
  private func whyUnread(_ field: VerifiedField) -> String {
    guard header.field(field.kind) != nil else { return "the header lacks it" }
    // A month over 12 is none that we could read.
    if let trouble, field.kind == .period, trouble.first.trouble == .monthFirst {
      return trouble.words
    }
    return "it is not \(field.kind.entry.expectation)"
  }
}

/// Some lines of a chunk, which are those that may have been counted for its header.
struct CountedLines {
  /// The lines, among those of the transcript.
  let lines: Range<Int>

  /// The headers in them.
  let headers: ArraySlice<HeaderLine>

  /// Why a header tells of these; nil where they are all lines of the chunk.
  let reason: String?

  /// Takes some lines of a chunk.
  init(_ lines: Range<Int>, of facts: LineFacts, reason: String?) {
    self.lines = lines
    headers = facts.headers(in: lines)
    self.reason = reason
  }
}
