import Testing

@testable import Shell

@Suite struct `the settings` {
  @Test(arguments: [
    ("limit", ["0", "5", "100000", "all"], ["-1", "many", "2.5", "", "99999999999999999999"]),
    ("width", ["1", "60", "auto"], ["0", "-5", "100001", "wide"]),
    ("color", ["on", "off", "auto"], ["blue", "ON!", ""]),
    ("pager", ["on", "off"], ["auto", "less"]),
    ("timing", ["on", "off"], ["auto", "1ms"]),
    (
      "output", ["table", "box", "line", "csv", "tsv", "json", "jsonl", "md"],
      ["xml", "txt", "CSV"]
    ),
    ("entry-bytes", ["1", "1000000", "512M", "2g", "1T"], sizeSlips),
    ("total-bytes", ["1", "1000000", "512M", "2g", "1T"], sizeSlips),
    ("ratio", ["1", "1000"], ["0", "-5", "1.5", "10x", "1000001", ""]),
    ("entries", ["1", "1000000"], ["0", "-5", "many", "99999999999999999999", ""]),
    ("depth", ["1", "3", "16"], ["0", "-1", "17", "deep", ""]),
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

  private static let sizeSlips = [
    "0", "0M", "-1", "M", "", "1.5G", "512 M", "512MB", "99999999999999999999", "9999999T", "٣M",
  ]

  @Test(arguments: [
    ("1000000", "1000000"), ("512M", "512M"), ("2g", "2G"), ("1024K", "1M"), ("1536M", "1536M"),
    ("1025", "1025"), ("1T", "1T"), ("4096T", "4096T"),
  ])
  func `show sizes as they take them`(value: String, shown: String) {
    #expect(answer(to: "set entry-bytes \(value)", "set entry-bytes") == [shown])
    #expect(answer(to: "set total-bytes \(shown)", "set total-bytes") == [shown])
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

  @Test func `bound what comes out of archives, from the next load on`() throws {
    let long = String(repeating: "et ainsi de suite\n", count: 5_000)
    let folder = try ChatFolder([
      "two.tar": tar([
        ("a/chat.txt", "17/02/2025, 16:14 - Ana: bonjour\n" + long),
        ("b/chat.txt", "18/02/2025, 16:14 - Ana: bonsoir"),
      ])
    ])
    for (setting, low, word) in [
      ("entries", "1", "members"), ("total-bytes", "40", "text"), ("entry-bytes", "20", "bytes"),
    ] {
      let before = folder.answer("set \(setting)").joined()
      _ = folder.answer("set \(setting) \(low)")
      let answer = folder.answer("load two.tar").joined(separator: " ")
      #expect(folder.sources.count < 2, "\(setting): \(answer)")
      let problems = folder.values("detail", of: "problems | where code = \"limit\"")
      let said = answer + problems.map { "\($0)" }.joined()
      #expect(said.contains(word) && said.contains("setting \(setting) allows"), "\(said)")
      _ = folder.answer("set \(setting) \(before)")
      _ = folder.answer("load two.tar")
      #expect(folder.sources == ["a/chat", "b/chat"])
      _ = folder.answer("unload two.tar")
    }
  }

  @Test func `are kept in the init file, whose other lines stay`() {
    var settings = Settings()
    settings.limit = 50
    settings.timing = true
    let kept = KeptSettings(
      settings, in: "# mine\nset limit 10\nset output csv\nlet late = messages | where hour > 22\n")
    #expect(
      kept.text
        == "# mine\nset limit 50\nlet late = messages | where hour > 22\nset timing on\n")
    #expect(kept.count == 2)
    #expect(KeptSettings(settings, in: kept.text).text == kept.text)
    #expect(
      KeptSettings(Settings(), in: kept.text).text
        == "# mine\nlet late = messages | where hour > 22\n")
    #expect(KeptSettings(settings, in: "").text == "set limit 50\nset timing on\n")
  }

  @Test func `are kept where --save asks for it, in a folder that is made`() throws {
    let folder = try ChatFolder([:])
    let path = folder.path + "/config/causerie/init.causerie"
    folder.session.world.initFile = path
    #expect(folder.answer("set limit 7 --save") == ["wrote \(path): 1 setting"])
    #expect(
      folder.answer("set color off") == []
        && folder.answer("set --save") == ["wrote \(path): 2 settings"])
    #expect(folder.text(of: "config/causerie/init.causerie") == "set limit 7\nset color off\n")
    #expect(
      folder.answer("set limit --save").first == "error: set limit --save has no value to keep")
  }

  @Test func `cannot be kept where there is no folder for them`() {
    #expect(complaint(about: "set limit 7 --save") == "there is no folder for an init file")
  }

  @Test func `are checked in a script before it runs`() throws {
    let folder = try ChatFolder(["a.causerie": "messages | count\nset limit many\n"])
    #expect(
      folder.answer("run a.causerie").first == "a.causerie:2:11: error: limit cannot be “many”")
  }
}
