import Model
import Testing

@testable import Shell

@Suite struct `one chat on two phones` {
  private let two = [
    "a.txt": """
    17/02/2025, 16:14 - Ana: bonjour
    17/02/2025, 16:15 - +33 6 12 34 56 78: salut
    17/02/2025, 16:16 - +33 6 12 34 56 78: ça va ?
    17/02/2025, 16:17 - +33 6 12 34 56 78: je passe demain
    18/02/2025, 16:16 - Ana: oui
    """,
    "b.txt": """
    [17/02/2025, 16:14:05] Ana: bonjour
    [17/02/2025, 16:15:10] Karim: salut
    [17/02/2025, 16:16:10] Karim: ça va ?
    [17/02/2025, 16:17:10] Karim: je passe demain
    [19/02/2025, 16:17:10] Karim: et voilà
    """,
    "c.txt": "20/02/2025, 09:00 - Zoé: autre chose",
  ]

  @Test func `loaded apart it is reported with the line that merges it`() throws {
    let folder = try ChatFolder(two)
    #expect(
      folder.answer("load a.txt b.txt") == [
        "read 2 files: 10 messages, 3 people, 2025-02-17 to 2025-02-19",
        "dates: day/month/year (a day over 12)",
        "“b” and “a” hold the same chat: 80 % of the messages of the shorter are in both",
        "  and count twice; to make them one:", "    load --merge a.txt b.txt",
        "1 problem: 1 duplicate-transcript (problems lists them)",
      ])
    #expect(folder.values("code", of: "problems") == [.text("duplicate-transcript")])
    #expect(folder.values("id", of: "messages").count == 10)
  }

  @Test func `loaded apart many times it is reported once, with the line that merges all`() throws {
    let lines = (10...39).map { "17/02/2025, 16:\($0) - Ana: message \($0)" }
    let folder = try ChatFolder([
      "1.txt": lines[..<10].joined(separator: "\n"), "2.txt": lines[..<20].joined(separator: "\n"),
      "3.txt": lines.joined(separator: "\n"), "4.txt": lines[15...].joined(separator: "\n"),
      "other.txt": "20/02/2025, 09:00 - Zoé: autre chose",
    ])
    #expect(
      Array(folder.answer("load .").dropFirst(2)) == [
        "“2” and “1” hold the same chat: 100 % of the messages of the shorter are in both",
        "  and count twice; 2 more sources hold it; to make them one:",
        "    load --merge ./1.txt ./2.txt ./3.txt ./4.txt",
        "3 problems: 3 duplicate-transcript (problems lists them)",
      ])
    #expect(
      folder.values("file", of: "problems") == ["./2.txt", "./3.txt", "./4.txt"].map(Value.text))
    #expect(
      folder.answer("load --merge ./1.txt ./2.txt ./3.txt ./4.txt").contains {
        $0.hasPrefix("1, 2, 3 and 4 are one chat: 30 messages")
      })
  }

  @Test func `merged it is one, and the summary says who is who`() throws {
    let folder = try ChatFolder(two)
    #expect(
      folder.answer("load --merge a.txt b.txt") == [
        "read 2 files: 6 messages, 2 people, 2025-02-17 to 2025-02-19",
        "dates: day/month/year (a day over 12)",
        "a and b are one chat: 6 messages, 4 in both, 1 only in a, 1 only in b",
        "  “+33 6 12 34 56 78” of a is “Karim”: 3 messages of both coincide",
      ])
    #expect(
      folder.values("sender", of: "messages | distinct sender") == ["Ana", "Karim"].map(Value.text))
    #expect(
      folder.answer("load") == [
        "source  messages  chunks  files  first       last        merged",
        "──────  ────────  ──────  ─────  ──────────  ──────────  ──────",
        "a              5       0      1  2025-02-17  2025-02-18  a + b",
        "b              5       0      1  2025-02-17  2025-02-19  a + b",
      ])
  }

  @Test func `a source of a merged chat is searched, unloaded and let alone again`() throws {
    let folder = try ChatFolder(two)
    _ = folder.answer("load --merge a.txt b.txt")
    #expect(folder.values("id", of: "grep in:b kind:text").count == 5)
    #expect(folder.values("source", of: "grep in:b salut") == [.text("a")])
    _ = folder.answer("load c.txt")
    #expect(folder.sources == ["a + b", "c"])
    _ = folder.answer("reload")
    #expect(folder.sources == ["a + b", "c"])
    _ = folder.answer("load b.txt")
    #expect(folder.sources == ["a", "b", "c"])
    _ = folder.answer("load --merge ./*.txt")
    #expect(folder.sources == ["a + b + c"])
    _ = folder.answer("unload c")
    #expect(folder.sources == ["a + b"])
    _ = folder.answer("unload a")
    #expect(folder.sources == ["b"])
    #expect(folder.values("sender", of: "messages")[1] == .text("Karim"))
  }

  @Test func `two chats are merged side by side`() throws {
    let folder = try ChatFolder(two)
    try folder.write("20/02/2025, 09:00 - Zoé: autre chose", to: "d.txt")
    _ = folder.answer("load --merge a.txt b.txt")
    _ = folder.answer("load --merge c.txt d.txt")
    #expect(folder.sources == ["a + b", "c + d"])
    #expect(folder.values("id", of: "messages").count == 7)
  }

  @Test func `what cannot be merged is said`() throws {
    let folder = try ChatFolder(two)
    #expect(
      folder.answer("load --merge")[0] == "error: load --merge needs the paths of what to merge")
    #expect(
      folder.answer("load --merge a.txt").last
        == "note: nothing was merged: there is one source only")
    let strange = folder.answer("load --merge a.txt c.txt")
    #expect(strange.contains("  they have no message in common: are they one chat?"))
  }

  @Test func `an alias is for whoever the merge found`() throws {
    let folder = try ChatFolder(two)
    _ = folder.answer("load --merge a.txt b.txt")
    #expect(
      folder.answer("alias 0612345678 = K.")[0]
        == "error: “+33 6 12 34 56 78” is called “Karim” since sources were merged")
    #expect(folder.answer("alias karim = K.") == ["“Karim” is “K.”, with 4 messages"])
    #expect(folder.values("sender", of: "messages")[1] == .text("K."))
  }

  @Test func `who may be one person is told with the line that says so`() throws {
    let folder = try ChatFolder([
      "a.txt": "17/02/2025, 16:14 - +33 6 12 34 56 78: salut",
      "b.txt": "17/02/2025, 16:14 - Karim B.: salut\n17/02/2025, 16:15 - Karim B.: encore",
    ])
    let answer = folder.answer("load --merge a.txt b.txt")
    #expect(
      answer.suffix(3) == [
        "  “+33 6 12 34 56 78” of a may be “Karim B.”: 1 message coincides, too little to",
        "    say; if so:", "    alias \"+33 6 12 34 56 78\" = \"Karim B.\"",
      ])
    _ = folder.answer("alias \"+33 6 12 34 56 78\" = \"Karim B.\"")
    #expect(folder.values("name", of: "participants") == [.text("Karim B.")])
  }
}
