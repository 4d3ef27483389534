import Diagnostics
import Foundation
import Model
import Testing

@testable import Reading

@Test func `a message runs on to the next header, blank lines and what looks like one included`()
  throws
{
  let read = try ReadTranscript(
    """
    [27/07/2025, 19:41:23] Ana: une

    12:30 - ok
    2/11/19: Arrival
    [2,4,0,4] -> x
    \u{200E}[27/07/2025, 19:42:00] Bo: \u{200E}image absente
    [27/07/2025, 19:43:00] Ana:
    [27/07/2025, 19:44:00] Bo: fin
    """)
  #expect(
    read.texts == [
      "une\n\n12:30 - ok\n2/11/19: Arrival\n[2,4,0,4] -> x", "\u{200E}image absente", "", "fin",
    ])
  #expect(read.senders == ["Ana", "Bo", "Ana", "Bo"])
  #expect(read.messages.map(\.line) == [0, 5, 6, 7])
  #expect(read.messages[2].body == nil)
  #expect(read.read.people == ["Ana", "Bo"])
}

@Test func `a line end at the end begins no further line`() throws {
  let one = try ReadTranscript("27/07/2025, 19:41 - Ana: une")
  #expect(try ReadTranscript("27/07/2025, 19:41 - Ana: une\n").texts == one.texts)
  #expect(try ReadTranscript("27/07/2025, 19:41 - Ana: une\n\n").texts == ["une\n"])
}

@Test func `lines before the first header of an export are its preamble`() throws {
  let read = try ReadTranscript("bonjour\nà tous\n27/07/2025, 19:41 - Ana: une")
  #expect(read.read.preamble == 0..<2)
  #expect(read.texts == ["une"])
  #expect(try ReadTranscript("27/07/2025, 19:41 - Ana: une").read.preamble == 0..<0)
  #expect(try ReadTranscript("rien\nici\n").read.preamble == 0..<2)
  #expect(try ReadTranscript("").read.preamble == 0..<0)
}

@Test func `lines without a header where lines are missing are a fragment`() throws {
  let text = "suite\nde rien\n27/07/2025, 19:41 - Ana: une\ndeux\nperdu\n27/07/2025, 20:00 - Bo: ok"
  let read = try ReadTranscript(text, openings: [0, 4])
  #expect(read.kinds == [.fragment, .text, .fragment, .text])
  #expect(read.texts == ["suite\nde rien", "une\ndeux", "perdu", "ok"])
  #expect(read.dates[0] == nil)
  #expect(read.senders == [nil, "Ana", nil, "Bo"])
  #expect(read.messages.map(\.line) == [0, 2, 4, 5])
  #expect(read.read.preamble.isEmpty)
}

@Test func `an opening before a header cuts nothing`() throws {
  let text = "27/07/2025, 19:41 - Ana: une\ndeux\n27/07/2025, 20:00 - Bo: ok\nfin"
  let read = try ReadTranscript(text, openings: [0, 2])
  #expect(read.texts == ["une\ndeux", "ok\nfin"])
  #expect(read.kinds == [.text, .text])
}

@Test func `each of two openings in a row begins a fragment`() throws {
  let read = try ReadTranscript("a\nb\nc", openings: [0, 1])
  #expect(read.texts == ["a", "b\nc"])
  #expect(read.kinds == [.fragment, .fragment])
  #expect(try ReadTranscript("a", openings: [0, 7]).texts == ["a"])
  #expect(try ReadTranscript("", openings: []).texts.isEmpty)
}

@Test func `a header whose date cannot exist is part of a fragment`() throws {
  let read = try ReadTranscript(
    "31/02/2025, 10:00 - Ana: une\n28/02/2025, 10:00 - Bo: ok", openings: [0])
  #expect(read.texts == ["31/02/2025, 10:00 - Ana: une", "ok"])
  #expect(read.kinds == [.fragment, .text])
}

/// A name as an export spells it, and as the user reads it.
@Test(arguments: [
  ("Ana", "Ana"), ("~\u{202F}Ana", "Ana"), ("~ Ana", "Ana"), ("~Ana", "Ana"), ("~", "~"),
  ("Ana ", "Ana"), ("\u{202A}+33 6 12\u{A0}34\u{202C}", "+33 6 12 34"),
  ("+1 (777) 777‑7777", "+1 (777) 777‑7777"), ("Zoé 🌸", "Zoé 🌸"),
  ("Jean-Pierre - Lyon", "Jean-Pierre - Lyon"), ("Thandi \"Twin\" Moyo", "Thandi \"Twin\" Moyo"),
  ("Even longer with emoticons! 🙈 🙈", "Even longer with emoticons! 🙈 🙈"), ("n", "n"),
  ("a:b", "a:b"), ("Dr", "Dr"), ("ملتقي", "ملتقي"), ("Les Quinze", "Les Quinze"),
])
func `a sender is one person however the export spells them`(spelt: String, name: String) throws {
  for header in ["27/07/2025, 19:41 - ", "[27/07/2025, 19:41:23] "] {
    let read = try ReadTranscript("\(header)\(spelt): oui\n\(header)\(name): non")
    #expect(read.read.people == [name])
    #expect(read.senders == [name, name])
    #expect(read.texts == ["oui", "non"])
  }
}

@Test func `a notice that holds a colon is told from a sender`() throws {
  let read = try ReadTranscript(
    """
    12/03/2026 09:58 - Marie a créé le groupe « Famille : été »
    12/03/2026 09:59 - Marie: bonjour
    12/03/2026 10:00 - Marie a modifié le sujet “a: b” en “c: d”
    12/03/2026 10:01 - Marie changed this group: description
    12/03/2026 10:02 - Marie Curie: radium
    13/03/2026 10:02 - Bo: Marie a créé le groupe « ici : là »
    """)
  #expect(read.senders == [nil, "Marie", nil, nil, "Marie Curie", "Bo"])
  #expect(read.kinds == [.system, .text, .system, .system, .text, .text])
  #expect(read.texts[0] == "Marie a créé le groupe « Famille : été »")
  #expect(
    read.messages[0].notice
      == .init(message: 0, event: .created, actor: "Marie", subject: "Famille : été"))
  #expect(
    read.messages[2].notice == .init(message: 2, event: .subject, actor: "Marie", subject: "c: d"))
  #expect(read.messages[3].notice == .init(message: 3, event: .other))
  #expect(read.read.people == ["Marie", "Marie Curie", "Bo"])
}

@Test func `a name that holds a colon is told by all its messages`() throws {
  let lines = ["un", "\u{200E}image absente", "trois"].map {
    "27/07/2025, 19:41 - Dr: Who: \($0)"
  }
  let read = try ReadTranscript(
    (lines + ["27/07/2025, 19:41 - Ana: note: un", "27/07/2025, 19:41 - Ana: oui"])
      .joined(separator: "\n"))
  #expect(read.senders == ["Dr: Who", "Dr: Who", "Dr: Who", "Ana", "Ana"])
  #expect(read.texts == ["un", "\u{200E}image absente", "trois", "note: un", "oui"])
  #expect(read.kinds[1] == .media)
  #expect(read.messages[1].body == nil)
}

@Test func `a name with colons is told from notices about the person`() throws {
  let read = try ReadTranscript(
    """
    27/07/2025, 19:41 - Info: Sport: Ados a quitté le groupe
    27/07/2025, 19:42 - Info: Sport: Ados a planté un arbre « Cour : sud »
    27/07/2025, 19:43 - Info: Sport: Ados: un
    27/07/2025, 19:44 - Info: Sport: Ados: note : deux
    27/07/2025, 19:45 - Info: Sport: Ados a planté un arbre
    27/07/2025, 19:46 - Info: Sport: Ados:
    27/07/2025, 19:47 - Bo: note: un
    27/07/2025, 19:48 - Bo: note deux
    27/07/2025, 19:49 - Bo: note trois
    """)
  let name = "Info: Sport: Ados"
  #expect(read.senders == [nil, nil, name, name, nil, name, "Bo", "Bo", "Bo"])
  #expect(read.texts[1] == "Info: Sport: Ados a planté un arbre « Cour : sud »")
  #expect(read.texts[2...3] == ["un", "note : deux"])
  #expect(read.messages[5].body == nil)
  #expect(read.read.people == [name, "Bo"])
}

@Test func `a name with a colon is told from notices that go on behind it without a blank`() throws
{
  let read = try ReadTranscript(
    """
    27/07/2025, 19:41 - Info: Sport's security code changed. Tap for more info.
    27/07/2025, 19:42 - Info: Sport: un
    27/07/2025, 19:43 - Info: Sport: deux
    27/07/2025, 19:44 - Info: Sportの電話番号が+33 6 00 00 00 01から+33 6 00 00 00 02に変更しました
    27/07/2025, 19:45 - Info: Sport: trois
    27/07/2025, 19:46 - Bo: Ana's security code changed. Tap for more info.
    27/07/2025, 19:47 - Bo: Ana: un
    27/07/2025, 19:48 - Bo: deux
    """)
  let name = "Info: Sport"
  #expect(read.senders == [nil, name, name, nil, name, "Bo", "Bo", "Bo"])
  #expect(read.texts[1...2] == ["un", "deux"])
  #expect(read.texts[6] == "Ana: un")
  #expect(read.texts[0] == "Info: Sport's security code changed. Tap for more info.")
}

@Test func `a notice of iOS about a name with a colon is none of its messages`() throws {
  let read = try ReadTranscript(
    """
    [27/07/2025, 19:41:00] Info: Sport: un
    [27/07/2025, 19:42:00] \u{200E}Info: Sport left
    [27/07/2025, 19:43:00] Info: Sport: deux
    [27/07/2025, 19:44:00] \u{200E}Info: Sport a planté un arbre
    [27/07/2025, 19:45:00] Info: Sport: trois
    """)
  let name = "Info: Sport"
  #expect(read.senders == [name, nil, name, nil, name])
  #expect(read.texts[3] == "\u{200E}Info: Sport a planté un arbre")
}

@Test func `a name with colons is told wherever the transcript is cut to be read`() throws {
  let texts = [" a planté un arbre", ": un", ": note: deux", " a planté : sud", ": trois", ": non"]
  let lines = texts.map { "27/07/2025, 19:41 - Info: Ados\($0)" }
  for rotation in texts.indices {
    let turned = lines[rotation...] + lines[..<rotation]
    for size in 1...texts.count {
      let read = try ReadTranscript(
        Array(turned.joined(separator: "\n").utf8), cutting: Cutting(bytes: 1_000, headers: size))
      let spoken = read.messages.filter { $0.sender != nil }
      #expect(
        spoken.map(\.sender) == Array(repeating: "Info: Ados", count: 4))
      #expect(Set(spoken.map(\.text)) == ["un", "note: deux", "trois", "non"])
      #expect(spoken.count == read.messages.count - 2)
    }
  }
}

@Test func `a title with a colon in a notice of unknown wording is no sender`() throws {
  let read = try ReadTranscript(
    """
    27/07/2025, 19:41 - Ana: oui
    27/07/2025, 19:42 - Ana a planté “Cour: sud”
    27/07/2025, 19:43 - Bo a planté « Cour : sud » et « Pré : nord »
    27/07/2025, 19:44 - Ana a planté "Cour: sud"
    27/07/2025, 19:45 - Ana a planté "Cour: nord"
    27/07/2025, 19:46 - Tim "Bass" Hall: a "b" c
    27/07/2025, 19:47 - Écran 24": il y en a un de 27" aussi
    27/07/2025, 19:48 - Ana种下了“院子: 南”
    27/07/2025, 19:49 - Le « Grand: oui
    """)
  #expect(
    read.senders
      == ["Ana", nil, nil, nil, nil, "Tim \"Bass\" Hall", "Écran 24\"", nil, "Le « Grand"])
  #expect(read.texts[1] == "Ana a planté “Cour: sud”")
}

@Test func `a group with a colon in its name is none of its people`() throws {
  let read = try ReadTranscript(
    """
    [27/07/2025, 19:41:23] Projet: été: \u{200E}Les messages et les appels sont chiffrés de bout en bout.
    [27/07/2025, 19:41:24] Projet: été: \u{200E}Ana a créé le groupe « Projet: été »
    [27/07/2025, 19:41:25] Ana: Regarde: \u{200E}image absente
    [27/07/2025, 19:41:26] Bo: Projet: oui
    """)
  #expect(read.senders == [nil, nil, "Ana", "Bo"])
  #expect(read.kinds == [.system, .system, .media, .text])
  #expect(read.messages[1].notice?.event == .created)
  #expect(read.texts[1] == "\u{200E}Ana a créé le groupe « Projet: été »")
}

@Test func `neither a time nor an address nor nothing is a sender`() throws {
  let read = try ReadTranscript(
    """
    [01.01.26, 10:00:00] 19:00: wäre super
    [01.01.26, 10:01:00] https://example.org: hier
    [01.01.26, 10:02:00] : so
    [01.01.26, 10:03:00] \u{200E} : so
    """)
  #expect(read.senders == [nil, nil, nil, nil])
  #expect(
    read.texts == [
      "19:00: wäre super", "https://example.org: hier", ": so", "\u{200E} : so",
    ])
  #expect(read.read.people.isEmpty)
}

@Test func `an iOS notice that carries a sender is a notice by its mark`() throws {
  let read = try ReadTranscript(
    """
    [13/08/2024, 21:00:10] Club: \u{200E}Messages and calls are end-to-end encrypted.
    [14/08/2024, 21:00:10] Boris: \u{200E}Boris created group “Club”
    [14/08/2024, 21:00:11] Club: \u{200E}Quelque chose d'inconnu s'est passé
    [14/08/2024, 21:00:12] Boris: \u{200E}salut à vous
    [14/08/2024, 21:00:13] Boris: oui
    [14/08/2024, 21:00:14] Boris: Boris created group “Club”
    [14/08/2024, 21:00:15] Club: \u{200E}You started a call
    [14/08/2024, 21:00:16] Zoé: \u{200E}image absente
    [14/08/2024, 21:00:17] \u{200E}You created group “Club : été”
    """)
  #expect(
    read.kinds == [.system, .system, .system, .text, .text, .text, .call, .media, .system])
  #expect(
    read.senders == [nil, nil, nil, "Boris", "Boris", "Boris", "Club", "Zoé", nil])
  #expect(
    read.messages[1].notice
      == .init(message: 1, event: .created, actor: "Boris", subject: "Club"))
  #expect(read.messages[1].body == "Boris created group “Club”")
  #expect(read.messages[2].notice == .init(message: 2, event: .other))
  #expect(read.messages[3].body == "salut à vous")
  #expect(read.messages[8].text == "\u{200E}You created group “Club : été”")
}

@Test func `marks of iOS before a name and behind its colon make no notice of a message`()
  throws
{
  let read = try ReadTranscript(
    """
    [13/02/2025, 10:00:00] Ana: oui
    \u{200E}[13/02/2025, 10:01:00] \u{200E}Ana: \u{200E}image absente
    [13/02/2025, 10:02:00] ~\u{202F}:): oui
    \u{200E}[13/02/2025, 10:03:00] \u{200E}~\u{202F}:): \u{200E}vidéo absente
    [13/02/2025, 10:04:00] \u{200E}Zoé skifti um lýsing: \u{200E}nei
    [13/02/2025, 10:05:00] \u{200E}Ana: já
    [13/02/2025, 10:06:00] ~\u{200E}Zoé: \u{200E}~\u{200E}Zoé fór
    """)
  #expect(read.senders == ["Ana", "Ana", ":)", ":)", nil, "Ana", nil])
  #expect(read.kinds == [.text, .media, .text, .media, .system, .text, .system])
}

@Test func `a quoted header of another export stays text`() throws {
  let read = try ReadTranscript(
    """
    [01.02.19, 10:00:00] Ana: regarde
    [01.02.19, 10:01:00] Bo: quoi
    [01.02.19, 10:02:00] Ana: ceci
    [1.1.2019, 00:00:00] Max: bonne année
    25/12/2018, 08:00 - Max: joyeux Noël
    [01.02.19, 10:03:00] Bo: ah
    [01.02.19, 10:04:00] Ana: oui
    """)
  #expect(read.senders == ["Ana", "Bo", "Ana", "Bo", "Ana"])
  #expect(
    read.texts[2]
      == "ceci\n[1.1.2019, 00:00:00] Max: bonne année\n25/12/2018, 08:00 - Max: joyeux Noël")
  #expect(read.read.people == ["Ana", "Bo"])
  #expect(
    read.read.shapes == [
      "ios 24 h: dmy, dots", "ios 24 h: 1 quoted in messages",
      "android 24 h: 1 quoted in messages",
    ])
}

@Test func `exports joined one after the other are both read`() throws {
  let android = (10...20).map { "\($0)/02/2019, 10:00 - Ana: ok" }
  let ios = (10...12).map { "[\($0)/03/2019, 10:00:00] Ana: ok" }
  #expect(try ReadTranscript((android + ios).joined(separator: "\n")).messages.count == 14)
  #expect(try ReadTranscript((ios + android).joined(separator: "\n")).messages.count == 14)
}

@Test(.enabled(if: FileManager.default.fileExists(atPath: Fixture.seeds.path)))
func `the content of a real chunk is a fragment and a notice`() throws {
  let names = try FileManager.default.contentsOfDirectory(atPath: Fixture.seeds.path)
  let name = try #require(names.first { $0.hasSuffix(".txt") })
  let chunk = String(
    decoding: try Data(contentsOf: Fixture.seeds.appending(path: name)), as: UTF8.self)
  let content = try #require(chunk.split(separator: "=== CONTENU ===\n").last)
  let read = try ReadTranscript(String(content), openings: [0])
  #expect(read.kinds == [.fragment, .system])
  #expect(read.dates == [nil, "2025-02-17T16:14:00"])
  #expect(read.messages.map(\.line) == [0, 8])
  #expect(read.messages.last?.notice?.event == .securityCode)
  #expect(read.messages.last?.notice?.subject?.split(separator: " ").count == 2)
  #expect(read.read.people.isEmpty)
}

@Test func `a damaged transcript is read without a trap, its messages in order`() throws {
  let lines =
    HeaderExample.all.map(\.line) + MarkedText.all.map { "13/02/2025, 10:00 - Ana: \($0.text)" }
  let whole = Array(lines.joined(separator: "\n").utf8)
  var random = SeededNumbers(1)
  for _ in 0..<200 {
    var damaged = whole
    for _ in 0..<whole.count / 100 {
      // Chats are valid UTF-8 when they come here, so bytes are exchanged for ASCII only.
      let place = Int.random(in: 0..<damaged.count, using: &random)
      if damaged[place] < 0x80 { damaged[place] = UInt8.random(in: 0x0A..<0x80, using: &random) }
    }
    let read = try ReadTranscript(damaged, openings: [0])
    // Every byte but headers, names and line ends is in one text.
    #expect(read.messages.reduce(0) { $0 + $1.text.utf8.count } <= damaged.count)
    #expect(zip(read.messages, read.messages.dropFirst()).allSatisfy { $0.line < $1.line })
  }
}

@Test func `bytes that are no text are read without a trap`() throws {
  var random = SeededNumbers(2)
  let alphabet: [UInt8] = [
    0x5B, 0x5D, 0x2C, 0x20, 0x3A, 0x2D, 0x2F, 0x2E, 0x31, 0x32, 0x0A, 0xE2, 0x80, 0x8E, 0xEF, 0xBB,
    0xBF, 0xC2, 0xA0, 0xD8, 0x9C, 0xD9, 0xA1, 0xDB, 0x3C, 0x3E, 0x28, 0x29, 0x00, 0xFF,
  ]
  for length in 0..<400 {
    let bytes = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    let read = try ReadTranscript(bytes, openings: length % 2 == 0 ? nil : [0])
    #expect(read.messages.count <= length + 1)
  }
}

@Test func `reading stops when it is interrupted`() {
  let text = SharedBytes(Array("27/07/2025, 19:41 - Ana: une".utf8))
  #expect(throws: Diagnostic.interrupted) {
    try readMessages(in: text, openings: nil, dateOrder: nil, interrupt: Interrupt { true })
  }
}

@Test func `an export is known by a header among its first lines`() {
  func line(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    return firstHeaderLine(in: bytes.span)
  }
  let header = "27/07/2025, 19:41 - Ana: une"
  #expect(line(header) == 0)
  #expect(line("a\n\n\(header)\n") == 2)
  #expect(line("") == nil)
  #expect(line(String(repeating: "\n", count: 999) + header) == 999)
  #expect(line(String(repeating: "\n", count: 1_000) + header) == nil)
  #expect(line(String(repeating: "x", count: 1 << 20) + "\n" + header) == nil)
}
