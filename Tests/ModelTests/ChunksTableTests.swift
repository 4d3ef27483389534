import Model
import Testing

struct ChunksTableTests {
  /// Six lines in two chunks that share two of them; the second begins inside a message.
  private static let chat: SampleChat = {
    var declared = Chunk.Declaration()
    declared.periodStart = CivilDate(year: 2025, month: 2, day: 17)
    declared.participants = ["Ana", "Bo"]
    declared.topics = ["Suisse"]
    declared.tokens = 40
    declared.messages = 4
    var chat = SampleChat()
    chat.beginExport("atelier", file: "unused")
    chat.say("2025-02-17 09:00:00", "Bo", "une")
    chat.say("2025-02-17 09:02:00", "Ana", "deux\ntrois")
    chat.say("2025-02-17 09:01:00", "Bo", "quatre")
    chat.say(
      "2025-02-18 09:00:00", nil, "Bo est parti", kind: .system, notices: [(.left, nil, "Bo")])
    chat.say(nil, nil, "cinq", kind: .fragment)
    chat.cut(0..<4, file: "d/temporal_1.txt", overlap: 0, ordinal: 1, declared: declared)
    chat.cut(2..<6, file: "d/temporal_2.txt", overlap: 2, cutStart: true)
    return chat
  }()

  private func values(_ column: String) -> [Value] {
    ChunksTableTests.chat.table(.chunks).values(column)
  }

  @Test func `what the header declares is there, and null where it declares nothing`() {
    let day = CivilDate(year: 2025, month: 2, day: 17).map { Int64($0.daysSince1970) } ?? 0
    #expect(values("period_start") == [.period(Period(.day, ordinal: day)), .null])
    #expect(values("period_end") == [.null, .null])
    #expect(values("participants") == [.list(["Ana", "Bo"]), .list([])])
    #expect(values("topics") == [.list(["Suisse"]), .list([])])
    #expect(values("tokens") == [.int(40), .null])
    #expect(values("messages") == [.int(4), .null])
    #expect(values("ordinal") == [.int(1), .null])
  }

  @Test func `what the lines hold is found in them`() {
    #expect(
      values("text") == [
        .text(
          """
          [2025-02-17 09:00:00] Bo: une
          [2025-02-17 09:02:00] Ana: deux
          trois
          [2025-02-17 09:01:00] Bo: quatre
          """),
        .text(
          """
          trois
          [2025-02-17 09:01:00] Bo: quatre
          [2025-02-18 09:00:00] Bo est parti
          cinq
          """),
      ])
    #expect(values("first") == [.at("2025-02-17 09:00"), .at("2025-02-17 09:01")])
    #expect(values("last") == [.at("2025-02-17 09:02"), .at("2025-02-18 09:00")])
    #expect(values("senders") == [.list(["Bo", "Ana"]), .list(["Bo"])])
    #expect(values("lines") == [.int(4), .int(4)])
    #expect(values("found_tokens") == [.int(26), .int(20)])
    #expect(values("found_messages") == [.int(3), .int(1)])
    #expect(values("overlap") == [.int(0), .int(2)])
    #expect(values("cut_start") == [.bool(false), .bool(true)])
    #expect(values("file") == [.text("d/temporal_1.txt"), .text("d/temporal_2.txt")])
  }

  @Test func `a doubled chunk has a key of its own, an equal one elsewhere the same`() {
    var chat = SampleChat()
    for source in ["a", "b"] {
      chat.beginExport(source, file: source)
      chat.say("2025-02-17 09:00", "Ana", "ok")
      chat.cut(0..<1, file: source + "/1.txt", overlap: 0)
      chat.cut(0..<1, file: source + "/2.txt", overlap: 1)
    }
    let keys = chat.table(.chunks).values("key")
    #expect(keys[0] != keys[1])
    #expect(Array(keys[..<2]) == Array(keys[2...]))
  }
}
