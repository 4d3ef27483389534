import Diagnostics
import Foundation
import Model
import Testing

@testable import Shell

/// Where the chunk folders of other cutters are; absent where only the repository is.
private let fixtures = repository + "/../shared/fixtures/chunks"

@Suite struct `a folder of chunks` {
  /// The lines of a chunk behind its header, by the number of the chunk.
  private func contents(of folder: String) throws -> [Int: String] {
    var contents: [Int: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let number = name.dropLast(4).split(separator: "_").last.flatMap { Int($0) }
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      contents[try #require(number)] = text.components(separatedBy: "=== CONTENU ===\n")
        .dropFirst().joined(separator: "=== CONTENU ===\n")
    }
    return contents
  }

  /// Begins a session anew with a folder loaded.
  private func reload(_ path: String, _ folder: ChatFolder) {
    folder.session = testSession()
    folder.session.world.directory = folder.path
    _ = folder.answer("load \(path)")
  }

  /// What messages are, whatever file they stand in.
  private static let facts =
    "messages | select key, date, sender, text, kind, event | export - --format csv"

  @Test func `has the cuts of the chunker, line for line, and true headers`() throws {
    let folder = try ChatFolder(["note.txt": ""])
    _ = folder.answer("load \(repository)/examples/archive")
    let messages = folder.answer(Self.facts)
    #expect(
      folder.answer("messages | export fixed --format chunks")
        == ["wrote fixed: 155 chunks, 4 148 messages of: messages"])
    for source in ["repair-cafe", "voisins"] {
      let ours = try contents(of: "\(folder.path)/fixed/\(source)")
      let theirs = try contents(of: "\(repository)/examples/archive/\(source)")
      #expect(ours == theirs)
    }
    reload("fixed", folder)
    #expect(
      folder.answer("verify").first == "155 chunks, 775 header fields: 775 agree, 0 are wrong")
    #expect(folder.answer(Self.facts) == messages)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: fixtures), "needs the folder of fixtures"),
    arguments: ["real-android-big-group", "real-ios-group", "sys-en-ios", "sys-fr-android"])
  func `of other cutters is put right`(name: String) throws {
    let folder = try ChatFolder(["note.txt": ""])
    _ = folder.answer("load \(fixtures)/\(name)")
    let messages = folder.answer(Self.facts)
    _ = folder.answer("export fixed --format chunks")
    reload("fixed", folder)
    #expect(folder.answer(Self.facts) == messages && messages.count > 100)
    #expect(folder.answer("verify").first?.hasSuffix("agree, 0 are wrong") == true)
    #expect(
      folder.values("code", of: "problems | where code ends \"mismatch\" or code = \"gap\"") == [])
  }

  @Test(arguments: [(60, 0), (60, 2), (500, 9), (1, 3), (100_000, 5)])
  func `may be cut otherwise, and reads the same`(tokens: Int, overlap: Int) throws {
    let folder = try ChatFolder(["note.txt": ""])
    _ = folder.answer("load \(repository)/examples/archive/voisins")
    let messages = folder.answer(Self.facts)
    _ = folder.answer("export fixed --format chunks --max-tokens \(tokens) --overlap \(overlap)")
    reload("fixed", folder)
    #expect(folder.answer(Self.facts) == messages && messages.count > 100)
    #expect(folder.answer("verify").first?.hasSuffix("agree, 0 are wrong") == true)
  }

  private static let header = """
    === MÉTADONNÉES CHUNK ===
    Période: null → null
    Participants:\u{20}
    Topics:\u{20}
    Tokens: 0
    Messages: 0

    === CONTENU ===

    """

  @Test func `keeps what has lost its header apart from the message before`() throws {
    let folder = try ChatFolder([
      "c/temporal_chunk-1_1.txt": Self.header
        + "lost at the start\n[01/02/2025, 10:00:00] Ana: one\n[01/02/2025, 10:01:00] Bo: two",
      "c/temporal_chunk-3_3.txt": Self.header
        + "lost in the middle\n[14/02/2025, 10:00:00] Ana: three",
    ])
    _ = folder.answer("load c")
    let messages = folder.answer(Self.facts)
    #expect(messages.filter { $0.hasSuffix(",fragment,") }.count == 2)
    #expect(
      folder.answer("messages | export fixed --format chunks").first?.hasPrefix(
        "note: 1 fragment without a header") == true)
    reload("fixed", folder)
    #expect(folder.answer(Self.facts) == messages)
    #expect(folder.values("code", of: "problems | where code = \"gap\"").count == 1)
  }

  @Test
  func `names people as the text does, lists the session's topics, and ends without a newline`()
    throws
  {
    let folder = try ChatFolder([
      "chat.txt": """
      17/02/2025, 16:14 - Ana: le podcast du jardin
      18/02/2025, 16:15 - Bo: ok
      suite

      """
    ])
    _ = folder.answer("load chat.txt")
    _ = folder.answer("alias Ana = \"Ana Lopes\"")
    _ = folder.answer("topic jardin = jardin")
    _ = folder.answer("messages | export fixed --format chunks")
    #expect(
      folder.text(of: "fixed/temporal_17-02-2025_to_18-02-2025_1.txt") == """
        === MÉTADONNÉES CHUNK ===
        Période: 17/02/2025 → 18/02/2025
        Participants: Ana, Bo
        Topics: podcast, jardin
        Tokens: 21
        Messages: 3

        === CONTENU ===
        17/02/2025, 16:14 - Ana: le podcast du jardin
        18/02/2025, 16:15 - Bo: ok
        suite
        """)
  }

  @Test func `writes dates into lines that have none of their own`() throws {
    let folder = try ChatFolder([
      "web.md": """
      # WhatsApp Chat Export: Test

      Export date: 1/5/26

      _Messages and calls are end-to-end encrypted._

      ## January 2, 2026

      [9:05 AM] **Ana:** hello

      [9:06 AM] **Bo:**
      > _Ana: hello_

      reply
      """
    ])
    _ = folder.answer("load web.md")
    _ = folder.answer("export fixed --format chunks")
    #expect(
      folder.text(of: "fixed/temporal_02-01-2026_1.txt")?.hasSuffix(
        """
        === CONTENU ===
        [02/01/2026, 09:05:00] Ana: hello
        [02/01/2026, 09:06:00] Bo: > _Ana: hello_
        reply
        """) == true)
  }

  @Test func `replaces nothing but a folder of chunks that is not loaded`() throws {
    let folder = try ChatFolder([
      "chat.txt": "17/02/2025, 16:14 - Ana: un\n", "mine/notes.txt": "mine", "file": "mine",
      "old/temporal_chunk-1_1.txt": Self.header + "x",
      "old/sub/temporal_chunk-1_1.txt": Self.header + "x",
    ])
    _ = folder.answer("load chat.txt")
    func said(_ words: String) -> String? { folder.answer("messages | export \(words)").first }
    #expect(said("old --format chunks") == "error: “old” exists already (2 files)")
    #expect(
      said("mine --format chunks --force") == "error: “mine” holds more than chunks: notes.txt")
    #expect(said("file --format chunks --force") == "error: “file” is no folder, as chunks are")
    #expect(said(". --format chunks --force")?.contains("holds a loaded input") == true)
    #expect(said("no/where --format chunks")?.hasPrefix("error: cannot write") == true)
    #expect(
      said("- --format chunks") == "error: chunks is a folder, which standard output cannot be")
    #expect(
      said("old/ --format chunks --force") == "wrote old/: 1 chunk, 1 message of: messages")
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/old")
        == ["temporal_17-02-2025_1.txt"])
    #expect(folder.text(of: "mine/notes.txt") == "mine" && folder.text(of: "file") == "mine")
    let all = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(all == ["chat.txt", "file", "mine", "old"])
  }

  @Test func `is not there where the user asks to stop, or rows are no messages`() throws {
    let folder = try ChatFolder(["chat.txt": "17/02/2025, 16:14 - Ana: un\n"])
    _ = folder.answer("load chat.txt")
    #expect(
      folder.answer("messages | count | export fixed --format chunks").first
        == "error: chunks are cut of messages, and the rows of “messages | count” are none")
    folder.session.world.interrupt = Interrupt { true }
    _ = folder.answer("messages | export fixed --format chunks")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["chat.txt"])
  }
}
