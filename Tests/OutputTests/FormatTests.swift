import Diagnostics
import Foundation
import Model
import Output
import Testing

/// What a format writes of a table.
private func text(
  _ format: String, _ table: Table = sampleTable, _ options: Format.Options = .init()
) throws -> String {
  let format = try #require(Format.named(format))
  return try written { (sink) throws(Diagnostic) in
    _ = try format.write(table, options: options, to: sink)
  }
}

/// A table of one column of texts.
private func column(_ texts: [String?], name: String = "text") -> Table {
  Table(name: "texts", rowCount: texts.count, fields: [.init(name, .text(TextColumn(texts)))])
}

private func options(_ change: (inout Format.Options) -> Void) -> Format.Options {
  var options = Format.Options()
  change(&options)
  return options
}

@Test(arguments: [
  (
    "csv",
    """
    id,date,sender,text,words,links,gap,month,edited\r
    1,2025-02-17T16:14:00,Zoë,Ça va ? 👩‍👩‍👧,2.5,https://a.example/x_y_z,59,2025-02,true\r
    2,,Bo | Li,"two
    lines, ""quoted"" <b>",,,7500,2025-03,false\r
    30,2025-02-17T17:15:00,,,0.3333333333333333,a; b;c,200000,2025-04,false\r\n
    """
  ),
  (
    "tsv",
    """
    id\tdate\tsender\ttext\twords\tlinks\tgap\tmonth\tedited\r
    1\t2025-02-17T16:14:00\tZoë\tÇa va ? 👩‍👩‍👧\t2.5\thttps://a.example/x_y_z\t59\t2025-02\ttrue\r
    2\t\tBo | Li\t"two
    lines, ""quoted"" <b>"\t\t\t7500\t2025-03\tfalse\r
    30\t2025-02-17T17:15:00\t\t\t0.3333333333333333\ta; b;c\t200000\t2025-04\tfalse\r\n
    """
  ),
  (
    "json",
    #"""
    [
      {"id": 1, "date": "2025-02-17T16:14:00", "sender": "Zoë", "text": "Ça va ? 👩‍👩‍👧", "words": 2.5, "links": ["https://a.example/x_y_z"], "gap": 59, "month": "2025-02", "edited": true},
      {"id": 2, "date": null, "sender": "Bo | Li", "text": "two\nlines, \"quoted\" <b>", "words": null, "links": [], "gap": 7500, "month": "2025-03", "edited": false},
      {"id": 30, "date": "2025-02-17T17:15:00", "sender": null, "text": null, "words": 0.3333333333333333, "links": ["a", "b;c"], "gap": 200000, "month": "2025-04", "edited": false}
    ]

    """#
  ),
  (
    "jsonl",
    #"""
    {"id": 1, "date": "2025-02-17T16:14:00", "sender": "Zoë", "text": "Ça va ? 👩‍👩‍👧", "words": 2.5, "links": ["https://a.example/x_y_z"], "gap": 59, "month": "2025-02", "edited": true}
    {"id": 2, "date": null, "sender": "Bo | Li", "text": "two\nlines, \"quoted\" <b>", "words": null, "links": [], "gap": 7500, "month": "2025-03", "edited": false}
    {"id": 30, "date": "2025-02-17T17:15:00", "sender": null, "text": null, "words": 0.3333333333333333, "links": ["a", "b;c"], "gap": 200000, "month": "2025-04", "edited": false}

    """#
  ),
  (
    "md",
    #"""
    | id | date | sender | text | words | links | gap | month | edited |
    | ---: | --- | --- | --- | ---: | --- | ---: | --- | --- |
    | 1 | 2025-02-17T16:14:00 | Zoë | Ça va ? 👩‍👩‍👧 | 2.5 | https://a.example/x_y_z | 59 | 2025-02 | true |
    | 2 |  | Bo \| Li | two<br>lines, "quoted" &lt;b&gt; |  |  | 7500 | 2025-03 | false |
    | 30 | 2025-02-17T17:15:00 |  |  | 0.3333333333333333 | a; b;c | 200000 | 2025-04 | false |

    """#
  ),
  (
    "txt",
    """
    [17/02/2025, 16:14:00] Zoë: Ça va ? 👩‍👩‍👧
    [17/02/2025, 17:15:00] \u{200E}

    """
  ),
])
func `a table in each format`(name: String, expected: String) throws {
  #expect(try text(name) == expected)
}

@Test func `every format has its golden table and a name and endings of its own`() {
  #expect(
    Format.all.map(\.name) == [
      "csv", "tsv", "json", "jsonl", "md", "html", "txt", "xlsx", "sqlite", "documents", "chunks",
    ])
  let endings = Format.all.flatMap(\.endings)
  #expect(Set(endings).count == endings.count)
  for format in Format.all where !format.endings.isEmpty {
    #expect(
      Format.chosen(byPath: "out/answer.\(format.endings[0].uppercased())")?.name == format.name)
  }
  #expect(Format.chosen(byPath: ".csv") == nil)
  #expect(Format.chosen(byPath: "csv") == nil)
  #expect(Format.chosen(byPath: "answer.") == nil)
  #expect(Format.chosen(byPath: "answer.csv.gz")?.name == "csv")
  #expect(Format.chosen(byPath: "answer.csv.gz.zst") == nil)
  #expect(Format.chosen(byPath: "answer.csv" + String(repeating: ".gz", count: 100_000)) == nil)
}

@Test func `every option of formats is in the list of options and known to a format`() {
  let all = Format.Option.all.map(\.name)
  #expect(Set(all).count == all.count)
  for option in Format.Option.all { #expect(!option.formats.isEmpty, "\(option.name)") }
  for format in Format.all {
    let names = format.options.map(\.name)
    #expect(names == all.filter(names.contains), "\(format.name)")
  }
}

@Test func `a table without rows is a header, an empty array, or nothing`() throws {
  let empty = column([])
  #expect(try text("csv", empty) == "text\r\n")
  #expect(try text("json", empty) == "[]\n")
  #expect(try text("jsonl", empty) == "")
  #expect(try text("md", empty) == "| text |\n| --- |\n")
}

@Test(arguments: ["csv", "jsonl", "md"])
func `zero has no sign`(format: String) throws {
  let numbers = PlainColumn([-0.0, -0.5])
  let table = Table(name: "t", rowCount: 2, fields: [.init("x", .float(numbers))])
  let written = try text(format, table)
  #expect(written.contains("0") && !written.contains("-0\r") && !written.contains("-0}"))
  #expect(!written.contains("-0 ") && written.contains("-0.5"))
}

@Test func `a comma-separated file tells an empty text from null`() throws {
  #expect(try text("csv", column(["", nil, " "])) == "text\r\n\"\"\r\n\r\n \r\n")
}

@Test(arguments: [";", "|", "€", "5"] as [Character])
func `any separator is kept apart from the cells`(separator: Character) throws {
  let cells = ["a;b", "c|d", "e€f", "556", "plain"]
  let table = Table(
    name: "t", rowCount: cells.count,
    fields: [
      .init("text", .text(TextColumn(cells))),
      .init("n", .int(PlainColumn([1, 25, 5, 0, 55]))),
    ])
  let written = try text("csv", table, options { $0.separator = separator })
  let rows = records(of: written, separator: separator)
  #expect(rows.dropFirst().map { $0[0] } == cells)
  #expect(rows.dropFirst().map { $0[1] } == ["1", "25", "5", "0", "55"])
}

@Test func `a byte order mark and no header are as asked`() throws {
  let table = column(["x"])
  #expect(try text("csv", table, options { $0.hasByteOrderMark = true }) == "\u{FEFF}text\r\nx\r\n")
  #expect(try text("csv", table, options { $0.hasHeader = false }) == "x\r\n")
}

@Test(arguments: [
  ("=1+1", "'=1+1"), ("+41 79", "'+41 79"), ("-x", "'-x"), ("@Zoë", "'@Zoë"), ("\tx", "'\tx"),
  ("a=b", "a=b"), ("", ""),
])
func `a spreadsheet is not given formulas`(cell: String, shown: String) throws {
  let written = try text("csv", column([cell]), options { $0.isForSpreadsheet = true })
  #expect(records(of: written, separator: ",")[1] == [shown])
}

@Test func `numbers are not neutralised for a spreadsheet`() throws {
  let table = Table(name: "t", rowCount: 1, fields: [.init("n", .int(PlainColumn([-3])))])
  #expect(try text("csv", table, options { $0.isForSpreadsheet = true }) == "n\r\n-3\r\n")
}

/// What no text may do to a format: quotes, separators, line breaks, controls, marks.
private let hostile: [String] = [
  "\"", "\"\"", ",", "a,\"b\"", "\r", "\n", "\r\n", "a\r\nb", "\\", "\\n", "\u{0}", "\u{1B}[31m",
  "\u{7F}", "\u{9B}", "\u{2028}", "\u{FEFF}", "é", "e\u{301}", "👩‍👩‍👧", "日本", "\u{202E}", " x ",
  String(repeating: "long ", count: 30_000),
]

@Test func `what a comma-separated file holds is read back the same`() throws {
  let rows = records(of: try text("csv", column(hostile)), separator: ",")
  let differing = zip(rows.dropFirst(), hostile).filter { !$0[0].utf8.elementsEqual($1.utf8) }
  #expect(rows.count == hostile.count + 1 && differing.isEmpty)
}

@Test func `what a JSON file holds is read back the same by another reader`() throws {
  // Foundation's reader loses a text that is nothing but U+FEFF; the bytes are compared below.
  let texts = hostile.filter { $0 != "\u{FEFF}" }
  let written = try text("json", column(texts, name: "a \"name\"\n"))
  let read = try JSONSerialization.jsonObject(with: Data(written.utf8))
  let rows = try #require(read as? [[String: String]])
  let differing = zip(rows, texts).filter { row, text in
    !(row["a \"name\"\n"] ?? "").utf8.elementsEqual(text.utf8)
  }
  #expect(rows.count == texts.count && differing.isEmpty)
  #expect(try text("jsonl", column(["\u{FEFF}"])) == "{\"text\": \"\u{FEFF}\"}\n")
}

@Test func `each line of a JSON Lines file is an object`() throws {
  for line in try text("jsonl", column(hostile)).split(separator: "\n") {
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
  }
}

@Test func `JSON has no control character, infinity or NaN`() throws {
  let written = try text("json", column(hostile))
  #expect(
    !written.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  let table = Table(
    name: "t", rowCount: 3, fields: [.init("x", .float(PlainColumn([.infinity, .nan, 1e300])))])
  #expect(try text("jsonl", table) == "{\"x\": null}\n{\"x\": null}\n{\"x\": 1e+300}\n")
}

@Test(arguments: [
  ("a|b", #"a\|b"#), ("*bold* `code` [x](y)", #"\*bold\* \`code\` \[x\](y)"#),
  ("snake_case and _this_", #"snake_case and \_this_"#), ("~~no~~", #"\~\~no\~\~"#),
  (
    "see https://a.example/x_(y)*z?a=1&b=2 & <b>",
    "see https://a.example/x_(y)*z?a=1&b=2 &amp; &lt;b&gt;"
  ),
  ("one\ntwo\r\nthree", "one<br>two<br>three"), (#"back\slash"#, #"back\\slash"#),
])
func `Markdown reads a cell as it is`(cell: String, shown: String) throws {
  let line = try text("md", column([cell])).split(separator: "\n").last
  #expect(line.map { String($0) } == "| \(shown) |")
}

@Test(arguments: [
  ("# un", "\\# un"), ("#velo", "#velo"), ("- un", #"\- un"#), ("---", #"\---"#), ("-5", "-5"),
  ("+ un", #"\+ un"#), ("===", #"\==="#), ("1. un", #"1\. un"#), ("12) un", #"12\) un"#),
  ("1.5", "1.5"), ("2025", "2025"), ("    un", "&#32;   un"), ("\tun", "&#9;un"), ("", ""),
])
func `Markdown reads the beginning of a line as it is`(said: String, shown: String) throws {
  let line = options {
    $0.line = Format.LineTemplate { columns, row, escape in escape(cellText(columns[0][row])) }
  }
  #expect(try text("md", column([said]), line) == shown + "\n")
}

@Test(arguments: [
  ("un\n[12/02/2025, 10:00:00] Bo: deux", "\r\n"),
  ("un\n\u{200E}[12/02/2025, 10:00:00] Bo: deux", "\r\n"), ("un\ndeux [x]", "\n"), ("[x]", "\n"),
])
func `a transcript ends its messages as iOS does where one holds a line that may be a header`(
  said: String, end: String
) throws {
  let messages = Table(
    name: "messages", rowCount: 1,
    fields: [
      .init("date", .datetime(PlainColumn(moments: [1_739_808_840]))),
      .init("sender", .text(TextColumn(["Ana"]))), .init("text", .text(TextColumn([said]))),
    ])
  #expect(try text("txt", messages) == "[17/02/2025, 16:14:00] Ana: \(said)\(end)")
}

@Test func `a transcript says how many rows have no date, and needs messages`() throws {
  let format = try #require(Format.named("txt"))
  var notes: [Diagnostic] = []
  _ = try written { (sink) throws(Diagnostic) in notes = try format.write(sampleTable, to: sink) }
  #expect(notes.map(\.message) == ["1 row without a date left out of the transcript"])
  #expect(throws: Diagnostic.self) { try text("txt", column(["x"])) }
}

@Test func `a table that is asked for in parts is whole`() throws {
  let count = 10_000
  let table = Table(
    name: "t", rowCount: count,
    fields: [.init("n", .int(PlainColumn((0..<count).map { Int64($0) })))])
  var told: [Int] = []
  let format = try #require(Format.named("csv"))
  let all = try written { (sink) throws(Diagnostic) in
    _ = try format.write(table, to: sink, progress: { told.append($0) })
  }
  #expect(all.split(separator: "\r\n").dropFirst().map { Int($0) } == (0..<count).map { $0 })
  #expect(told.last == count && told == told.sorted())
}

@Test func `an interrupt ends a format before its next rows`() throws {
  let format = try #require(Format.named("csv"))
  #expect(throws: Diagnostic.interrupted) {
    try written { (sink) throws(Diagnostic) in
      _ = try format.write(column(["x"]), to: sink, interrupt: Interrupt { true })
    }
  }
}

/// Records of RFC 4180, read as plainly as can be.
private func records(of text: String, separator: Character) -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var cell = ""
  var isQuoted = false
  var scalars = Array(text.unicodeScalars)[...]
  let mark = separator.unicodeScalars.first
  while let scalar = scalars.popFirst() {
    switch scalar {
    case "\"" where isQuoted && scalars.first == "\"":
      cell.unicodeScalars.append("\"")
      scalars.removeFirst()
    case "\"": isQuoted.toggle()
    case "\r" where !isQuoted && scalars.first == "\n":
      scalars.removeFirst()
      records.append(record + [cell])
      record = []
      cell = ""
    case _ where scalar == mark && !isQuoted:
      record.append(cell)
      cell = ""
    default: cell.unicodeScalars.append(scalar)
    }
  }
  return records
}

@Test(arguments: [",", ";", "\t", "|", "'"])
func `a cell is quoted where it holds what would end it, however long it is`(separator: String)
  throws
{
  let parts = ["a", "é", separator, "\"", "\n", "\r", "plain words of some length", "’", "=", ""]
  var number = 12_345
  let texts = (0..<2_000).map { _ in
    (0..<number % 7).reduce(into: "") { text, _ in
      number = (number * 1_103_515_245 + 12_345) % 2_147_483_648
      text += parts[number / 65_536 % parts.count]
    }
  }
  let expected = texts.map { text in
    let special = ["\"", "\n", "\r", separator].map { Array($0.utf8)[0] }
    guard text.isEmpty || text.utf8.contains(where: special.contains) else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
  let written = try text("csv", column(texts), options { $0.separator = Character(separator) })
  #expect(written == (["text"] + expected).map { $0 + "\r\n" }.joined())
}
