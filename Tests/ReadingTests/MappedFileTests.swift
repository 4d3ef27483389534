import CMapping
import Diagnostics
import Foundation
import Model
import Testing

@testable import Reading

/// Files that others change while they are mapped.
@Suite(.serialized) struct MappedFileTests {
  /// An export of more than 32 MiB, in few messages.
  private static let large: [UInt8] = {
    let text = String(repeating: "la haie du voisin a poussé. ", count: 40_000)
    return Array((0..<32).map { "17/02/2025, 16:\($0 + 10) - Ana: \(text)\n" }.joined().utf8)
  }()

  private func opened(_ path: String) throws -> OpenFile { try OpenFile(Path(path)) }

  func mapped(_ path: String) throws -> MappedFile? {
    let file = try opened(path)
    return MappedFile(
      file, size: try file.status().size, least: 1, named: "chat.txt", interrupt: .never)
  }

  @Test func `whatever becomes of a mapped file, its bytes stay as they were`() throws {
    let changes: [(what: String, change: (FileHandle) throws -> Void)] = [
      ("cut short", { try $0.truncate(atOffset: 0) }),
      ("written over", { try $0.write(contentsOf: Data("[nothing of it]".utf8)) }),
      (
        "longer",
        {
          try $0.seekToEnd()
          try $0.write(contentsOf: Data("more".utf8))
        }
      ),
    ]
    for (what, change) in changes {
      let sandbox = try InputSandbox(["chat.txt": InputSample.export])
      let path = sandbox.path + "/chat.txt"
      let file = try #require(try mapped(path), "the system guards no file here")
      #expect(mapping_guarded_count() == 1)
      // Opening it waits until there is a copy.
      try change(try #require(FileHandle(forWritingAtPath: path)))
      #expect(mapping_guarded_count() == 0)
      #expect(Array(file.bytes) == Array(InputSample.export.utf8), "\(what)")
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) != Array(file.bytes))
    }
  }

  @Test func `a mapped file may be cut short by its path, removed or replaced`() throws {
    let sandbox = try InputSandbox(["chat.txt": InputSample.export])
    let path = sandbox.path + "/chat.txt"
    let file = try #require(try mapped(path))
    #expect(unsafe truncate(path, 3) == 0)
    #expect(unsafe unlink(path) == 0)
    try sandbox.write("another", to: "chat.txt")
    #expect(Array(file.bytes) == Array(InputSample.export.utf8))
  }

  @Test func `a process that is about to stop makes nobody wait`() throws {
    let sandbox = try InputSandbox(["chat.txt": InputSample.export])
    let file = try #require(try mapped(sandbox.path + "/chat.txt"))
    mapping_keep_all()
    #expect(mapping_guarded_count() == 0)
    try sandbox.write("another", to: "chat.txt")
    #expect(Array(file.bytes) == Array(InputSample.export.utf8))
  }

  @Test func `a file that somebody writes to is not mapped but read`() throws {
    let sandbox = try InputSandbox()
    try sandbox.write(MappedFileTests.large, to: "chat.txt")
    let path = sandbox.path + "/chat.txt"
    let writer = try #require(FileHandle(forWritingAtPath: path))
    #expect(try mapped(path) == nil)
    let contents = try FileContents(of: Path(path), mappedAs: "chat.txt", interrupt: .never)
    #expect(contents.mapped == nil)
    #expect(contents.bytes == MappedFileTests.large)
    try writer.close()
  }

  @Test func `a mapping goes with the last who holds its bytes`() throws {
    let sandbox = try InputSandbox(["chat.txt": InputSample.export])
    var bytes = try mapped(sandbox.path + "/chat.txt")?.bytes
    #expect(mapping_guarded_count() == 1)
    #expect(bytes?.first == UInt8(ascii: "1"))
    bytes = nil
    #expect(mapping_guarded_count() == 0)
  }

  @Test func `of a large tar chunks are read where they stand`() throws {
    let sandbox = try InputSandbox()
    let chunks = (1...3).reversed().map { number in
      let lines = (number...number + 5).map { "[27/07/2025, 19:4\($0):23] Ana: ligne \($0)" }
      return ("c/temporal_x_\(number).txt", Array(InputSample.chunk(lines).utf8))
    }
    let film = ("film.mp4", [UInt8](repeating: 0, count: MappedFile.least))
    try sandbox.write(ArchiveBytes.tar(chunks), to: "small.tar")
    let tar = ArchiveBytes.tar(chunks + [film])
    try sandbox.write(tar, to: "large.tar")
    let path = Path(sandbox.path + "/large.tar")
    var source: ArchiveSource? = try ArchiveSource(of: path, mappedAs: "a", interrupt: .never)
    #expect(source?.whole?.elementsEqual(tar) == true)
    source = nil
    #expect(mapping_guarded_count() == 0)
    let (one, other) = (try sandbox.load("small.tar"), try sandbox.load("large.tar"))
    #expect(Array(one.corpus.transcripts[0].text) == Array(other.corpus.transcripts[0].text))
    #expect(other.corpus.messages.count == 8)
    #expect(other.corpus.files.count == 4)
    // The last to hold a chunk may be another thread.
    for _ in 0..<500 where mapping_guarded_count() > 0 { usleep(10_000) }
    #expect(mapping_guarded_count() == 0)
  }

  @Test func `a large export is mapped where decoding would change nothing`() throws {
    let sandbox = try InputSandbox()
    try sandbox.write(MappedFileTests.large, to: "chat.txt")
    let corpus = try sandbox.load("chat.txt").corpus
    #expect(mapping_guarded_count() == 1)
    #expect(corpus.messages.count == 32)
    #expect(corpus.messages.starts.first == 25)
    #expect(Array(corpus.transcripts[0].text) == MappedFileTests.large)
    func isPlain(_ file: [UInt8]) -> Bool { DecodedText.isPlain(file.span) }
    #expect(isPlain(Array("é\n".utf8)))
    let others: [[UInt8]] = [
      Array("a\r\nb".utf8), Array("Ã©tÃ©, Ã§a va dÃ©ja ?\n".utf8), [0xEF, 0xBB, 0xBF, 0x61],
      [0xFF, 0xFE, 0x61, 0], [0x61, 0xE9],
    ]
    for other in others { #expect(!isPlain(other)) }
  }
}
