import Diagnostics
import Model
import Query
import Testing

@testable import Output
@testable import Reading

/// What fuzzing found in the program, told by itself.
struct FoundTests {
  private func written(_ table: Table, as name: String) throws -> String {
    let text = Text()
    let format = try #require(Format.named(name))
    _ = try format.write(table, to: Sink { (bytes) throws(Diagnostic) in text.bytes += bytes })
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// The text of a file as it is read.
  private func text(of file: String) -> String {
    String(decoding: DecodedText(Array(file.utf8)).bytes, as: UTF8.self)
  }

  private final class Text {
    var bytes: [UInt8] = []
  }

  private func column(_ name: String, _ texts: [String?]) -> Table {
    Table(name: "t", rowCount: texts.count, fields: [.init(name, .text(TextColumn(texts)))])
  }

  @Test func `a backslash in an address does not undo the escape of the bar behind it`() throws {
    let markdown = try written(column("t", ["https://a.fr/x\\|y"]), as: "md")
    #expect(markdown == "| t |\n| --- |\n| https://a.fr/x\\\\\\|y |\n")
  }

  @Test func `a word that is a number sign is printed as that word, and not as a comment`() throws {
    for line in ["load #;set a", "load #|set a"] {
      let statements = try parseLine(line, grammar: .fuzzed)
      #expect(statements[0].description.hasPrefix("load \"#\""))
      #expect(try parseLine(statements[0].description, grammar: .fuzzed).count == 1)
    }
  }

  @Test func `a bar with a joiner behind it is escaped in Markdown too`() throws {
    let markdown = try written(column("t", ["a|\u{200D}b"]), as: "md")
    #expect(markdown == "| t |\n| --- |\n| a\\|\u{200D}b |\n")
  }

  @Test func `a null in the only column of a csv is a row`() throws {
    let csv = try written(column("t", ["a", nil, "b"]), as: "csv")
    let table = try Reading.table(in: csv.replacing("\r\n", with: "\n"), of: "t.csv")
    #expect(
      (0..<table.rowCount).map { table.column(at: 0)[$0] } == [.text("a"), .null, .text("b")])
  }

  @Test func `a separator or a byte order mark in the only name of a csv is a part of it`() throws {
    for name in ["a;b", "a\tb", "\u{FEFF}a"] {
      let csv = try written(column(name, ["x"]), as: "csv")
      let table = try Reading.table(in: text(of: csv), of: "t.csv")
      #expect(table.fields.map(\.name) == [name])
    }
  }

  @Test func `a csv whose first column begins with a brace is no JSON`() throws {
    let csv = try written(column("{a", ["x"]), as: "csv")
    let table = try Reading.table(in: text(of: csv), of: "t.csv")
    #expect(table.fields.map(\.name) == ["{a"])
  }

  @Test func `a member whose name is a folder's and that has bytes is told`() throws {
    let zip = MemoryArchive.zip([.init(name: Array("x/".utf8), content: Array("rien".utf8))])
    let options = ReadingOptions(directory: "/", standardInput: zip)
    let corpus = try read([LoadRequest(path: "-")], options: options).corpus
    #expect(corpus.files.map(\.path) == ["-:x/member 1"])
    #expect(
      corpus.problems.map(\.detail)
        == ["is a folder by its name, and has bytes that are not read"])
  }

  @Test func `a chunk with the mark of a tar in its text is no tar`() throws {
    var chunk = Array("=== MÉTADONNÉES CHUNK ===\n=== CONTENU ===\n".utf8)
    chunk += Array("27/07/2025, 19:41 - Zoë: le tar, \u{FFFD}".utf8)
    chunk += [UInt8](repeating: UInt8(ascii: "."), count: 257 - chunk.count)
    chunk += Array("ustar".utf8) + [UInt8](repeating: UInt8(ascii: "."), count: 300) + [0xF0, 0x0A]
    let zip = MemoryArchive.zip([.init(name: Array("x.txt".utf8), content: chunk)])
    let options = ReadingOptions(directory: "/", standardInput: zip)
    let corpus = try read([LoadRequest(path: "-")], options: options).corpus
    #expect(corpus.files.map(\.kind) == [.chunk])
    #expect(corpus.messages.count == 1)
  }

  @Test func `a tar in an archive is opened though its first name begins as a chunk does`() throws {
    let text = Array("27/07/2025, 19:41 - Zoë: bonjour\n27/07/2025, 19:42 - Bo: oui\n".utf8)
    let tar = MemoryArchive.tar([.init(name: Array("=== M.txt".utf8), content: text)])
    let zip = MemoryArchive.zip([.init(name: Array("x.tar".utf8), content: tar)])
    let options = ReadingOptions(directory: "/", standardInput: zip)
    let corpus = try read([LoadRequest(path: "-")], options: options).corpus
    #expect(corpus.files.map(\.path) == ["-:x.tar:=== M.txt"])
    #expect(corpus.messages.count == 2)
  }

  @Test func `a tilde that is a part of a name is in a txt behind that of unsaved contacts`() throws
  {
    let chat = "[27/07/2025, 19:41:23] ~ ~ Ana: u\n[27/07/2025, 19:41:24] ~\u{A0}Bo: a\n"
    let options = ReadingOptions(directory: "/", standardInput: Array(chat.utf8))
    let corpus = try read([LoadRequest(path: "-")], options: options).corpus
    #expect(corpus.people.values == ["~ Ana", "Bo"])
    let messages = try #require(TableDefinition.all.first { $0.name == .messages })
    let text = try written(messages.make(corpus, Lens()), as: "txt")
    #expect(text == "[27/07/2025, 19:41:23] ~ ~ Ana: u\n[27/07/2025, 19:41:24] Bo: a\n")
  }

  @Test func `a colon with something behind it ends no name, in whatever order the messages stand`()
    throws
  {
    let texts = ["l: x", "l:4", "l: y", "l: z", "l "]
    for first in texts.indices {
      let chat = (texts[first...] + texts[..<first]).enumerated().map { number, text in
        "27/07/2025, 19:4\(number) - Bo: \(text)\n"
      }.joined()
      let options = ReadingOptions(directory: "/", standardInput: Array(chat.utf8))
      let corpus = try read([LoadRequest(path: "-")], options: options).corpus
      #expect(corpus.people.values == ["Bo"])
    }
  }
}
