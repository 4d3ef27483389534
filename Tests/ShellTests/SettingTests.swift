import Testing

@testable import Shell

@Suite struct `the settings` {
  @Test(arguments: [
    ("limit", ["0", "5", "100000", "all"], ["-1", "many", "2.5", "", "99999999999999999999"]),
    ("width", ["1", "60", "auto"], ["0", "-5", "100001", "wide"]),
    ("color", ["on", "off", "auto"], ["blue", "ON!", ""]),
    ("timing", ["on", "off"], ["auto", "1ms"]),
    (
      "output", ["table", "box", "line", "csv", "tsv", "json", "jsonl", "md"],
      ["xml", "txt", "CSV"]
    ),
    ("conversation", ["45s", "30min", "3h", "2d", "1w"], ["3", "3m", "0h", "-3h", "1mo", "h"]),
  ])
  func `take their values and no others`(name: String, values: [String], wrong: [String]) throws {
    let setting = try #require(Setting.named(name))
    for value in values { #expect(complaint(about: "set \(name) \(value)") == nil, "\(value)") }
    for value in wrong {
      #expect(
        complaint(about: "set \(name) \"\(value)\"") == "\(name) cannot be “\(value)”", "\(value)")
      #expect(
        answer(to: "set \(name) \"\(value)\"").last?.hasSuffix("it takes \(setting.takes)") == true)
    }
  }

  @Test func `are listed by set alone, with what they are now`() {
    let lines = answer(to: "set limit 7", "set")
    #expect(lines.count == Setting.all.count + 2)
    #expect(lines[2].split(separator: " ").prefix(2) == ["limit", "7"])
  }

  @Test func `have names that a slip is told of`() {
    #expect(complaint(about: "set limt 5") == "there is no setting “limt”")
    #expect(answer(to: "set limt 5").last?.hasSuffix("did you mean “limit”?") == true)
    #expect(complaint(about: "set limit 5 6") == "set does not know what to do with “6”")
  }

  @Test func `change what a screen shows: how many rows, how wide, in which form`() {
    #expect(
      answer(to: "set limit 2", "messages | select id") == [
        "id", "──", " 1", " 2", "2 of 4 148 rows: set limit all, or export",
      ])
    #expect(
      answer(to: "set width 20", "messages | skip 15 | take 1 | select sender, text") == [
        "sender     text", "─────────  ─────────", "Élodie 🌸  Bonne an…",
      ])
    #expect(
      answer(to: "set output csv", "messages | take 1 | select id, kind") == [
        "id,kind", "1,system",
      ])
  }

  @Test func `change what a conversation is`() {
    let count = "messages | summarize n = distinct(conversation)"
    #expect(answer(to: "set conversation 30d", count) != answer(to: "set conversation 1h", count))
  }

  @Test func `say how long a line took, when asked to`() {
    let lines = answer(to: "set timing on", "messages | count")
    #expect(lines.last?.hasPrefix("note: ") == true && lines.last?.hasSuffix(" ms") == true)
  }

  @Test func `are checked in a script before it runs`() throws {
    let folder = try ChatFolder(["a.causerie": "messages | count\nset limit many\n"])
    #expect(
      folder.answer("run a.causerie").first == "a.causerie:2:11: error: limit cannot be “many”")
  }
}
