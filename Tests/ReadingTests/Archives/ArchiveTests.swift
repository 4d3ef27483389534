import Diagnostics
import Model
import Testing

@testable import Reading

private let chat = Array(InputSample.export.utf8)
private let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10] + Array(repeating: 0, count: 600)

struct ArchiveTests {
  @Test func `the chat in an archive is one at a path in it`() throws {
    let sandbox = try InputSandbox()
    let kinds: [(String, [UInt8])] = [
      ("a.zip", ArchiveBytes.zip([("mai/chat.txt", chat)])),
      ("a.tar", ArchiveBytes.tar([("mai/chat.txt", chat)])),
      ("a.tar.gz", ArchiveBytes.gzip(ArchiveBytes.tar([("mai/chat.txt", chat)]))),
    ]
    for (name, bytes) in kinds {
      try sandbox.write(bytes, to: name)
      let corpus = try sandbox.load(name).corpus
      #expect(corpus.texts == ["bonjour", "salut\nça va ?"])
      #expect(corpus.files.map(\.path) == ["\(name):mai/chat.txt"])
      #expect(corpus.transcripts.map(\.source) == ["chat"])
      #expect(corpus.problems == [])
    }
  }

  @Test func `a compressed text is that text`() throws {
    let sandbox = try InputSandbox()
    try sandbox.write(ArchiveBytes.gzip(chat), to: "Ana et Bo.txt.gz")
    let corpus = try sandbox.load("Ana et Bo.txt.gz").corpus
    #expect(corpus.texts == ["bonjour", "salut\nça va ?"])
    #expect(corpus.files.map(\.path) == ["Ana et Bo.txt.gz"])
    #expect(corpus.transcripts.map(\.source) == ["Ana et Bo"])
  }

  @Test func `chunks that are compressed one by one are a series of their folder`() throws {
    let sandbox = try InputSandbox()
    let lines = (1...12).map { "17/02/2025, 16:\($0 + 10) - Ana: ligne \($0)" }
    for (number, range) in [(1, 0..<8), (2, 3..<12)] {
      let chunk = InputSample.chunk(Array(lines[range]))
      try sandbox.write(ArchiveBytes.gzip(Array(chunk.utf8)), to: "cut/temporal_a_\(number).txt.gz")
    }
    let corpus = try sandbox.load("cut").corpus
    #expect(corpus.texts == (1...12).map { "ligne \($0)" })
    #expect(corpus.transcripts.map(\.source) == ["cut"])
    #expect(corpus.chunks.map(\.ordinal) == [1, 2])
  }

  @Test func `chunks that are compressed one by one in a zip are a series of its folders`() throws {
    let sandbox = try InputSandbox()
    let lines = (1...12).map { "17/02/2025, 16:\($0 + 10) - Ana: ligne \($0)" }
    var files: [(String, [UInt8])] = []
    for folder in ["mai", "juin"] {
      for (number, range) in [(1, 0..<8), (2, 3..<12)] {
        let lines = lines[range].map { "\($0) de \(folder)" }
        let chunk = ArchiveBytes.gzip(Array(InputSample.chunk(lines).utf8))
        files.append(("\(folder)/temporal_a_\(number).txt.gz", chunk))
      }
    }
    try sandbox.write(ArchiveBytes.zip(files), to: "a.zip")
    let corpus = try sandbox.load("a.zip").corpus
    #expect(corpus.transcripts.map(\.source) == ["juin", "mai"])
    #expect(
      corpus.texts
        == ["juin", "mai"].flatMap { folder in
          (1...12).map { "ligne \($0) de \(folder)" }
        })
    #expect(corpus.files.first?.path == "a.zip:juin/temporal_a_1.txt.gz")
  }

  @Test func `files in an archive come in the order of a folder's, whatever theirs`() throws {
    let sandbox = try InputSandbox()
    let names = ["b/x10.txt", "x10.txt", "b/a/y.txt", "x9.txt", "a b/z.txt", "a/z.txt"]
    for name in names { try sandbox.write(chat, to: "folder/\(name)") }
    try sandbox.write(ArchiveBytes.tar(names.map { ($0, chat) }), to: "folder.tar")
    let folder = try sandbox.load("folder").corpus.files.map(\.path)
    let archive = try sandbox.load("folder.tar").corpus.files.map(\.path)
    #expect(archive.map { $0.dropFirst("folder.tar:".count) } == folder.map { $0.dropFirst(7) })
  }

  @Test func `what stands in an archive twice is read once, as the later one has it`() throws {
    let sandbox = try InputSandbox()
    let later = Array((InputSample.export + "\n17/02/2025, 16:16 - Ana: oui").utf8)
    try sandbox.write(ArchiveBytes.tar([("c.txt", chat), ("c.txt", later)]), to: "a.tar")
    let corpus = try sandbox.load("a.tar").corpus
    #expect(corpus.texts.last == "oui")
    #expect(
      corpus.rows(.skippedFile)
        == ["a.tar:c.txt:0: stands in the archive again, further on: that one is read"])
  }

  @Test func `archives in archives are read, three deep`() throws {
    let sandbox = try InputSandbox()
    let one = ArchiveBytes.gzip(ArchiveBytes.tar([("chat.txt", chat)]))
    let two = ArchiveBytes.zip([("one.tar.gz", one)])
    let three = ArchiveBytes.tar([("two.zip", two)])
    try sandbox.write(three, to: "three.tar")
    #expect(
      try sandbox.load("three.tar").corpus.files.map(\.path)
        == ["three.tar:two.zip:one.tar.gz:chat.txt"])
    try sandbox.write(ArchiveBytes.zip([("three.tar", three), ("c.txt", chat)]), to: "four.zip")
    #expect(
      try sandbox.load("four.zip").corpus.rows(.limit) == [
        "four.zip:three.tar:two.zip:one.tar.gz:0: is an archive (gzip) inside 3 others, "
          + "and the setting depth allows 3"
      ])
  }

  @Test func `standard input may be an archive`() throws {
    let (corpus, _) = try InputSandbox().load(
      [LoadRequest(path: "-")], standardInput: ArchiveBytes.zip([("chat.txt", chat)]))
    #expect(corpus.files.map(\.path) == ["-:chat.txt"])
    #expect(corpus.messages.count == 2)
  }

  @Test func `WhatsApp's own archives are called after their chats, and know their media`() throws {
    let sandbox = try InputSandbox()
    let ios = "[17/02/2025, 16:14:02] Ana: \u{200E}<attached: 00000001-PHOTO.jpg>\n"
    try sandbox.write(
      ArchiveBytes.zip([
        ("00000001-PHOTO.jpg", picture), ("_chat.txt", Array(ios.utf8)),
      ]), to: "WhatsApp Chat - Les voisins.zip")
    try sandbox.write(
      ArchiveBytes.zip([("Discussion WhatsApp avec Bo.txt", chat)]), to: "export.zip")
    let corpus = try sandbox.load("export.zip", "WhatsApp Chat - Les voisins.zip").corpus
    #expect(corpus.transcripts.map(\.source) == ["Les voisins", "Bo"])
    let media = TableDefinition.named(.media).make(corpus, Lens())
    #expect(media.rowCount == 1)
    #expect(
      media.column("file")?[0] == .text("WhatsApp Chat - Les voisins.zip:00000001-PHOTO.jpg"))
    #expect(media.column("bytes")?[0] == .int(Int64(picture.count)))
  }

  @Test func `hidden files of archives are counted and not read`() throws {
    let sandbox = try InputSandbox()
    try sandbox.write(
      ArchiveBytes.zip([
        ("__MACOSX/._chat.txt", [0, 5, 0x16, 7]), (".git/chat.txt", chat), ("./chat.txt", chat),
      ]), to: "a.zip")
    let (corpus, report) = try sandbox.load("a.zip")
    #expect(corpus.files.map(\.path) == ["a.zip:chat.txt"])
    #expect(report.filesHidden == 2)
  }

  @Test func `one file of an archive can be left out`() throws {
    let sandbox = try InputSandbox()
    try sandbox.write(ArchiveBytes.zip([("a.txt", chat), ("b.txt", chat)]), to: "a.zip")
    var request = LoadRequest(path: "a.zip")
    request.omitted = ["a.zip:a.txt"]
    #expect(try sandbox.load([request]).corpus.files.map(\.path) == ["a.zip:b.txt"])
  }

  @Test func `a folder or a file in an archive can be asked for by itself`() throws {
    let sandbox = try InputSandbox()
    let files = [("mai/a.txt", chat), ("mai/b.txt", chat), ("mais.txt", chat)]
    try sandbox.write(ArchiveBytes.zip(files), to: "a.zip")
    #expect(
      try sandbox.load("a.zip:mai").corpus.files.map(\.path)
        == ["a.zip:mai/a.txt", "a.zip:mai/b.txt"])
    let (corpus, report) = try sandbox.load([
      LoadRequest(name: "one", path: "a.zip:mai/b.txt"), LoadRequest(path: "a.zip:mais.txt"),
    ])
    #expect(corpus.transcripts.map(\.source) == ["one", "mais"])
    #expect(report.outcomes.map(\.filesRead) == [1, 1])
    #expect(
      try sandbox.load("a.zip:juin").report.outcomes[0].failure?.message
        == "there is no “juin” in “a.zip”")
    #expect(
      try sandbox.load("b.zip:mai").report.outcomes[0].failure?.message
        == "there is no file or folder “b.zip:mai”")
  }

  @Test func `an archive that two paths lead to is read once`() throws {
    let sandbox = try InputSandbox()
    try sandbox.write(ArchiveBytes.zip([("a.txt", chat)]), to: "a.zip")
    try sandbox.link("b.zip", to: "a.zip")
    let corpus = try sandbox.load("a.zip", "b.zip").corpus
    #expect(corpus.messages.count == 2)
    #expect(
      corpus.rows(.skippedFile) == ["b.zip:0: is the same file as “a.zip”: read once"])
    // Files behind an archive keep to theirs, wherever it moves them.
    let files = [("a.txt", chat), ("b.txt", chat), ("c.txt", chat)]
    try sandbox.write(ArchiveBytes.zip(files), to: "a.zip")
    try sandbox.write(chat, to: "c.txt")
    try sandbox.link("d.txt", to: "c.txt")
    let report = try sandbox.load("a.zip", "c.txt", "d.txt").report
    #expect(report.outcomes.map { $0.files.map(\.place) } == [[0, 1, 2], [3], [3]])
  }
}
