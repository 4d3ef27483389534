import Model
import Testing

@testable import Reading

@Suite struct VerificationTests {
  /// The findings for a folder of chunks.
  private func findings(_ chunks: [String]) throws -> (findings: [Finding], corpus: Corpus) {
    let sandbox = try InputSandbox()
    for (index, text) in chunks.enumerated() {
      try sandbox.write(text, to: "archive/temporal_x_\(index + 1).txt")
    }
    let corpus = try sandbox.load("archive").corpus
    return (Array(corpus.findings), corpus)
  }

  private func finding(_ field: String, _ chunk: String) throws -> Finding {
    try #require(try findings([chunk]).findings.first { $0.field == field })
  }

  private let lines = [
    "[27/07/2025, 19:41:23] Ana: le modèle", "suite", "‎[28/07/2025, 08:00:00] Bo, le grand: oui",
  ]

  @Test func `a right header agrees in every field`() throws {
    let (findings, corpus) = try findings([
      InputSample.chunk(
        lines, period: "27/07/2025 → 28/07/2025", participants: "Ana, Bo, le grand",
        topics: "modèle IA")
    ])
    #expect(findings.map(\.field) == ["period", "participants", "topics", "tokens", "messages"])
    #expect(findings.allSatisfy { $0.verdict == .agrees })
    #expect(findings.map(\.found) == findings.map(\.declared))
    #expect(corpus.problems.isEmpty)
  }

  @Test func `a header of any field that nothing gives is a mismatch with a row`() throws {
    let (findings, corpus) = try findings([
      InputSample.chunk(
        lines, period: "26/07/2025 → 28/07/2025", participants: "Ana, Zoé", topics: "podcast",
        tokens: 7, messages: 8)
    ])
    #expect(findings.allSatisfy { $0.verdict == .mismatch })
    #expect(
      corpus.problems.map(\.code) == [
        .periodMismatch, .participantsMismatch, .topicsMismatch, .tokensMismatch,
        .messagesMismatch,
      ])
    #expect(corpus.problems.map(\.line) == [2, 3, 4, 5, 6])
    #expect(
      corpus.problems[0].detail
        == "Period 26/07/2025 → 28/07/2025: no rule of the chunker gives it; "
        + "found 27/07/2025 → 28/07/2025")
    #expect(
      corpus.problems[4].detail == "Messages 8: no way of counting the lines gives it; found 3")
  }

  @Test func `a load counts problems by code without making their rows, and counts them right`()
    throws
  {
    let android = ["27/07/2025, 19:41 - Ana: le modèle", "28/07/2025, 08:00 - Bo: oui"]
    let undated = ["31/02/2025, 08:00 - Bo: oui", "27/07/2093, 19:41 - Ana: bientôt"]
    let sandbox = try InputSandbox(["mixed/notes.txt": "milk"])
    for (place, text) in [
      InputSample.chunk(android, period: "null → null"), InputSample.chunk(lines, tokens: 7),
      InputSample.chunk(lines).replacing("Topics: \n", with: "Mood: good\n"),
      InputSample.chunk(android + undated).replacing("Tokens: ", with: "Tokens: -"),
      InputSample.chunk([]), InputSample.chunk(android, period: "null → null"),
    ].enumerated() {
      try sandbox.write(text, to: "mixed/temporal_x_\(place * 2 + 1).txt")
    }
    for paths in [["mixed"], ["mixed", "mixed/../mixed"]] {
      let (corpus, report) = try sandbox.load(paths.map { LoadRequest(path: $0) })
      let rows = Dictionary(grouping: corpus.problems, by: \.code)
      #expect(rows.count >= 8)
      #expect(Set(report.problems.map(\.code)) == Set(rows.keys))
      for known in report.problems {
        let severities = Set(rows[known.code]?.map(\.severity) ?? [])
        #expect(known.count == rows[known.code]?.count)
        #expect(known.severity == Problem.Severity.allCases.last { severities.contains($0) })
      }
    }
  }

  @Test func `of fields that are missing or malformed is said what they should have been`() throws {
    let text = InputSample.chunk(lines).replacing("Topics: \n", with: "")
      .replacing("Tokens: ", with: "Tokens: -")
    let (findings, corpus) = try findings([text])
    #expect(findings.map(\.field) == ["period", "participants", "topics", "tokens", "messages"])
    let unread = findings.filter { $0.verdict == .unread }
    #expect(unread.map(\.declared) == ["", "-23"])
    #expect(
      unread.map(\.reason) == [
        "the header lacks it", "it is not a whole number of at most 18 digits",
      ])
    #expect(unread.map(\.found) == ["modèle IA", "23"])
    let codes = corpus.problems.map(\.code)
    #expect(codes.contains(.missingField) && codes.contains(.malformedField))
    #expect(!codes.contains(.topicsMismatch) && !codes.contains(.tokensMismatch))
  }

  @Test(arguments: [
    (["17/02/2025, 16:14 - Ana: oui"], "its headers are Android's, which the chunker did not know"),
    (
      ["[17/02/25, 16:14:00] Ana: oui"],
      "its headers are not of the one form that the chunker knew, [dd/mm/yyyy, hh:mm:ss]"
    ),
    (
      ["[02/17/2025, 16:14:00] Ana: oui"],
      "its headers have the month first, which the chunker took for the day"
    ),
    (
      ["17/02/2025, 16:14 - Ana: oui", "[17/02/2025, 16:14:00] Ana: non"],
      "some of its headers are Android's, which the chunker did not know"
    ),
  ])
  func `the cause of a mismatch is said in words`(lines: [String], reason: String) throws {
    let finding = try finding("period", InputSample.chunk(lines, period: "null → null"))
    #expect(finding.verdict == .mismatch)
    #expect(finding.reason == reason)
    #expect(finding.found == "17/02/2025")
  }

  @Test func `headers that the chunker did not know are a row about the first`() throws {
    let (_, corpus) = try findings([
      InputSample.chunk(["suite", "17/02/2025, 16:14 - Ana: oui", "17/02/2025, 16:15 - Bo: non"])
    ])
    let row = try #require(corpus.problems.first { $0.code == .headerUnrecognised })
    #expect(row.line == 10)
    #expect(
      row.detail
        == "the chunker did not know the header “17/02/2025, 16:14 -”, nor 1 more in this chunk")
  }

  @Test func `a month that was taken for a day is said of the period alone`() throws {
    let lines = ["[02/17/2025, 16:14:00] Ana: oui", "[02/18/2025, 16:14:00] Bo: non"]
    let (findings, corpus) = try findings([
      InputSample.chunk(lines, period: "02/17/2025 → 02/18/2025", participants: "Ana, Bo")
    ])
    #expect(findings.map(\.verdict) == [.unread, .agrees, .agrees, .agrees, .agrees])
    #expect(
      findings[0].reason == "its headers have the month first, which the chunker took for the day")
    #expect(findings[0].found == "17/02/2025 → 18/02/2025")
    #expect(corpus.problems.map(\.code) == [.malformedField, .headerUnrecognised])
    #expect(
      corpus.problems[1].detail
        == "the chunker took the month of the header “[02/17/2025, 16:14:00]” for the day, and of 1 "
        + "more in this chunk")
  }

  @Test func `a header that a message quotes is one for the chunker`() throws {
    let android = (10..<20).map { "17/02/2025, 16:\($0) - Ana: ligne \($0)" }
    let quoting = ["la suite", "[05/06/2012, 10:35:10] Ancien: salut"]
    let (findings, _) = try findings([
      InputSample.chunk(android),
      InputSample.chunk(
        android.suffix(5) + quoting, period: "05/06/2012 → 05/06/2012", participants: "Ancien"),
    ])
    let period = try #require(findings.first { $0.chunk == 1 && $0.field == "period" })
    #expect(period.verdict == .mismatch)
    let (alone, _) = try self.findings([
      InputSample.chunk(android), InputSample.chunk(Array(android.suffix(5)) + ["la suite"]),
      InputSample.chunk(
        ["la suite"] + quoting, period: "05/06/2012 → 05/06/2012", participants: "Ancien"),
    ])
    let explained = try #require(alone.first { $0.chunk == 2 && $0.field == "period" })
    #expect(explained.verdict == .explained)
    #expect(explained.reason == "a header that a message quotes is one for the chunker")
  }

  @Test func `blanks around a name are no difference`() throws {
    let lines = ["[27/07/2025, 19:41:23] Ana : un", "[27/07/2025, 19:41:24] Bo : deux"]
    for participants in ["Ana, Bo", "Ana , Bo", "Ana , Bo "] {
      let finding = try finding(
        "participants", InputSample.chunk(lines, participants: participants))
      #expect(finding.verdict == .agrees)
    }
  }

  @Test func `a notice without a name is no header for the chunker`() throws {
    let lines = [
      "[27/07/2025, 19:41:23] Ana: oui", "[28/07/2025, 08:00:00] ‎Ana a quitté le groupe",
    ]
    let finding = try finding(
      "period", InputSample.chunk(lines, period: "27/07/2025 → 27/07/2025", participants: "Ana"))
    #expect(finding.verdict == .explained)
    #expect(finding.reason == "a notice without a name is no header for the chunker")
  }

  /// A chunk of ten lines of Ana's and one of five lines of Bo's that repeats the last five.
  private func second(period: String, participants: String) throws -> [Finding] {
    let first = (0..<10).map { "[27/07/2025, 19:41:1\($0)] Ana: ligne \($0)" }
    let fresh = (0..<5).map { "[28/07/2025, 19:41:1\($0)] Bo: ligne \($0)" }
    let chunks = [
      InputSample.chunk(first, period: "27/07/2025 → 27/07/2025", participants: "Ana"),
      InputSample.chunk(first.suffix(5) + fresh, period: period, participants: participants),
    ]
    return try findings(chunks).findings.filter { $0.chunk == 1 && $0.verdict != .agrees }
  }

  @Test func `repeated lines may be left out, or all but the last`() throws {
    let without = try second(period: "28/07/2025 → 28/07/2025", participants: "Bo")
    #expect(without.map(\.field) == ["period", "participants"])
    #expect(without.allSatisfy { $0.verdict == .explained })
    #expect(Set(without.map(\.reason)) == ["repeated lines are not counted"])
    #expect(try second(period: "27/07/2025 → 28/07/2025", participants: "Ana, Bo").isEmpty)
  }

  @Test func `where the chunk before is missing its repeated lines may be left out too`() throws {
    let sandbox = try InputSandbox()
    var random = Seeded(1)
    let chat = ReassemblyChat(messages: 60, limit: 200, overlap: 5, isIOS: true, using: &random)
    for (index, cut) in chat.chunks.enumerated() where index != 1 {
      let fresh = ChunkFacts(lines: cut.lines.dropFirst(index == 0 ? 0 : 5))
      let text = InputSample.chunk(
        Array(cut.lines), period: fresh.period, participants: fresh.participants)
      try sandbox.write(text, to: "archive/\(cut.name)")
    }
    let corpus = try sandbox.load("archive").corpus
    #expect(corpus.findings.filter { $0.verdict == .mismatch } == [])
  }

  /// Period and participants of lines that all have the chunker's form of header or none.
  private struct ChunkFacts {
    let period: String
    let participants: String

    init(lines: ArraySlice<String>) {
      let headers = lines.filter { $0.hasPrefix("[") }
      let days = headers.map { String($0.dropFirst().prefix(10)) }
      period = "\(days.first ?? "null") → \(days.last ?? "null")"
      var names: [String] = []
      for header in headers {
        let name = String(header.dropFirst(23).prefix { $0 != ":" })
        if !names.contains(name) { names.append(name) }
      }
      participants = names.joined(separator: ", ")
    }
  }

  @Test(arguments: ChunkerTopic.all.map(\.name))
  func `a topic is noted for each of its words, in any case, in header lines only`(
    name: String
  ) throws {
    let topic = try #require(ChunkerTopic.all.first { $0.name == name })
    for word in topic.words.flatMap({ [$0, $0.uppercased(), "x\($0)x"] }) {
      let lines = ["[27/07/2025, 19:41:23] Ana: \(word) !", "[27/07/2025, 19:41:24] Ana: rien"]
      #expect(try finding("topics", InputSample.chunk(lines, topics: name)).verdict == .agrees)
      let below = ["[27/07/2025, 19:41:23] Ana: rien", word]
      #expect(try finding("topics", InputSample.chunk(below)).verdict == .agrees)
    }
  }

  @Test func `the chunker's header is found behind marks and inside a line`() throws {
    for (line, name) in [
      ("[27/07/2025, 19:41:23] Ana: x", "Ana"), ("‎[27/07/2025, 19:41:23] ~ Bo: x", "~ Bo"),
      ("cité [27/07/2025, 19:41:23] Ana: x", "Ana"), ("[a] [27/07/2025, 19:41:23] Zoé:", "Zoé"),
    ] {
      let (header, bytes) = (chunkerHeader(in: line), Array(line.utf8))
      #expect(header.map { String(decoding: bytes[$0.name], as: UTF8.self) } == name)
      #expect(header?.day == CivilDate(year: 2025, month: 7, day: 27))
    }
    for line in [
      "[27/07/2025, 19:41:23] rien", "[27/07/25, 19:41:23] Ana: x", "[27/07/2025, 19:41] Ana: x",
      "27/07/2025, 19:41 - Ana: x", "[27/07/2025, 19:41:23] :", "[", "",
    ] {
      #expect(chunkerHeader(in: line) == nil)
    }
  }

  private func chunkerHeader(in line: String) -> ChunkerHeader? {
    let bytes = Array(line.utf8)
    let look = LineLook(bytes.span, from: 0, findingFirst: ChunkerHeader.bracket)
    return look.found.flatMap { ChunkerHeader(in: bytes.indices, of: bytes.span, from: $0) }
  }
}
