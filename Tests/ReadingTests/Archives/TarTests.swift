import Model
import Testing

@testable import Reading

private let chat = Array(InputSample.export.utf8)

/// What tars are read as, by their headers and through the library.
struct TarTests {
  @Test func `a damaged header of a tar is told once, and the members behind it are read`() throws {
    var chats: [(String, [UInt8])] = ["a.txt", "b.txt", "c.txt"].map { ($0, chat) }
    // Its blocks are no headers either.
    chats[1].1 = Array(repeating: chat + [0x0A], count: 200).flatMap { $0 }
    let whole = ArchiveBytes.tar(chats)
    let lost = "is damaged: its header is damaged, and what follows up to the next one is lost"
    for (place, left) in [
      (0, ["b.txt", "c.txt"]), (1, ["a.txt", "c.txt"]), (2, ["a.txt", "b.txt"]),
    ] {
      var bytes = whole
      bytes[chats[..<place].reduce(0) { $0 + TarMember(content: $1.1).bytes.count }] ^= 1
      let found = try loadArchive(bytes, as: "a.tar")
      #expect(found.read == left.map { "a.tar:\($0)" })
      #expect(
        found.problems.filter { !$0.contains("the same chat") } == [
          "a.tar:member \(place + 1): \(lost)"
        ])
      #expect(found.failure == nil)
    }
  }

  /// As long as nothing in the headers is unusual, a tar is read without the library: see ``TarMembers``.
  @Test func `a tar gives the same by its headers alone and through the library`() throws {
    // More than what is read of a file at a time, so that headers stand across two blocks.
    let long: [UInt8] = Array(repeating: chat + [0x0A], count: 6_001).flatMap { $0 }
    func text(_ name: String, _ content: [UInt8] = chat, _ above: String = "") -> TarMember {
      TarMember(name: Array(name.utf8), content: content, above: above)
    }
    let plain = [
      TarMember(name: Array("a/".utf8), kind: UInt8(ascii: "5")), text("a/é.txt"),
      text("a/long.txt", long),
      text("b.txt", [], "empty"), text("c.txt", chat, "above/it/"), text("../up.txt"),
      TarMember(name: Array("old.txt".utf8), content: chat, kind: 0),
      TarMember(name: [0x6E, 0xE9, 0x2E, 0x74, 0x78, 0x74], content: chat),
      TarMember.records(["mtime": "1700000000.25", "path": "très/long.txt"]),
      text("short.txt", long),
      TarMember.records(["SCHILY.dev": "7", "comment": "=\n="]), text("z.txt"),
      text("a/é.txt", long),
    ]
    let link = TarMember(name: Array("link".utf8), kind: UInt8(ascii: "2"), target: "z.txt")
    let alone = try loadArchive(ArchiveBytes.tar(plain), as: "a.tar")
    #expect(alone.read.contains("a.tar:très/long.txt"))
    #expect(alone.read.count == 8)
    for place in plain.indices {
      var members = plain
      // Not between records and what they are about.
      let isDescribed = place > 0 && plain[place - 1].kind == UInt8(ascii: "x")
      members.insert(link, at: isDescribed ? place - 1 : place)
      for (name, bytes) in [
        ("a.tar", ArchiveBytes.tar(members)),
        ("a.tgz", ArchiveBytes.gzip(ArchiveBytes.tar(members))),
      ] {
        let others = try loadArchive(bytes, as: name)
        func named(_ text: String) -> String { text.replacing(name, with: "a.tar") }
        #expect(others.read.map(named) == alone.read)
        #expect(
          others.problems.map(named).filter { !$0.hasPrefix("a.tar:link:") } == alone.problems)
      }
    }
  }

  /// In memory its members are looked at where they stand.
  @Test func `a tar in memory gives what one in a file gives, however it is damaged`() throws {
    func chunk(_ number: Int) -> TarMember {
      let text = InputSample.chunk(["[27/07/2025, 19:4\(number):23] Ana: le modèle", "\(number)"])
      return TarMember(name: Array("temporal_x_\(number).txt".utf8), content: Array(text.utf8))
    }
    let inner = ArchiveBytes.tar([("within.txt", chat), ("too.txt", chat)])
    let tar = ArchiveBytes.tar([
      chunk(2), chunk(1), TarMember(name: Array("inner.tar".utf8), content: inner),
      TarMember.records(["path": "é/long.txt"]),
      TarMember(name: Array("short.txt".utf8), content: chat + [0x0D, 0x0A]),
      TarMember(name: Array("empty.txt".utf8), content: []), chunk(3),
      TarMember(name: Array("link".utf8), kind: UInt8(ascii: "2"), target: "a"), chunk(4),
    ])
    var damaged = stride(from: 0, through: tar.count, by: 173).map { Array(tar[..<$0]) }
    for place in stride(from: 0, to: tar.count, by: 97) {
      var changed = tar
      changed[place] ^= 0x11
      damaged.append(changed)
    }
    for bytes in damaged + [tar] {
      let file = try loadArchive(bytes, as: "a.tar")
      let memory = try loadArchive(bytes, as: "-")
      func named(_ text: String) -> String {
        text.hasPrefix("a.tar") ? "-" + text.dropFirst(5) : text
      }
      #expect(memory.read == file.read.map(named))
      func isNoDouble(_ problem: String) -> Bool { !problem.contains("the same chat") }
      #expect(
        memory.problems.filter(isNoDouble) == file.problems.map(named).filter(isNoDouble))
      #expect((memory.failure == nil) == (file.failure == nil))
    }
    #expect(try loadArchive(tar, as: "-").read.count == 7)
  }

  @Test func `what the library passes over begins where the headers ended`() throws {
    // The records stand across two of the blocks that a file is read in, and a large member behind them.
    let first = TarMember(
      name: Array("a.bin".utf8), content: [UInt8](repeating: 0, count: (1 << 18) - 1_024))
    let big = TarMember(name: Array(".big".utf8), content: [UInt8](repeating: 1, count: 700_000))
    let last = TarMember(name: Array("z.txt".utf8), content: chat)
    let tar = ArchiveBytes.tar([first, .records(["size": "700000"]), big, last])
    let found = try loadArchive(tar, as: "a.tar")
    #expect(found.read == ["a.tar:z.txt"])
    #expect(found.failure == nil)
    #expect(found.problems.filter { !$0.hasPrefix("a.tar:a.bin") } == [])
  }

  @Test func `records of a tar that say how a member is read are left to the library`() throws {
    let member = TarMember(name: Array("short.txt".utf8), content: chat)
    func read(_ records: TarMember) throws -> [String] {
      try loadArchive(ArchiveBytes.tar([records, member]), as: "a.tar").read
    }
    #expect(try read(.records(["size": String(chat.count)])) == ["a.tar:short.txt"])
    #expect(try read(.records(["hdrcharset": "BINARY", "path": "b.txt"])) == ["a.tar:b.txt"])
    // Broken lines, and more than is looked at.
    #expect(
      try read(
        TarMember(name: [0x78], content: Array("99 mtime=1\n".utf8), kind: UInt8(ascii: "x")))
        == ["a.tar:short.txt"])
    #expect(
      try read(.records(["comment": String(repeating: "c", count: 20_000)])) == ["a.tar:short.txt"])
  }

  @Test func `a chunk whose path is longer than most buffers is read as any other`() throws {
    let above = String(repeating: "mai/", count: 1_500)
    let chunk = Array(InputSample.chunk(["[27/07/2025, 19:41:23] Ana: le modèle"]).utf8)
    let long = TarMember(name: Array("short.txt".utf8), content: chunk)
    let near = TarMember(name: Array("temporal_x_1.txt".utf8), content: chunk)
    let found = try loadArchive(
      ArchiveBytes.tar([near, .records(["path": above + "temporal_x_2.txt"]), long]), as: "a.tar")
    #expect(found.failure == nil)
    #expect(found.read == ["a.tar:temporal_x_1.txt", "a.tar:\(above)temporal_x_2.txt"])
    let zip = ArchiveBytes.zip([("temporal_x_1.txt", chunk), (above + "temporal_x_2.txt", chunk)])
    #expect(
      try loadArchive(zip, as: "a.zip").read
        == ["a.zip:temporal_x_1.txt", "a.zip:\(above)temporal_x_2.txt"])
  }

  @Test func `a compressed tar is checked to its end, where its chat is read already`() throws {
    var bytes = ArchiveBytes.gzip(ArchiveBytes.tar([("chat.txt", chat)]))
    bytes[bytes.count - 5] ^= 1
    let found = try loadArchive(bytes, as: "a.tgz")
    #expect(found.read == ["a.tgz:chat.txt"])
    #expect(
      found.failure
        == "“a.tgz” is a damaged archive (gzip): its bytes are not those that its checksum was made of; "
        + "what follows member 1 is not read")
  }

  @Test func `of much that is compressed every byte comes, up to where it is cut or given up`()
    throws
  {
    // Over a megabyte is decompressed ahead of whoever reads it.
    let files = (1...40).map { number in
      let text = "17/02/2025, 16:14 - Ana: \(number) " + String(repeating: "encore ", count: 14_000)
      return (number < 10 ? "0\(number).txt" : "\(number).txt", Array(text.utf8))
    }
    let whole = ArchiveBytes.gzip(ArchiveBytes.tar(files))
    let sandbox = try InputSandbox()
    try sandbox.write(whole, to: "a.tgz")
    let (corpus, report) = try read(
      [LoadRequest(path: "a.tgz")], options: ReadingOptions(directory: sandbox.path))
    #expect(report.outcomes[0].failure == nil)
    #expect(corpus.transcripts.map { Array($0.text) } == files.map(\.1))

    for part in stride(from: 1, to: 20, by: 3) {
      let length = whole.count * part / 20
      let found = try loadArchive(Array(whole[..<length]), as: "a.tgz")
      // The bytes that are whole, and one of those beside the data of each 64 KiB.
      let unpacked = length - 10 - 5 * (length / 65_540 + 1)
      #expect(found.read.count == unpacked / (files[0].1.count / 512 * 512 + 1_024))
      #expect(found.failure?.contains("it ends too early") == true)
    }
    var limits = ArchiveLimits()
    limits.entries = 15
    let stopped = try loadArchive(whole, as: "a.tgz", limits)
    #expect(stopped.read.count == 15)
    #expect(
      stopped.failure
        == "“a.tgz” has more members than the setting entries allows, 15 in all")
  }

  @Test func `a tar without its end, and one with more behind it, are told`() throws {
    let whole = ArchiveBytes.tar([("chat.txt", chat)])
    #expect(
      try loadArchive(Array(whole.dropLast(1_024)), as: "a.tar").problems
        == ["a.tar: ends without the mark of its end: it may have been cut short"])
    #expect(
      try loadArchive(whole + whole, as: "a.tar").problems
        == ["a.tar: is followed by something else, which is not read"])
  }
}
