import Model

/// Compares what the header of a chunk declares with what its lines hold, by the rules of the
/// chunker: docs/formats.md#the-chunk-header.
struct ChunkVerification {
  /// The chunk, as a row of the corpus, and its number there.
  let chunk: Chunk
  let number: Int

  /// What was read from its file.
  let file: ChunkHeaders.Read

  /// The transcript it is a part of.
  let subject: VerifiedTranscript

  /// What the chunker could not tell from its headers, or told wrong; nil where there is nothing.
  let trouble: HeaderTrouble?

  /// Headers that the chunker did not know at all; nil where there are none.
  private let unknown: HeaderTrouble?

  /// Ways of counting lines, the plainest first.
  private let ways: [Way]

  /// A way of counting the lines of a chunk, some of which are repeated ones.
  private struct Way {
    let lines: Range<Int>
    let headers: ArraySlice<HeaderLine>
    /// Why the header differs from what all lines give; nil where all lines are counted.
    let reason: String?
  }

  init(_ chunk: Chunk, number: Int, _ file: ChunkHeaders.Read, in subject: VerifiedTranscript) {
    self.chunk = chunk
    self.number = number
    self.file = file
    self.subject = subject
    func way(from line: Int, _ reason: String?) -> Way {
      let lines = line..<chunk.lines.upperBound
      return Way(lines: lines, headers: subject.facts.headers(in: lines), reason: reason)
    }
    var ways = [way(from: chunk.lines.lowerBound, nil)]
    // Where the chunk before is missing, as many lines as usual are repeated without our knowing. A
    // double repeats all that it has, and yet its header is that of any chunk.
    let isDouble = chunk.overlap == chunk.lines.count && chunk.overlap > subject.overlap
    let lengths =
      isDouble || chunk.overlap == subject.overlap
      ? [subject.overlap] : [chunk.overlap, subject.overlap]
    for repeated in lengths where repeated > 0 && repeated <= chunk.lines.count {
      let fresh = chunk.lines.lowerBound + repeated
      ways.append(way(from: fresh, "repeated lines are not counted"))
      ways.append(way(from: fresh - 1, "of the repeated lines only the very last is counted"))
    }
    self.ways = ways
    trouble = HeaderTrouble([.form, .monthFirst], in: ways[0].headers, of: subject.text)
    unknown = trouble.flatMap { _ in
      HeaderTrouble([.form], in: ways[0].headers, of: subject.text)
    }
  }

  /// A finding for each field that a header has.
  func findings() -> [Finding] {
    [
      period, participants, topics,
      count(.tokens, file.header.declaration.tokens) { subject.facts.tokens(of: $0) },
      count(.messages, file.header.declaration.messages) { $0.count },
    ]
  }

  /// A way of reading header lines that may give what is declared.
  private struct Reading {
    /// How it differs from reading some lines as they are; nil where it does not.
    let rule: (ArraySlice<HeaderLine>) -> String?
    /// Whether only those headers count that the chunker knew, which is no excuse where it ought to
    /// have known others.
    let isChunkers: Bool
    /// Whether it gives what is declared.
    let fits: (ArraySlice<HeaderLine>) -> Bool

    init(
      isChunkers: Bool = false,
      _ rule: @escaping (ArraySlice<HeaderLine>) -> String? = { _ in nil },
      fits: @escaping (ArraySlice<HeaderLine>) -> Bool
    ) {
      (self.isChunkers, self.rule, self.fits) = (isChunkers, rule, fits)
    }
  }

  private var period: Finding {
    let declared = DeclaredPeriod(
      first: file.header.declaration.periodStart?.daysSince1970,
      last: file.header.declaration.periodEnd?.daysSince1970)
    return compare(
      .period, trouble, declared: { _ in declared.text },
      found: { DeclaredPeriod(in: $0, \.day, where: \.beginsMessage).text },
      readings: [
        Reading { DeclaredPeriod(in: $0, \.day, where: \.beginsMessage) == declared },
        Reading(
          isChunkers: true,
          { lines in
            lines.contains { $0.isKnown && !$0.beginsMessage }
              ? "a header that a message quotes is one for the chunker"
              : "a notice without a name is no header for the chunker"
          },
          fits: { DeclaredPeriod(in: $0, \.knownDay, where: \.isKnown) == declared }),
      ])
  }

  private var participants: Finding {
    compare(
      .participants, unknown, declared: { $0 },
      found: { subject.people.names(in: $0).joined(separator: ", ") },
      readings: [
        // The names as the chunker reads them, odd ones of notices too, are cheap to compare.
        Reading(isChunkers: true) { lines in
          var names = WrittenNames(file.header.field(.participants)?.value ?? "")
          for line in lines where line.isKnown { names.add(line.name, of: subject.text.span) }
          return names.areAll
        },
        Reading { subject.people.are(file.header.declaration.participants, in: $0) },
      ])
  }

  private var topics: Finding {
    let declared = ChunkerTopics(file.header.declaration.topics)
    func all(_ lines: ArraySlice<HeaderLine>, where counts: (HeaderLine) -> Bool) -> ChunkerTopics {
      lines.reduce(into: []) { if counts($1) { $0.formUnion($1.topics) } }
    }
    return compare(
      .topics, unknown, declared: { $0 },
      found: { all($0, where: \.beginsMessage).names.joined(separator: ", ") },
      readings: [
        Reading { all($0, where: \.beginsMessage) == declared },
        Reading(
          isChunkers: true, { _ in "only header lines that the chunker knew count" },
          fits: { all($0, where: \.isKnown) == declared }),
      ])
  }

  /// Compares a field that tells about header lines.
  ///
  /// - Parameters:
  ///   - trouble: what the chunker could not tell that the field is about.
  ///   - declared: what it declares, of the text that is written.
  ///   - found: what it ought to be, of all header lines.
  ///   - readings: ways of reading header lines, the plainest or quickest first.
  private func compare(
    _ field: ChunkField.Kind, _ trouble: HeaderTrouble?, declared: (String) -> String,
    found: (ArraySlice<HeaderLine>) -> String, readings: [Reading]
  ) -> Finding {
    guard let written = file.header.field(field), written.isWellFormed else {
      return unread(field, found: found(ways[0].headers))
    }
    for reading in readings where !reading.isChunkers || trouble == nil {
      for way in ways where reading.fits(way.headers) {
        let reasons = [reading.rule(way.headers), way.reason].compactMap { $0 }
        let text = declared(written.value)
        return finding(
          field, declared: text, found: reasons.isEmpty ? text : found(ways[0].headers),
          reasons.isEmpty ? .agrees : .explained, reasons.joined(separator: ", and "))
      }
    }
    return finding(
      field, declared: declared(written.value), found: found(ways[0].headers), .mismatch,
      trouble?.words ?? "no rule of the chunker gives it")
  }

  /// Compares a field that is a number.
  private func count(
    _ field: ChunkField.Kind, _ declared: Int?, of lines: (Range<Int>) -> Int
  ) -> Finding {
    let found = String(lines(chunk.lines))
    guard let declared else { return unread(field, found: found) }
    let written = String(declared)
    guard let way = ways.first(where: { lines($0.lines) == declared }) else {
      return finding(
        field, declared: written, found: found, .mismatch,
        "no way of counting the lines gives it")
    }
    return finding(
      field, declared: written, found: found, way.reason == nil ? .agrees : .explained,
      way.reason ?? "")
  }

  /// The finding for a field that is missing or malformed.
  private func unread(_ field: ChunkField.Kind, found: String) -> Finding {
    guard let written = file.header.field(field) else {
      return finding(field, declared: "", found: found, .unread, "the header lacks it")
    }
    // A month over 12 is none that we could read.
    let isMonthFirst = field == .period && trouble?.first.trouble == .monthFirst
    return finding(
      field, declared: written.value, found: found, .unread,
      isMonthFirst
        ? trouble?.words ?? "" : "it is not \(ChunkField.all[field.rawValue].expectation)")
  }

  private func finding(
    _ field: ChunkField.Kind, declared: String, found: String, _ verdict: Finding.Verdict,
    _ reason: String
  ) -> Finding {
    Finding(
      chunk: number, field: VerifiedField.all[field.rawValue].name, declared: declared,
      found: found, verdict: verdict, reason: reason)
  }
}
