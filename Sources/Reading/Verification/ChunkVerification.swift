import Model

/// Compares what the header of a chunk declares with what its lines hold, by the rules of the
/// chunker: docs/formats.md#the-chunk-header.
struct ChunkVerification {
  /// The number of the chunk among those of the corpus.
  let number: Int

  /// What its header declares.
  let header: ChunkHeader

  /// What its lines hold, beside others.
  let content: VerifiedContent

  /// All of its lines.
  private let all: CountedLines

  /// The ways of counting its lines, the plainest first: all, then those that leave out repeated ones.
  private var ways = InlineArray<5, CountedLines?>(repeating: nil)

  /// The line of the file at which the content begins, from 1.
  private let firstLine: Int

  /// What the chunker could not tell from its headers, or told wrong; nil where there is nothing.
  private let trouble: HeaderTrouble?

  /// Headers that the chunker did not know at all; nil where there are none.
  private let unknown: HeaderTrouble?

  /// Prepares the comparison of a chunk with what its lines hold.
  init(_ chunk: borrowing Chunk, number: Int, _ read: ChunkHeaders.Read, _ content: VerifiedContent)
  {
    self.number = number
    self.content = content
    header = read.header
    firstLine = read.firstLine
    all = CountedLines(chunk.lines, of: content.facts, reason: nil)
    let headers = content.headers(all)
    trouble = HeaderTrouble([.form, .monthFirst], in: headers)
    unknown = trouble.flatMap { _ in HeaderTrouble(.form, in: headers) }
    ways[0] = all
    // Where the chunk before is missing, as many lines as usual are repeated without our knowing. A
    // double repeats all that it has, and yet its header is that of any chunk.
    let (repeated, usual) = (chunk.overlap, content.overlap)
    let isDouble = repeated == chunk.lines.count && repeated > usual
    if !isDouble { leaveOut(repeated, of: chunk.lines, at: 1) }
    if isDouble || repeated != usual { leaveOut(usual, of: chunk.lines, at: 3) }
  }

  /// Adds the two ways of counting some lines without as many at their beginning, at a place among all
  /// ways.
  private mutating func leaveOut(_ repeated: Int, of lines: Range<Int>, at place: Int) {
    guard repeated > 0, repeated <= lines.count else { return }
    let (fresh, end) = (lines.lowerBound + repeated, lines.upperBound)
    ways[place] = CountedLines(fresh..<end, of: content.facts, reason: .withoutRepeated)
    ways[place + 1] = CountedLines(
      (fresh - 1)..<end, of: content.facts, reason: .withLastRepeated)
  }

  /// A finding for each field that a header has.
  func findings() -> [Finding] {
    VerifiedField.all.map { finding(compare($0), of: $0) }
  }

  /// The rows of `problems` that the findings are worth, about the lines of the file that they
  /// concern.
  func problems() -> [Problem] {
    var rows: [Problem] = []
    let trouble = examine { field in
      rows.append(
        Problem(
          .warning, field.code, file: header.label, line: header.field(field.kind)?.line,
          finding(.differs, of: field).sentence))
    }
    if let trouble {
      let line = firstLine + Int(trouble.first.line) - all.lines.lowerBound
      rows.append(
        Problem(
          .note, .headerUnrecognised, file: header.label, line: line,
          trouble.detail(in: content.text)))
    }
    return rows
  }

  /// Counts the rows of ``problems()``.
  func count(in counts: inout ProblemCounts) {
    let trouble = examine { counts.add(.warning, $0.code) }
    if trouble != nil { counts.add(.note, .headerUnrecognised) }
  }

  /// Calls `mismatch` with each field that no rule makes agree.
  ///
  /// - Returns: What the chunker could not tell; nil where that did no harm.
  private func examine(_ mismatch: (VerifiedField) -> Void) -> HeaderTrouble? {
    var isTrue = true
    for field in VerifiedField.all {
      let comparison = compare(field)
      if case .agrees = comparison {} else if !field.troubles.isEmpty { isTrue = false }
      if comparison == .differs { mismatch(field) }
    }
    // Whoever wrote a header that is true knew the form of the lines, whatever the chunker knows.
    return isTrue ? nil : trouble
  }

  /// How what is declared and what was found compare, before it is put into words.
  private enum Comparison: Equatable {
    /// Nothing is declared that could be read.
    case unread
    /// They are equal for a reading of the field, by its place, and a way of counting the lines.
    case agrees(reading: Int, way: Int)
    /// No rule makes them equal.
    case differs
  }

  private func compare(_ field: VerifiedField) -> Comparison {
    guard let written = header.field(field.kind), written.isWellFormed else { return .unread }
    let isExcused = trouble(of: field) == nil
    for reading in field.readings.indices
    where isExcused || !field.readings[reading].isChunkers {
      for way in ways.indices {
        if let lines = ways[way], field.readings[reading].fits(self, lines) {
          return .agrees(reading: reading, way: way)
        }
      }
    }
    return .differs
  }

  /// What the chunker could not tell that a field is about.
  private func trouble(of field: VerifiedField) -> HeaderTrouble? {
    if field.troubles.contains(.monthFirst) { return trouble }
    return field.troubles.contains(.form) ? unknown : nil
  }

  /// The headers in some of its lines.
  func headers(_ lines: CountedLines) -> ArraySlice<HeaderLine> { content.headers(lines) }

  /// A comparison in words.
  private func finding(_ comparison: Comparison, of field: VerifiedField) -> Finding {
    var (declared, found) = (field.declared(header), field.found(self, all))
    let (verdict, reason): (Finding.Verdict, String)
    switch comparison {
    case .agrees(let reading, let way):
      let lines = ways[way] ?? all
      let rules = [field.readings[reading].rule(headers(lines)), lines.reason?.rawValue]
        .compactMap(\.self)
      // What agrees as it stands is shown in the words of the header.
      if rules.isEmpty { found = declared }
      (verdict, reason) = (rules.isEmpty ? .agrees : .explained, rules.joined(separator: ", and "))
    case .differs:
      (verdict, reason) = (
        .mismatch, trouble(of: field)?.words(in: content.text) ?? field.otherwise
      )
    case .unread:
      declared = String(decoding: header.value(field.kind), as: UTF8.self)
      (verdict, reason) = (.unread, whyUnread(field))
    }
    return Finding(
      chunk: number, field: field.name, declared: declared, found: found, verdict: verdict,
      reason: reason)
  }

  /// Why nothing can be read of a field.
  private func whyUnread(_ field: VerifiedField) -> String {
    guard header.field(field.kind) != nil else { return "the header lacks it" }
    // A month over 12 is none that we could read.
    if let trouble, field.kind == .period, trouble.first.trouble == .monthFirst {
      return trouble.words(in: content.text)
    }
    return "it is not \(field.kind.entry.expectation)"
  }
}

/// Some lines of a chunk, which are those that may have been counted for its header.
struct CountedLines {
  /// The lines, among those of the transcript.
  let lines: Range<Int>

  /// The places of the headers in them, among those of ``LineFacts``.
  let headers: Range<Int>

  /// Why a header tells of these; nil where they are all lines of the chunk.
  let reason: Reason?

  enum Reason: String {
    case withoutRepeated = "repeated lines are not counted"
    case withLastRepeated = "of the repeated lines only the very last is counted"
  }

  /// Takes some lines of a chunk.
  init(_ lines: Range<Int>, of facts: LineFacts, reason: Reason?) {
    self.lines = lines
    headers = facts.headers(in: lines)
    self.reason = reason
  }
}
