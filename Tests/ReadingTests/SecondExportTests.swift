import Model
import Testing

@testable import Reading

/// Files that hold several exports of a chat, one behind the other.
@Suite struct SecondExportTests {
  /// Messages, a line each and every fifth of two, of a chat in which somebody writes every ten minutes.
  private func chat(_ messages: Range<Int>) -> [String] {
    messages.map { number in
      let (day, hour, minute) = (1 + number / 144, number / 6 % 24, number % 6 * 10)
      let stamp = "\(two(day))/03/2025, \(two(hour)):\(two(minute))"
      return "\(stamp) - \(number % 3 == 0 ? "Ana" : "Bo"): oui \(number)"
        + (number % 5 == 0 ? "\net puis \(number)" : "")
    }
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func file(_ parts: [String]...) throws -> InputSandbox {
    try InputSandbox(["all.txt": parts.joined().joined(separator: "\n") + "\n"])
  }

  @Test func `two exports in one file are two sources, and a row names the line of the second`()
    throws
  {
    let (corpus, _) = try file(chat(0..<40), chat(0..<60)).load("all.txt")
    #expect(corpus.transcripts.map(\.source) == ["all", "all 2"])
    #expect(corpus.transcripts.map(\.messages) == [0..<40, 40..<100])
    #expect(
      corpus.rows(.duplicateTranscript) == [
        "all.txt:49: at line 49 of all.txt a second export of the same chat begins, “all 2”: "
          + "40 of its 60 messages are in “all” as well and count twice; to make them one: "
          + "load --merge all.txt"
      ])
    #expect(corpus.rows(.outOfOrder).isEmpty)
    #expect(
      corpus.texts
        == (Array(0..<40) + Array(0..<60)).map { number in
          "oui \(number)" + (number % 5 == 0 ? "\net puis \(number)" : "")
        })
    // Lines and files are those of the file that holds both.
    let places = corpus.transcripts.map { $0.place(ofLine: 0)?.line }
    #expect(places == [1, 49])
  }

  @Test func `of two exports that were cut into pieces each message knows its file and line`()
    throws
  {
    let messages = chat(0..<40) + chat(0..<60)
    let text = messages.joined(separator: "\n") + "\n"
    var files: [String: String] = [:]
    for (number, piece) in SplitText.pieces(of: Array(text), size: 650, overlap: 100).enumerated() {
      files["set/\(number + 1).txt"] = "piece: \(number + 1)\n\n" + String(piece)
    }
    let sandbox = try InputSandbox(files)
    let (corpus, _) = try sandbox.load("set")
    #expect(corpus.transcripts.map(\.source) == ["set", "set 2"])
    #expect(corpus.transcripts.map(\.messages) == [0..<40, 40..<100])
    #expect(corpus.rows(.preamble).count == 1)
    for transcript in corpus.transcripts {
      for message in transcript.messages {
        let place = try #require(transcript.place(ofLine: Int(corpus.messages.lines[message])))
        let lines = try #require(files[corpus.files[place.file].path])
          .split(separator: "\n", omittingEmptySubsequences: false)
        // A line may be cut at the end of a piece.
        #expect(!lines[place.line - 1].isEmpty)
        #expect(messages[message].hasPrefix(lines[place.line - 1]))
      }
    }
    let row = try #require(corpus.rows(.duplicateTranscript).first)
    #expect(corpus.rows(.duplicateTranscript).count == 1)
    #expect(row.hasPrefix("set/3.txt:"))
    #expect(
      row.hasSuffix("load --merge set/1.txt set/2.txt set/3.txt set/4.txt set/5.txt set/6.txt"))
  }

  @Test(arguments: [
    [0..<40, 0..<60], [0..<60, 0..<40], [0..<40, 15..<60], [0..<20, 0..<40, 0..<60],
    [0..<57, 30..<60], [0..<5, 0..<8],
  ])
  func `merged, each message of several exports in one file counts once`(parts: [Range<Int>]) throws
  {
    let sandbox = try InputSandbox([
      "all.txt": parts.flatMap(chat).joined(separator: "\n") + "\n"
    ])
    let (twice, _) = try sandbox.load("all.txt")
    #expect(twice.transcripts.count == parts.count)
    #expect(twice.texts.count == parts.map(\.count).reduce(0, +))
    let (corpus, report) = try sandbox.merge("all.txt")
    let count = parts.map(\.upperBound).max() ?? 0
    #expect(corpus.texts.count == count)
    #expect(report.merges.count == 1)
    #expect(corpus.rows(.duplicateTranscript).isEmpty)
  }

  @Test func `marks and attachments stay with their messages`() throws {
    let lines = [
      "01/03/2025, 10:00 - Ana: IMG-20250217-WA0001.jpg (fichier joint)",
      "01/03/2025, 11:00 - Bo: oui <Ce message a été modifié>",
      "01/03/2025, 12:00 - Ana a ajouté Cy",
      "01/03/2025, 13:00 - Cy: <Médias omis>",
    ]
    let one = try InputSandbox(["all.txt": lines.joined(separator: "\n")]).load("all.txt").corpus
    let both = try file(lines, lines).load("all.txt").corpus
    #expect(both.transcripts.count == 2)
    #expect(both.messages.edited == [1, 5] && one.messages.edited == [1])
    #expect(both.messages.attachments.map(\.message) == [0, 3, 4, 7])
    #expect(both.messages.notices.map(\.message) == [2, 6])
    #expect(
      both.messages.bodies.map(\.message).map { $0 % 4 } == one.messages.bodies.map(\.message) * 2)
  }

  @Test func `lines that a message quotes begin no second export`() throws {
    let quoted = chat(0..<60) + ["01/03/2025, 09:55 - Bo: relis :"] + chat(20..<32) + chat(60..<90)
    #expect(try file(quoted).load("all.txt").corpus.transcripts.count == 1)
    let atEnd = chat(0..<60) + ["01/03/2025, 09:55 - Bo: relis :"] + chat(20..<32)
    #expect(try file(atEnd).load("all.txt").corpus.transcripts.count == 1)
  }

  @Test func `exports without a message in common, and late messages, are no second export`() throws
  {
    #expect(try file(chat(60..<90), chat(0..<30)).load("all.txt").corpus.transcripts.count == 1)
    let late = chat(0..<30) + chat(10..<11) + chat(30..<60)
    #expect(try file(late).load("all.txt").corpus.transcripts.count == 1)
  }

  @Test func `what a second export is called is no other source's name`() throws {
    let sandbox = try file(chat(0..<40), chat(0..<60))
    try sandbox.write("04/05/2025, 10:00 - Cy: salut", to: "all 2.txt")
    let (corpus, _) = try sandbox.load("all.txt", "all 2.txt")
    #expect(Set(corpus.transcripts.map(\.source)) == ["all", "all 2", "all 3"])
  }

  @Test func `what is there thousands of times stays one source`() throws {
    // Each time is looked at up to the end of the file, which can be done some times and no more.
    let again = Array(repeating: chat(0..<2), count: 20_000).flatMap(\.self)
    let (corpus, _) = try file(again).load("all.txt")
    #expect(corpus.transcripts.map(\.source) == ["all"])
    #expect(corpus.texts.count == 40_000)
    #expect(corpus.rows(.duplicateTranscript).isEmpty)
  }

  @Test func `a file of many steps back takes no time to speak of`() throws {
    // Each block is the one before, backwards, so that every message is there again and again.
    let block = chat(0..<50)
    var lines: [String] = []
    for turn in 0..<60 { lines += turn % 2 == 0 ? block : block.reversed() }
    let (corpus, _) = try file(lines).load("all.txt")
    #expect(corpus.texts.count == 3_000)
  }
}

private func * (list: [Int32], times: Int) -> [Int32] {
  (0..<times).flatMap { _ in list }
}
