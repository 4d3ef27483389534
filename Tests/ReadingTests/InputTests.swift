import Diagnostics
import Foundation
import Model
import Testing

@testable import Reading

@Suite struct InputTests {
  @Test func `a misspelt path is answered with the nearest name`() throws {
    let sandbox = try InputSandbox(["archive/2025/chat.txt": InputSample.export])
    for (written, meant) in [
      ("archve", "archive"), ("archive/2052", "archive/2025"),
      ("archive/2025/chatt.txt", "archive/2025/chat.txt"), ("./archvie/2025", "./archive/2025"),
    ] {
      let failure = try sandbox.load(written).report.outcomes[0].failure
      #expect(failure?.message == "there is no file or folder “\(written)”")
      #expect(failure?.help == "did you mean “\(meant)”?")
    }
  }

  @Test func `an empty path is not the current folder`() throws {
    let sandbox = try InputSandbox(["chat.txt": InputSample.export])
    let (corpus, report) = try sandbox.load("")
    #expect(report.outcomes[0].failure?.message == "the path is empty")
    #expect(corpus.messages.count == 0)
  }

  @Test func `folders are read in the order of their names`() throws {
    let sandbox = try InputSandbox([
      "all/b/chat.txt": InputSample.export, "all/a/chat.txt": InputSample.export,
      "all/a10/chat.txt": InputSample.export, "all/a2/in/chat.txt": InputSample.export,
      "all/z.txt": InputSample.export,
    ])
    #expect(
      try sandbox.load("all").corpus.files.map(\.path) == [
        "all/z.txt", "all/a/chat.txt", "all/a2/in/chat.txt", "all/a10/chat.txt", "all/b/chat.txt",
      ])
  }

  @Test func `a pipe never makes a load wait`() throws {
    let sandbox = try InputSandbox(["chat.txt": InputSample.export])
    try #require(unsafe mkfifo(sandbox.path + "/pipe", 0o600) == 0)
    let named = try sandbox.load("pipe").report.outcomes[0]
    #expect(named.failure?.message == "“pipe” is a named pipe: only files and folders are read")
    #expect(
      named.failure?.help
        == "what a pipe gives is read from standard input: COMMAND | causerie - -c LINE")
    let folder = try sandbox.load(".")
    #expect(folder.report.outcomes[0].failure == nil)
    #expect(
      folder.corpus.rows(.skippedFile)
        == ["./pipe:0: is a named pipe: only files and folders are read"])
    #expect(folder.corpus.messages.count == 2)
  }

  @Test func `a device is refused`() throws {
    let failure = try InputSandbox().load("/dev/zero").report.outcomes[0].failure
    #expect(failure?.message == "“/dev/zero” is a device: only files and folders are read")
  }

  @Test func `hidden files are counted, not read`() throws {
    let sandbox = try InputSandbox([
      "a/.hidden.txt": InputSample.export, "a/.cache/chat.txt": InputSample.export,
      "a/chat.txt": InputSample.export,
    ])
    let (corpus, report) = try sandbox.load("a")
    #expect(corpus.files.map(\.path) == ["a/chat.txt"])
    #expect(report.filesHidden == 2)
  }

  @Test func `a link that leads back up ends nowhere`() throws {
    let sandbox = try InputSandbox(["a/chat.txt": InputSample.export])
    try sandbox.link("a/up", to: "..")
    try sandbox.link("a/broken", to: "nowhere")
    let (corpus, report) = try sandbox.load("a")
    #expect(report.filesRead == 1)
    #expect(corpus.rows(.unreadable) == ["a/broken:0: cannot be read: no such file or directory"])
  }

  @Test func `a file is read once, whatever leads to it`() throws {
    let sandbox = try InputSandbox(["a/chat.txt": InputSample.export])
    try sandbox.link("also.txt", to: "a/chat.txt")
    let paths = ["a/chat.txt", "a/chat.txt", "a", "a/../a", "a/*.txt", "./a/chat.txt", "also.txt"]
    let (corpus, report) = try sandbox.load(paths.map { LoadRequest(path: $0) })
    #expect(corpus.messages.count == 2)
    #expect(report.filesRead == 1)
    #expect(report.outcomes.allSatisfy { $0.failure == nil })
  }

  @Test func `patterns find what they match, and quoted ones mean themselves`() throws {
    let sandbox = try InputSandbox([
      "a1.txt": InputSample.export, "a2.txt": InputSample.export, "b.txt": InputSample.export,
      "[x].txt": InputSample.export,
    ])
    #expect(try sandbox.load("a?.txt").corpus.files.map(\.path) == ["a1.txt", "a2.txt"])
    #expect(try sandbox.load("[ab]*.txt").corpus.files.count == 3)
    #expect(try sandbox.load("[x].txt").corpus.files.map(\.path) == ["[x].txt"])
    let missing = try sandbox.load("c*.txt").report.outcomes[0].failure
    #expect(missing?.message == "no file matches “c*.txt”")
    let quoted = try sandbox.load([LoadRequest(path: "a?.txt", isQuoted: true)])
    #expect(quoted.report.outcomes[0].failure?.message == "there is no file or folder “a?.txt”")
  }

  @Test func `a pattern that means folders in folders is refused, since it would leave files out`()
    throws
  {
    let sandbox = try InputSandbox(["all/chat.txt": InputSample.export])
    for (pattern, folder) in [("all/**/*.txt", "all"), ("**/*.txt", "."), ("/**", "/")] {
      let failure = try sandbox.load(pattern).report.outcomes[0].failure
      #expect(
        failure?.message
          == "“**” means no more than “*” does: “\(pattern)” would leave files out")
      #expect(failure?.help == "a folder is read with all that is in it: load \(folder)")
    }
  }

  @Test func `a part of what is no archive, or is not in it, leads nowhere`() throws {
    let sandbox = try InputSandbox(["chat.txt": InputSample.export])
    try sandbox.write(
      ArchiveBytes.zip([("a.txt", Array(InputSample.export.utf8))]), to: "chats.zip")
    for (path, message) in [
      ("chat.txt:x", "there is no file or folder “chat.txt:x”"),
      ("chats.zip:x", "there is no “x” in “chats.zip”"),
    ] {
      let (corpus, report) = try sandbox.load(path)
      #expect(report.outcomes[0].failure?.message == message)
      #expect(corpus.messages.count == 0)
    }
    #expect(try sandbox.load("chats.zip:a.txt").report.outcomes[0].failure == nil)
  }

  @Test func `what is no file is counted in the summary too`() throws {
    let sandbox = try InputSandbox(["all/chat.txt": InputSample.export])
    try #require(unsafe mkfifo(sandbox.path + "/all/pipe", 0o600) == 0)
    try #require(unsafe symlink("nowhere", sandbox.path + "/all/link") == 0)
    let report = try sandbox.load("all").report
    #expect((report.filesRead, report.filesSkipped, report.filesFailed) == (1, 1, 1))
  }

  @Test func `the tilde is the home folder, unless quoted`() throws {
    let sandbox = try InputSandbox(["home/chat.txt": InputSample.export])
    #expect(try sandbox.load("~").corpus.messages.count == 2)
    #expect(try sandbox.load("~/chat.txt").corpus.files.map(\.path) == ["~/chat.txt"])
    #expect(try sandbox.load("~/*.txt").corpus.messages.count == 2)
    let quoted = try sandbox.load([LoadRequest(path: "~/chat.txt", isQuoted: true)])
    #expect(quoted.report.outcomes[0].failure != nil)
  }

  @Test func `a file whose name is not UTF-8 is named by its text`() throws {
    let sandbox = try InputSandbox(["a.txt": InputSample.export])
    // Latin-1, in which the shell of an old computer named it.
    let name = Array("\(sandbox.path)/caf".utf8) + [0xE9] + Array(" [1].txt".utf8)
    let isRenamed = unsafe Path(bytes: name).withCString { name in
      unsafe rename("\(sandbox.path)/a.txt", name) == 0
    }
    try #require(isRenamed)
    let text = "caf\u{FFFD} [1].txt"
    #expect(try sandbox.load(text).corpus.files.map(\.path) == [text])
    #expect(try sandbox.load([LoadRequest(path: text, isQuoted: true)]).corpus.files.count == 1)
    #expect(try sandbox.load(".").corpus.files.count == 1)
    #expect(try sandbox.load("caf\u{FFFD}\u{FFFD} [1].txt").report.outcomes[0].failure != nil)
  }

  @Test func `what is no chat fails where it is named and counts where it is found`() throws {
    let sandbox = try InputSandbox(["a/notes.txt": "milk, eggs", "a/chat.txt": InputSample.export])
    let named = try sandbox.load("a/notes.txt").report.outcomes[0]
    #expect(
      named.failure?.message
        == "“a/notes.txt” is no chat: neither a chunk nor a WhatsApp export")
    let (corpus, report) = try sandbox.load("a")
    #expect(report.outcomes[0].files.map { $0.path(in: corpus) } == ["a/chat.txt"])
    #expect((report.outcomes[0].filesRead, report.outcomes[0].filesSkipped) == (1, 1))
    #expect(report.outcomes[0].failure == nil)
    #expect(corpus.files.map(\.kind) == [.export, .other])
    #expect((report.filesRead, report.filesSkipped) == (1, 1))
  }

  @Test(arguments: [
    ("chat.ar", "!<arch>\na.txt/          0           0     0     644     40        `\n"),
    ("chat.cpio", "070701" + String(repeating: "0", count: 104) + "a.txt\0\0\0"),
    ("old.cpio", "070707" + String(repeating: "7", count: 70) + "a.txt\0"),
    ("disk.iso", String(repeating: "\0", count: 32_768) + "\u{01}CD001\u{01}\0\n"),
  ])
  func `a chat that stands in an archive of a kind that is not read is not taken out of it`(
    name: String, head: String
  ) throws {
    let sandbox = try InputSandbox([name: head + InputSample.export])
    let failure = try #require(try sandbox.load(name).report.outcomes[0].failure).message
    let packed = "“\(name)” is packed by \(name.split(separator: ".")[1]), which is not read: "
    #expect(
      failure == packed + "unpack it first"
        || failure == "“disk.iso” is the image of a disk, no chat: take the files out of it first")
    // A text may begin with a number.
    let text = try InputSandbox(["a.txt": "070701 42 42\n" + InputSample.export])
    #expect(try text.load("a.txt").corpus.messages.count == 2)
  }

  @Test(arguments: [
    (
      "chat.rar", Array("Rar!\u{1A}\u{07}\u{01}\u{00}".utf8),
      "is packed by RAR, which is not read: unpack it first"
    ),
    ("week.causerie", Array("messages\n".utf8), "is a script, no chat: it is carried out by the"),
    ("chat.pdf", Array("%PDF-1.7\n".utf8), "is a PDF document, no chat: "),
    ("msgstore.db", Array("SQLite format 3\0".utf8), "is a database of SQLite, no chat: "),
    ("msgstore.db.crypt15", [0x9C, 0x41], "is WhatsApp's encrypted backup: "),
    ("chat.html", Array("\n<!DOCTYPE html>".utf8), "is a web page, no chat: "),
    (
      "chat.rtf", Array("{\\rtf1 \\f0\n[27/07/2025, 19:41:23] Ana: hi\\par\n}".utf8),
      "is text with a layout (RTF), no chat: save it as plain text"
    ),
    (
      "chat.docx", ArchiveBytes.zip([("[Content_Types].xml", []), ("word/document.xml", [])]),
      "is a document of an office program, no chat: save it as plain text"
    ),
    (
      "chat.odt",
      ArchiveBytes.zip([("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))]),
      "is a document of an office program, no chat: save it as plain text"
    ),
    (
      "chat.eml",
      Array("From: Ana <ana@example.org>\r\nTo: Bo\r\n bis\r\nMIME-Version: 1.0\r\n\r\nW1Ni".utf8),
      "is a mail, no chat: save what is attached to it"
    ),
    (
      "quoted.eml",
      Array(
        """
        From: Ana <ana@example.org>
        MIME-Version: 1.0
        Content-Transfer-Encoding: quoted-printable

        =E2=80=8E[27/07/2025, 19:41:23] Zo=C3=AB: oui
        [27/07/2025, 19:41:24] Zo=C3=AB: et non
        """.utf8),
      "is a mail, no chat: save what is attached to it"
    ),
    ("notes.txt", Array("From: Ana\nTo: Bo\n\nhi".utf8), "is no chat: neither a chunk"),
    (
      "result.json", Array(#"{"name": "Ana", "type": "personal_chat", "messages": []}"#.utf8),
      "is a chat of Telegram, which is not read"
    ),
    (
      "copied.txt", Array("Ana, [17.02.2025 16:14]\nhi\n".utf8),
      "is a chat of Telegram, which is not read"
    ),
    (
      "line.txt", Array("\u{FEFF}[LINE] Chat history with Ana\r\n".utf8),
      "is a chat of LINE, which is not read"
    ),
    ("list.txt", Array("Ana, [see: 1]\n".utf8), "is no chat: neither a chunk"),
    (
      "chat.txt", [0xFF, 0xFE, 0, 0, 0x5B, 0, 0, 0],
      "is text in UTF-32, no chat: save it as UTF-8"
    ),
    ("IMG-1.jpg", [0xFF, 0xD8, 0xFF, 0xE0], "is a picture, no chat"),
    (
      "chats.z01", [0x50, 0x4B, 0x07, 0x08, 0x50, 0x4B],
      "is called a zip and does not begin as one: "
    ),
    ("chats.ZIP", [0x9C, 0x41], "is called a zip and does not begin as one: "),
    (
      "chats.zip", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0],
      "is a program, no chat: if it unpacks itself, unpack it first"
    ),
    ("chats.exe", [0x4D, 0x5A, 0x90, 0, 3, 0], "is a program, no chat: "),
    ("MZ", Array("MZ and more".utf8), "is no chat: neither a chunk nor a WhatsApp export"),
    ("chats.zoo", [0x9C, 0x41], "is no chat: neither a chunk nor a WhatsApp export"),
    ("crypt15", [0x9C, 0x41], "is no chat: neither a chunk nor a WhatsApp export"),
    ("15", [0xFF], "is no chat: neither a chunk nor a WhatsApp export"),
    (
      "members.CSV", Array("name\nAna\n".utf8),
      "is no chat: neither a chunk nor a WhatsApp export; a table is read with the verb read"
    ),
  ])
  func `of what people take for a chat is said what it is`(
    name: String, bytes: [UInt8], reason: String
  ) throws {
    let sandbox = try InputSandbox()
    try sandbox.write(bytes, to: name)
    let message = try #require(try sandbox.load(name).report.outcomes[0].failure?.message)
    #expect(message.hasPrefix("“\(name)” \(reason)"))
  }

  @Test func `a chat that begins like another kind of file is read`() throws {
    // The name of a chat says nothing, nor does what stands before its first header.
    let sandbox = try InputSandbox([
      "chat.crypt15": "<html>\n" + InputSample.export,
      "chat.eml": "From: Ana\nMIME-Version: 1.0\n\n" + InputSample.export,
    ])
    #expect(try sandbox.load("chat.crypt15").corpus.messages.count == 2)
    #expect(try sandbox.load("chat.eml").corpus.messages.count == 2)
  }

  @Test func `a folder without a chat is a failure that says so`() throws {
    let sandbox = try InputSandbox(["a/notes.txt": "milk", "a/b/more.txt": "eggs"])
    let failure = try sandbox.load("a").report.outcomes[0].failure
    #expect(failure?.message == "“a” holds no chat")
    #expect(failure?.help == "of 2 files none is a chunk or a WhatsApp export")
  }

  @Test func `standard input is a file like the others`() throws {
    let (corpus, report) = try InputSandbox().load(
      [LoadRequest(name: "pasted", path: "-")], standardInput: Array(InputSample.export.utf8))
    #expect(corpus.transcripts.map(\.source) == ["pasted"])
    #expect(corpus.files.map(\.path) == ["-"])
    #expect(report.outcomes[0].filesRead == 1)
  }

  @Test func `the text in what begins as an archive does is not taken for a chat`() throws {
    let sandbox = try InputSandbox()
    let chat = Array(InputSample.export.utf8)
    var tar = Array("chat.txt".utf8) + [UInt8](repeating: 0, count: 249) + Array("ustar".utf8)
    tar += [UInt8](repeating: 0, count: 512 - tar.count) + chat
    let archives: [(String, [UInt8])] = [
      ("tar", tar), ("zip", [0x50, 0x4B, 0x03, 0x04, 0x0A, 0, 0, 0] + chat),
      ("gzip", [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0] + chat),
      ("zstd", [0x28, 0xB5, 0x2F, 0xFD, 0x04, 0] + chat),
    ]
    for (kind, bytes) in archives {
      try sandbox.write(bytes, to: "chat.\(kind)")
      let (corpus, report) = try sandbox.load("chat.\(kind)")
      let message = report.outcomes[0].failure?.message ?? ""
      #expect(
        message.hasPrefix("“chat.\(kind)” is a damaged archive (\(kind)): ")
          || message.hasPrefix("“chat.\(kind)” is damaged: "))
      #expect(corpus.messages.count == 0)
      // Of the tar both the header and the end.
      #expect(Set(corpus.problems.map(\.code)) == [.unreadable])
    }
    try sandbox.write("BZh 10:00\n" + InputSample.export, to: "text.txt")
    #expect(try sandbox.load("text.txt").corpus.messages.count > 0)
  }

  @Test func `a large file that is no chat is not read to its end`() throws {
    let sandbox = try InputSandbox()
    try sandbox.write([UInt8](repeating: 0xFF, count: 3 << 20) + [0], to: "film.mp4")
    let contents = try FileContents(
      of: Path(sandbox.path + "/film.mp4"), interrupt: .never, isWanted: { _ in false })
    #expect(contents.bytes.count == FileContents.head)
    #expect(try sandbox.load(".").corpus.files.map(\.bytes) == [3 << 20 + 1])
  }

  @Test func `an interrupt ends a load`() throws {
    let sandbox = try InputSandbox(["chat.txt": InputSample.export])
    #expect(throws: Diagnostic.interrupted) {
      try read(
        [LoadRequest(path: "chat.txt")], options: ReadingOptions(directory: sandbox.path),
        interrupt: Interrupt { true })
    }
  }

  @Test(arguments: [
    ("2", "10"), ("a2", "a10"), ("a2b", "a2c"), ("01", "1"), ("a", "a1"), ("chat", "chats"),
    ("999999999999999999999999", "1000000000000000000000000"),
  ])
  func `numbers in names count as numbers`(first: String, second: String) {
    let (a, b) = (Array(first.utf8), Array(second.utf8))
    #expect(NaturalOrder.areInOrder(a, b))
    #expect(!NaturalOrder.areInOrder(b, a))
  }
}
