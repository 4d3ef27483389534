import Model
import Testing

@testable import Reading

/// Chunks with headers that a splitter of texts cut, in the middle of lines or by a number of characters.
@Suite struct CharacterCutTests {
  private func name(_ number: Int) -> String { "set/temporal_chunk-\(number)_\(number).txt" }

  /// A folder of chunks, and the export that they were cut from.
  private func sandbox(
    _ pieces: [String], of text: String, without lost: Int? = nil
  ) throws -> InputSandbox {
    let sandbox = try InputSandbox(["whole.txt": text])
    for (place, piece) in pieces.enumerated() where place + 1 != lost {
      try sandbox.write(InputSample.chunk([piece]), to: name(place + 1))
    }
    return sandbox
  }

  @Test(arguments: 0..<40) func `chunks cut by characters become the chat`(seed: Int) throws {
    var random = Seeded(seed)
    let text = SplitText.export(Int.random(in: 80..<140, using: &random), using: &random)
    let size = [300, 500, 900].randomElement(using: &random) ?? 500
    let overlap = [40, 100, 250].randomElement(using: &random) ?? 100
    let pieces =
      seed.isMultiple(of: 2)
      ? SplitText.pieces(of: Array(text), size: size, overlap: overlap).map { String($0) }
      : SplitText.pieces(of: Array(text), size: size, overlap: overlap)
        .map { SplitText.trimmed(String($0)) }
    let sandbox = try sandbox(pieces, of: text)
    let whole = try sandbox.load("whole.txt").corpus
    let corpus = try sandbox.load("set").corpus
    #expect(corpus.texts == whole.texts)
    #expect(corpus.messages.moments == whole.messages.moments)
    #expect(corpus.rows(.gap).isEmpty)
    #expect(corpus.rows(.overlapSize).count == 1)
    #expect(corpus.rows(.overlapSize).first?.contains("_1.txt:9: begins a series") == true)
    // Each chunk has its own content in the text, as far as it goes.
    let transcript = try #require(corpus.transcripts.first)
    for (chunk, piece) in zip(corpus.chunks, pieces) {
      let content = String(decoding: transcript.text[chunk.bytes], as: UTF8.self)
      #expect(SplitText.trimmed(content) == SplitText.trimmed(piece))
      #expect(
        chunk.lines.count == content.split(separator: "\n", omittingEmptySubsequences: false).count)
    }
  }

  @Test(arguments: 0..<20)
  func `chunks that repeat as many lines as fit in some characters become the chat`(
    seed: Int
  ) throws {
    var random = Seeded(seed)
    let text = SplitText.export(100, using: &random)
    let sandbox = try sandbox(SplitText.lines(of: text, size: 600, overlap: 150), of: text)
    let whole = try sandbox.load("whole.txt").corpus
    let corpus = try sandbox.load("set").corpus
    #expect(corpus.texts == whole.texts)
    #expect(corpus.rows(.gap).isEmpty)
  }

  @Test func `a chunk of them that is missing is a gap`() throws {
    var random = Seeded(7)
    let text = SplitText.export(100, using: &random)
    let pieces = SplitText.pieces(of: Array(text), size: 500, overlap: 100).map { String($0) }
    let corpus = try sandbox(pieces, of: text, without: 4).load("set").corpus
    #expect(corpus.rows(.gap).count == 1)
    #expect(
      corpus.rows(.gap).first?.hasSuffix("temporal_chunk-3_3.txt”: chunk 4 is missing") == true)
    #expect(Set(corpus.texts).count == corpus.texts.count)
  }

  @Test func `a chunk that begins in the middle of a line is cut there`() throws {
    let sandbox = try InputSandbox([
      name(1): InputSample.chunk(["27/07/2025, 10:00 - Ana: oui", "27/07/2025, 10:01 - Bo: n"]),
      name(2): InputSample.chunk(["na: oui", "27/07/2025, 10:01 - Bo: non merci", "vraiment"]),
    ])
    let corpus = try sandbox.load("set").corpus
    #expect(corpus.texts == ["oui", "non merci\nvraiment"])
    #expect(corpus.chunks.map(\.lines) == [0..<2, 0..<3])
    #expect(corpus.chunks.map(\.overlap) == [0, 2])
    #expect(corpus.chunks.map(\.cutStart) == [false, true])
    #expect(corpus.chunks.map(\.cutEnd) == [true, false])
  }

  @Test func `chunks cut at lines that repeat nothing are not joined in the middle of one`() throws
  {
    // The last line of a chunk is what the first of the next begins with: by chance, once.
    let lines = (0..<40).map { "27/07/2025, 10:\($0 + 10) - Ana: oui \($0)" }
    var files: [String: String] = [:]
    for place in 0..<8 {
      files[name(place + 1)] = InputSample.chunk(Array(lines[(place * 5)..<(place * 5 + 5)]))
    }
    files[name(4)] = InputSample.chunk(Array(lines[15..<19]) + ["27/07/2025, 10:30 - Ana: oui 2"])
    let corpus = try InputSandbox(files).load("set").corpus
    #expect(corpus.texts == (0..<40).map { $0 == 19 ? "oui 2" : "oui \($0)" })
    #expect(corpus.rows(.gap).isEmpty)
  }

  @Test(arguments: [45, 90])
  func `chunks of whole lines, of which some repeat nothing, become the chat`(overlap: Int) throws {
    let long = "et puis encore une fois, comme toujours, jusqu'au bout de la rue et de retour"
    let text = SplitText.ordered(160).replacing("3 demain", with: "3 demain\n\(long)")
    let sandbox = try sandbox(SplitText.lines(of: text, size: 400, overlap: overlap), of: text)
    let corpus = try sandbox.load("set").corpus
    #expect(try corpus.texts == sandbox.load("whole.txt").corpus.texts)
    #expect(corpus.rows(.gap).isEmpty)
  }

  @Test func `chunks of one number of characters go on in the middle of a word`() throws {
    let text = SplitText.ordered(200)
    let pieces = SplitText.pieces(of: Array(text.unicodeScalars), size: 700, overlap: 0).map {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: $0)
      return String(view)
    }
    let sandbox = try sandbox(pieces, of: text)
    let corpus = try sandbox.load("set").corpus
    #expect(try corpus.texts == sandbox.load("whole.txt").corpus.texts)
    #expect(corpus.rows(.gap).isEmpty)
  }

  @Test func `a header that was cut between two chunks is whole again`() throws {
    let sandbox = try InputSandbox([
      name(1): InputSample.chunk(["27/07/2025, 10:00 - Ana: oui", "27/07/2025, 10"]),
      name(2): InputSample.chunk([":01 - Bo: non", "27/07/2025,"]),
      name(3): InputSample.chunk(["10:02 - Ana: bon", "27/07/2025, 10:03 - Bo: ah"]),
    ])
    let corpus = try sandbox.load("set").corpus
    #expect(corpus.texts == ["oui", "non", "bon", "ah"])
    #expect(corpus.chunks.map(\.cutStart) == [false, true, true])
  }

  @Test func `chunks are one series where their lines go on in time, whatever they declare`() throws
  {
    let lines = SplitText.ordered(120).split(separator: "\n").map(String.init)
    var files: [String: String] = [:]
    for (place, chunk) in SplitText.pieces(of: lines, size: 20, overlap: 5).enumerated()
    where place != 3 {
      let text = InputSample.chunk(Array(chunk))
      files["set/part\(place).txt"] = text.replacing(
        "null → null", with: place % 2 == 0 ? "01/01/2020 → 31/12/2020" : "01/06/2020 → 31/12/2021")
    }
    let corpus = try InputSandbox(files).load("set").corpus
    #expect(corpus.transcripts.count == 1)
    let moments = corpus.messages.moments.filter { $0 > 0 }
    #expect(moments == moments.sorted())
  }
}
