import Model
import Testing

@testable import Reading

@Suite("the lines of a chunk") struct ChunkLinesTests {
  /// Lines in the middle of a buffer, with other bytes on both sides.
  private func lines(_ lines: [String]) -> ChunkLines {
    let text = Array(lines.joined(separator: "\n").utf8)
    let around = Array("b\na\n".utf8)
    return ChunkLines(
      around.count..<(around.count + text.count),
      of: ChunkBuffer(around + text + Array("\na\nb".utf8)))
  }

  @Test func `are found from either end`() {
    let written = ["un", "", "deux est plus long que huit octets", "trois", "é"]
    let chunk = lines(written)
    #expect(chunk.count == written.count)
    for (place, line) in written.enumerated() {
      #expect(chunk.buffer.bytes.extracting(chunk.bytes(of: place)).elementsEqual(line.utf8))
    }
    #expect(chunk.start(of: written.count) == chunk.range.upperBound + 1)
    #expect(chunk.hashes(of: 1..<2) != chunk.hashes(of: 0..<1))
    #expect(chunk.hashes(of: 0..<5).count == 5)
  }

  @Test func `lack the blank ones at their ends`() {
    let chunk = lines(["  ", "", " un", "", "deux ", "\t"])
    #expect(chunk.bytes.elementsEqual(" un\n\ndeux ".utf8))
    #expect(chunk.blankLinesBefore == 2)
    #expect(lines(["", " "]).count == 0)
  }

  @Test(arguments: 0..<200)
  func `overlap with others by every number of lines that fits`(seed: UInt64) {
    var random = SeededNumbers(seed)
    // Few different lines return often; of one alone there are too many to try them all.
    let kinds = seed % 4 + 1
    func some() -> [String] {
      (0..<Int.random(in: 1...80, using: &random)).map { _ in
        String(repeating: "a", count: 1 + Int(UInt64.random(in: 0..<kinds, using: &random)))
      }
    }
    let (one, other) = (some(), some())
    let fitting = (1...min(one.count, other.count)).reversed().filter {
      one.suffix($0).elementsEqual(other.prefix($0))
    }
    let (lines, others) = (self.lines(one), self.lines(other))
    let overlap = lines.overlap(with: others)
    #expect(overlap.lengths == fitting)
    if let bytes = overlap.bytes {
      let longest = one.suffix(fitting.first ?? 0).joined(separator: "\n")
      #expect(bytes == longest.utf8.count)
    }
    for length in 0...min(one.count, other.count) {
      #expect(lines.fits(others, length) == (length == 0 || fitting.contains(length)))
    }
  }

  @Test func `are alike where one is there over and over`() {
    let chunk = lines(["a", "b", "b", "b"])
    #expect((1...3).allSatisfy { chunk.areAlike(from: chunk.start(of: $0)) })
    #expect(!chunk.areAlike(from: 0))
    let others = lines(["b", "b", "bb"])
    #expect(!others.areAlike(from: 0) && others.areAlike(from: others.start(of: 2)))
  }
}
