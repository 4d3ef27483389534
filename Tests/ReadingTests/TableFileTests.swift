import Diagnostics
import Model
import Testing

@testable import Reading

@Suite struct `tables from files` {
  private func table(_ text: String, named name: String = "f.csv") throws -> Table {
    let sandbox = try InputSandbox([name: text])
    defer { withExtendedLifetime(sandbox) {} }
    return try readTable(at: name, directory: sandbox.path)
  }

  private func fault(_ text: String) throws -> Diagnostic? {
    let sandbox = try InputSandbox(["f": text])
    do throws(Diagnostic) {
      _ = try readTable(at: "f", directory: sandbox.path)
      return nil
    } catch { return error }
  }

  private func values(_ table: Table, _ name: String) -> [Value] {
    table.column(name).map { column in (0..<column.count).map { column[$0] } } ?? []
  }

  @Test(arguments: [
    "name,n\nZoë,1\n\"Li, Bo\",2\n", "name;n\r\nZoë;1\r\n\"Li, Bo\";2",
    "\u{FEFF}name\tn\nZoë\t1\nLi, Bo\t2\n", "sep=;\r\nname;n\r\nZoë;1\r\nLi, Bo;2\r\n",
    "sep=|\nname|n\nZoë|1\nLi, Bo|2\n",
    "{\"name\": \"Zoë\", \"n\": 1}\n\n{\"n\":2,\"name\":\"Li, Bo\"}",
    "[\n  {\"name\": \"Zoë\", \"n\": 1},\r\n  {\"n\":2,\"name\":\"Li, Bo\"}\n]\n",
  ])
  func `the content tells what a file is`(text: String) throws {
    let table = try table(text)
    #expect(table.fields.map(\.name).sorted() == ["n", "name"])
    #expect(values(table, "name") == [.text("Zoë"), .text("Li, Bo")])
    #expect(values(table, "n") == [.int(1), .int(2)])
  }

  @Test func `the ending tsv says that commas are text`() throws {
    let table = try table("a,b\tc\nx,y\tz\n", named: "f.tsv")
    #expect(table.fields.map(\.name) == ["a,b", "c"])
  }

  @Test(arguments: [
    ("1,-20,0", ValueType.int), ("1,2.5", .float), ("1e3,0.5", .float), ("true,false", .bool),
    ("2025-02-17,2025-02-17 16:14,2025-02-17T16:14:05", .datetime),
    ("2025-02-17 16:14,2025-02-17", .datetime), ("2025-02-17,0999-12-31", .period(.day)),
    ("2025-02,2024-12", .period(.month)), ("2025-W08,2026-W53", .period(.week)),
    ("2025-Q1,2024-Q4", .period(.quarter)), ("2025,2024", .int),
    ("2025-02,2025-02-17", .text), ("2025-13", .text), ("2025-W53", .text), ("2025-Q5", .text),
    ("2025-2", .text), ("2025-02-17x16:14", .text), ("2025-02-17 16:14:61", .text),
    // Names made of digits are no numbers.
    ("007,8", .text), ("+33612345678", .text), ("1,x", .text), ("9223372036854775808", .float),
    ("12345678901234567890", .text), ("9007199254740993,2.5", .text),
    ("9007199254740992,2.5", .float),
    ("2025-02-30", .text), ("1.", .float), ("-", .text), ("inf", .text),
    ("nan", .text), ("0x10", .text), ("TRUE", .text),
  ])
  func `a column has the narrowest type that its values fit`(
    cells: String, type: ValueType
  ) throws {
    let rows = cells.split(separator: ",").joined(separator: "\n")
    #expect(try table("x\n\(rows)\n").fields[0].type == type)
  }

  @Test func `names of days and months keep their order, whatever stands beside them`() throws {
    let table = try table("d,m,n\nSun,Jan,Jan\nMon,,Zoë\nMon,Dec,May\n")
    func codes(_ name: String) -> [Int32]? {
      guard case .category(let column)? = table.column(name), column.categories.isOrdered
      else { return nil }
      return column.codes
    }
    #expect(codes("d") == [6, 0, 0])
    #expect(codes("m") == [0, -1, 11])
    #expect(codes("n") == nil)
    #expect(values(table, "m") == [.text("Jan"), .null, .text("Dec")])
    #expect(try self.table("[{\"d\": \"Sat\"}]").fields[0].type == .text)
  }

  @Test func `a compressed file is unpacked, and its name tells what is in it`() throws {
    let tabs = Array("a,b\tc\nx,y\tz\n".utf8)
    let packed = ArchiveBytes.gzip(tabs)
    var damaged = packed
    damaged[damaged.count - 6] ^= 1
    let files: [(String, [UInt8])] = [
      ("f.tsv.gz", packed), ("t.tar.gz", ArchiveBytes.gzip(ArchiveBytes.tar([("a.csv", tabs)]))),
      ("d.csv.gz", damaged), ("e.csv.gz", packed.dropLast(9)), ("x.csv.gz", packed + [1, 2, 3]),
      ("l.csv.gz", ArchiveBytes.gzip(Array(repeating: 0x61, count: 17 << 20))),
      ("z.gz", ArchiveBytes.gzip(packed)),
    ]
    let sandbox = try InputSandbox()
    for (name, bytes) in files { try sandbox.write(bytes, to: name) }
    func fault(_ name: String) -> String? {
      do throws(Diagnostic) {
        _ = try readTable(at: name, directory: sandbox.path)
        return nil
      } catch { return error.message }
    }
    let table = try readTable(at: "f.tsv.gz", directory: sandbox.path)
    #expect(table.fields.map(\.name) == ["a,b", "c"])
    #expect(fault("t.tar.gz") == "“t.tar.gz” is an archive (gzip), and one text is needed here")
    #expect(fault("d.csv.gz")?.hasPrefix("“d.csv.gz” is damaged: ") == true)
    #expect(fault("e.csv.gz")?.hasPrefix("“e.csv.gz” is damaged: ") == true)
    #expect(
      fault("x.csv.gz") == "“x.csv.gz” is followed by something else, which is not read")
    #expect(fault("l.csv.gz") == "“l.csv.gz” has more than 16 MiB, too much for a text like this")
    #expect(fault("z.gz") == "“z.gz” is no text but a file of gzip")
  }

  @Test func `an empty cell is null, an empty text in quotes is not`() throws {
    let table = try table("a,b\n,1\n\"\",\n")
    #expect(values(table, "a") == [.null, .text("")])
    #expect(values(table, "b") == [.int(1), .null])
  }

  @Test func `columns without a name or with the same get one of their own`() throws {
    #expect(
      try table("a,,a,a_2\n1,2,3,4\n").fields.map(\.name) == ["a", "column2", "a_2", "a_2_2"])
  }

  @Test
  func `a hundred thousand columns of one name take no longer than others`() throws {
    let names = Array(repeating: "a", count: 100_000).joined(separator: ",")
    let found = try table("\(names)\n\(names)\n").fields.map(\.name)
    #expect(Set(found).count == 100_000 && found.last == "a_100000")
  }

  @Test func `half of a pair of JSON's escapes is U+FFFD, and what follows it stays`() throws {
    let table = try table(#"{"t": "\ud83d\u00e9", "u": "\ud83d\ud83d\ude00x\ude00"}"#)
    #expect(values(table, "t") == [.text("\u{FFFD}é")])
    #expect(values(table, "u") == [.text("\u{FFFD}😀x\u{FFFD}")])
  }

  @Test func `JSON keeps its types, and what a line leaves out is null`() throws {
    let table = try table(
      #"""
      {"n": 1, "t": "12", "l": ["a", 2, true], "b": true}
      {"d": "2025-02-17T16:14:00", "n": 2.5, "t": null, "l": []}
      {"t": "\u00e9\ud83d\ude00\n\"\\\/", "l": "x", "n": 1, "n": 7}
      """#)
    #expect(table.rowCount == 3)
    #expect(values(table, "n") == [.float(1), .float(2.5), .float(7)])
    #expect(values(table, "t") == [.text("12"), .null, .text("é😀\n\"\\/")])
    #expect(values(table, "l") == [.list(["a", "2", "true"]), .list([]), .list(["x"])])
    #expect(values(table, "b") == [.bool(true), .null, .null])
    #expect(table.fields.first { $0.name == "d" }?.type == .datetime)
  }

  @Test func `the endings of JSON say that a bracket begins an array`() throws {
    for name in ["f.json", "f.jsonl", "f.ndjson.gz"] {
      let error = try #require(throws: Diagnostic.self) { try table("[1, 2]\n", named: name) }
      #expect(error.message == "“\(name)” line 1, column 2: an object begins with {")
    }
    #expect(try table("[1,2]\n3,4\n", named: "f.csv").fields.map(\.name) == ["[1", "2]"])
  }

  @Test(arguments: [
    ("a,b\n1,2\n3\n", "“f” line 3: 1 value where the first row names 2 columns"),
    ("a\n\"x\n", "“f” line 2: this quote is never closed"), ("", "“f” is empty"),
    (" \n", "“f” is empty"),
    ("{\"a\": 1}\n{\"a\" 1}", "“f” line 2, column 6: a colon stands between a name and its value"),
    ("{\"é\": }", "“f” line 1, column 7: no value of JSON stands here"),
    (
      "[\n  {\"é\": 1, \"a\" 1}\n]\n",
      "“f” line 2, column 16: a colon stands between a name and its value"
    ),
    ("[{\"a\": 1},\n 2]", "“f” line 2, column 2: an object begins with {"),
    ("[{\"a\": 1}\n", "“f” line 2, column 1: this array is never closed"),
    ("[]\nx", "“f” line 2, column 1: there is more after the array"),
    ("PK\u{3}\u{4}…", "“f” is no text but a file of zip"),
    ("SQLite format 3\0…", "“f” is no text but a database"),
    ("{\"a\": {}}", "“f” line 1, column 7: a table has no place for an object in an object"),
    ("{\"a\": [[]]}", "“f” line 1, column 8: a table has no place for a list in a list"),
    ("{\"a\": [null]}", "“f” line 1, column 12: a list has no place for null"),
    ("{\"a\": \"x", "“f” line 1, column 9: this text is never closed"),
    ("{\"a\": \"\\", "“f” line 1, column 9: this text is never closed"),
    ("{\"a\": \"\\x\"}", "“f” line 1, column 9: JSON has no such escape"),
    ("{\"a\": \"\\u12\"}", "“f” line 1, column 10: \\u takes four hexadecimal digits"),
    ("{\"a\": 1-2}", "“f” line 1, column 10: “1-2” is no number"),
    ("{\"a\": 1} x", "“f” line 1, column 10: there is more after the object"),
    ("{", "“f” line 1, column 2: a name or text begins with a quote"),
  ])
  func `damage is told with its place`(text: String, message: String) throws {
    #expect(try fault(text)?.message == message)
  }

  @Test func `a deep or damaged file is an error, never a trap`() throws {
    #expect(try fault("{\"a\": " + String(repeating: "[", count: 100_000)) != nil)
    let sound = #"{"a": [1, "x\u00e9"], "b": -1.5e3, "c": null}"#
    for length in 0..<sound.utf8.count {
      _ = try fault(String(decoding: sound.utf8.prefix(length), as: UTF8.self))
    }
  }
}
