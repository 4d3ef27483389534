import Model
import Testing

@testable import Shell

/// What lines share that run at the same moment: work that the user has stopped is left to itself and goes
/// on over the same tables while the next line is carried out.
///
/// The thread sanitizer follows them (`Scripts/test --sanitize thread`).
@Suite(.serialized) struct `threads at once` {
  /// Lines without remarks, which copies of a session would hand to each other. Between them they use each
  /// kind of thing that is worked out once and kept.
  private static let lines = [
    #"messages | where text has "marche" | count"#,
    #"messages | where text contains "é" | count by sender"#,
    #"messages | where text ~ "\bl[ae]s? +\w+e\b" | count"#,
    #"messages | select id, key, conversation, file | take 3"#,
    "messages | count by month, kind",
    "messages | summarize sum(words), distinct(text) by sender",
    "messages | top 2 per sender by chars | select id, sender",
    "participants",
    "links | count by host",
    "media | count by type",
    "chunks | select id, key, series | take 3",
    "files | count by kind",
    #"sql "select count(*) from messages""#,
    #"sql "select sender, count(*) from messages group by sender order by 2 desc, 1 limit 3""#,
  ]

  @Test func `copies of a session answer as it does alone, though nothing has been worked out yet`()
    throws
  {
    let lines = Self.lines
    var alone = exampleSession
    let expected = lines.map { alone.answer(to: $0) }
    for (line, answer) in zip(lines, expected) {
      try #require(
        !answer.contains { $0.hasPrefix("error") || $0.hasPrefix("warning") }, "\(line): \(answer)")
    }
    let shared = exampleSession
    let wrong = Gathered<String>()
    atOnce(3) { number in
      var session = shared
      for step in expected.indices {
        // Two threads go the same way, and one comes from elsewhere.
        let place = (step + number / 2 * 5) % expected.count
        let answer = session.answer(to: lines[place])
        if answer != expected[place] { wrong.add("\(lines[place]): \(answer)") }
      }
    }
    #expect(wrong.all == [])
  }

  @Test func `sessions that load the same files have the same messages`() throws {
    let expected = exampleSession.corpus.messages.count
    try #require(expected > 0)
    let counts = Gathered<Int>()
    atOnce(3) { _ in
      var session = testSession()
      _ = session.answer(to: "load examples/archive")
      _ = session.answer(to: "messages | count by sender")
      counts.add(session.corpus.messages.count)
    }
    #expect(counts.all == [expected, expected, expected])
  }

  @Test func `what is worked out once is worked out once, whoever asks first`() {
    let calls = Gathered<Int>()
    let value = Lazy<[Int]> {
      calls.add(1)
      return Array(0..<10_000)
    }
    let sums = Gathered<Int>()
    atOnce(6) { _ in sums.add((try? value.value)?.reduce(0, +) ?? 0) }
    #expect(calls.all == [1])
    #expect(sums.all == Array(repeating: 49_995_000, count: 6))
  }
}
