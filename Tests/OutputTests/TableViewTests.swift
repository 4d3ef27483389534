import Diagnostics
import Model
import Output
import Testing

/// What a person sees of a table; no columns for a pipe.
private func shown(
  _ table: Table, as form: TableView.Form = .table, limit: Int? = nil, columns: Int? = nil,
  colored: Bool = false
) throws -> String {
  let screen = columns.map { Screen.terminal(columns: $0, lines: 24, colored: colored) } ?? .plain
  return try written { (sink) throws(Diagnostic) in
    try TableView(form, limit: limit, screen: screen).write(table, to: sink)
  }
}

/// A table of an id and a column of texts.
private func table(_ texts: [String?], name: String = "text") -> Table {
  Table(
    name: "t", rowCount: texts.count,
    fields: [
      .init("id", .int(PlainColumn(texts.indices.map { Int64($0 + 1) }))),
      .init(name, .text(TextColumn(texts))),
    ])
}

@Test func `on a terminal columns are cut fairly and numbers stay whole`() throws {
  #expect(
    try shown(sampleTable, limit: 2, columns: 100) == """
      id  date              sender   text             words  links                    gap  month    edited
      ──  ────────────────  ───────  ───────────────  ─────  ────────────────  ──────────  ───────  ──────
       1  2025-02-17 16:14  Zoë      Ça va ? 👩‍👩‍👧         2.5  https://a.examp…        59 s  2025-02  true
       2  ·                 Bo | Li  two⏎lines, "qu…      ·                    2 h 05 min  2025-03  false
      2 of 3 rows: set limit all, or export

      """)
}

@Test func `columns without room are named`() throws {
  #expect(
    try shown(sampleTable, as: .box, columns: 60) == """
      ┌────┬──────────────────┬─────────┬───────────────┬────────┐
      │ id │ date             │ sender  │ text          │  words │
      ├────┼──────────────────┼─────────┼───────────────┼────────┤
      │  1 │ 2025-02-17 16:14 │ Zoë     │ Ça va ? 👩‍👩‍👧    │    2.5 │
      │  2 │ ·                │ Bo | Li │ two⏎lines, "… │      · │
      │ 30 │ 2025-02-17 17:15 │ ·       │ ·             │ 0.3333 │
      └────┴──────────────────┴─────────┴───────────────┴────────┘
      no room for: links, gap, month, edited (select fewer, or set
        output line)

      """)
}

@Test func `of many columns without room some are named and the rest are counted`() throws {
  let long = String(repeating: "long ", count: 40)
  let names = ["id", long] + (1...1_500).map { "column \($0)" }
  let table = Table(
    name: "t", rowCount: 1, fields: names.map { .init($0, .int(PlainColumn([1_234_567]))) })
  #expect(
    try shown(table, columns: 60).hasSuffix(
      """

      no room for: long long long long lon…, column 1, column 2,
        column 3 and 1 497 more (select fewer, or set output line)

      """))
  #expect(
    try shown(table, columns: 30).hasSuffix(
      """

      no room for: long long long
        long lon… and 1 500 more
        (select fewer, or set output
        line)

      """))
}

@Test func `a line a cell holds every column and every line of a text`() throws {
  #expect(
    try shown(sampleTable, as: .line, limit: 2, columns: 60) == """
      id     = 1
      date   = 2025-02-17 16:14:00
      sender = Zoë
      text   = Ça va ? 👩‍👩‍👧
      words  = 2.5
      links  = https://a.example/x_y_z
      gap    = 59 s
      month  = 2025-02
      edited = true

      id     = 2
      date   = ·
      sender = Bo | Li
      text   = two
               lines, "quoted" <b>
      words  = ·
      links  =
      gap    = 2 h 05 min
      month  = 2025-03
      edited = false
      2 of 3 rows: set limit all, or export

      """)
}

@Test func `a pipe is given every row, column and line, whatever the limit`() throws {
  #expect(
    try shown(sampleTable, limit: 1) == """
      id  date              sender   text                  words  links                           gap  month    edited
      ──  ────────────────  ───────  ───────────────────  ──────  ───────────────────────  ──────────  ───────  ──────
       1  2025-02-17 16:14  Zoë      Ça va ? 👩‍👩‍👧              2.5  https://a.example/x_y_z        59 s  2025-02  true
       2  ·                 Bo | Li  two                       ·                           2 h 05 min  2025-03  false
                                     lines, "quoted" <b>
      30  2025-02-17 17:15  ·        ·                    0.3333  a; b;c                      2 d 7 h  2025-04  false

      """)
}

@Test func `a long table is written as its rows are one by one`() throws {
  let texts = (0..<40_000).map { row -> String? in
    row % 7 == 0 ? nil : row % 11 == 0 ? "two\nlines \(row)" : "été \(row)  "
  }
  var long = table(texts)
  long.breaks = [4_096, 39_999]
  var lines = ["   id  text", "─────  ───────────"]
  for (row, text) in texts.enumerated() {
    if long.breaks.contains(row) { lines.append("⋯      ⋯") }
    let id = String(row + 1)
    let parts = (text ?? "·").split(separator: "\n")
    lines.append(String(repeating: " ", count: 5 - id.count) + "\(id)  \(parts[0])")
    lines += parts.dropFirst().map { "       \($0)" }
  }
  let shown = try shown(long).split(separator: "\n").map { String($0) }
  #expect(shown.count == lines.count)
  let differing = zip(shown, lines.map { $0.replacing(#/ +$/#, with: "") }).first { $0 != $1 }
  #expect(differing == nil)
}

@Test func `no line is wider than the terminal, however narrow`() throws {
  let texts = ["日本語のテキスト", "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", "e\u{301}\u{301}\u{301} x", "سلام", "a\tb\u{1B}c"]
  for columns in 1...40 {
    for form in [TableView.Form.table, .box] {
      let rows = try shown(table(texts), as: form, columns: columns).split(separator: "\n")
      let cells = rows.prefix { !$0.hasPrefix("no") }
      // A box takes its lines and the narrowest cells, whatever the width.
      let least = form == .box ? 8 : 2
      #expect(cells.allSatisfy { displayWidth(of: $0) <= max(columns, least) })
    }
  }
}

@Test(arguments: [
  (12, "archive/chunk_12.txt", "…hunk_12.txt"), (8, "日本語のテキスト", "…キスト"),
  (20, "archive/chunk_12.txt", "archive/chunk_12.txt"),
])
func `a path that is too long keeps its end`(width: Int, path: String, cell: String) throws {
  let rows = try shown(table([path], name: "file"), columns: width + 4).split(separator: "\n")
  #expect(rows.last.map { String($0.dropFirst(4)) } == cell)
}

@Test func `after an emoji of several parts the cursor is put where the next column begins`() throws
{
  let people = Table(
    name: "t", rowCount: 2,
    fields: [
      .init("who", .text(TextColumn(["👍🏽", "Bo"]))), .init("n", .int(PlainColumn([1, 2]))),
    ])
  let text = try written { (sink) throws(Diagnostic) in
    let screen = Screen.terminal(columns: 40, lines: 24, colored: false, rewritable: true)
    try TableView(.table, limit: nil, screen: screen).write(people, to: sink)
  }
  #expect(text == "who  n\n───  ─\n👍🏽 \u{1B}[4G  1\nBo   2\n")
}

@Test func `in a line a cell nulls are faint and matches painted`() throws {
  var found = table(["a needle", nil])
  found.highlight = Table.Highlight(columns: ["text"]) { _ in [2..<8] }
  let text = try shown(found, as: .line, columns: 40, colored: true)
  #expect(text.contains(" = a \u{1B}[1;33mneedle\u{1B}[0m\n"))
  #expect(text.contains(" = \u{1B}[2m·\u{1B}[0m\n"))
}

@Test func `a match is painted, and a cut cell shows it`() throws {
  var found = table(["the needle stands far to the right of this long line, see: needle"])
  found.highlight = Table.Highlight(columns: ["text"]) { _ in [59..<65] }
  let text = try shown(found, columns: 30, colored: true)
  #expect(text.contains("\u{1B}[1;33mneedle\u{1B}[0m"))
  #expect(try !shown(found).contains("\u{1B}"))
}

@Test func `nulls and rules are faint where there is colour`() throws {
  let text = try shown(table([nil]), columns: 30, colored: true)
  #expect(
    text == """
      \u{1B}[1mid\u{1B}[0m  \u{1B}[1mtext\u{1B}[0m
      \u{1B}[2m──  ────\u{1B}[0m
       1  \u{1B}[2m·\u{1B}[0m

      """)
}

@Test func `a terminal is given marks in the place of what could drive it`() throws {
  let text = try shown(table(["\u{1B}]0;title\u{07}", "\u{202E}gpj.exe"]), columns: 40)
  #expect(text.contains("␛]0;title␇"))
  #expect(text.contains("⟨U+202E⟩gpj.exe"))
  #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
}

@Test func `stretches of context are told apart`() throws {
  var stretches = table(["a", "b", "c"])
  stretches.breaks = [2]
  #expect(
    try shown(stretches, columns: 40) == """
      id  text
      ──  ────
       1  a
       2  b
      ⋯   ⋯
       3  c

      """)
}

@Test(
  arguments: [
    (0, "0 s"), (59, "59 s"), (60, "1 min"), (200, "3 min 20 s"), (3_600, "1 h"),
    (50_700, "14 h 05 min"), (86_400, "1 d"), (180_000, "2 d 2 h"), (-90, "-1 min 30 s"),
    (Int64.min, "-106751991167300 d 15 h"),
  ] as [(Int64, String)])
func `a duration is shown in its two largest units`(seconds: Int64, text: String) {
  #expect(shownDuration(seconds) == text)
}

@Test(arguments: [
  (0, "0"), (999, "999"), (1_000, "1 000"), (12_847, "12 847"), (-1_234_567, "-1 234 567"),
  (Int.min, "-9 223 372 036 854 775 808"),
])
func `a count is written in groups of three`(number: Int, text: String) {
  #expect(grouped(number) == text)
}

@Test(arguments: [
  (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1.0 kB"), (3_456, "3.5 kB"),
  (99_949, "99.9 kB"), (99_960, "100 kB"), (310_400_000, "310 MB"), (999_499, "999 kB"),
  (999_500, "1.0 MB"), (1_200_000_000, "1.2 GB"),
])
func `a size is said as people read it`(bytes: Int, text: String) {
  #expect(byteCount(bytes) == text)
}
