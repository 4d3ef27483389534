import Model
import Testing

struct SmallTablesTests {
  @Test func `participants are those who write, then those whom notices name`() {
    var chat = SampleChat()
    chat.beginExport("s", file: "f.txt")
    chat.say(
      "2025-02-16 08:00", nil, "Ana a ajouté Bo", kind: .system, notices: [(.added, "Ana", "Bo")])
    chat.say("2025-02-17 09:00", "Bo", "salut https://a.fr et www.b.fr")
    chat.say("2025-02-17 23:59", "Ana", "ok")
    chat.say(
      "2025-02-18 00:00", "Bo", "<Médias omis>", body: "", kind: .media,
      attachment: (nil, .image))
    chat.say("2025-02-17 10:00", "Bo", "l'horloge recule")
    chat.say("2025-02-20 09:00", nil, "BO est parti", kind: .system, notices: [(.left, nil, "BO")])
    chat.say(
      "2025-02-21 09:00", nil, "Cy a rejoint", kind: .system, notices: [(.joined, nil, "Cy")])
    chat.say(
      "2025-02-22 09:00", nil, "Di a changé l'objet", kind: .system,
      notices: [(.subject, "Di", "Atelier")])
    let table = chat.table(.participants)
    #expect(table.values("name") == ["Bo", "Ana", "Cy", "Di"].map(Value.text))
    #expect(table.values("messages") == [3, 1, 0, 0].map(Value.int))
    #expect(table.values("words") == [6, 1, 0, 0].map(Value.int))
    #expect(table.values("chars") == [46, 2, 0, 0].map(Value.int))
    #expect(table.values("media") == [1, 0, 0, 0].map(Value.int))
    #expect(table.values("links") == [2, 0, 0, 0].map(Value.int))
    #expect(table.values("days") == [2, 1, 0, 0].map(Value.int))
    #expect(table.values("share") == [0.75, 0.25, 0, 0].map(Value.float))
    #expect(
      table.values("first") == [
        .at("2025-02-17 09:00"), .at("2025-02-17 23:59"), .null, .null,
      ])
    #expect(
      table.values("last") == [
        .at("2025-02-18 00:00"), .at("2025-02-17 23:59"), .null, .null,
      ])
    #expect(
      table.values("joined") == [.at("2025-02-16 08:00"), .null, .at("2025-02-21 09:00"), .null])
    #expect(table.values("left") == [.at("2025-02-20 09:00"), .null, .null, .null])
  }

  @Test func `who comes back has not left, and each chat is asked by itself`() {
    var chat = SampleChat()
    func notice(_ when: String, _ event: Event, _ actor: String?, _ subject: String? = nil) {
      chat.say(when, nil, "…", kind: .system, notices: [(event, actor, subject)])
    }
    chat.beginExport("a", file: "a.txt")
    notice("2025-01-01 09:00", .created, "Ana", "Thé")
    notice("2025-01-02 09:00", .added, "Ana", "Bo")
    notice("2025-01-02 09:00", .added, "Ana", "Cy")
    notice("2025-01-03 09:00", .removed, "Ana", "Bo")
    notice("2025-01-03 09:00", .left, "Cy", "Cy")
    notice("2025-01-04 09:00", .joined, nil, "Bo")
    notice("2025-01-03 12:00", .left, "Bo", "Bo")
    notice("2025-01-05 09:00", .left, "+33 6 12 34 56 78", "+33 6 12 34 56 78")
    chat.beginExport("b", file: "b.txt")
    notice("2024-12-01 09:00", .joined, nil, "Cy")
    notice("2025-02-01 09:00", .joined, nil, "Cy")
    notice("2025-02-02 09:00", .left, "+33\u{A0}6\u{2011}12 34 56 78")
    let table = chat.table(.participants)
    #expect(table.values("name") == ["Ana", "Bo", "Cy", "+33 6 12 34 56 78"].map(Value.text))
    #expect(
      table.values("joined") == [
        .at("2025-01-01 09:00"), .at("2025-01-02 09:00"), .at("2024-12-01 09:00"), .null,
      ])
    #expect(
      table.values("left") == [.null, .null, .at("2025-01-03 09:00"), .at("2025-02-02 09:00")])
  }

  @Test func `nobody's share is null where nobody writes`() {
    var chat = SampleChat()
    chat.beginExport("s", file: "f.txt")
    chat.say(
      "2025-02-21 09:00", nil, "Cy a rejoint", kind: .system, notices: [(.joined, nil, "Cy")])
    #expect(chat.table(.participants).values("share") == [.null])
  }

  @Test func `links stand with their message`() {
    var chat = SampleChat()
    chat.beginExport("s", file: "f.txt")
    chat.say("2025-02-17 09:00", "Bo", "rien")
    chat.say("2025-02-17 09:01", "Ana", "https://www.A.fr/x et http://b.fr:80")
    let table = chat.table(.links)
    let body = Value.text("https://www.A.fr/x et http://b.fr:80")
    #expect(table.values("url") == [.text("https://www.A.fr/x"), .text("http://b.fr:80")])
    #expect(table.values("host") == [.text("a.fr"), .text("b.fr")])
    #expect(table.values("sender") == [.text("Ana"), .text("Ana")])
    #expect(table.values("date") == [.at("2025-02-17 09:01"), .at("2025-02-17 09:01")])
    #expect(table.values("text") == [body, body])
    #expect(table.values("message") == [.int(2), .int(2)])
  }

  @Test func `a message may tell several events`() {
    var chat = SampleChat()
    chat.beginExport("s", file: "f.txt")
    chat.say(
      "2025-02-17 09:00", nil, "Ana a ajouté Bo et Cy", kind: .system,
      notices: [(.added, "Ana", "Bo"), (.added, "Ana", "Cy")])
    chat.say(
      "2025-02-17 09:01", nil, "Ana a nommé le groupe « Thé »", kind: .system,
      notices: [(.subject, "Ana", "Thé")])
    let table = chat.table(.events)
    #expect(table.values("event") == ["added", "added", "subject"].map(Value.text))
    #expect(table.values("actor") == ["Ana", "Ana", "Ana"].map(Value.text))
    #expect(table.values("subject") == ["Bo", "Cy", "Thé"].map(Value.text))
    #expect(table.values("text")[1] == .text("Ana a ajouté Bo et Cy"))
    #expect(table.values("date")[1] == .at("2025-02-17 09:00"))
    #expect(table.values("message") == [1, 1, 2].map(Value.int))
    #expect(chat.table(.messages).values("event") == ["added", "subject"].map(Value.text))
    #expect(chat.table(.participants).values("name") == ["Ana", "Bo", "Cy"].map(Value.text))
  }

  @Test func `files are as Reading left them, problems in the order of files`() {
    var chat = SampleChat()
    chat.beginExport("s", file: "f.txt")
    chat.changeLastFile { file in
      file.bytes = 12
      file.messages = 1
      file.source = "s"
      file.shapes = ["ios dmy"]
      file.first = Moment(seconds: seconds("2025-02-17 09:00"))
    }
    chat.add(Problem(.note, .dateOrderGuessed, "dmy"))
    chat.add(Problem(.error, .unreadable, file: "g.txt", line: 7, "non"))
    let files = chat.table(.files)
    #expect(files.values("path") == [.text("f.txt")])
    #expect(files.values("kind") == [.text("export")])
    #expect(files.values("bytes") == [.int(12)])
    #expect(files.values("shapes") == [.list(["ios dmy"])])
    #expect(files.values("first") == [.at("2025-02-17 09:00")])
    #expect(files.values("last") == [.null])
    let problems = chat.table(.problems)
    #expect(problems.values("severity") == [.text("error"), .text("note")])
    #expect(problems.values("code") == [.text("unreadable"), .text("date-order-guessed")])
    #expect(problems.values("file") == [.text("g.txt"), .null])
    #expect(problems.values("line") == [.int(7), .null])
    #expect(problems.values("detail") == [.text("non"), .text("dmy")])
  }
}
