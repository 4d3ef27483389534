import Diagnostics
import Model
import Output
import Testing

private func chat(_ rows: [(date: Int64, sender: String?, text: String, kind: String)]) -> Table {
  Table(
    name: "messages", rowCount: rows.count,
    fields: [
      .init("id", .int(PlainColumn(rows.indices.map { Int64($0 + 1) }))),
      .init("date", .datetime(PlainColumn(moments: rows.map(\.date)))),
      .init("sender", .text(TextColumn(rows.map(\.sender)))),
      .init("text", .text(TextColumn(rows.map { $0.text }))),
      .init("kind", .text(TextColumn(rows.map { $0.kind }))),
      .init("file", .text(TextColumn(rows.map { _ in "chat.txt" }))),
      .init("line", .int(PlainColumn(rows.indices.map { Int64($0 * 2 + 1) }))),
    ])
}

// 17 and 18 February 2025.
private let evening: Int64 = 1_739_808_840
private let conversation = chat([
  (Moment.none, nil, "the end of something", "fragment"),
  (evening, "Zoë", "Ça va ?\n- tournevis\n- colle", "text"),
  (evening + 60, "Bo", "yes, and this line is too long for the room that it is given", "text"),
  (evening + 86_400, nil, "\u{200E}Bo left", "system"),
])

private func shown(
  _ table: Table, _ screen: Screen = .terminal(columns: 40, lines: 24, colored: false),
  provenance: Bool = false
) throws -> String {
  try written { (sink) throws(Diagnostic) in
    try ReadingView(screen: screen, hasProvenance: provenance).write(table, to: sink)
  }
}

@Test func `messages read as a conversation under their days`() throws {
  #expect(
    try shown(conversation) == """
        …   the end of something

      ── Monday 17 February 2025 ──
      16:14 Zoë: Ça va ?
            - tournevis
            - colle
      16:15 Bo: yes, and this line is too long
            for the room that it is given

      ── Tuesday 18 February 2025 ──
      16:14 \u{200E}Bo left

      """)
}

@Test func `a pipe is given the lines as they are`() throws {
  #expect(
    try shown(conversation, .plain).contains(
      "16:15 Bo: yes, and this line is too long for the room that it is given\n"))
}

@Test func `provenance is the id, the file and the line`() throws {
  let lines = try shown(conversation, provenance: true).split(separator: "\n")
  #expect(lines.contains("      #2  chat.txt:3"))
}

@Test func `a path that is too long for the screen is all there, over several rows`() throws {
  let narrow = Screen.terminal(columns: 20, lines: 24, colored: false)
  var far = conversation
  let place = try #require(far.index(of: "file"))
  far.fields[place] = .init("file", .text(TextColumn((0..<4).map { _ in "chats/old/chat.txt" })))
  #expect(try shown(far, narrow, provenance: true).contains("\n  #2\n  chats/old/chat.txt\n  :3\n"))
  #expect(try shown(far, narrow).contains("\n── 2025-02-17 ──\n"))
}

@Test func `a person has the same colour everywhere, and matches are painted`() throws {
  var found = conversation
  found.highlight = Table.Highlight(columns: ["body"]) { text in
    text.hasPrefix("Ça") ? [0..<3] : []
  }
  let text = try shown(found, .terminal(columns: 40, lines: 24, colored: true))
  #expect(text.contains("\u{1B}[1;33mÇa\u{1B}[0m va ?"))
  let again = try shown(conversation, .terminal(columns: 90, lines: 24, colored: true))
  let name = try #require(text.split(separator: "\n").first { $0.contains("Bo\u{1B}[0m:") })
  let colour = try #require(name.split(separator: "\u{1B}").first { $0.hasSuffix("Bo") })
  #expect(again.contains("\u{1B}\(colour)\u{1B}[0m: "))
}

@Test func `no line of a conversation is wider than the terminal`() throws {
  let long = chat([
    (
      evening, "Zoë 👩‍👩‍👧 of the very long name", "日本語のテキスト 👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧 and a-word-that-does-not-fit-anywhere",
      "text"
    ),
    (evening, "Bo", "\u{1B}[31m red \u{202E}desrever", "text"),
  ])
  for columns in 14...60 {
    let screen = Screen.terminal(columns: columns, lines: 24, colored: false)
    let lines = try shown(long, screen).split(separator: "\n").filter { !$0.hasPrefix("──") }
    // A name is never cut: whose words these are is what the view is for.
    let words = lines.filter { !$0.contains("name:") }
    #expect(words.allSatisfy { displayWidth(of: $0) <= columns }, "\(columns) columns")
  }
}

@Test func `what is left out between two messages is marked`() throws {
  var part = conversation
  part.breaks = [2]
  #expect(try shown(part).contains("- colle\n⋯\n16:15 Bo"))
}

@Test func `a table without messages has no conversation`() throws {
  #expect(throws: Diagnostic.self) { try shown(sampleTable) }
}

@Suite struct `a conversation on a screen` {
  private let marked: Table = {
    var table = chat([
      (evening, "Zoë", "\u{200E}image absente", "media"),
      (evening + 60, "Bo", "merci <edited>", "text"),
      (evening + 4_380, "Bo", "encore là ?", "text"), (evening + 9_000, "Zoë", "oui", "text"),
    ])
    table.fields.append(.init("body", .text(TextColumn([nil, "merci", "encore là ?", "oui"]))))
    table.fields.append(
      .init(
        "gap", .duration(PlainColumn([0, 60, 4_320, 4_620], nulls: [true, false, false, false]))))
    return table
  }()

  @Test func `tells silences of an hour or more within a day`() throws {
    #expect(
      try shown(marked) == """
        ── Monday 17 February 2025 ──
        16:14 Zoë: \u{200E}image absente
        16:15 Bo: merci <edited>
              ⋯ 1 h 12
        17:27 Bo: encore là ?
              ⋯ 1 h 17
        18:44 Zoë: oui

        """)
  }

  @Test func `tells none where messages between are not shown`() throws {
    #expect(try shown(marked.selecting(.list([0, 2, 3]))).contains("⋯") == true)
    #expect(try !shown(marked.selecting(.list([0, 2]))).contains("⋯"))
  }

  @Test func `dims what stands for attachments and edits, and not what was written`() throws {
    let text = try shown(marked, .terminal(columns: 60, lines: 24, colored: true))
    #expect(text.contains("merci\u{1B}[2m <edited>\u{1B}[0m"))
    #expect(text.contains("\u{1B}[2m\u{200E}image absente\u{1B}[0m"))
    #expect(text.contains(": encore là ?\n"))
  }

  @Test func `keeps to ASCII where the screen knows no more`() throws {
    var screen = Screen.terminal(columns: 60, lines: 24, colored: false)
    screen.drawsUnicode = false
    let text = try shown(marked, screen)
    #expect(text.hasPrefix("-- Monday") && text.contains("      : 1 h 12\n"))
  }
}
