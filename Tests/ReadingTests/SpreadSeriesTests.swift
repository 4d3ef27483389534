import Model
import Testing

@testable import Reading

/// Series whose chunks are in several folders.
@Suite struct SpreadSeriesTests {
  /// The messages of a chat, a line each.
  private func chat(of people: [String] = ["Ana", "Bo"]) -> [String] {
    (0..<45).map { "[27/07/2025, 19:41:\($0 + 10)] \(people[$0 % people.count]): oui \($0)" }
  }

  /// The chunks of a chat, each of which repeats five lines.
  private func cuts(of lines: [String]) -> [String] {
    stride(from: 0, to: lines.count - 5, by: 5).map {
      InputSample.chunk(Array(lines[$0..<($0 + 10)]))
    }
  }

  /// Files of chunks, numbered from 1 on, in the folders that they get by their number.
  private func files(
    _ cuts: [String], numberedFrom first: Int = 1, in folder: (Int) -> String
  ) -> [String: String] {
    var files: [String: String] = [:]
    for (place, text) in cuts.enumerated() {
      files["\(folder(place + first))/temporal_x_\(place + first).txt"] = text
    }
    return files
  }

  @Test func `a series that goes on in another folder is one, and each message counts once`() throws
  {
    let sandbox = try InputSandbox(files(cuts(of: chat())) { $0 < 5 ? "set/2024" : "set/2025" })
    let (corpus, report) = try sandbox.load("set")
    #expect(corpus.texts == (0..<45).map { "oui \($0)" })
    #expect(corpus.transcripts.map(\.source) == ["set"])
    #expect(corpus.rows(.gap).isEmpty && corpus.rows(.overlapSize).isEmpty)
    #expect(report.spreads.map(\.parts) == [["set/2024", "set/2025"]])
  }

  @Test func `chunks that are dealt out to folders are one series`() throws {
    let sandbox = try InputSandbox(files(cuts(of: chat())) { "set/\($0 % 3)" })
    let (corpus, report) = try sandbox.load("set/0", "set/2", "set/1")
    #expect(corpus.texts.count == 45)
    #expect(corpus.transcripts.map(\.source) == ["set"])
    #expect(report.spreads.map(\.parts) == [["set/1", "set/2", "set/0"]])
  }

  @Test func `a chunk that is in both folders is no trouble`() throws {
    let cuts = cuts(of: chat())
    var all = files(cuts) { $0 < 5 ? "set/a" : "set/b" }
    all["set/b/temporal_x_4.txt"] = cuts[3]
    let (corpus, _) = try InputSandbox(all).load("set")
    #expect(corpus.texts.count == 45)
    #expect(corpus.transcripts.count == 1)
  }

  @Test func `names without numbers that go on in another folder are one series`() throws {
    var all: [String: String] = [:]
    for (place, text) in cuts(of: chat()).enumerated() {
      all["set/\(place / 4)/part \(place)-\(place * 7919 % 97).txt"] = text
    }
    let (corpus, _) = try InputSandbox(all).load("set")
    #expect(corpus.texts.count == 45)
    #expect(corpus.transcripts.map(\.source) == ["set"])
  }

  @Test func `chunks without numbers that are dealt out to folders are one series`() throws {
    var all: [String: String] = [:]
    for (place, text) in cuts(of: chat()).enumerated() {
      all["set/\(place % 3)/part \(place)-\(place * 7919 % 97).txt"] = text
    }
    let (corpus, _) = try InputSandbox(all).load("set")
    #expect(corpus.texts == (0..<45).map { "oui \($0)" })
    #expect(corpus.transcripts.map(\.source) == ["set"])
    #expect(corpus.rows(.gap).isEmpty)
  }

  @Test func `another chat whose numbers go on stays another`() throws {
    let first = files(cuts(of: chat())) { _ in "set/a" }
    let second = files(cuts(of: chat(of: ["Cy", "Dee"])), numberedFrom: 9) { _ in "set/b" }
    let (corpus, report) = try InputSandbox(first.merging(second) { $1 }).load("set")
    #expect(corpus.transcripts.map(\.source) == ["a", "b"])
    #expect(corpus.texts.count == 90)
    #expect(report.spreads.isEmpty)
  }

  @Test func `a series and a copy of it are still told as one chat twice`() throws {
    let first = files(cuts(of: chat())) { _ in "set/a" }
    let copy = files(cuts(of: chat()).dropLast()) { _ in "set/b" }
    let (corpus, report) = try InputSandbox(first.merging(copy) { $1 }).load("set")
    #expect(corpus.transcripts.map(\.source) == ["a", "b"])
    #expect(corpus.rows(.duplicateTranscript).count == 1)
    #expect(report.spreads.isEmpty)
  }

  @Test func `two series that share numbers stay apart where one seam fits by mischief`() throws {
    let lines = chat()
    let first = files(cuts(of: lines)) { _ in "set/a" }
    var second = files(cuts(of: chat(of: ["Cy", "Dee"]))) { _ in "set/b" }
    second["set/b/temporal_x_9.txt"] = InputSample.chunk(lines.suffix(5) + ["et après"])
    let (corpus, _) = try InputSandbox(first.merging(second) { $1 }).load("set")
    #expect(corpus.transcripts.map(\.source).contains("a"))
    #expect(corpus.transcripts.count >= 2)
  }

  @Test func `folders that the user names stay sources of their own`() throws {
    let sandbox = try InputSandbox(files(cuts(of: chat())) { $0 < 5 ? "set/a" : "set/b" })
    let (corpus, _) = try sandbox.load([
      LoadRequest(name: "old", path: "set/a"), LoadRequest(name: "new", path: "set/b"),
    ])
    #expect(corpus.transcripts.map(\.source) == ["old", "new"])
  }

  @Test func `what is there a second time is told with all the folders of a series`() throws {
    var all = files(cuts(of: chat())) { $0 < 5 ? "set/a" : "set/b" }
    all["whole.txt"] = chat().joined(separator: "\n")
    let (corpus, _) = try InputSandbox(all).load("set", "whole.txt")
    #expect(corpus.rows(.duplicateTranscript).count == 1)
    #expect(corpus.rows(.duplicateTranscript)[0].contains("load --merge set/a set/b whole.txt"))
  }
}
