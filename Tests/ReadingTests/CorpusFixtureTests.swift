import Diagnostics
import Model
import Testing

@testable import Reading

/// Whole loads of the shared chunk folders and of the real chunk.
@Suite(
  .enabled(
    if: !ReassemblyFixtures.sets.isEmpty, "the shared fixtures are not beside the repository")
)
struct CorpusFixtureTests {
  private func load(_ paths: [String]) throws -> (corpus: Corpus, report: ReadingReport) {
    try read(
      paths.map { LoadRequest(path: $0) },
      options: ReadingOptions(directory: ReassemblyFixtures.sharedFolder.text))
  }

  @Test(arguments: ReassemblyFixtures.sets)
  func `a folder of chunks gives the messages of the ground truth`(set: String) throws {
    let corpus = try load(["fixtures/chunks/\(set)"]).corpus
    let expected = try Fixture(name: "chunks/\(set)").expected()
    #expect(corpus.messages.count == expected.count)
    let texts = corpus.transcripts.flatMap { transcript in
      transcript.messages.map { message in
        let start = Int(corpus.messages.starts[message])
        let bytes = transcript.text[start..<(start + Int(corpus.messages.lengths[message]))]
        return plainLines(String(decoding: bytes, as: UTF8.self))
      }
    }
    let wrong = zip(texts.indices, expected).first { index, row in
      let moment = Moment(seconds: corpus.messages.moments[index])
      let date = row.date.count < 19 ? row.date + ":00" : row.date
      return texts[index] != plainLines(row.text) || moment.description != date
    }
    #expect(wrong == nil)
  }

  /// Lines without marks and outer blanks, as the ground truth is compared.
  private func plainLines(_ text: String) -> [String] {
    let lines = text.split(separator: "\n").map { line in
      let bytes = Array(line.utf8)
      return plainText(0..<bytes.count, in: bytes.span)
    }
    return lines.filter { !$0.isEmpty }
  }

  @Test(arguments: ReassemblyFixtures.sets)
  func `the files of a set in any order give the same corpus`(set: String) throws {
    var random = Seeded(7)
    let folder = try load(["fixtures/chunks/\(set)"]).corpus
    let files = try load(folder.files.map(\.path).shuffled(using: &random)).corpus
    #expect(files.transcripts.map { Array($0.text) } == folder.transcripts.map { Array($0.text) })
    #expect(files.transcripts.map(\.source) == folder.transcripts.map(\.source))
    #expect(files.problems == folder.problems)
    #expect(Set(files.files) == Set(folder.files))
  }

  @Test(arguments: ["real-ios-group", "sys-en-ios"])
  func `headers that the chunker wrote by its rules are no mismatch`(set: String) throws {
    let corpus = try load(["fixtures/chunks/\(set)"]).corpus
    let mismatches = corpus.findings.filter { $0.verdict == .mismatch }
    #expect(mismatches == [])
    #expect(corpus.findings.count == 5 * corpus.chunks.count)
  }

  @Test func `what the real chunk declares is explained`() throws {
    let corpus = try load(["seeds"]).corpus
    #expect(corpus.messages.kinds == [.fragment, .system])
    let codes = corpus.problems.map(\.code)
    #expect(codes.contains(.periodMismatch) && codes.contains(.headerUnrecognised))
    let period = corpus.problems.first { $0.code == .periodMismatch }
    #expect(
      period?.detail
        == "Period null → null: its headers are Android's, which the chunker did not know; "
        + "found 17/02/2025")
    let others = corpus.findings.filter { $0.field != "period" }.map(\.verdict)
    #expect(others == [.agrees, .agrees, .agrees, .agrees])
  }
}
