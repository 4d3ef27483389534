import Model
import Testing

struct MessagesTableTests {
  @Test func `text keeps its marks and body loses them`() {
    var chat = SampleChat()
    chat.beginExport("s", file: "f.txt")
    chat.say("2025-02-17 09:00", "Ana", "deux\nlignes")
    chat.say("2025-02-17 09:01", "Ana", "oui \u{200E}<modifié>", body: "oui", edited: true)
    chat.say(
      "2025-02-17 09:02", "Bo", "<Médias omis>", body: "", kind: .media,
      attachment: (nil, .unknown))
    chat.say(
      "2025-02-17 09:03", "Bo", "a.pdf (fichier joint)\nlis ça", body: "lis ça",
      kind: .media, attachment: ("a.pdf", .document))
    chat.say("2025-02-17 09:04", "Bo", "")
    let table = chat.table(.messages)
    #expect(
      table.values("text") == [
        .text("deux\nlignes"), .text("oui \u{200E}<modifié>"), .text("<Médias omis>"),
        .text("a.pdf (fichier joint)\nlis ça"), .text(""),
      ])
    #expect(
      table.values("body") == [
        .text("deux\nlignes"), .text("oui"), .null, .text("lis ça"), .null,
      ])
    #expect(table.values("media") == [.null, .null, .null, .text("a.pdf"), .null])
    #expect(
      table.values("media_type") == [.null, .null, .text("unknown"), .text("document"), .null])
    #expect(table.values("edited") == [false, true, false, false, false].map(Value.bool))
    #expect(table.values("words") == [2, 1, 0, 2, 0].map(Value.int))
    #expect(table.values("chars") == [11, 3, 0, 6, 0].map(Value.int))
    #expect(table.values("tokens") == [3, 4, 4, 8, 0].map(Value.int))
  }

  @Test func `a notice has an event and no sender, a fragment has neither nor a date`() {
    var chat = SampleChat()
    chat.beginExport("s", file: "f.txt")
    chat.say(nil, nil, "suite", kind: .fragment)
    chat.say("2025-02-17 09:00", nil, "Bo est parti", kind: .system, notices: [(.left, nil, "Bo")])
    chat.say("2025-02-17 09:01", "Ana", "ah")
    let table = chat.table(.messages)
    #expect(table.values("kind") == ["fragment", "system", "text"].map(Value.text))
    #expect(table.values("event") == [.null, .text("left"), .null])
    #expect(table.values("sender") == [.null, .null, .text("Ana")])
    #expect(
      table.values("date") == [.null, .at("2025-02-17 09:00"), .at("2025-02-17 09:01")])
  }

  @Test func `links, mentions, emoji and topics are lists of the body`() {
    var chat = SampleChat()
    chat.beginExport("s", file: "f.txt")
    chat.say("2025-02-17 09:00", "Zoé", "voir https://a.fr et www.b.fr 👍🏽🙂")
    chat.say("2025-02-17 09:01", "Bo Li", "@\u{2068}~\u{202F}Zoé\u{2069} et @ZOÉ, @41790000000")
    let topics = ["a", "zoé"].map { name in
      Lens.Topic(name: name, pattern: name) { texts in
        (0..<texts.count).map { texts[$0]?.contains(name) ?? false }
      }
    }
    let table = chat.table(.messages, Lens(topics: topics.reversed()))
    #expect(table.values("links") == [.list(["https://a.fr", "www.b.fr"]), .list([])])
    #expect(table.values("mentions") == [.list([]), .list(["Zoé", "Zoé", "+41790000000"])])
    #expect(table.values("emoji") == [.list(["👍🏽", "🙂"]), .list([])])
    #expect(table.values("topics") == [.list(["a"]), .list([])])
  }

  @Test func `a gap looks back to the dated message of the same transcript`() {
    var chat = SampleChat()
    chat.beginExport("a", file: "a.txt")
    chat.say(nil, nil, "x", kind: .fragment)
    chat.say("2025-02-17 09:00:00", "Ana", "x")
    chat.say(nil, nil, "x", kind: .fragment)
    chat.say("2025-02-17 09:00:30", "Ana", "x")
    chat.say("2025-02-17 08:59:30", "Ana", "l'horloge recule")
    chat.beginExport("b", file: "b.txt")
    chat.say("2025-02-17 10:00:00", "Ana", "x")
    #expect(
      chat.table(.messages).values("gap") == [
        .null, .null, .null, .duration(30), .duration(-60), .null,
      ])
  }

  @Test func `a silence, and a transcript, begin a conversation`() {
    var chat = SampleChat()
    chat.beginExport("a", file: "a.txt")
    chat.say("2025-02-17 09:00:00", "Ana", "x")
    chat.say("2025-02-17 11:59:59", "Ana", "x")
    chat.say(nil, nil, "x", kind: .fragment)
    chat.say("2025-02-17 14:59:59", "Ana", "x")
    chat.beginExport("b", file: "b.txt")
    chat.say("2025-02-17 15:00:00", "Ana", "x")
    func numbers(_ lens: Lens) -> [Value] { chat.table(.messages, lens).values("conversation") }
    #expect(numbers(Lens()) == [1, 1, 1, 2, 3].map(Value.int))
    #expect(numbers(Lens(silence: 4 * 3_600)) == [1, 1, 1, 1, 2].map(Value.int))
    #expect(numbers(Lens(silence: 60)) == [1, 2, 2, 3, 4].map(Value.int))
  }

  @Test func `a message knows its source, its chunks, its file and its line`() {
    var chat = SampleChat()
    chat.beginExport("atelier", file: "unused")
    chat.say("2025-02-17 09:00", "Ana", "une\ndeux")
    chat.say("2025-02-17 09:01", "Bo", "trois\nquatre\ncinq")
    chat.say("2025-02-17 09:02", "Ana", "six")
    chat.cut(0..<3, file: "1.txt", overlap: 0)
    chat.cut(2..<4, file: "2.txt", overlap: 1)
    chat.cut(3..<6, file: "3.txt", overlap: 1)
    chat.beginExport("autre", file: "x.txt")
    chat.say("2025-02-18 09:00", "Ana", "fin")
    let table = chat.table(.messages)
    #expect(table.values("source") == ["atelier", "atelier", "atelier", "autre"].map(Value.text))
    #expect(table.values("sources")[3] == .list(["autre"]))
    #expect(table.values("chunk") == [.int(1), .int(1), .int(3), .null])
    #expect(
      table.values("chunks") == [
        .list(["1"]), .list(["1", "2", "3"]), .list(["3"]), .list([]),
      ])
    #expect(
      table.values("file").map { $0 } == ["unused", "unused", "unused", "x.txt"].map(Value.text))
    #expect(table.values("line") == [1, 3, 6, 1].map(Value.int))
  }
}
