import Model
import Testing

@testable import Shell

@Suite struct `show` {
  private let reinette = [
    "── Saturday 15 November 2025 ──", "15:12 Fatou: Elle tient, j'ai mis des sangles",
    "16:03 Mamadou: Miracle : le grille-pain remarche ! C'était l'électroaimant",
    "16:04 Mamadou: ‎image absente",
  ]

  @Test func `takes a message by its number, with those around it`() {
    #expect(answer(to: "show 3347") == [reinette[0], reinette[2]])
    #expect(answer(to: "show 3347 -C 1") == reinette)
    #expect(answer(to: "show -C1 3347") == reinette)
    #expect(answer(to: "show 3346..3348") == reinette)
  }

  @Test func `takes a message by its key, which stays when numbers change`() throws {
    var session = exampleSession
    _ = session.answer(to: "messages | where id = 3347")
    let key = try #require(session.last?.value("key", 0))
    guard case .text(let text) = key else { return }
    #expect(text.count == 16)
    #expect(session.answer(to: "show \(text)") == [reinette[0], reinette[2]])
    #expect(complaint(about: "show 0123456789abcdef") == "no message has the key 0123456789abcdef")
  }

  @Test func `takes all of a chunk, a file or a day`() {
    let chunk = answer(to: "show chunk 141")
    #expect(chunk == answer(to: "show file examples/archive/voisins/temporal_chunk-1_1.txt"))
    #expect(chunk == answer(to: "show file temporal_chunk-1_1.txt"))
    let whole = "\(repository)/examples/archive/voisins/temporal_chunk-1_1.txt"
    #expect(chunk == answer(to: "show file \"\(whole)\""))
    #expect(
      chunk == answer(to: "show file ./docs/../examples/archive/voisins/temporal_chunk-1_1.txt"))
    #expect(chunk == answer(to: "messages | where chunk = 141 | show"))
    #expect(
      answer(to: "show on 2025-02-17") == answer(to: "messages | where date = 2025-02-17 | show"))
    #expect(
      answer(to: "show on 2025-12-12..2025-12-14")
        == answer(to: "messages | where date in 2025-12-12..2025-12-14 | show"))
  }

  @Test func `shows what a stage has put in the place of a column`() {
    let replacing = "extend sender = if(sender = \"Fatou\", \"F.\", sender), text = upper(text)"
    #expect(
      answer(to: "messages | where id = 3346 | \(replacing) | show")
        == [reinette[0], "15:12 F.: ELLE TIENT, J'AI MIS DES SANGLES"])
  }

  @Test func `knows no marks where the texts without them were dropped`() throws {
    var session = exampleSession
    _ = session.answer(to: "messages | where id in 3346..3348 | drop body, gap")
    let last = try #require(session.last)
    let messages = try #require(try session.messages(of: last))
    #expect(messages.index(of: "body") == nil)
    #expect(session.answer(to: "_ | show") == reinette)
    #expect(session.answer(to: "messages | drop body, gap | stats").first == "messages  4 148")
  }

  @Test func `says which dates there are where none of a day is loaded`() {
    #expect(
      answer(to: "show on 2024-02-17") == [
        "note: no row has date in 2024-02-17", "  the dates go from 2025-01-02 to 2025-12-30",
        "note: no messages",
      ])
    #expect(
      answer(to: "unload voisins repair-cafe", "show on 2024-02-17").last == "note: no messages")
  }

  @Test func `says with -l where each message stands`() {
    #expect(
      answer(to: "show 3347 -l").suffix(2) == [
        "  #3347", "  examples/archive/repair-cafe/temporal_14-11-2025_to_15-11-2025_125.txt:30",
      ])
  }

  @Test func `alone reads the last result, and behind a table the messages of its rows`() {
    #expect(
      answer(to: "grep grille-pain since:2025-11-10", "show").suffix(3) == [
        "note: from the 1 row of: grep grille-pain since:2025-11-10", reinette[0], reinette[2],
      ])
    #expect(answer(to: "messages | where id = 3347 | show -C 1") == reinette)
  }

  @Test func `keeps the messages it showed as the last result`() {
    #expect(answer(to: "show 3347 -C 1", "count").suffix(3) == ["count", "─────", "    3"])
    let lines = answer(
      to: "messages | where id = 3346 | extend twice = words * 2 | show", "_ | select twice")
    #expect(lines.suffix(1) == ["   12"])
  }

  @Test(arguments: [
    ("show 99999", "there is no message 99999", "ids go from 1 to 4148"),
    ("show 0", "there is no message 0", "ids go from 1 to 4148"),
    ("show chunk 999", "there is no chunk 999", "ids go from 1 to 155"),
    ("show chunk", "show chunk needs to know which", "show chunk N"),
    ("show chunk one", "“one” is no number of a chunk", "chunks lists them"),
    ("show file nowhere.txt", "no loaded file is “nowhere.txt”", "files lists them"),
    ("show on 2025-02-30", "2025-02-30 is no date: 2025-02 has 28 days", nil),
    ("show yesterday", "“yesterday” is no id, key or range of ids", "show on yesterday"),
    ("show 2025-02", "“2025-02” is no id, key or range of ids", "show on 2025-02"),
    ("show 3-5", "“3-5” is no id, key or range of ids", "show 3..5"),
    ("show links", "“links” is no id, key or range of ids", "links | take 20"),
    ("show Ana", "“Ana” is no id, key or range of ids", "what somebody wrote: grep from:Ana"),
    ("show 3..2", "“3..2” is no id, key or range of ids", nil),
    ("show 3 4", "show does not know what to do with “4”", nil),
    ("show 3 -C many", "-C takes a whole number from 0, not “many”", nil),
    (
      "chunks | show", "the rows of chunks are no messages to show",
      "a table whose rows stand for messages, or takes an id"
    ),
    (
      "links | take 3 | show", "the rows of links are no messages to show",
      "let found = …, then messages | where id in found.message"
    ),
    (
      "sql \"select message from links\" | show", "the rows are no messages to show",
      "let found = …, then messages | where id in found.message"
    ),
    ("show tables", "“tables” is no id, key or range of ids", "tables is spelt schema here"),
    ("messages | count | show", "the rows of count are no messages to show", nil),
  ])
  func `refuses what is no message`(line: String, message: String, help: String?) {
    #expect(complaint(about: line) == message)
    let said = answer(to: line, columns: 200)
    if let help { #expect(said.last?.hasSuffix(help) == true) }
  }
}
