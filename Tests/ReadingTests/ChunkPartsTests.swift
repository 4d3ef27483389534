import Model
import Testing

@testable import Reading

/// Chunk files that were put into one file, as with `cat`.
@Suite struct ChunkPartsTests {
  private static let lines = (0..<40).map {
    "[27/07/2025, 19:\($0 + 10):23] \($0 % 3 == 0 ? "Ana" : "Bo"): message \($0)"
  }

  /// Twelve chunks that repeat two lines each.
  private static let chunks = (0..<12).map { number in
    InputSample.chunk(Array(lines[number * 3..<Swift.min(40, number * 3 + 5)]))
  }

  /// Those as files of their own.
  private static func folder() throws -> Corpus {
    var files: [String: String] = [:]
    for (number, text) in chunks.enumerated() { files["c/temporal_x_\(number + 1).txt"] = text }
    return try InputSandbox(files).load("c").corpus
  }

  @Test(arguments: ["\n", "", "\r\n", "\n\u{FEFF}", "\u{FEFF}"])
  func `chunk files that were put into one are the chunks that they were`(between: String) throws {
    let apart = try ChunkPartsTests.folder()
    let sandbox = try InputSandbox(["all.txt": ChunkPartsTests.chunks.joined(separator: between)])
    let together = try sandbox.load("all.txt").corpus
    #expect(together.texts == apart.texts)
    #expect(together.transcripts.count == 1)
    #expect(together.chunks.map(\.overlap) == apart.chunks.map(\.overlap))
    #expect(together.chunks.map(\.lines) == apart.chunks.map(\.lines))
    #expect(together.problems.map(\.code) == apart.problems.map(\.code))
    #expect(together.files.map(\.chunks) == [12])
  }

  @Test func `they are found in the order in which names were written`() throws {
    let order = [0, 9, 10, 11, 1, 2, 3, 4, 5, 6, 7, 8]
    let text = order.map { ChunkPartsTests.chunks[$0] }.joined(separator: "\n")
    let corpus = try InputSandbox(["a.txt": text]).load("a.txt").corpus
    #expect(corpus.texts == (try ChunkPartsTests.folder()).texts)
  }

  @Test func `without repeated lines their order in the file is that of the chat`() throws {
    let text = (0..<8).map { number in
      InputSample.chunk(Array(ChunkPartsTests.lines[number * 5..<number * 5 + 5]))
    }.joined()
    let corpus = try InputSandbox(["a.txt": text]).load("a.txt").corpus
    #expect(corpus.texts == (0..<40).map { "message \($0)" })
    #expect(corpus.rows(.gap).isEmpty)
  }

  @Test func `a number in the name of their file is not that of a chunk`() throws {
    let corpus = try InputSandbox([
      "temporal_x_7.txt": ChunkPartsTests.chunks.prefix(3).joined(separator: "\n"),
      "temporal_x_2024.txt": ChunkPartsTests.chunks.dropFirst(3).joined(separator: "\n"),
    ]).load(".").corpus
    #expect(corpus.texts == (try ChunkPartsTests.folder()).texts)
    #expect(corpus.rows(.gap).isEmpty)
  }

  @Test func `rows and lines are told by the lines of the file`() throws {
    let wrong = InputSample.chunk(["[27/07/2025, 19:41:23] Ana: oui"])
      .replacing("Tokens: 8", with: "Tokens: huit")
    #expect(wrong.contains("huit"))
    let corpus = try InputSandbox(["a.txt": InputSample.chunk(["x"]) + "\n" + wrong]).load("a.txt")
      .corpus
    let rows = corpus.problems.filter { $0.code == .malformedField }
    #expect(rows.map(\.line) == [14])
    #expect(corpus.chunks.map(\.titleLine) == [1, 10])
    let lines = corpus.transcripts.map { $0.runs.map(\.fileLine) }
    #expect(lines == [[9, 18]])
  }

  @Test(arguments: [
    "[27/07/2025, 19:41:23] Ana: === MÉTADONNÉES CHUNK ===\nTokens: 4\n\n=== CONTENU ===\nah",
    "[27/07/2025, 19:41:23] Ana: oui\n=== MÉTADONNÉES CHUNK ===\nah",
  ]) func `a title that a message quotes begins no chunk`(text: String) throws {
    let corpus = try InputSandbox(["a.txt": InputSample.chunk(text.components("\n"))]).load("a.txt")
      .corpus
    #expect(corpus.chunks.count == 1)
    #expect(corpus.rows(.malformedField).isEmpty)
    #expect(corpus.texts.joined().hasSuffix("ah"))
  }

  @Test func `chunks behind lines of other hands are told of`() throws {
    let files = (0..<3).map { "==> chunk\($0).txt <==\n" + ChunkPartsTests.chunks[$0] + "\n" }
    let corpus = try InputSandbox(["a.txt": files.joined(separator: "\n")]).load("a.txt").corpus
    #expect(corpus.problems.filter { $0.code == .malformedField }.map(\.line) == [2])
  }

  @Test func `a title without a marker behind its fields is content, and a row says so`() throws {
    let text = ["[27/07/2025, 19:41:23] Ana: oui", "=== MÉTADONNÉES CHUNK ===", "Tokens: 4", "ah"]
    let corpus = try InputSandbox(["a.txt": InputSample.chunk(text)]).load("a.txt").corpus
    #expect(corpus.chunks.count == 1)
    #expect(corpus.problems.filter { $0.code == .malformedField }.map(\.line) == [10])
    #expect(corpus.texts == ["oui\n=== MÉTADONNÉES CHUNK ===\nTokens: 4\nah"])
  }
}

extension String {
  fileprivate func components(_ separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
