import Foundation
import Model
import Testing

@testable import Shell

/// A folder of invented chats, gone when the test ends, and a session that works in it.
final class ChatFolder {
  let path: String
  var session: Session

  init(_ files: [String: String]) throws {
    path = NSTemporaryDirectory() + "causerie-\(UUID().uuidString)"
    session = testSession()
    session.world.directory = path
    for (name, text) in files { try write(text, to: name) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  /// The answer to a statement, line by line.
  func answer(_ statement: String, columns: Int = 80) -> [String] {
    session.answer(to: statement, columns: columns)
  }

  /// The values of a column of what a pipeline gives, which becomes the last result.
  func values(_ column: String, of pipeline: String) -> [Value] {
    _ = session.answer(to: pipeline)
    guard let values = session.last?.column(column) else { return [] }
    return (0..<values.count).map { values[$0] }
  }

  /// The text of a file of the folder; nil where there is none.
  func text(of name: String) -> String? {
    try? String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  var sources: [String] { session.corpus.transcripts.map(\.source) }
}

@Suite struct `loading, unloading, loading again` {
  @Test(arguments: [
    ("load WhatsApp Chat - Team.txt", 5..<29), ("load a.txt ~=WhatsApp Chat - Team.txt", 11..<37),
    ("load --merge WhatsApp Chat - Team.txt a.txt", 13..<37),
  ])
  func `a path with blanks that stands in no quotes is told as a whole`(
    line: String, words: Range<Int>
  ) throws {
    let folder = try ChatFolder([
      "WhatsApp Chat - Team.txt": "17/02/2025, 16:14 - Ana: oui",
      "a.txt": "17/02/2025, 16:14 - Bo: non", "WhatsApp": "",
    ])
    #expect(
      folder.answer(line) == [
        "error: “WhatsApp Chat - Team.txt” has blanks, and stands in no quotes", "  \(line)",
        "  " + String(repeating: " ", count: words.lowerBound)
          + String(repeating: "^", count: words.count)
          + " like: load \"WhatsApp Chat - Team.txt\"",
      ])
    #expect(folder.sources == [])
    // Words that lead to something each, or to nothing together, are what they are.
    #expect(folder.answer("load a.txt Chat x").contains { $0.contains("“Chat”") })
  }

  @Test(arguments: ["a b.txt", "'a b.txt'", "\"a b.txt\"", "a\\ b.txt", " 'a b.txt' "])
  func `a line that is a path, as a terminal writes what is dropped on it, is told to load it`(
    line: String
  ) throws {
    let folder = try ChatFolder(["a b.txt": "17/02/2025, 16:14 - Ana: oui", "count": ""])
    let answer = folder.answer(line)
    #expect(answer.first == "error: “a b.txt” is a path, and a line begins with a verb")
    #expect(answer.last?.hasSuffix("^ like: load \"a b.txt\"") == true)
    // What is a line is carried out, whatever else is called so.
    #expect(folder.answer("messages | count").contains { $0.contains("count") })
    #expect(folder.answer("count").first?.contains("is a path") == false)
  }

  @Test(arguments: ["x=", "\"x\"=", "\"a b\"=", "'a'="])
  func `a source is named before its path, in quotes or not`(name: String) throws {
    let folder = try ChatFolder(two)
    _ = folder.answer("load \(name)other.txt")
    #expect(folder.sources == [name.filter { !"\"'=".contains($0) }])
  }

  private let two = [
    "chats/family.txt": "17/02/2025, 16:14 - Ana: bonjour\n17/02/2025, 16:15 - Bo: salut",
    "chats/work.txt": "18/02/2025, 09:00 - Ana: réunion",
    "other.txt": "19/02/2025, 09:00 - Zoé: seule",
  ]
  private let renumbered = "note: messages are numbered anew: id changed, key did not"

  @Test func `of chunks in one file the load says how many there are, and verify where each is`()
    throws
  {
    let chunks = (1...3).map { number in
      "=== MÉTADONNÉES CHUNK ===\nTokens: 5\n\n=== CONTENU ===\n17/02/2025, 16:1\(number) - Ana: \(number)\n"
    }
    let folder = try ChatFolder(["all.txt": chunks.joined()])
    #expect(folder.answer("load all.txt").first?.hasPrefix("read 1 file with 3 chunks: ") == true)
    let places = folder.answer("verify").filter { $0.hasPrefix("all.txt") }
    #expect(places == ["all.txt", "all.txt:6", "all.txt:11"])
  }

  @Test func `what changed on disk is read again`() throws {
    let folder = try ChatFolder(two)
    _ = folder.answer("load chats")
    let keys = folder.values("key", of: "messages")
    try folder.write("16/02/2025, 08:00 - Ana: avant", to: "chats/before.txt")
    let answer = folder.answer("reload")
    #expect(answer.first == renumbered)
    #expect(folder.sources == ["before", "family", "work"])
    let after = folder.values("key", of: "messages")
    #expect(after.count == 4 && Array(after.dropFirst()) == keys)
  }

  @Test func `an export in pieces is told by its first and last one`() throws {
    let text = (10..<50).map { "17/02/2025, 16:\($0) - Ana: bonjour numéro \($0)\n" }.joined()
    let folder = try ChatFolder([:])
    let starts = Array(stride(from: 0, to: text.count - 100, by: 200))
    for (number, start) in starts.enumerated() {
      let piece = String(text.dropFirst(start).prefix(300))
      try folder.write(piece, to: "chats/part_\(number + 1).txt")
    }
    let answer = folder.answer("load chats")
    #expect(
      answer.contains(
        "“chats” is one text in \(starts.count) pieces, chats/part_1.txt to "
          + "chats/part_\(starts.count).txt"), "\(answer)")
    #expect(folder.session.corpus.messages.count == 40)
  }

  @Test func `a load drops the last result and says that ids changed`() throws {
    let folder = try ChatFolder(two)
    #expect(folder.answer("load chats").first?.hasPrefix("read 2 files") == true)
    _ = folder.answer("messages | take 1")
    #expect(folder.session.last != nil)
    #expect(folder.answer("load other.txt").first == renumbered)
    #expect(folder.session.last == nil)
    _ = folder.answer("messages | take 1")
    #expect(folder.answer("unload other").first == renumbered)
    #expect(folder.session.last == nil)
  }

  @Test func `one of two sources of a folder is unloaded, and stays so`() throws {
    let folder = try ChatFolder(two)
    _ = folder.answer("load chats other.txt")
    _ = folder.answer("unload work")
    #expect(folder.sources == ["family", "other"])
    _ = folder.answer("reload")
    #expect(folder.sources == ["family", "other"])
    _ = folder.answer("load chats")
    #expect(folder.sources == ["family", "work", "other"])
  }

  @Test func `a source that two paths lead to is unloaded from both`() throws {
    let folder = try ChatFolder(two)
    _ = folder.answer("load chats ./chats chats/work.txt c*/family.txt")
    #expect(folder.sources == ["family", "work"])
    _ = folder.answer("unload work")
    #expect(folder.sources == ["family"])
    #expect(folder.answer("unload family") == ["nothing is loaded"])
  }

  @Test func `of two exports in one file both are forgotten, and a note names the other`() throws {
    let days = (10..<20).flatMap { day in
      ["Ana", "Bo", "Zoé"].map { "\(day)/02/2025, 16:14 - \($0): le \(day)" }
    }
    let export = days.joined(separator: "\n") + "\n"
    let folder = try ChatFolder(["all.txt": export + export, "other.txt": two["other.txt"] ?? ""])
    _ = folder.answer("load all.txt other.txt")
    #expect(folder.sources == ["all", "all 2", "other"])
    let answer = folder.answer("unload \"all 2\"")
    #expect(folder.sources == ["other"])
    #expect(answer.last == "note: forgotten with it, since they are in one file: “all”")
  }

  @Test func `a file that vanished is an error of reload and a warning of load`() throws {
    let folder = try ChatFolder(two)
    _ = folder.answer("load chats other.txt")
    try folder.remove("other.txt")
    let again = folder.answer("reload")
    #expect(again.last == "error: there is no file or folder “other.txt”")
    #expect(folder.sources == ["family", "work"])
    #expect(folder.answer("load chats").first == "warning: there is no file or folder “other.txt”")
    try folder.write(two["other.txt"] ?? "", to: "other.txt")
    _ = folder.answer("reload")
    #expect(folder.sources == ["family", "work", "other"])
  }

  @Test func `where nothing can be read again, what is loaded stays`() throws {
    let folder = try ChatFolder(two)
    _ = folder.answer("load other.txt")
    try folder.remove("other.txt")
    #expect(folder.answer("reload") == ["error: there is no file or folder “other.txt”"])
    #expect(folder.sources == ["other"])
    #expect(folder.values("text", of: "messages") == [.text("seule")])
  }

  @Test func `an order of dates alone reads again`() throws {
    let folder = try ChatFolder(["chat.txt": "01/02/2025, 16:14 - Ana: un"])
    _ = folder.answer("load chat.txt")
    #expect(folder.session.corpus.files[0].first?.date.month == 2)
    _ = folder.answer("load --date-order mdy")
    #expect(folder.session.corpus.files[0].first?.date.month == 1)
    _ = folder.answer("load missing.txt --date-order dmy")
    #expect(folder.session.corpus.files[0].first?.date.month == 1)
    _ = folder.answer("reload")
    #expect(folder.session.corpus.files[0].first?.date.month == 1)
  }

  @Test func `a path that is loaded again keeps its name or gets the new one`() throws {
    let folder = try ChatFolder(two)
    _ = folder.answer("load seul=other.txt")
    _ = folder.answer("load other.txt")
    #expect(folder.sources == ["seul"])
    _ = folder.answer("load autre=other.txt")
    #expect(folder.sources == ["autre"])
    #expect(folder.session.requests.count == 1)
  }
}
