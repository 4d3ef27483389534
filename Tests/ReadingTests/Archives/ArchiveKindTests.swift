import Foundation
import Model
import Testing

@testable import Reading

/// Names that archives of old programs have, and what they are.
private let names: [(bytes: [UInt8], name: String)] = [
  (Array("Été.txt".utf8), "Été.txt"),
  ([0xC9, 0x74, 0xE9, 0x2E, 0x74], "Été.t"),
  ([0x90, 0x74, 0x82, 0x2E, 0x74], "Été.t"),
  ([0x4C, 0x92, 0xE9, 0x74, 0xE9], "L’été"),
  ([0x83, 0x67, 0x81, 0x5B, 0x83, 0x4E, 0x97, 0x9A, 0x97, 0xF0, 0x2E, 0x74], "トーク履歴.t"),
  ([0x93, 0x63, 0x92, 0x86, 0x82, 0xB3, 0x82, 0xF1], "田中さん"),
  ([0x43, 0x68, 0x83, 0x74, 0x65, 0x61, 0x75], "Château"),
]

struct ArchiveKindTests {
  @Test(arguments: names)
  func `a name that is not UTF-8 is read in the encoding it looks like`(
    _ bytes: [UInt8], _ name: String
  ) {
    #expect(String(decoding: LegacyEncoding.unicode(bytes), as: UTF8.self) == name)
  }

  @Test func `members with such names load`() throws {
    let chat = Array(InputSample.export.utf8)
    let sandbox = try InputSandbox()
    try sandbox.write(
      ArchiveBytes.zip(names.map { ZipMember(name: $0.bytes, content: chat) }), to: "a.zip")
    let paths = try sandbox.load("a.zip").corpus.files.map(\.path)
    #expect(Set(paths) == Set(names.map { "a.zip:\($0.name)" }))
  }

  @Test func `the name of an archive is told without its endings`() {
    for (name, stem) in [
      ("chats.zip", "chats"), ("chats.TAR.GZ", "chats"), ("v1.2.tgz", "v1.2"), (".zip", ".zip"),
      ("Ana", "Ana"),
    ] {
      #expect(ArchiveKind.stem(of: name) == stem)
    }
  }

  @Test func `zstd may begin with a frame to be skipped`() throws {
    let chat = Array(InputSample.export.utf8)
    // One segment of as many bytes, in one block as they are: RFC 8878.
    let frame =
      [0x28, 0xB5, 0x2F, 0xFD, 0x20, UInt8(chat.count)]
      + ArchiveBytes.little(chat.count << 3 | 1, 3) + chat
    let skipped: [UInt8] = [0x53, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]
    for bytes in [frame, skipped + frame] {
      let found = try loadArchive(bytes, as: "a.txt.zst")
      #expect(found.read == ["a.txt.zst"])
      #expect(found.problems == [])
    }
  }

  @Test(.enabled(if: Tar.isInstalled, "bsdtar of libarchive-tools is not installed"))
  func `every kind of archive gives what the folder gives`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../").standardized.path
    var folders = [(root + "/examples", "archive")]
    let fixtures = root + "/../shared/fixtures/chunks"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: fixtures)) ?? [] {
      let inside = try? FileManager.default.contentsOfDirectory(atPath: "\(fixtures)/\(name)")
      if inside != nil { folders.append((fixtures, name)) }
    }
    for (parent, name) in folders {
      let folder = try Loaded(name, in: parent)
      let sandbox = try InputSandbox()
      for ending in ["tar", "tar.gz", "tar.bz2", "tar.xz", "tar.zst", "zip", "7z"] {
        let archive = "\(name).\(ending)"
        try Tar.pack(parent, name, to: sandbox.path + "/" + archive)
        #expect(try Loaded(archive, in: sandbox.path) == folder, "\(archive)")
      }
    }
  }
}

/// What a load gave, with paths as they are inside the folder or archive.
private struct Loaded: Equatable {
  let texts: [String]
  let moments: [Int64]
  let senders: [Int32]
  let people: [String]
  let files: [InputFile]
  let chunks: [String]
  let problems: [String]

  init(_ name: String, in folder: String) throws {
    let corpus = try read(
      [LoadRequest(path: name)], options: ReadingOptions(directory: folder)
    ).corpus
    func inside(_ path: String) -> String {
      guard path.hasPrefix(name + ":") else { return path }
      return String(path.dropFirst(name.count + 1))
    }
    texts = corpus.texts
    moments = corpus.messages.moments
    senders = corpus.messages.senders
    people = corpus.people.values
    files = corpus.files.map { file in
      var file = file
      file.path = inside(file.path)
      return file
    }
    chunks = corpus.chunks.map { "\($0)" }
    problems = corpus.problems.map {
      "\($0.code) \(inside($0.file ?? "")) \($0.line ?? 0) \($0.detail)"
    }
  }
}

/// The program that makes archives of every kind.
private enum Tar {
  static let isInstalled = FileManager.default.isExecutableFile(atPath: path)
  private static let path = "/usr/bin/bsdtar"

  static func pack(_ parent: String, _ name: String, to archive: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-a", "-cf", archive, "-C", parent, name]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
