import Foundation
import Output
import Testing

@testable import Shell

@Suite struct `export` {
  private let chat = [
    "chat.txt": "17/02/2025, 16:14 - Ana: =1+1; \"deux\"\n17/02/2025, 16:15 - Bo: é"
  ]

  private func folder() throws -> ChatFolder {
    let folder = try ChatFolder(chat)
    _ = folder.answer("load chat.txt")
    return folder
  }

  private func text(_ name: String, in folder: ChatFolder) throws -> String {
    // A byte order mark is wanted too.
    let data = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
    return String(decoding: data, as: UTF8.self)
  }

  @Test(arguments: Format.all.filter(\.isStream).map(\.name))
  func `writes the same to standard output and to a file of every format that can be both`(
    name: String
  ) throws {
    let format = try #require(Format.named(name))
    let folder = try folder()
    for ending in format.endings {
      let written = folder.answer("messages | export out.\(ending)")
      #expect(written == ["wrote out.\(ending): 2 rows of: messages"])
      let onScreen = folder.answer("messages | export - --format \(name)")
      let inFile = try text("out.\(ending)", in: folder).replacing("\r\n", with: "\n")
        .split(separator: "\n").map(String.init)
      #expect(inFile == onScreen && !inFile.isEmpty)
    }
  }

  @Test func `takes the format that is named, whatever the ending`() throws {
    let folder = try folder()
    _ = folder.answer("messages | select id | export out.csv --format json")
    #expect(try text("out.csv", in: folder) == "[\n  {\"id\": 1},\n  {\"id\": 2}\n]\n")
  }

  @Test func `leaves a file that is there alone, unless it may replace it or add to it`() throws {
    let folder = try folder()
    _ = folder.answer("messages | select id | export out.csv")
    let again = folder.answer("messages | select id | take 1 | export out.csv")
    #expect(again.first == "error: “out.csv” exists already (10 bytes)")
    #expect(again.last?.hasSuffix("--force replaces it; or write to out-2.csv") == true)
    _ = folder.answer("messages | select id | export out.csv --append")
    #expect(try text("out.csv", in: folder) == "id\r\n1\r\n2\r\n1\r\n2\r\n")
    _ = folder.answer("messages | select id | take 1 | export out.csv --force")
    #expect(try text("out.csv", in: folder) == "id\r\n1\r\n")
  }

  @Test func `adds no rows below the names of other columns`() throws {
    let folder = try folder()
    _ = folder.answer("messages | take 1 | select id, `a \"b\", c` = sender | export out.csv --bom")
    let before = try text("out.csv", in: folder)
    for line in ["select id", "select `a \"b\", c` = sender, id", "select id, body"] {
      #expect(
        folder.answer("messages | \(line) | export out.csv --append", columns: 200) == [
          "error: “out.csv” has other columns than these rows: id, a \"b\", c",
          "  messages | \(line) | export out.csv --append",
          String(repeating: " ", count: line.count + 23)
            + "^^^^^^^ select the same in that order, or write to out-2.csv",
        ])
    }
    let other = folder.answer("messages | select id | export out.csv --append --sep \"|\"")
    #expect(other.first?.hasPrefix("error: “out.csv” has other columns") == true)
    let separated = folder.answer(
      "messages | select id, `a \"b\", c` = sender | export out.csv --append --sep \";\"",
      columns: 200)
    #expect(separated.first == "error: the cells of “out.csv” are separated otherwise")
    #expect(separated.last?.hasSuffix("^^^^^^^ as they are: --sep \",\"") == true)
    #expect(try text("out.csv", in: folder) == before)
    _ = folder.answer(
      "messages | take 1 | select id, `a \"b\", c` = sender | export out.csv --append")
    #expect(try text("out.csv", in: folder) == before + "1,Ana\r\n")
  }

  @Test(arguments: ["", ".gz", ".zst"])
  func `adds a header where there is none, also to compressed files`(ending: String) throws {
    let folder = try folder()
    let name = "out.csv\(ending)"
    _ = folder.answer("messages | select id | take 0 | export \(name)")
    _ = folder.answer("messages | select id | take 1 | export \(name) --append")
    _ = folder.answer("messages | select id | skip 1 | export \(name) --append")
    #expect(folder.answer("read \(name) | select id").suffix(2) == [" 1", " 2"])
    let other = folder.answer("messages | select sender | export \(name) --append")
    #expect(other.first == "error: “\(name)” has other columns than these rows: id")

    let nothing = "empty.jsonl\(ending)"
    _ = folder.answer("messages | take 0 | export \(nothing)")
    let moved = "empty.csv\(ending)"
    try FileManager.default.moveItem(
      atPath: folder.path + "/" + nothing, toPath: folder.path + "/" + moved)
    _ = folder.answer("messages | select id | export \(moved) --append")
    #expect(folder.answer("read \(moved) | select id").suffix(2) == [" 1", " 2"])
  }

  @Test(arguments: ["gz", "zst"])
  func `adds rows on a line of their own, also where the compressed one before has no end`(
    ending: String
  ) throws {
    let folder = try folder()
    // `id`, a line break, `1`.
    let bytes: [UInt8] =
      ending == "gz"
      ? [
        0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB, 0x4C, 0xE1, 0x32, 0x04, 0x00, 0xD9, 0xEC,
        0x85,
        0x83, 0x04, 0, 0, 0,
      ]
      : [0x28, 0xB5, 0x2F, 0xFD, 0x20, 0x04, 0x21, 0, 0, 0x69, 0x64, 0x0A, 0x31]
    let name = "out.csv.\(ending)"
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    #expect(folder.answer("read \(name) | select id").last == " 1")
    _ = folder.answer("messages | select id | skip 1 | export \(name) --append")
    #expect(folder.answer("read \(name) | select id").suffix(2) == [" 1", " 2"])
  }

  @Test func `adds nothing to a file that is not compressed as its ending says`() throws {
    let folder = try folder()
    _ = folder.answer("messages | select id | export out.csv")
    for ending in ["gz", "zst"] {
      let name = "plain.csv.\(ending)"
      try FileManager.default.copyItem(
        atPath: folder.path + "/out.csv", toPath: folder.path + "/" + name)
      let answer = folder.answer("messages | select id | export \(name) --append")
      #expect(
        answer.first == "error: cannot add to “\(name)”: it cannot be decompressed as .\(ending)")
      #expect(try text(name, in: folder) == "id\r\n1\r\n2\r\n")
    }
  }

  @Test func `begins with a byte order mark, separates otherwise, and disarms formulas`() throws {
    let folder = try folder()
    let line = "messages | select body, sender | export out.csv --force"
    _ = folder.answer("\(line) --bom")
    #expect(
      try text("out.csv", in: folder)
        == "\u{FEFF}body,sender\r\n\"=1+1; \"\"deux\"\"\",Ana\r\né,Bo\r\n")
    _ = folder.answer("\(line) --sep \";\"")
    #expect(
      try text("out.csv", in: folder) == "body;sender\r\n\"=1+1; \"\"deux\"\"\";Ana\r\né;Bo\r\n")
    _ = folder.answer("\(line) --spreadsheet")
    #expect(
      try text("out.csv", in: folder) == "body,sender\r\n\"'=1+1; \"\"deux\"\"\",Ana\r\né,Bo\r\n")
  }

  @Test func `writes where the user's home is meant, and to names with blanks`() throws {
    let folder = try folder()
    folder.session.world.home = folder.path
    #expect(folder.answer("messages | export ~/a.csv") == ["wrote ~/a.csv: 2 rows of: messages"])
    #expect(
      folder.answer("messages | export ~/a.csv").last?.hasSuffix("write to ~/a-2.csv") == true)
    #expect(
      folder.answer(#"messages | export "b c.csv""#) == ["wrote b c.csv: 2 rows of: messages"])
    #expect(folder.answer(#"messages | export b\ d.csv"#) == ["wrote b d.csv: 2 rows of: messages"])
    for name in ["a.csv", "b c.csv", "b d.csv"] { #expect(try !text(name, in: folder).isEmpty) }
  }

  @Test func `keeps the table as the last result, and says what it wrote`() throws {
    let folder = try folder()
    #expect(
      folder.answer("messages | count by sender | export out.csv")
        == ["wrote out.csv: 2 rows of: messages | count by sender"])
    #expect(folder.answer("count").suffix(1) == ["    2"])
  }

  @Test(arguments: [
    ("export", "export needs a file to write, or - for standard output"),
    ("export out", "“out” has no ending that says which format"),
    ("export -", "standard output has no ending that says which format"),
    ("export out.cvs", "no format has the ending .cvs"),
    ("export out --format cvs", "there is no format “cvs”"),
    ("export a.csv b.csv", "export does not know what to do with “b.csv”"),
    ("export out.json --sep x", "json has no use for --sep"),
    ("export out.md --bom", "md has no use for --bom"),
    ("export out.txt --spreadsheet", "txt has no use for --spreadsheet"),
    ("export out.json --append", "json has no use for --append"),
    ("export out.csv --append --force", "--append and --force exclude each other"),
    ("export out.csv --sep ab", "--sep takes one character, not “ab”"),
    ("export out.csv --sep", "--sep needs a value: --sep C"),
    ("export out.csv --forse", "export has no option --forse"),
    ("export chat.txt --force", "“chat.txt” is a loaded input, which is never overwritten"),
    ("export . --format csv", "“.” is a folder"),
    ("export nowhere/out.csv", "cannot write “nowhere/out.csv”: No such file or directory"),
    ("export - --format sqlite", "sqlite is a file, which standard output cannot be"),
    ("export /dev/null --format sqlite", "sqlite is a file, which “/dev/null” cannot be"),
    ("export out.db --table \"\"", "a table has a name"),
    ("export out.db --all --table x", "--table and --all exclude each other"),
    (
      "export out.db --table sqlite_x",
      "cannot write “out.db”: object name reserved for internal use: sqlite_x; nothing was changed"
    ),
    ("export out.csv --fts", "csv has no use for --fts"),
    ("export out.csv | count", "nothing can follow this step: it ends the line"),
  ])
  func `refuses what it cannot do, and writes nothing`(words: String, message: String) throws {
    let folder = try folder()
    #expect(folder.answer("messages | \(words)", columns: 200).first == "error: \(message)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names == ["chat.txt"])
    #expect(try text("chat.txt", in: folder) == chat["chat.txt"])
  }
}
