import Model
import Testing

@testable import Reading

@Suite struct `who is who in merged chats` {
  /// Lines of an export, each a minute after the one before, from 16:00 on: `Ana: bonjour`; an empty
  /// one is a minute in which nothing is said.
  private func export(_ lines: [String]) -> String {
    lines.enumerated().filter { !$0.element.isEmpty }.map { minute, line in
      let (hour, minute) = (16 + minute / 60, minute % 60)
      return "17/01/2025, \(hour):\(minute < 10 ? "0" : "")\(minute) - \(line)"
    }.joined(separator: "\n")
  }

  private let talk = ["vélo ?", "demain", "à la halle", "merci bien", "sans faute", "la clé ?"]

  private func joins(_ chat: MergedChat) -> [String] {
    chat.report.merges.flatMap(\.joins).map { "\($0.name) = \($0.person)" }
  }

  @Test func `one chance coincidence joins nobody`() throws {
    // Ana's “ok” is in one export only, Bo's in the other.
    let common = talk.map { "Cléo: \($0)" }
    let chat = try MergedChat([
      "a": export(common + ["Ana: ok", "Ana: on verra"]),
      "b": export(common + ["Bo: ok", "Bo: on ira", "Bo: peut-être"]),
    ])
    #expect(joins(chat) == [])
    #expect(Set(chat.texts("sender")) == ["Cléo", "Ana", "Bo"])
    #expect(chat.report.merges[0].doubts.map { "\($0.name) ? \($0.person)" } == ["Bo ? Ana"])
  }

  @Test func `people whom both exports know are two though both say ok in one minute`() throws {
    let common = talk.flatMap { ["Ana: \($0)", "Bo: \($0) !"] }
    let chat = try MergedChat([
      "a": export(common + ["Ana: ok"]), "b": export(common + ["Bo: ok"]),
    ])
    #expect(joins(chat) == [])
    #expect(chat.lines.suffix(2) == ["16:12 Ana: ok < a", "16:12 Bo: ok < b"])
  }

  @Test func `three messages that coincide are proof, two or one thing over and over are not`()
    throws
  {
    for (said, expected) in [
      (["vélo ?", "demain", "merci"], ["+33 6 12 34 56 78 = Karim"]), (["vélo ?", "demain"], []),
      (["ok", "ok", "ok", "ok"], []), (["ok", "ok", "merci"], ["+33 6 12 34 56 78 = Karim"]),
    ] {
      let chat = try MergedChat([
        "a": export(said.map { "Karim: \($0)" } + ["Bo: fin"]),
        "b": export(said.map { "+33 6 12 34 56 78: \($0)" } + ["Bo: fin"]),
      ])
      #expect(joins(chat) == expected)
      #expect(chat.texts("text") == said + ["fin"])
      #expect(chat.report.merges[0].doubts.count == (expected.isEmpty ? 1 : 0))
    }
  }

  @Test func `few coincidences among many messages join nobody`() throws {
    // Two chats in which everybody wishes a good year at midnight, and nothing else coincides.
    let wishes = ["bonne année", "bonne santé", "et le paradis"]
    let a = export(wishes.map { "Ana: \($0)" } + (0..<9).map { "Ana: a \($0)" })
    let b = export(wishes.map { "Bo: \($0)" } + (0..<9).map { "Bo: b \($0)" })
    #expect(try joins(MergedChat(["a": a, "b": b])) == [])
  }

  @Test func `one name may mean two people, as each phone's own Maman`() throws {
    let lines = talk.flatMap { ["Sophie: \($0)", "Chantal: \($0) !", "Bo: \($0)…"] }
    let chat = try MergedChat([
      "a": export(lines).replacing("Sophie:", with: "Maman:"),
      "b": export(lines).replacing("Chantal:", with: "Maman:"),
    ])
    #expect(Set(joins(chat)) == ["Maman = Sophie", "Maman = Chantal"])
    #expect(chat.texts("sender").prefix(3) == ["Sophie", "Chantal", "Bo"])
    #expect(chat.corpus.people.values == ["Sophie", "Chantal", "Bo"])
    #expect(chat.texts("text").count == lines.count)
  }

  @Test func `a namesake without another name is called by the source too`() throws {
    let lines = talk.flatMap { ["Sophie: \($0)", "Bo: \($0)…"] }
    let chat = try MergedChat([
      "a": export(lines).replacing("Sophie:", with: "Maman:"),
      "b": export(lines + ["Maman: c'est moi"]),
    ])
    #expect(joins(chat) == ["Maman = Sophie"])
    #expect(chat.texts("sender").last == "Maman")
    let both = try MergedChat([
      "a": export(lines).replacing("Sophie:", with: "Maman:"),
      "b": export(lines + ["Maman: c'est moi"]).replacing("Sophie:", with: "+33 6 12 34 56 78:"),
    ])
    #expect(Set(both.texts("sender")) == ["Maman", "Bo", "+33 6 12 34 56 78"])
  }

  @Test func `two people whom one phone calls alike stay two`() throws {
    let lines = talk.flatMap { ["Marie D.: \($0)", "Marie P.: \($0) !", "Bo: \($0)…"] }
    let chat = try MergedChat([
      "a": export(lines).replacing("Marie D.:", with: "Marie:")
        .replacing("Marie P.:", with: "Marie:"),
      "b": export(lines),
    ])
    #expect(joins(chat) == [])
    #expect(chat.texts("text").count == lines.count)
    #expect(chat.report.merges[0].doubts.count == 2)
  }

  @Test func `spellings of one number are one person without proof`() throws {
    let chat = try MergedChat([
      "a": "17/01/2025, 16:14 - +33 6 12 34 56 78: un",
      "b": "17/01/2025, 16:15 - +33 6\u{A0}12 34\u{2011}56\u{2011}78: deux",
    ])
    #expect(chat.corpus.people.values == ["+33 6 12 34 56 78"])
    #expect(joins(chat) == [])
  }

  @Test func `notices and mentions name people as the merge does`() throws {
    let lines = talk.map { "Karim: \($0)" } + ["Bo: @33612345678 ?", "Bo: fin"]
    let chat = try MergedChat([
      "a": export(lines + ["+33 6 12 34 56 78 a quitté le groupe"])
        .replacing("Karim:", with: "+33 6 12 34 56 78:"),
      "b": export(lines),
    ])
    #expect(joins(chat) == ["+33 6 12 34 56 78 = Karim"])
    #expect(chat.corpus.messages.notices.map(\.subject) == ["Karim"])
    #expect(chat.texts("mentions")[6] == "Karim")
    #expect(chat.corpus.joined == [Alias(name: "+33 6 12 34 56 78", person: "Karim")])
  }

  @Test func `other chats than the merged ones keep their people`() throws {
    let lines = talk.map { "Sophie: \($0)" } + ["Bo: fin"]
    let sandbox = try InputSandbox([
      "a.txt": export(lines).replacing("Sophie:", with: "Maman:"), "b.txt": export(lines),
      "c.txt": "18/01/2025, 16:14 - Maman: une autre",
    ])
    var requests = ["a.txt", "b.txt", "c.txt"].map { LoadRequest(path: $0) }
    requests[0].merge = 1
    requests[1].merge = 1
    let (corpus, report) = try sandbox.load(requests)
    let chat = MergedChat(corpus, report)
    #expect(chat.lines.last == "16:14 Maman: une autre < c")
    #expect(chat.texts("sender").first == "Maman")
    #expect(corpus.transcripts.map(\.source) == ["a + b", "c"])
  }

  @Test func `chats that have nothing in common are merged with a word about it`() throws {
    let chat = try MergedChat([
      "a": export(talk.map { "Ana: \($0)" }), "b": export(talk.map { "Ana: non, \($0)" }),
    ])
    #expect(chat.report.merges[0].only == [6, 6])
    #expect(chat.corpus.people.values == ["Ana"])
  }
}
