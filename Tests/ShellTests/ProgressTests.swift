import Diagnostics
import Foundation
import Output
import Reading
import Synchronization
import Testing

@testable import Shell

@Suite struct `the progress of a load or an export` {
  /// What is said after these amounts were read at these moments, the load having begun at 0.
  func words(
    _ read: [(at: Double, files: Int, bytes: Int)], of allFiles: Int, bytes allBytes: Int? = nil,
    at now: Double? = nil, columns: Int = 77
  ) -> String {
    var pace = LoadPace(startedAt: 0)
    for (at, files, bytes) in read {
      let progress = ReadingProgress(
        files: files, allFiles: allFiles, bytes: bytes, allBytes: allBytes)
      pace.note(.files(progress), at: at)
    }
    return pace.words(at: now ?? read.last?.at ?? 0, columns: columns)
  }

  @Test func `says how many files, how much, how fast and how long still`() {
    #expect(
      words([(1, 12_345, 310_000_000)], of: 69_726)
        == "reading 12 345 of 69 726 files, 310 MB, 310 MB/s, 5 s left")
    #expect(
      words([(2, 0, 400_000_000)], of: 1, bytes: 1_400_000_000)
        == "reading 0 of 1 file, 400 MB of 1.4 GB, 200 MB/s, 5 s left")
    #expect(words([(1, 0, 0)], of: 3) == "reading 0 of 3 files, 0 bytes")
    #expect(words([(1, 3, 90)], of: 3) == "reading 3 of 3 files, 90 bytes, 90 bytes/s")
  }

  @Test func `says of an archive how much of it is read, and counts anew there`() {
    var pace = LoadPace(startedAt: 0)
    pace.note(.files(.init(files: 1, allFiles: 1, bytes: 900_000_000)), at: 1)
    pace.note(.files(.init(files: 0, allFiles: nil, bytes: 0, allBytes: 900_000_000)), at: 1)
    #expect(pace.words(at: 1, columns: 77) == "reading archives, 0 bytes of 900 MB")
    pace.note(
      .files(.init(files: 40, allFiles: nil, bytes: 100_000_000, allBytes: 900_000_000)), at: 3)
    #expect(
      pace.words(at: 3, columns: 77) == "reading 40 files, 100 MB of 900 MB, 50.0 MB/s, 16 s left")
  }

  @Test(arguments: [
    (77, "reading 12 345 of 69 726 files, 310 MB, 310 MB/s, 5 s left"),
    (57, "reading 12 345 of 69 726 files, 310 MB, 5 s left"),
    (47, "reading 12 345 of 69 726 files, 5 s left"),
    (39, "reading 12 345 of 69 726 files"),
    (5, "reading 12 345 of 69 726 files"),
  ])
  func `leaves out what does not fit, the least useful first`(columns: Int, text: String) {
    #expect(words([(1, 12_345, 310_000_000)], of: 69_726, columns: columns) == text)
  }

  @Test func `time that is left passes between two reports, and is never below nothing`() {
    let read = [(at: 1.0, files: 10, bytes: 1_000)]
    #expect(words(read, of: 100, at: 1).hasSuffix(", 9 s left"))
    #expect(words(read, of: 100, at: 4.5).hasSuffix(", 6 s left"))
    #expect(words(read, of: 100, at: 10.5).hasSuffix(" kB/s"))
  }

  @Test func `one slow second among many does not make the time left jump`() {
    var pace = Pace(startedAt: 0)
    for second in 1...10 { pace.note(second * 100, at: Double(second)) }
    #expect(pace.secondsLeft(to: 2_000, at: 10) == 10)
    pace.note(1_010, at: 11)
    let left = pace.secondsLeft(to: 2_010, at: 11) ?? 0
    #expect(left > 10 && left < 20)
    // A lasting change is believed after some seconds.
    for second in 12...30 { pace.note(1_010 + (second - 11) * 10, at: Double(second)) }
    #expect((9...11).contains(pace.perSecond ?? 0))
  }

  @Test(arguments: [
    (0.2, "1 s left"), (99, "99 s left"), (99.5, "2 min left"),
    (5_940, "99 min left"), (5_941, "2 h left"), (86_400, "24 h left"), (0, nil), (-3, nil),
    (.infinity, nil), (.nan, nil),
  ])
  func `says times in few digits`(seconds: Double, text: String?) {
    #expect(ProgressWords.timeLeft(seconds) == text)
  }

  @Test func `says what comes after reading`() {
    var pace = LoadPace(startedAt: 0)
    var said = [pace.words(at: 0, columns: 77)]
    for step in [ReadingStep.joining, .messages(chat: 1, chats: 1), .messages(chat: 2, chats: 30)] {
      pace.note(step, at: 1)
      said.append(pace.words(at: 1, columns: 77))
    }
    pace.noteVerifying()
    said.append(pace.words(at: 2, columns: 77))
    #expect(
      said == [
        "reading files…", "joining chunks…", "reading messages…",
        "reading messages, chat 2 of 30", "comparing the headers of chunks…",
      ])
  }

  @Test func `says how many rows are written`() {
    var pace = ExportPace(rows: 4_000, startedAt: 0)
    #expect(pace.words(at: 0.5, columns: 77) == "writing 0 of 4 000 rows, 0 bytes")
    pace.note(rows: 1_000, bytes: 250_000, at: 1)
    #expect(
      pace.words(at: 1, columns: 77)
        == "writing 1 000 of 4 000 rows, 250 kB, 250 kB/s, 3 s left")
    #expect(pace.words(at: 1, columns: 40) == "writing 1 000 of 4 000 rows, 3 s left")
  }

  /// What a session writes of remarks in a statement, each look at the clock a tenth of a second after
  /// the one before.
  func remarks(
    of statement: String = "load .", rewritable: Bool = true, quiet: Bool = false,
    secondsPerLook: Double = 0.1
  ) throws -> String {
    let folder = try ChatFolder(["chat.txt": "17/02/2025, 16:14 - Ana: bonjour"])
    _ = folder.answer("load chat.txt")
    let looks = Mutex(0.0)
    folder.session.world.uptime = {
      looks.withLock { looks in
        looks += secondsPerLook
        return looks
      }
    }
    var bytes: [UInt8] = []
    let sink = Sink { (part) throws(Diagnostic) in bytes += part }
    let screen = Screen.terminal(columns: 80, lines: 24, colored: false, rewritable: rewritable)
    let console = Console(
      results: sink, screen: screen, remarks: sink, remarkScreen: screen, isQuiet: quiet)
    #expect(folder.session.run(statement, to: console) == .done)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `is gone before anything else is said`() throws {
    for (statement, progress, answer) in [
      ("load chat.txt", "reading messages…", "note: messages are numbered anew"),
      ("messages | export a.csv", "writing 1 of 1 row, ", "wrote a.csv: 1 row of: messages"),
    ] {
      let parts = try remarks(of: statement).components(separatedBy: "\r\u{1B}[K")
      #expect(parts.count == 2)
      #expect(parts.first?.contains("\r\(progress)") == true, "\(parts)")
      #expect(parts.last?.hasPrefix(answer) == true)
      #expect(parts.last?.contains("\r") == false)
    }
  }

  @Test func `is not said of short work, on other streams, nor when quiet`() throws {
    for text in [
      try remarks(secondsPerLook: 0.001), try remarks(rewritable: false), try remarks(quiet: true),
    ] {
      #expect(!text.contains("\r") && !text.contains("\u{1B}"))
    }
  }

  @Test func `follows the clock while nothing is done, and stays away once it is over`() throws {
    let now = Mutex(0.0)
    var bytes: [UInt8] = []
    let sink = Sink { (part) throws(Diagnostic) in bytes += part }
    let screen = Screen.terminal(columns: 80, lines: 24, colored: false, rewritable: true)
    let console = Console(results: sink, screen: screen, remarks: sink, remarkScreen: screen)
    let made = ProgressLine(
      on: console, clock: { now.withLock { $0 } }, startingWith: { LoadPace(startedAt: $0) },
      words: { $0.words(at: $1, columns: $2) })
    let progress = try #require(made)
    let raised = Mutex(false)
    let interrupt = progress.watching(Interrupt { raised.withLock { $0 } })
    func lines(at moments: [Double]) -> Int {
      let before = bytes.count
      for moment in moments {
        now.withLock { $0 = moment }
        #expect(!interrupt.isRaised)
      }
      return bytes[before...].count { $0 == UInt8(ascii: "\r") }
    }
    #expect(lines(at: [0.1, 0.3, 0.49]) == 0)
    #expect(lines(at: [0.5, 0.55, 0.59]) == 1)
    #expect(lines(at: [0.61, 0.65, 0.72, 0.75]) == 2)
    raised.withLock { $0 = true }
    #expect(interrupt.isRaised)
    raised.withLock { $0 = false }
    progress.finish()
    #expect(lines(at: [5, 6, 7]) == 0)
  }
}
