import Testing

@testable import Shell

@Suite struct `stats` {
  @Test func `begins with how many messages there are, also where there are none`() {
    #expect(answer(to: "stats").first == "messages  4 148")
    var session = testSession()
    #expect(
      session.answer(to: "stats") == [
        "messages  0", "note: nothing is loaded", "  load a folder or a file: load FOLDER",
      ])
    #expect(answer(to: "messages | skip 99999 | stats") == ["messages  0"])
  }

  @Test func `draws messages: facts, people, months and hours`() {
    let lines = answer(to: "messages | where source = \"voisins\" and date = 2025-02 | stats")
    #expect(lines.prefix(2) == ["messages  83", ""])
    let facts = lines.dropFirst(2).prefix { !$0.isEmpty }
    #expect(
      facts == [
        "period           2025-02-03 to 2025-02-23, with messages on 13 days",
        "people           7", "words            817", "links            1", "media            3",
        "notices          11", "longest silence  4 d 23 h, until 2025-02-22 (message 3826)",
      ])
    let titles = lines.filter { $0 == "people" || $0 == "months" || $0 == "hours" }
    #expect(titles == ["people", "months", "hours"])
  }

  @Test func `counts people as a stage has named them`() {
    let lines = answer(
      to:
        "messages | extend sender = if(sender = \"Zoë\", \"Ana\", sender) | where sender = \"Ana\" | stats"
    )
    #expect(lines.contains("people           1"))
    #expect(lines.contains { $0.hasPrefix("Ana  725 ") })
  }

  @Test(arguments: [
    ("2013-01-05", "months", 60), ("2008-02-05", "quarters", 40), ("1990-01-05", "years", 28),
  ])
  func `lists the months, or of many years the quarters or the years`(
    _ first: String, _ title: String, _ count: Int
  ) throws {
    let folder = try ChatFolder([
      "chat.txt": "[\(first), 10:00:00] Ana: one\n[2017-12-31, 10:00:00] Bo: two\n"
    ])
    _ = folder.answer("load chat.txt")
    let lines = folder.answer("stats")
    let periods = lines.drop { $0 != title }.dropFirst().prefix { !$0.isEmpty }
    #expect(periods.count == count)
  }

  @Test func `counts the people that it lists, and sums up the rest`() {
    let people = answer(to: "stats").drop { $0 != "people" }.dropFirst().prefix { !$0.isEmpty }
    #expect(people.count == 13)
    #expect(people.last?.hasPrefix("12 more") == true)
  }

  @Test func `reads chunks as chunks, whatever filters stand before it`() {
    #expect(answer(to: "chunks | stats").first?.hasPrefix("chunks ") == true)
    #expect(answer(to: "chunks | where id > 999 | stats").first == "chunks    0")
  }

  @Test func `lists the columns of any other table`() {
    #expect(
      answer(to: "messages | where sender in (\"Ana\", \"Zoë\") | count by sender | stats") == [
        "column  type  count  nulls  distinct  min  max  mean   top",
        "──────  ────  ─────  ─────  ────────  ───  ───  ─────  ───",
        "sender  text  2      0      2         Ana  Zoë  ·      ·",
        "count   int   2      0      2         299  426  362.5  ·",
      ])
  }

  @Test func `lists columns of every type, and such as have names that nobody can write`() throws {
    let folder = try ChatFolder([
      "t.jsonl": """
      {"a`b": true, "x": 1, "v": ["p", "q"], "none": null}
      {"a`b": true, "x": 2, "v": [], "none": null}
      {"a`b": false, "x": 2, "v": ["p", "p", "q"], "none": null}
      """
    ])
    #expect(
      folder.answer("read t.jsonl | stats") == [
        "column  type  count  nulls  distinct  min  max  mean    top",
        "──────  ────  ─────  ─────  ────────  ───  ───  ──────  ────────────",
        "a`b     bool  3      0      2         ·    ·    ·       true (2)",
        "x       int   3      0      2         1    2    1.6667  2 (2)",
        "v       list  2      1      2         ·    ·    ·       p (3), q (2)",
        "none    text  0      3      0         ·    ·    ·       ·",
      ])
  }

  @Test func `counts days where it shows days, and says nothing of its own questions`() {
    let lines = answer(
      to: "set output line", "messages | where id in 16..30 | select date | stats")
    #expect(lines.count == 9, "\(lines)")
    #expect(lines.last == "top      = 2025-01-02 (11), 2025-01-03 (4)")
  }

  @Test func `names a most frequent value only where one comes more than once`() {
    let lines = answer(to: "messages | where id in 16..25 | select sender | stats")
    #expect(lines[2].hasSuffix("Élodie 🌸 (2)"), "\(lines)")
    #expect(answer(to: "messages | where id in 16..17 | select words | stats")[2].hasSuffix("·"))
  }

  @Test func `keeps what it drew as the last result`() {
    #expect(answer(to: "messages | count by month | stats", "count").suffix(1) == ["   12"])
  }
}
