import Model
import Testing

@testable import Reading

@Suite struct `chunks merged with an export` {
  /// Chunks of an invented chat, some of them missing, and the export that they were cut from.
  private func sandbox(
    _ chat: ReassemblyChat, without missing: Set<Int>, blankLines: Bool = false
  ) throws -> InputSandbox {
    let sandbox = try InputSandbox()
    for (index, cut) in chat.chunks.enumerated() where !missing.contains(index + 1) {
      try sandbox.write(cut.text, to: "chunks/\(cut.name)")
    }
    try sandbox.write(chat.lines.joined(separator: "\n"), to: "export.txt")
    return sandbox
  }

  @Test(arguments: 1...12)
  func `give every message once, though chunks are missing`(seed: Int) throws {
    var random = Seeded(seed)
    let chat = ReassemblyChat(
      messages: 80, limit: [80, 200, 500][seed % 3], overlap: [2, 3, 5][seed / 3 % 3],
      isIOS: seed % 2 == 0, using: &random)
    let missing = Set(
      chat.chunks.indices.filter { _ in
        Int.random(in: 0..<4, using: &random) == 0
      })
    let sandbox = try sandbox(chat, without: missing)
    let (corpus, report) = try sandbox.merge("chunks", "export.txt")
    let merged = MergedChat(corpus, report)
    let export = try sandbox.load("export.txt")
    let alone = MergedChat(export.corpus, export.report)
    #expect(merged.texts("text") == alone.texts("text"))
    #expect(merged.values("date") == alone.values("date"))
    #expect(merged.values("sender") == alone.values("sender"))
    #expect(merged.texts("sources").allSatisfy { $0.hasSuffix("export") })
  }

  @Test func `a fragment is the end of the message that the export has`() throws {
    let lines = [
      "17/02/2025, 16:14 - Ana: un", "17/02/2025, 16:15 - Bo: deux", "et demi", "et trois quarts",
      "17/02/2025, 16:16 - Ana: trois",
    ]
    let sandbox = try InputSandbox([
      "chunks/temporal_chunk-1_1.txt": InputSample.chunk(Array(lines[0..<2])),
      "chunks/temporal_chunk-3_3.txt": InputSample.chunk(Array(lines[3...])),
      "export.txt": lines.joined(separator: "\n"),
    ])
    let alone = try sandbox.load("chunks").corpus
    #expect(alone.messages.kinds == [.text, .text, .fragment, .text])
    let (corpus, report) = try sandbox.merge("chunks", "export.txt")
    let chat = MergedChat(corpus, report)
    #expect(
      chat.lines == [
        "16:14 Ana: un < chunks, export",
        "16:15 Bo: deux\net demi\net trois quarts < chunks, export",
        "16:16 Ana: trois < chunks, export",
      ])
    #expect(chat.texts("source") == ["chunks", "export", "chunks"])
    #expect(chat.values("chunk") == [1, 1, 2].map { .int($0) })
    #expect(chat.texts("chunks") == ["1", "1, 2", "2"])
    let chunks = TableDefinition.named(.chunks).make(corpus, Lens())
    let found = chunks.column("found_messages")
    #expect((0..<2).map { found?[$0] } == [.int(2), .int(1)])
    #expect(corpus.messages(in: corpus.chunks[1]).map { $0 } == [1, 2])
  }

  @Test func `a fragment that nobody else has stays before what follows it`() throws {
    let sandbox = try InputSandbox([
      "chunks/temporal_chunk-2_2.txt": InputSample.chunk([
        "la fin", "17/02/2025, 16:16 - Ana: trois",
      ]),
      "export.txt": "17/02/2025, 16:14 - Ana: un\n17/02/2025, 16:16 - Ana: trois",
    ])
    let (corpus, report) = try sandbox.merge("chunks", "export.txt")
    #expect(
      MergedChat(corpus, report).lines == [
        "16:14 Ana: un < export", " : la fin < chunks", "16:16 Ana: trois < chunks, export",
      ])
  }

  @Test func `a long fragment may be the middle of a message, a short one only its end`() throws {
    let middle = "une ligne assez longue pour que personne d'autre ne l'ait écrite"
    for (fragment, isFound) in [(middle, true), ("et demi", false)] {
      let lines = [
        "17/02/2025, 16:14 - Ana: un", "17/02/2025, 16:15 - Bo: deux", fragment, "la fin",
        "17/02/2025, 16:16 - Ana: trois",
      ]
      let sandbox = try InputSandbox([
        "chunks/temporal_chunk-1_1.txt": InputSample.chunk([lines[0]]),
        "chunks/temporal_chunk-3_3.txt": InputSample.chunk([lines[2]]),
        "chunks/temporal_chunk-5_5.txt": InputSample.chunk([lines[4]]),
        "export.txt": lines.joined(separator: "\n"),
      ])
      let (corpus, report) = try sandbox.merge("chunks", "export.txt")
      let texts = MergedChat(corpus, report).texts("text")
      #expect(texts.count == (isFound ? 3 : 4))
      #expect(texts.contains(fragment) == !isFound)
    }
  }

  @Test func `of one text the copy with its blank lines is kept`() throws {
    let sandbox = try InputSandbox([
      "chunks/temporal_chunk-1_1.txt": InputSample.chunk([
        "17/02/2025, 16:14 - Ana: un", "deux", "17/02/2025, 16:16 - Ana: trois",
      ]),
      "export.txt": "17/02/2025, 16:14 - Ana: un\n\n  deux\n17/02/2025, 16:16 - Ana: trois",
    ])
    let (corpus, report) = try sandbox.merge("chunks", "export.txt")
    let chat = MergedChat(corpus, report)
    #expect(chat.texts("text") == ["un\n\n  deux", "trois"])
    #expect(chat.values("file") == ["export.txt", "chunks/temporal_chunk-1_1.txt"].map(Value.text))
    #expect(chat.values("line") == [.int(1), .int(11)])
  }

  @Test func `what verify and the files say does not change`() throws {
    var random = Seeded(5)
    let chat = ReassemblyChat(messages: 80, limit: 200, overlap: 5, isIOS: true, using: &random)
    let sandbox = try sandbox(chat, without: [3])
    let apart = try sandbox.load("export.txt", "chunks").corpus
    let merged = try sandbox.merge("export.txt", "chunks").corpus
    #expect(Array(merged.findings) == Array(apart.findings))
    #expect(merged.files == apart.files)
    #expect(merged.problems == apart.problems.filter { $0.code != .duplicateTranscript })
    for (one, other) in zip(merged.chunks, apart.chunks) {
      let lines = merged.transcripts[0].text[one.bytes]
      #expect(lines.elementsEqual(apart.transcripts[0].text[other.bytes]))
    }
    let columns = ["first", "last", "senders", "found_messages", "text", "key"]
    let (one, other) = (merged, apart)
    for column in columns {
      let values = [one, other].map { corpus in
        TableDefinition.named(.chunks).make(corpus, Lens()).column(column)
      }
      for row in one.chunks.indices { #expect(values[0]?[row] == values[1]?[row]) }
    }
  }
}
