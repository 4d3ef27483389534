import Model
import Testing

@testable import Reading

/// Years that are not ours, and those before WhatsApp.
@Suite struct OtherCalendarTests {
  @Test(arguments: [
    ("[1402/05/05, 19:41:23] Ana: oui", "2023-07-27T19:41:23"),
    ("[۱۴۰۲/۵/۵،‏ ۱۹:۴۱:۲۳] Ana: oui", "2023-07-27T19:41:23"),
    ("[5/31/1402 AP, 19:41:23] Ana: oui", "2023-08-22T19:41:23"),
    ("1388/1/1, 10:00 - Ana: oui", "2009-03-21T10:00:00"),
    ("1399/12/30, 10:00 - Ana: oui", "2021-03-20T10:00:00"),
    ("1400/1/1, 10:00 - Ana: oui", "2021-03-21T10:00:00"),
    ("1403/12/30, 10:00 - Ana: oui", "2025-03-20T10:00:00"),
    ("1404/7/1, 10:00 - Ana: oui", "2025-09-23T10:00:00"),
    ("1408/12/30, 10:00 - Ana: oui", "2030-03-20T10:00:00"),
  ])
  func `a year of the Solar Hijri calendar becomes ours`(line: String, date: String) throws {
    #expect(try ReadTranscript(line).messages.map(\.date) == [date])
  }

  @Test func `a day that the Solar Hijri calendar does not have is no date`() throws {
    let lines = [
      "1402/1/31, 10:00 - Ana: oui", "1402/12/30, 10:00 - Ana: non", "1402/7/31, 10:00 - Ana: non",
    ]
    let transcript = try ReadTranscript(lines.joined(separator: "\n"))
    #expect(transcript.messages.count == 1)
    #expect(transcript.read.doubts.map(\.code) == [.invalidDate, .invalidDate])
  }

  @Test func `messages before 2009 stand as they are, and a note says so`() throws {
    let sandbox = try InputSandbox([
      "a.txt": "[05/05/1445, 19:41:23] Ana: oui\n[15/05/1445, 19:41:23] Bo: non",
      "b.txt": "17/02/2025, 16:14 - Ana: oui",
    ])
    let (corpus, _) = try sandbox.load("a.txt", "b.txt")
    #expect(
      corpus.rows(.invalidDate) == [
        "a.txt:1: 2 messages, the first of 1445-05-05, are before 2009, when WhatsApp began: a clock "
          + "was wrong, or the year is of another calendar, and read as it stands"
      ])
  }
}
