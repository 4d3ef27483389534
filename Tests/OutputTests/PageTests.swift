import Diagnostics
import Foundation
import Model
import Testing

@testable import Output

/// The page of a table.
private func page(_ table: Table, madeAt moment: Moment? = nil) throws -> String {
  var options = Format.Options()
  options.surroundings.moment = moment
  options.surroundings.tableName = table.name
  return try written { (sink) throws(Diagnostic) in
    _ = try Format.html.write(table, options: options, to: sink)
  }
}

private let hostile = [
  "</script><script>document.title='ran'</script>", "<img src=x onerror=\"document.title='ran'\">",
  "\" onmouseover=\"document.title='ran'", "javascript:document.title='ran'", "<!-- ]]> &amp; '",
  "https://a.example/\"onclick=\"x", "\u{1B}[31m\u{0}\u{85}\u{202E}", "--></style>",
]

/// A conversation of texts, five minutes from each to the next but a silence before the fourth.
private func chat(_ texts: [String], sender: String = "Zoë") -> Table {
  let starts: [Int64] = texts.indices.map { 1_739_808_840 + Int64($0) * 300 + ($0 > 2 ? 4_020 : 0) }
  return Table(
    name: "messages", rowCount: texts.count,
    fields: [
      .init("id", .int(PlainColumn(texts.indices.map { Int64($0 + 1) }))),
      .init("date", .datetime(PlainColumn(starts))),
      .init("sender", .text(TextColumn(texts.map { _ in sender }))),
      .init("text", .text(TextColumn(texts))),
      .init("kind", .text(TextColumn(texts.map { _ in "text" }))),
      .init("file", .text(TextColumn(texts.map { _ in "chat.txt" }))),
      .init("line", .int(PlainColumn(texts.indices.map { Int64($0) }))),
      .init("body", .text(TextColumn(texts.map { $0.replacing(" <edited>", with: "") }))),
      .init(
        "gap",
        .duration(PlainColumn(texts.indices.map { $0 == 0 ? 0 : starts[$0] - starts[$0 - 1] }))),
    ])
}

@Suite struct `a page` {
  @Test func `says what it is, when it was made, and how many rows came of it`() throws {
    let text = try page(sampleTable, madeAt: Moment(seconds: 1_739_808_840))
    #expect(text.contains("<title>sample</title>"))
    #expect(
      text.contains(
        "<p>3 rows · made <time datetime=\"2025-02-17T16:14\">2025-02-17 16:14</time></p>"))
    #expect(text.hasPrefix("<!DOCTYPE html>\n") && text.hasSuffix("</html>\n"))
  }

  @Test func `holds a table whose cells can be sorted by what they are`() throws {
    let text = try page(sampleTable)
    #expect(text.contains("<th scope=\"col\" class=\"n\"><button>gap</button></th>"))
    #expect(
      text.contains(
        """
        <tr><td class="n">2</td><td></td><td dir="auto">Bo | Li</td><td dir="auto">two
        lines, &quot;quoted&quot; &lt;b&gt;</td><td class="n"></td><td dir="auto"></td>\
        <td class="n" data-v="7500">2 h 05 min</td><td class="d">2025-03</td><td>false</td></tr>
        """))
  }

  @Test func `holds messages under their days, matches and what is around them marked`() throws {
    var found = chat(["Ça va ?", "radio https://a.example/radio?x=1&y=2.", "ok <edited>", "enfin"])
    found.highlight = Table.Highlight(columns: ["body"]) { text in
      text.hasPrefix("radio") ? [0..<5, 24..<29] : []
    }
    found.breaks = [1]
    let text = try page(found)
    let main = try #require(
      text.split(separator: "<main>\n").last?.split(separator: "</main>").first)
    #expect(
      main == """
        <section>
        </section>
        <section>
        <h2><time datetime="2025-02-17">Monday 17 February 2025</time></h2>
        <article class="m context" id="m1"><time datetime="2025-02-17T16:14:00">16:14</time><div>\
        <b class="p3" dir="auto">Zoë</b><p dir="auto">Ça va ?</p></div></article>
        <p class="pause">⋯ </p>
        <article class="m hit" id="m2"><time datetime="2025-02-17T16:19:00">16:19</time><div>\
        <b class="p3" dir="auto">Zoë</b><p dir="auto"><mark>radio</mark> \
        <a rel="noopener noreferrer nofollow" href="https://a.example/radio?x=1&amp;y=2">\
        https://a.example/<mark>radio</mark>?x=1&amp;y=2</a>.</p></div></article>
        <article class="m context" id="m3"><time datetime="2025-02-17T16:24:00">16:24</time><div>\
        <b class="p3" dir="auto">Zoë</b><p dir="auto">ok<small> &lt;edited&gt;</small></p></div></article>
        <p class="pause">⋯ 1 h 12</p>
        <article class="m context" id="m4"><time datetime="2025-02-17T17:36:00">17:36</time><div>\
        <b class="p3" dir="auto">Zoë</b><p dir="auto">enfin</p></div></article>
        </section>

        """)
  }

  @Test func `draws the answer where its rows are groups`() throws {
    #expect(try page(monthly([("count", [1, 2])])).contains("<figure>\n<svg "))
    #expect(try !page(sampleTable).contains("<svg"))
  }

  @Test func `is one file: nothing is fetched from anywhere`() throws {
    for table in [sampleTable, chat(["a"]), monthly([("count", [1, 2])])] {
      let text = try page(table)
      #expect(text.contains("default-src 'none'"))
      #expect(!text.contains("src=\"") && !text.contains("url(") && !text.contains("@import"))
    }
  }

  @Test func `lets no word of the data run, in cells, names, headings or links`() throws {
    for text in hostile {
      var table = Table(
        name: text, rowCount: 1, fields: [.init(text, .text(TextColumn([text])))])
      table.fields.append(.init("list", .list(ListColumn([[text, "ftp://a.example"]]))))
      for page in [try page(table), try page(chat([text], sender: text))] {
        #expect(page.components(separatedBy: "<script>").count == 2)
        #expect(page.components(separatedBy: "<style>").count == 3)
        #expect(!page.contains("<img") && !page.contains("href=\"javascript"))
        #expect(!page.contains("href=\"ftp") && !page.contains("\"onclick"))
        #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x85 })
      }
    }
  }

  @Test func `runs one script alone, known by its hash`() throws {
    let text = try page(sampleTable)
    let script = try #require(
      text.components(separatedBy: "<script>").last?.components(separatedBy: "</script>").first)
    let path = NSTemporaryDirectory() + "script-\(UUID().uuidString)"
    try script.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let digest = try #require(output(of: "/usr/bin/sha256sum", [path])).prefix(64)
    let bytes = stride(from: 0, to: 64, by: 2).compactMap { place in
      UInt8(digest.dropFirst(place).prefix(2), radix: 16)
    }
    #expect(text.contains("script-src 'sha256-\(Data(bytes).base64EncodedString())'"))
  }

  @Test func `of many messages knows the day before each`() throws {
    let many = chat((0..<9_000).map { "m\($0)" })
    let text = try page(many)
    let days = Set(text.matches(of: /<h2><time datetime="([^"]*)"/).map { String($0.1) })
    #expect(text.components(separatedBy: "<h2>").count - 1 == days.count)
    #expect(text.components(separatedBy: "<article ").count == 9_001)
  }

  @Test(.enabled(if: browser != nil, "no Chromium to open pages with"))
  func `finds words without accents, and sorts by what cells are`() throws {
    let table = Table(
      name: "t", rowCount: 4,
      fields: [
        .init("who", .text(TextColumn(["Zoë", "Bo", "Élodie", "Ana"]))),
        .init(
          "gap",
          .duration(PlainColumn([7_200, 60, 0, 90_000], nulls: [false, false, true, false]))),
      ])
    func order(after action: String) throws -> [String] {
      // As a user would, and so without the line that lets no other script in.
      let text = try page(table)
        .replacing(/<meta http-equiv="Content-Security-Policy"[^>]*>/, with: "")
        .replacing("</body>", with: "<script>\(action)</script></body>")
      let tree = try #require(try opened(text))
      return tree.matches(of: /<tr><td dir="auto">([^<]*)<\/td>/).map { String($0.1) }
    }
    let click = "document.querySelectorAll('th button')[1].click();"
    #expect(try order(after: "") == ["Zoë", "Bo", "Élodie", "Ana"])
    #expect(try order(after: click) == ["Bo", "Zoë", "Ana", "Élodie"])
    #expect(try order(after: click + click) == ["Ana", "Zoë", "Bo", "Élodie"])
    #expect(
      try order(after: "document.querySelector('th button').click()") == [
        "Ana", "Bo", "Élodie", "Zoë",
      ])
    let search =
      "const q = document.getElementById('q'); q.value = 'ELOD'; q.dispatchEvent(new Event('input'));"
    #expect(try order(after: search) == ["Élodie"])
  }

  @Test(.enabled(if: browser != nil, "no Chromium to open pages with"))
  func `stays as it is in a browser, whatever the data says`() throws {
    for table in [
      Table(
        name: "hostile", rowCount: hostile.count,
        fields: [.init("text", .text(TextColumn(hostile)))]),
      chat(hostile),
    ] {
      let tree = try #require(try opened(try page(table)))
      #expect(tree.contains("<title>\(table.name)</title>"))
      #expect(tree.matches(of: /<tr><td|<article\ /).count == hostile.count)
      #expect(!tree.contains("<img"))
    }
  }
}

/// The path of a Chromium; nil where there is none.
private let browser = ["chromium", "chromium-browser", "google-chrome"].map { "/usr/bin/" + $0 }
  .first { FileManager.default.isExecutableFile(atPath: $0) }

/// What a browser makes of a page, as it would write it down.
private func opened(_ page: String) throws -> String? {
  let path = NSTemporaryDirectory() + "page-\(UUID().uuidString).html"
  defer { try? FileManager.default.removeItem(atPath: path) }
  try page.write(toFile: path, atomically: true, encoding: .utf8)
  return browser.flatMap {
    output(of: $0, ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "file://" + path])
  }
}

/// What a program says; nil where it does not run.
private func output(of program: String, _ arguments: [String]) -> String? {
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return nil }
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: data, as: UTF8.self)
}
