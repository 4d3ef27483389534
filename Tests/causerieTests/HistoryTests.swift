import Glibc
import Testing

@testable import causerie

@Suite struct HistoryFileTests {
  @Test(arguments: ["count", "a\nb", #"a\nb"#, #"\"#, "tab\tx", "日本 👩‍👩‍👧", #"\\n"#, "\n"])
  func `a statement survives its line in the file`(statement: String) {
    let line = HistoryFile.line(for: statement)
    #expect(line.last == UInt8(ascii: "\n"))
    #expect(line.count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(HistoryFile.entry(from: line.dropLast()) == statement)
  }

  @Test(arguments: [[0xFF], [0x61, 0x5C], [0x5C, 0x78], [0x1B, 0x5B], [0xC2, 0x9B], [0x00]])
  func `what is no statement is known as such`(bytes: [UInt8]) {
    #expect(HistoryFile.entry(from: bytes) == nil)
  }

  @Test func `statements come back in their order, from folders made for them`() throws {
    try withTemporaryFolder { folder in
      let file = HistoryFile(path: folder + "/a/b/history")
      for number in 1...30 { try file.append("statement \(number)") }
      let contents = try file.load()
      #expect(contents.entries == (1...30).map { "statement \($0)" })
      #expect(contents.damaged == 0)
      #expect(contents.refusal == nil)
    }
  }

  @Test func `of many statements the last ones are loaded`() throws {
    try withTemporaryFolder { folder in
      let file = HistoryFile(path: folder + "/history")
      let statements = (1...History.limit + 5).map { "statement \($0)" }
      try file.append("oldest")
      let lines = statements.flatMap(HistoryFile.line)
      let other = unsafe open(file.path, O_WRONLY | O_APPEND)
      defer { close(other) }
      let written = unsafe lines.withUnsafeBytes { unsafe write(other, $0.baseAddress, $0.count) }
      try #require(written == lines.count)
      #expect(try file.load().entries == Array(statements.dropFirst(5)))
    }
  }

  @Test func `an overlong statement is not kept`() throws {
    try withTemporaryFolder { folder in
      let file = HistoryFile(path: folder + "/history")
      try file.append(String(repeating: "x", count: HistoryFile.longestEntry + 1))
      try file.append("short")
      #expect(try file.load().entries == ["short"])
    }
  }

  @Test func `a file locked by another for long is given up`() throws {
    try withTemporaryFolder { folder in
      let file = HistoryFile(path: folder + "/history")
      try file.append("one")
      let other = unsafe open(file.path, O_RDWR)
      defer { close(other) }
      try #require(flock(other, LOCK_EX) == 0)
      #expect(throws: HistoryFile.Failure.self) { try file.append("two") }
    }
  }

  @Test func `a history that cannot be kept works, and says so once`() throws {
    try withTemporaryFolder { folder in
      var complaints: [String] = []
      var history = History(file: HistoryFile(path: folder)) { complaints.append($0) }
      let added = history.add("one")
      let again = history.add("one")
      #expect(added && !again)
      #expect(history.entries == ["one"])
      #expect(complaints == ["the history is not kept: \(folder): not a regular file"])
    }
  }

  private func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/causerie-history-XXXXXX".utf8CString)
    let made = unsafe mkdtemp(&template) != nil
    try #require(made)
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer {
      for path in ["/history", "/a/b/history"] { unsafe unlink(folder + path) }
      for path in ["/a/b", "/a", ""] { unsafe rmdir(folder + path) }
    }
    try body(folder)
  }
}

@Suite struct HistoryWalkTests {
  private let entries = ["grep cnil", "count", "grep ana", "grep ana"]

  @Test func `older and newer go through what begins alike, and back to the draft`() {
    let draft = Editline.Line(before: "gr", after: "x")
    var walk = HistoryWalk(from: draft, in: entries)
    #expect(walk.older(in: entries)?.before == "grep ana")
    #expect(walk.older(in: entries)?.before == "grep cnil")
    #expect(walk.older(in: entries) == nil)
    #expect(walk.newer(in: entries)?.before == "grep ana")
    #expect(walk.newer(in: entries) == draft)
    #expect(walk.newer(in: entries) == nil)
  }

  @Test func `an empty line walks through all`() {
    var walk = HistoryWalk(from: Editline.Line(), in: entries)
    #expect(walk.older(in: entries)?.before == "grep ana")
    #expect(walk.older(in: entries)?.before == "count")
  }
}

@Suite struct HistorySearchTests {
  private let entries = ["grep Été", "count", "grep 日本"]

  @Test func `each character narrows, from the statement shown on`() {
    var search = HistorySearch(from: Editline.Line(before: "draft"), in: entries)
    #expect(search.type("g", in: entries)?.text == "grep 日本")
    #expect(search.type("r", in: entries) == Editline.Line(before: "", after: "grep 日本"))
    #expect(search.older(in: entries)?.text == "grep Été")
    #expect(search.older(in: entries) == nil)
    #expect(search.prompt == "(not found) gr: ")
    #expect(search.original.text == "draft")
  }

  @Test func `case does not matter, and the cursor stands at the place found`() {
    var search = HistorySearch(from: Editline.Line(), in: entries)
    #expect(search.type("é", in: entries) == Editline.Line(before: "grep Ét", after: "é"))
    #expect(search.type("t", in: entries) == Editline.Line(before: "grep ", after: "Été"))
  }

  @Test func `erasing widens, and with nothing left shows the draft`() {
    var search = HistorySearch(from: Editline.Line(before: "draft"), in: entries)
    _ = search.type("c", in: entries)
    _ = search.type("z", in: entries)
    #expect(search.hasFailed)
    #expect(search.erase(in: entries)?.text == "count")
    #expect(search.erase(in: entries)?.text == "draft")
  }
}
