import Model
import Testing

@testable import Shell

@Suite struct `aliases of people` {
  private let chat = [
    "chat.txt": """
    17/02/2025, 16:14 - Élodie 🌸: bonjour
    17/02/2025, 16:15 - +33 6 12 34 56 78: salut
    17/02/2025, 16:16 - Bo: ça va ?
    18/02/2025, 16:16 - Karim: oui
    """,
    "later.txt": "19/02/2025, 09:00 - +33 6 12 34 56 78: encore",
  ]

  private func senders(_ folder: ChatFolder) -> [Value] {
    folder.values("sender", of: "messages")
  }

  @Test func `two names become one, however they are typed`() throws {
    for line in [
      "alias \"+33 6 12 34 56 78\" = \"Karim\"", "alias +33612345678=Karim",
      "alias 06 12 34 56 78 = karim", "alias \"06.12.34.56.78\"=\"KARIM\"",
    ] {
      let folder = try ChatFolder(chat)
      _ = folder.answer("load chat.txt")
      #expect(folder.answer(line) == ["“+33 6 12 34 56 78” is “Karim”, with 2 messages"])
      #expect(senders(folder) == ["Élodie 🌸", "Karim", "Bo", "Karim"].map(Value.text))
    }
  }

  @Test func `an alias holds for what is loaded later and read again`() throws {
    let folder = try ChatFolder(chat)
    #expect(
      folder.answer("alias 0612345678 = Kim")
        == ["note: nothing is loaded: the alias will hold for what is"])
    _ = folder.answer("load later.txt")
    #expect(senders(folder) == [.text("Kim")])
    _ = folder.answer("load chat.txt")
    _ = folder.answer("reload")
    #expect(senders(folder).count { $0 == .text("Kim") } == 2)
    _ = folder.answer("forget +33612345678")
    #expect(senders(folder).count { $0 == .text("+33 6 12 34 56 78") } == 2)
    #expect(folder.values("name", of: "aliases") == [])
  }

  @Test func `a name that nobody has is an error with the nearest`() throws {
    let folder = try ChatFolder(chat)
    _ = folder.answer("load chat.txt")
    #expect(
      folder.answer("alias Karin = Kim") == [
        "error: nobody who is loaded is called “Karin”", "  alias Karin = Kim",
        "        ^^^^^^^^^^^ did you mean “Karim”?",
      ])
    #expect(
      folder.answer("alias Bo = Elodi").last
        == "note: nobody was called “Elodi” before; closest: Élodie 🌸")
  }

  @Test func `chains and circles are refused`() throws {
    let folder = try ChatFolder(chat)
    _ = folder.answer("load chat.txt")
    _ = folder.answer("alias Bo = Karim")
    #expect(folder.answer("alias Karim = Kim")[0] == "error: “Karim” is what “Bo” is called")
    #expect(folder.answer("alias Karim = Bo")[0] == "error: “Bo” is itself an alias, of “Karim”")
    #expect(
      folder.answer("alias Élodie 🌸 = bo") == [
        "error: “bo” is itself an alias, of “Karim”", "  alias Élodie 🌸 = bo",
        "        ^^^^^^^^^^^^^^ alias \"Élodie 🌸\" = Karim",
      ])
    #expect(folder.answer("alias karim = Karim")[0] == "error: “karim” is called so already")
    #expect(folder.values("name", of: "aliases") == [.text("Bo")])
    _ = folder.answer("alias Bo = Kim")
    #expect(folder.values("person", of: "aliases") == [.text("Kim")])
  }

  @Test func `a file makes many aliases, or none where one cannot be`() throws {
    let folder = try ChatFolder(chat)
    _ = folder.answer("load chat.txt")
    try folder.write("BEGIN:VCARD\nFN:karim\nTEL:0612345678\nEND:VCARD", to: "c.vcf")
    #expect(
      folder.answer("alias --from c.vcf") == [
        "1 name from c.vcf, for 1 of the people who are loaded"
      ])
    #expect(senders(folder)[1] == .text("Karim"))
    try folder.write("Bo;Bo Li\nKarim;K.", to: "c.csv")
    #expect(
      folder.answer("alias --from c.csv").prefix(1) == [
        "error: “c.csv” line 2: “Karim” is what “0612345678” is called"
      ])
    #expect(senders(folder)[2] == .text("Bo"))
    try folder.write("Bo;Bo Li\nBo;Bob\nAnna;Anne", to: "c.csv")
    #expect(
      folder.answer("alias --from c.csv") == [
        "2 names from c.csv, for 1 of the people who are loaded",
        "note: 1 name given again for another person: the first counts",
      ])
    #expect(senders(folder)[2] == .text("Bo Li"))
  }

  @Test func `the aliases of a script are checked before it runs`() throws {
    let folder = try ChatFolder(chat)
    let lines = [
      "load chat.txt", "alias Bo = Karim", "forget Bo", "alias Karim = Bo", "forget Kim",
    ]
    try folder.write(lines.joined(separator: "\n"), to: "s.causerie")
    let answer = folder.answer("run s.causerie")
    #expect(answer.contains { $0.contains("there is no let, alias or topic “Kim”") })
    #expect(folder.sources == [])
    try folder.write(
      (lines.dropLast() + ["alias --from c.csv", "forget Zoé"]).joined(separator: "\n"),
      to: "s.causerie")
    try folder.write("Zoé,Zoë", to: "c.csv")
    _ = folder.answer("run s.causerie")
    #expect(senders(folder)[3] == .text("Bo"))
    #expect(folder.values("name", of: "aliases") == [.text("Karim")])
  }
}
