import Diagnostics
import Model
import Synchronization
import Testing

@testable import Reading

@Suite struct CorpusTests {
  /// A folder of the chunks of an invented chat, without some of them.
  private func sandbox(
    _ chat: ReassemblyChat, in folder: String = "archive", without missing: Set<Int> = []
  ) throws -> InputSandbox {
    let sandbox = try InputSandbox()
    for (index, cut) in chat.chunks.enumerated() where !missing.contains(index + 1) {
      try sandbox.write(cut.text, to: "\(folder)/\(cut.name)")
    }
    return sandbox
  }

  private func chat(_ seed: Int, isIOS: Bool = false) -> ReassemblyChat {
    var random = Seeded(seed)
    return ReassemblyChat(messages: 80, limit: 200, overlap: 5, isIOS: isIOS, using: &random)
  }

  @Test func `chunks and the export they were cut from give the same messages`() throws {
    let chat = chat(1)
    let sandbox = try sandbox(chat)
    try sandbox.write(chat.lines.joined(separator: "\r\n") + "\r\n", to: "chat.txt")
    let chunks = try sandbox.load("archive").corpus
    let export = try sandbox.load("chat.txt").corpus
    #expect(chunks.texts == export.texts)
    #expect(chunks.messages.moments == export.messages.moments)
    #expect(chunks.messages.senders == export.messages.senders)
    #expect(chunks.people.values == export.people.values)
  }

  @Test func `chunks that were made UTF-8 twice are those that they were before`() throws {
    let chat = chat(1)
    let plain = try sandbox(chat).load("archive").corpus
    let sandbox = try InputSandbox()
    for cut in chat.chunks {
      try sandbox.write(TwiceEncodedText.byWindows1252(cut.text), to: "archive/\(cut.name)")
    }
    let corpus = try sandbox.load("archive").corpus
    #expect(corpus.texts == plain.texts)
    #expect(corpus.people.values == plain.people.values)
    #expect(corpus.rows(.invalidUTF8).count == chat.chunks.count)
  }

  @Test
  func `a text that was made UTF-8 twice before it was cut stands as it is, and a note says so`()
    throws
  {
    let chat = ReassemblyChat(
      lines: [
        "17/02/2025, 16:14 - ZoÃ©: dÃ©jÃ\u{A0} ?", "17/02/2025, 16:15 - Bo: Ã©tÃ©",
      ], limit: 500, overlap: 5)
    let corpus = try sandbox(chat).load("archive").corpus
    #expect(corpus.people.values == ["ZoÃ©", "Bo"])
    #expect(corpus.rows(.invalidUTF8).count == 1)
    #expect(
      corpus.rows(.invalidUTF8).first?.hasPrefix("archive/\(chat.chunks[0].name):9: ") == true)
  }

  @Test func `every line knows the first file that holds it`() throws {
    let chat = chat(2)
    let sandbox = try sandbox(chat, without: [3, 4])
    let corpus = try sandbox.load("archive").corpus
    let transcript = try #require(corpus.transcripts.first)
    let lines = transcript.text.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let cuts = Dictionary(uniqueKeysWithValues: chat.chunks.map { ("archive/\($0.name)", $0) })
    for (number, line) in lines.enumerated() {
      let place = try #require(transcript.place(ofLine: number))
      let file = corpus.files[place.file].path
      let text = try #require(cuts[file]).text.split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(text[place.line - 1].utf8.elementsEqual(line))
    }
  }

  @Test func `chunks know their lines, their overlap and what they cut`() throws {
    let chat = ReassemblyChat(
      lines: [
        "17/02/2025, 16:14 - Ana: un", "deux", "trois", "17/02/2025, 16:15 - Bo: quatre", "cinq",
        "17/02/2025, 16:16 - Ana: six", "sept",
      ], limit: 12, overlap: 2)
    let corpus = try sandbox(chat).load("archive").corpus
    #expect(corpus.chunks.count == chat.chunks.count)
    for (chunk, cut) in zip(corpus.chunks, chat.chunks) {
      #expect(chunk.lines == cut.lines.startIndex..<cut.lines.endIndex)
      let text = corpus.transcripts[0].text[chunk.bytes]
      #expect(String(decoding: text, as: UTF8.self) == cut.lines.joined(separator: "\n"))
      #expect(chunk.cutStart == !(cut.lines.first?.contains(" - ") ?? true))
      let next = cut.lines.endIndex
      #expect(chunk.cutEnd == (next < chat.lines.count && !chat.lines[next].contains(" - ")))
    }
    #expect(corpus.chunks.map(\.ordinal) == Array(1...chat.chunks.count))
    #expect(corpus.chunks.dropFirst().allSatisfy { $0.overlap == 2 })
    #expect(corpus.files.map(\.messages).reduce(0, +) == 3)
    #expect(corpus.files.allSatisfy { $0.chunks == 1 && $0.source == "archive" })
  }

  @Test func `a gap is a row, and what follows it without a header is a fragment`() throws {
    let chat = ReassemblyChat(
      lines: ["17/02/2025, 16:14 - Ana: un"] + (0..<30).map { "ligne \($0)" }
        + ["17/02/2025, 16:15 - Bo: fin"], limit: 20, overlap: 2)
    let corpus = try sandbox(chat, without: [3]).load("archive").corpus
    let file = "archive/\(chat.chunks[3].name)"
    #expect(
      corpus.rows(.gap)
        == ["\(file):9: does not continue “\(chat.chunks[1].name)”: chunk 3 is missing"])
    #expect(corpus.messages.kinds == [.text, .fragment, .text])
    #expect(corpus.rows(.fragment).count == 1)
    #expect(corpus.rows(.fragment)[0].hasPrefix("\(file):9: "))
    #expect(corpus.files.map(\.messages).reduce(0, +) == 2)
  }

  @Test func `lines before the first header of an export are kept in a row`() throws {
    let sandbox = try InputSandbox(["chat.txt": "Bienvenue\n\nà tous\n" + InputSample.export])
    let corpus = try sandbox.load("chat.txt").corpus
    #expect(
      corpus.rows(.preamble) == ["chat.txt:1: no header stands before: Bienvenue\n\nà tous"])
    #expect(corpus.messages.count == 2)
  }

  @Test func `transcripts stand in the order of their paths and people are one`() throws {
    let sandbox = try InputSandbox([
      "b/2.txt": "17/02/2025, 16:14 - Ana: deux\n17/02/2025, 16:15 - Zoé: deux aussi",
      "b/10.txt": "18/02/2025, 16:14 - Zoé: dix", "a.txt": "19/02/2025, 16:14 - Zoé: a",
    ])
    let one = try sandbox.load("b", "a.txt").corpus
    let other = try sandbox.load("a.txt", "b/10.txt", "b/2.txt").corpus
    for corpus in [one, other] {
      #expect(corpus.transcripts.map(\.source) == ["a", "2", "10"])
      #expect(corpus.texts == ["a", "deux", "deux aussi", "dix"])
      #expect(corpus.people.values == ["Zoé", "Ana"])
      #expect(corpus.messages.senders == [0, 1, 0, 0])
      #expect(corpus.transcripts.map(\.messages) == [0..<1, 1..<3, 3..<4])
    }
  }

  @Test func `what stands beside messages is renumbered with them`() throws {
    let lines = "17/02/2025, 16:14 - Ana: <Médias omis>\n17/02/2025, 16:15 - Ana a quitté le groupe"
    let sandbox = try InputSandbox(["1.txt": lines, "2.txt": lines])
    let messages = try sandbox.load("1.txt", "2.txt").corpus.messages
    #expect(messages.attachments.map(\.message) == [0, 2])
    #expect(messages.notices.map(\.message) == [1, 3])
    #expect(messages.bodies.map(\.message).contains(2))
  }

  @Test func `sources are named after folder or file, and told apart`() throws {
    let sandbox = try InputSandbox([
      "paris/famille/_chat.txt": "17/02/2025, 16:14 - Ana: un",
      "lyon/famille/_chat.txt": "18/02/2025, 16:14 - Ana: deux",
      "nice/amis.2025.txt": "19/02/2025, 16:14 - Ana: trois",
    ])
    let sources = try sandbox.load(".").corpus.transcripts.map(\.source)
    #expect(sources == ["lyon/famille", "amis.2025", "paris/famille"])
    let named = try sandbox.load([
      LoadRequest(name: "Nice", path: "nice/amis.2025.txt"), LoadRequest(path: "."),
    ]).corpus.transcripts.map(\.source)
    #expect(named.contains("Nice") && !named.contains("amis.2025"))
    let several = try sandbox.load([LoadRequest(name: "tout", path: ".")]).corpus
    #expect(
      several.transcripts.map(\.source) == [
        "tout/lyon/famille", "tout/amis.2025", "tout/paris/famille",
      ])
  }

  @Test func `chunks named one by one are called after their folder`() throws {
    let sandbox = try sandbox(chat(3))
    let (corpus, report) = try read(
      [LoadRequest(path: chat(3).chunks[0].name)],
      options: ReadingOptions(directory: sandbox.path + "/archive"))
    #expect(corpus.transcripts.map(\.source) == ["archive"])
    #expect(report.outcomes[0].failure == nil)
  }

  @Test func `a chat loaded twice is reported, another one is not`() throws {
    let chat = chat(4)
    let sandbox = try sandbox(chat)
    try sandbox.write(chat.lines.joined(separator: "\n"), to: "export/old.txt")
    try sandbox.write(self.chat(5).lines.joined(separator: "\n"), to: "export/other.txt")
    let corpus = try sandbox.load("archive", "export").corpus
    let rows = corpus.problems.filter { $0.code == .duplicateTranscript }
    #expect(rows.map(\.file) == ["export/old.txt"])
    #expect(
      rows.first?.detail.hasPrefix("“old” and “archive” hold the same chat: 100 %") == true)
  }

  @Test func `an interrupt at any moment ends a load, or it is whole`() throws {
    let sandbox = try sandbox(chat(8), without: [4])
    try sandbox.write(InputSample.export, to: "chat.txt")
    let requests = ["archive", "chat.txt"].map { LoadRequest(path: $0) }
    let whole = try sandbox.load(requests).corpus
    var interrupted = 0
    for patience in 0..<150 {
      let asked = Mutex(0)
      let interrupt = Interrupt {
        asked.withLock {
          $0 += 1
          return $0 > patience
        }
      }
      do throws(Diagnostic) {
        let corpus = try read(
          requests, options: ReadingOptions(directory: sandbox.path), interrupt: interrupt
        ).corpus
        #expect(corpus.texts == whole.texts)
        // What is worked out later can be interrupted too, and is asked for again.
        asked.withLock { $0 = patience }
        #expect(corpus.problems == [])
        asked.withLock { $0 = .min }
        #expect(corpus.problems == whole.problems)
      } catch {
        #expect(error == .interrupted)
        interrupted += 1
      }
    }
    #expect((10..<150).contains(interrupted))
  }

  @Test func `of long chats loaded twice a sample is compared`() throws {
    let lines = (0..<60_000).map { minute in
      let (hour, day) = (minute / 60 % 24, minute / 1_440 % 28 + 1)
      return
        "\(day)/\(minute / 40_320 + 1)/2025, \(hour):\(minute % 60 / 10)\(minute % 10) - Ana: \(minute)"
    }
    let sandbox = try InputSandbox([
      "old.txt": lines.prefix(40_000).joined(separator: "\n"),
      "new.txt": lines.dropFirst(10_000).joined(separator: "\n"),
    ])
    let rows = try sandbox.load("old.txt", "new.txt").corpus.rows(.duplicateTranscript)
    let share = rows.first?.split(separator: " ").compactMap { Int($0) }.first
    // Three quarters of the shorter are in both.
    #expect(rows.count == 1 && (70...80).contains(share ?? 0))
  }

  @Test func `dates after today are rows, and no part of the period`() throws {
    let sandbox = try InputSandbox([
      "chat.txt": """
      17/02/2025, 16:14 - Ana: hier
      18/02/2025, 23:59 - Ana: ce soir
      19/02/2025, 00:00 - Ana: demain
      20/02/2025, 00:00 - Ana: plus tard
      """
    ])
    let now = CivilDate(year: 2025, month: 2, day: 18).flatMap { Moment($0, hour: 12) }
    let (corpus, report) = try sandbox.load([LoadRequest(path: "chat.txt")], now: now)
    #expect(
      corpus.rows(.futureDate) == ["chat.txt:3: 2 messages from 2025-02-19 on are after today"])
    #expect(report.period?.upperBound.description == "2025-02-18T23:59:00")
    #expect(report.period?.lowerBound.description == "2025-02-17T16:14:00")
  }

  @Test func `the report counts what was done`() throws {
    let chat = chat(6)
    let sandbox = try sandbox(chat, without: [2])
    try sandbox.write("milk", to: "archive/list.txt")
    try sandbox.write([0xFF, 0xD8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9], to: "archive/photo.jpg")
    let (corpus, report) = try sandbox.load("archive")
    #expect(report.filesRead == chat.chunks.count - 1)
    #expect(report.filesSkipped == 2)
    #expect(report.gaps == 1)
    #expect(report.repeatedLines == 5 * (chat.chunks.count - 3))
    #expect(report.messages == corpus.messages.count)
    #expect(report.people == 4)
    #expect(report.dateOrders.map(\.source) == ["archive"])
    #expect(report.problems.map(\.count).reduce(0, +) == corpus.problems.count)
  }

  @Test func `a date order that nothing decides is called a guess`() throws {
    let sandbox = try InputSandbox(["chat.txt": "01/02/2025, 16:14 - Ana: un"])
    let (corpus, report) = try sandbox.load("chat.txt")
    #expect(report.dateOrders.first?.isGuess == true)
    #expect(corpus.rows(.dateOrderGuessed).count == 1)
    let told = try read(
      [LoadRequest(path: "chat.txt")],
      options: ReadingOptions(directory: sandbox.path, dateOrder: .monthDayYear))
    #expect(told.report.dateOrders.first?.isGuess == false)
    #expect(told.corpus.files[0].first?.date.month == 1)
  }

  @Test func `rows stand in the order of files and lines and are counted for each chunk`() throws {
    let corpus = try sandbox(chat(7)).load("archive").corpus
    let places = Dictionary(
      uniqueKeysWithValues: corpus.files.enumerated().map { ($1.path, $0) })
    let keys = corpus.problems.map { [$0.file.flatMap { places[$0] } ?? -1, $0.line ?? 0] }
    let sorted = zip(keys, keys.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) }
    #expect(!keys.isEmpty && sorted)
    let counts = TableDefinition.named(.chunks).make(corpus, Lens()).column("problems")
    #expect(
      counts.map { column in corpus.chunks.indices.map { column[$0] } }
        == corpus.chunks.map { chunk in
          .int(Int64(corpus.problems.count { $0.file == corpus.files[chunk.file].path }))
        })
  }
}
