import Database
import Diagnostics
import Foundation
import Model
import Output
import Testing

@Suite struct `a database of SQLite` {
  private let folder = NSTemporaryDirectory() + "causerie-sqlite-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private var path: String { folder + "/a.sqlite" }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @discardableResult
  private func write(
    _ table: Table, replaces: Bool = false, _ change: (inout Format.Options) -> Void = { _ in }
  ) throws -> Format.Written {
    var options = Format.Options()
    change(&options)
    var target = TargetFile(path: "a.sqlite", directory: folder)
    target.replaces = replaces
    return try #require(Format.named("sqlite")).write(table, options: options, to: target)
  }

  private func complaint(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch { return (error as? Diagnostic)?.message }
  }

  @Test func `holds all columns typed, dates and lists as text, and null as null`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(sampleTable)
    #expect(names == ["a.sqlite"])
    #expect(
      try rows(of: path, "SELECT name, type FROM pragma_table_info('answer')").map {
        $0.compactMap(\.self)
      } == [
        ["id", "INTEGER"], ["date", "TEXT DATETIME"], ["sender", "TEXT"], ["text", "TEXT"],
        ["words", "REAL"], ["links", "TEXT LIST"], ["gap", "INTEGER SECONDS"],
        ["month", "TEXT MONTH"], ["edited", "INTEGER BOOL"],
      ])
    #expect(
      try rows(of: path, "SELECT * FROM answer") == [
        [
          "1", "2025-02-17T16:14:00", "Zoë", "Ça va ? 👩‍👩‍👧", "2.5",
          #"["https://a.example/x_y_z"]"#, "59", "2025-02", "1",
        ],
        ["2", nil, "Bo | Li", "two\nlines, \"quoted\" <b>", nil, "[]", "7500", "2025-03", "0"],
        [
          "30", "2025-02-17T17:15:00", nil, nil, "0.3333333333333333", #"["a","b;c"]"#, "200000",
          "2025-04", "0",
        ],
      ])
  }

  @Test func `is put together of tables, each under a name of its own`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(sampleTable)
    try write(sampleTable) {
      $0.appends = true
      $0.tableName = "a \"second\" one"
    }
    let counts = #"SELECT (SELECT count(*) FROM answer), count(*) FROM "a ""second"" one""#
    #expect(try rows(of: path, counts) == [["3", "3"]])
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let said = complaint {
      try write(sampleTable) {
        $0.appends = true
        $0.tableName = "ANSWER"
      }
    }
    #expect(said == "“a.sqlite” has a table “ANSWER” already")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before && names == ["a.sqlite"])
  }

  @Test func `is not added to what is no database, nor what another program works on`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("plain text, and long enough to look like something".utf8)
      .write(to: URL(fileURLWithPath: path))
    #expect(
      complaint { try write(sampleTable) { $0.appends = true } }
        == "cannot write “a.sqlite”: file is not a database; nothing was changed")
    try Data("log".utf8).write(to: URL(fileURLWithPath: path + "-wal"))
    #expect(
      complaint { try write(sampleTable, replaces: true) }
        == "another program is at work on “a.sqlite”: there is a.sqlite-wal")
    #expect(names == ["a.sqlite", "a.sqlite-wal"])
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("plain text"))
  }

  @Test func `tells columns apart whose names differ in nothing but case`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let names = ["Ana", "ana", "ana_2", "É", "é", ""]
    let table = Table(
      name: "t", rowCount: 1,
      fields: names.map { Table.Field($0, .int(PlainColumn([1]))) })
    let written = try write(table)
    #expect(
      try rows(of: path, "SELECT name FROM pragma_table_info('answer')")
        == [["Ana"], ["ana_2"], ["ana_2_2"], ["É"], ["é"], [""]])
    #expect(written.notes.count == 2)
  }

  @Test func `finds words whatever their case and accents`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let texts = TextColumn(["L’été arrive", "hiver", nil])
    let table = Table(name: "t", rowCount: 3, fields: [.init("text", .text(texts))])
    try write(table) { $0.hasFullText = true }
    #expect(
      try rows(
        of: path,
        "SELECT a.text FROM answer_fts f JOIN answer a ON a.rowid = f.rowid WHERE answer_fts MATCH 'ETE'"
      ) == [["L’été arrive"]])
  }

  @Test func `holds every text as it is, also one of a million characters`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let texts = [
      "a\0b", "\"'`;--", "e\u{301}", "\u{1B}[31m", "\u{FEFF}x", "\r\n", "",
      String(repeating: "é", count: 1_000_000),
    ]
    let table = Table(
      name: "t", rowCount: texts.count,
      fields: [
        .init("text", .text(TextColumn(texts))),
        .init("list", .list(ListColumn(texts.map { [$0] }))),
      ])
    try write(table)
    // Of a text with NUL functions of SQLite see the part before; its bytes are there.
    let found = try rows(of: path, "SELECT text FROM answer").map { $0[0] ?? "null" }
    #expect(zip(found, texts).allSatisfy { $0.utf8.elementsEqual($1.utf8) })
    let items = try rows(
      of: path, "SELECT j.value FROM answer a, json_each(a.list) j WHERE a.rowid > 1"
    ).map { $0[0] ?? "null" }
    #expect(
      items.count == 7
        && zip(items, texts.dropFirst()).allSatisfy { $0.utf8.elementsEqual($1.utf8) })
  }

  @Test func `is not there where the user has asked to stop`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let target = TargetFile(path: "a.sqlite", directory: folder)
    #expect(throws: Diagnostic.interrupted) {
      try #require(Format.named("sqlite")).write(
        sampleTable, to: target, interrupt: Interrupt { true })
    }
    #expect(names == [])
  }
}
