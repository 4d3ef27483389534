import Diagnostics
import Foundation
import Model
import Testing

@testable import Reading

private let chat = Array(InputSample.export.utf8)

private func base64(_ text: String) throws -> [UInt8] {
  Array(try #require(Data(base64Encoded: text)))
}

/// What is wrong with archives is told, and what is right in them is read.
struct ArchiveDamageTests {
  @Test func `names that lead out of the archive are labels and nothing else`() throws {
    for name in ["../../chat.txt", "/etc/chat.txt", "a/../../chat.txt"] {
      let found = try loadArchive(ArchiveBytes.zip([(name, chat)]), as: "a.zip")
      #expect(found.read == ["a.zip:\(name)"])
      #expect(found.problems == [])
    }
  }

  @Test func `a member without a name is called by its place`() throws {
    let sandbox = try InputSandbox()
    try sandbox.write(ArchiveBytes.zip([("b.txt", chat), ("", chat)]), to: "a.zip")
    let corpus = try sandbox.load("a.zip").corpus
    #expect(corpus.files.map(\.path) == ["a.zip:b.txt", "a.zip:member 2"])
    #expect(corpus.transcripts.map(\.source) == ["b", "member 2"])
  }

  @Test func `links, devices and pipes are not followed`() throws {
    let found = try loadArchive(
      ArchiveBytes.tar([
        TarMember(name: Array("chat.txt".utf8), content: chat),
        TarMember(name: Array("s".utf8), kind: UInt8(ascii: "2"), target: "/etc/passwd"),
        TarMember(name: Array("h".utf8), kind: UInt8(ascii: "1"), target: "chat.txt"),
        TarMember(name: Array("d".utf8), kind: UInt8(ascii: "3")),
        TarMember(name: Array("p".utf8), kind: UInt8(ascii: "6")),
        TarMember(name: Array("folder/".utf8), kind: UInt8(ascii: "5")),
      ]), as: "a.tar")
    #expect(found.read == ["a.tar:chat.txt"])
    #expect(
      found.problems == [
        "a.tar:d: is no regular file: only those are read",
        "a.tar:h: is a link, and links in archives are not followed",
        "a.tar:p: is no regular file: only those are read",
        "a.tar:s: is a link, and links in archives are not followed",
      ])
  }

  @Test func `a member that is damaged is left out by name, and the others are read`() throws {
    var wrongData = Deflate.stored(chat)
    wrongData[0] = 7
    let found = try loadArchive(
      ArchiveBytes.zip([
        ZipMember(name: Array("a.txt".utf8), content: chat),
        ZipMember(name: Array("crc.txt".utf8), content: chat, crc: 1),
        ZipMember(name: Array("data.txt".utf8), content: chat, data: wrongData, method: 8),
        ZipMember(name: Array("locked.txt".utf8), content: chat, flags: 1),
        ZipMember(name: Array("method.txt".utf8), content: chat, method: 77),
        ZipMember(name: Array("size.txt".utf8), content: chat, size: chat.count + 1),
        ZipMember(name: Array("z.txt".utf8), content: chat),
      ]), as: "a.zip")
    #expect(found.read == ["a.zip:a.txt", "a.zip:z.txt"])
    #expect(found.failure == nil)
    let told = found.problems.filter { !$0.contains("the same chat") }
    #expect(
      told.map { $0.prefix { $0 != " " } } == [
        "a.zip:crc.txt:", "a.zip:data.txt:", "a.zip:locked.txt:", "a.zip:method.txt:",
        "a.zip:size.txt:",
      ])
    #expect(told[0].contains("is damaged: ZIP bad CRC"))
    #expect(told[2].hasSuffix("is encrypted: unpack it with its password first"))
    let method = "is packed in a way that is not read (unsupported ZIP compression method (77: "
    #expect(told[3].hasPrefix("a.zip:method.txt: \(method)"))
    #expect(told[3].hasSuffix("): unpack it first"))
    // The library ends this with a line break.
    #expect(told[4].hasSuffix("(read \(chat.count), expected \(chat.count + 1))"))
  }

  @Test
  func `members of a 7z that are encrypted or damaged are told, and those behind them are read`()
    throws
  {
    // b.txt is encrypted, and stands in the middle.
    let locked = try base64(
      "N3q8ryccAAQDdWRZlwAAAAAAAACGAAAAAAAAABy6t/HgAI0AP10AGI3CIHZLJ5FzWK4jPSlqPM+WdHj4n70T"
        + "6Q0hVtyOhq4h2gY+tA/zMH4CABp2HxuMfaBVP0Q0HXST91z2x8AAAA+UV3E+9hJGy2rPYONPA2WHAnekho4S"
        + "x6NLvWbX//ummQT1OLiX3d9Ig3wJWi38/o3GOWLYGfPlEfeB/WGHzhDgDfB8oii2tL28TFSiDccfAQQGAAIJ"
        + "R1AABwsCAAEhIQEAAiQG8QcBElMPDUOALfpzxu+tgw0MX/MHiiEhAQABAAyAjkRHAAgNAgEJRwoBm+2qpZvt"
        + "qqWb7aqlAAAFAxkMAAAAAAAAAAAAAAAAESUAYQAuAHQAeAB0AAAAYwAuAHQAeAB0AAAAYgAuAHQAeAB0AAAA"
        + "AAA=")
    let found = try loadArchive(locked, as: "a.7z")
    #expect(found.read == ["a.7z:a.txt", "a.7z:c.txt"])
    #expect(found.failure == nil)
    #expect(
      found.problems.filter { !$0.contains("the same chat") }
        == ["a.7z:b.txt: is encrypted: unpack it with its password first"])
    // Three members of 61 bytes, each a block of its own.
    var damaged = try base64(
      "N3q8ryccAAQ9BUPotwAAAAAAAAB2AAAAAAAAAJQilXwAGI3CIHZLJ5FzWK4jPSlqPM+WdHj4n70T6Q0hVtyO"
        + "hq4h2gY+tA/zMH4CABp2HxuMfaBVP0Qy4HNfgURzABiNwiB2SyeRc1iuIz0pajzPlnR4+J+9E+kNIVbcjoau"
        + "IdoGPrQP8zB+AgAadh8bjH2gVT9EMuBzX4FEcwAYjcIgdksnkXNYriM9KWo8z5Z0ePifvRPpDSFW3I6GriHa"
        + "Bj60D/MwfgIAGnYfG4x9oFU/RDLgc1+BRHMBBAYAAwk9PT0ABwsDAAEjAwEBBV0AEAAAASMDAQEFXQAQAAAB"
        + "IwMBAQVdABAAAAxHR0cACAoBm+2qpZvtqqWb7aqlAAAFAxkEAAAAABElAGEALgB0AHgAdAAAAGIALgB0AHgA"
        + "dAAAAGMALgB0AHgAdAAAAAAA")
    damaged[103] ^= 1
    let other = try loadArchive(damaged, as: "a.7z")
    #expect(other.read == ["a.7z:a.txt", "a.7z:c.txt"])
    #expect(other.failure == nil)
    #expect(
      other.problems.filter { !$0.contains("the same chat") }.map { $0.prefix { $0 != "(" } }
        == ["a.7z:b.txt: is damaged: decompression failed"])
    damaged[42] ^= 1
    let rest = try loadArchive(damaged, as: "a.7z")
    #expect(rest.read == [])
    #expect(rest.failure?.contains("what follows member 2 is not read") == true)
  }

  @Test func `the member in which an archive ends is told by name`() throws {
    let files = [("a.txt", chat), ("b.txt", chat)]
    let tar = ArchiveBytes.tar(files)
    let zip = ArchiveBytes.zip(files)
    for (name, bytes) in [
      ("a.tar", Array(tar.prefix(1_540))),
      ("a.tar.gz", ArchiveBytes.gzip(Array(tar.prefix(1_540)))),
      ("a.zip", Array(zip.prefix(40 + 2 * chat.count))),
    ] {
      let found = try loadArchive(bytes, as: name)
      #expect(found.read == ["\(name):a.txt"])
      #expect(found.problems.contains("\(name):b.txt: is damaged: it ends too early"))
      #expect(
        found.failure?.hasSuffix("it ends too early; what follows member 2 is not read") == true)
    }
  }

  /// Where nothing in its directory is unusual, a zip is read without the library: see ``ZipMembers``.
  @Test func `a member that is not what a plain directory says is told by name`() throws {
    let packed = Deflate.stored(chat)
    var wrong = packed
    wrong[0] = 7
    func member(_ name: String) -> ZipMember {
      ZipMember(name: Array(name.utf8), content: chat, data: packed, method: 8)
    }
    var (crc, data, less, more, cut) = (
      member("crc"), member("data"), member("less"), member("more"), member("cut")
    )
    crc.crc = 1
    data.data = wrong
    less.size = chat.count + 1
    more.size = chat.count - 1
    cut.data = Array(packed.dropLast())
    var storedCRC = ZipMember(name: Array("stored".utf8), content: chat)
    storedCRC.crc = 2
    var behind = member("behind")
    behind.data = packed + [0]
    let file = ArchiveBytes.zip(
      [member("a.txt"), crc, data, less, more, cut, storedCRC, behind, member("z.txt")])
    let found = try loadArchive(file, as: "a.zip")
    #expect(found.read == ["a.zip:a.txt", "a.zip:z.txt"])
    #expect(
      found.problems.filter { !$0.contains("the same chat") } == [
        "a.zip:behind: is damaged: its data end before the place that its directory says",
        "a.zip:crc: is damaged: its bytes are not those that its checksum was made of",
        "a.zip:cut: is damaged: it ends too early",
        "a.zip:data: is damaged: its data are damaged",
        "a.zip:less: is damaged: it holds fewer bytes than its directory says",
        "a.zip:more: is damaged: it holds more bytes than its directory says",
        "a.zip:stored: is damaged: its bytes are not those that its checksum was made of",
      ])
    // The header of the second is overwritten.
    var headers = ArchiveBytes.zip([member("a.txt"), member("b.txt")])
    headers[member("a.txt").local.count] = 0
    #expect(
      try loadArchive(headers, as: "a.zip").problems == [
        "a.zip:b.txt: is damaged: its header is not where the directory says"
      ])
  }

  @Test func `a zip gives the same by its directory alone and through the library`() throws {
    let long: [UInt8] = Array(repeating: chat + [0x0A], count: 4_000).flatMap { $0 }
    let plain = [
      ZipMember(name: Array("a/".utf8)),
      ZipMember(name: Array("a/é.txt".utf8), content: chat, flags: 0x800),
      ZipMember(
        name: Array("a/long.txt".utf8), content: long, data: Deflate.stored(long), method: 8),
      ZipMember(name: Array("empty.txt".utf8), data: Deflate.stored([]), method: 8),
      ZipMember(
        name: Array("../up.txt".utf8), content: chat, data: Deflate.stored(chat), method: 8),
      ZipMember(name: Array("stored long.txt".utf8), content: long),
    ]
    let locked = ZipMember(name: Array("locked.txt".utf8), content: chat, flags: 1)
    let found = try loadArchive(ArchiveBytes.zip(plain), as: "a.zip")
    let others = try loadArchive(ArchiveBytes.zip(plain + [locked]), as: "a.zip")
    #expect(found.read.count == 4)
    #expect(others.read == found.read)
    #expect(
      others.problems.filter { !$0.hasPrefix("a.zip:locked.txt") } == found.problems)
  }

  @Test func `backslashes of Windows part the folders of a zip`() throws {
    let zip = ArchiveBytes.zip([("2025\\mai\\chat.txt", chat)])
    #expect(try loadArchive(zip, as: "a.zip").read == ["a.zip:2025/mai/chat.txt"])
  }

  @Test func `gzip is checked by what stands behind it`() throws {
    let whole = ArchiveBytes.gzip(chat)
    var (crc, length) = (whole, whole)
    crc[whole.count - 5] ^= 1
    length[whole.count - 1] ^= 1
    let cases: [(String, [UInt8], String)] = [
      ("wrong CRC", crc, "is damaged: its bytes are not those that its checksum was made of"),
      ("wrong length", length, "is damaged: its bytes are not those that its checksum was made of"),
      ("cut short", Array(whole.dropLast(9)), "is damaged: it ends too early"),
    ]
    for (name, bytes, reason) in cases {
      let found = try loadArchive(bytes, as: "a.txt.gz")
      #expect(found.read == [], "\(name)")
      #expect(found.failure == "“a.txt.gz” \(reason)")
    }
    // Two members are one file; zeros are what tapes put behind a file; other bytes are told.
    let halves = ArchiveBytes.gzip(Array(chat[..<20])) + ArchiveBytes.gzip(Array(chat[20...]))
    #expect(try loadArchive(halves + [0, 0], as: "a.txt.gz").problems == [])
    #expect(
      try loadArchive(whole + [1], as: "a.txt.gz").problems
        == ["a.txt.gz: is followed by something else, which is not read"])
  }

  @Test func `what stands behind bzip2 is told, and xz without its end is damaged`() throws {
    let bzip2 = try base64(
      "QlpoOTFBWSZTWeA/SJMAAA5dlAAQQAb3kLAAMBWfAACACAAgAFRQAAAA0CVT1GnpMjNEADc9xzU1yGL3"
        + "EBiZoIKOKSmKIMPECPVSF3oc6cqsr1vgLIgDet8XckU4UJDgP0iT")
    #expect(try loadArchive(bzip2, as: "a.txt.bz2").problems == [])
    #expect(
      try loadArchive(bzip2 + Array(repeating: 0, count: 600), as: "a.txt.bz2").problems == [])
    // What begins as another stream does and is none, and so much that it comes in several blocks.
    for rest in [Array("BZh9 and no more".utf8), Array(repeating: 0x20, count: 1 << 19)] {
      let found = try loadArchive(bzip2 + rest, as: "a.txt.bz2")
      #expect(found.read == ["a.txt.bz2"])
      #expect(found.problems == ["a.txt.bz2: is followed by something else, which is not read"])
    }
    let xz = try base64(
      "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4ABGADxdABiNwiB2SyeRc1iuIz0pajzPlnR4+J+9E+kNIVbc"
        + "joauIdoGPrQP8zB+AgAadh8bjH2gVT9EMuBzX4FEcwB4uxoW0U+XEAABWEdEtly6H7bzfQEAAAAABFla")
    #expect(try loadArchive(xz, as: "a.txt.xz").problems == [])
    #expect(
      try loadArchive(Array(xz.dropLast(5)), as: "a.txt.xz").failure
        == "“a.txt.xz” is damaged: its end is missing or damaged")
  }

  @Test(arguments: [
    ("bz2", "QlpoORdyRThQkAAAAAA="),
    ("xz", "/Td6WFoAAATm1rRGAAAAABzfRCEftvN9AQAAAAAEWVo="),
    ("zst", "KLUv/SQAAQAAmenYUQ=="),
  ])
  func `what compresses nothing is empty`(ending: String, bytes: String) throws {
    #expect(
      try loadArchive(base64(bytes), as: "a.txt.\(ending)").failure
        == "“a.txt.\(ending)” is empty")
  }

  @Test func `an archive whose only member is damaged is not said to be without files`() throws {
    // The mark of a tar is there, and its checksum is wrong.
    var tar = ArchiveBytes.tar([("chat.txt", chat)])
    tar[0] ^= 1
    #expect(
      try loadArchive(tar, as: "a.tar").failure
        == "“a.tar” holds no file that can be read: “a.tar:member 1” is damaged: its header is "
        + "damaged, and what follows up to the next one is lost")
  }

  @Test func `a zip with something behind it is read and told, one cut short is damaged`() throws {
    let whole = ArchiveBytes.zip([("chat.txt", chat)])
    for count in [1, 15, 22, 9_000] {
      let found = try loadArchive(whole + Array(repeating: 0x20, count: count), as: "a.zip")
      #expect(found.read == ["a.zip:chat.txt"], "\(count)")
      #expect(found.failure == nil, "\(count)")
      #expect(found.problems == ["a.zip: is followed by something else, which is not read"])
    }
    // Zeros fill a block up.
    let filled = try loadArchive(whole + Array(repeating: 0, count: 512), as: "a.zip")
    #expect((filled.read, filled.problems) == (["a.zip:chat.txt"], []))
    // A record that is not at the end of its own directory, as that of a zip in a zip.
    let inner = ArchiveBytes.zip([("a.zip", whole), ("b.txt", chat)])
    #expect(try loadArchive(Array(inner.dropLast(30)), as: "b.zip").failure != nil)
  }

  @Test func `a zip behind another one is read, and the other one is told`() throws {
    let zips = ["a.txt", "b.txt"].map { ArchiveBytes.zip([($0, chat)]) }
    let found = try loadArchive(zips[0] + zips[1], as: "a.zip")
    #expect(found.read == ["a.zip:b.txt"])
    #expect(found.failure == nil)
    #expect(
      found.problems == [
        "a.zip: begins with something else, perhaps another zip, which is not read"
      ])
  }

  @Test func `a zip whose directory does not agree with it is told`() throws {
    // Members that overlap: the directory leads to one of them many times.
    let members =
      [ZipMember(name: Array("a.txt".utf8), content: chat)]
      + (0..<50).map { _ in ZipMember(name: Array("a.txt".utf8), content: chat, offset: 0) }
    let found = try loadArchive(ArchiveBytes.zip(members), as: "a.zip")
    #expect(found.read == ["a.zip:a.txt"])
    #expect(found.failure?.contains("its directory counts 51 members, 1 are there") == true)
    #expect(
      try loadArchive(ArchiveBytes.zip([ZipMember]()), as: "a.zip").failure
        == "“a.zip” is an archive without a file in it")
    // One that counts none, and has one.
    var none = ArchiveBytes.zip([("a.txt", chat)])
    for place in [12, 14] { none[none.count - place] = 0 }
    let one = try loadArchive(none, as: "a.zip")
    #expect(one.read == ["a.zip:a.txt"])
    #expect(one.failure?.contains("its directory counts 0 members, 1 are there") == true)
  }

  @Test func `a zip of 65 536 members, which its record of 16 bits counts as none, is read`() throws
  {
    let files = (0..<65_535).map { ("\($0).bin", [UInt8]()) } + [("chat.txt", chat)]
    let found = try loadArchive(ArchiveBytes.zip(files), as: "a.zip")
    #expect((found.read, found.failure) == (["a.zip:chat.txt"], nil))
  }

  @Test func `an archive cut anywhere is told, and gives no more than is whole in it`() throws {
    let files = (1...9).map { ("\($0).txt", Array("\($0)\n".utf8) + chat) }
    let archives: [(String, [UInt8])] = [
      ("a.tar", ArchiveBytes.tar(files)), ("a.zip", ArchiveBytes.zip(files)),
      ("a.tar.gz", ArchiveBytes.gzip(ArchiveBytes.tar(files))),
    ]
    for (name, bytes) in archives {
      var before = 0
      for percent in 1..<100 {
        let cut = Array(bytes.prefix(bytes.count * percent / 100))
        let found = try loadArchive(cut, as: name)
        let count = found.read.count
        // Of a tar the last blocks say only that it ends.
        #expect(found.failure != nil || !found.problems.isEmpty, "\(name) cut at \(percent) %")
        #expect(before <= count && count <= 9, "\(name) cut at \(percent) %")
        before = count
      }
      #expect(before > 6, "\(name)")
    }
  }

  @Test func `an archive with bytes changed anywhere is read or refused`() throws {
    let files = (1...5).map { ("\($0).txt", Array("\($0)\n".utf8) + chat) }
    var random = SeededNumbers(6)
    for (name, bytes) in [
      ("a.tar", ArchiveBytes.tar(files)), ("a.zip", ArchiveBytes.zip(files)),
      ("a.tar.gz", ArchiveBytes.gzip(ArchiveBytes.tar(files))),
    ] {
      for _ in 0..<100 {
        var bytes = bytes
        for _ in 0..<Swift.max(1, bytes.count / 100) {
          bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
        #expect(try loadArchive(bytes, as: name).read.count <= 6)
      }
    }
  }
}
