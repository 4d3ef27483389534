import Diagnostics
import Model
import Testing

@testable import Reading

@Suite("files read together") struct FileBatchTests {
  private let chunk = InputSample.chunk(["[27/07/2025, 19:41:23] Ana: le modèle", "suite"])

  /// Texts of which each has something that a chunk of the usual form has not.
  private var files: [(name: String, bytes: [UInt8])] {
    let plain = Array(chunk.utf8)
    return [
      ("temporal_x_1.txt", plain),
      ("temporal_x_2.txt", [0xEF, 0xBB, 0xBF] + plain),
      ("temporal_x_3.txt", Array(chunk.replacing("\n", with: "\r\n").utf8)),
      ("temporal_x_4.txt", plain + [0xE9]),
      ("temporal_x_5.txt", plain + [0]),
      ("temporal_x_6.txt", []),
      ("temporal_x_7.txt", plain + Array(String(repeating: "long\n", count: 40_000).utf8)),
      ("temporal_x_8.txt", Array(plain.prefix(20))),
      ("chat.txt", Array(InputSample.export.utf8)), ("note.txt", Array("rien".utf8)),
      ("zip.txt", [0x50, 0x4B, 0x03, 0x04, 0] + plain),
    ]
  }

  private func search(_ sandbox: InputSandbox) throws -> InputSearch {
    try InputSearch(
      [LoadRequest(path: "archive")], from: sandbox.path, home: nil, interrupt: .never)
  }

  @Test func `are what each of them is by itself`() throws {
    let sandbox = try InputSandbox()
    for (name, bytes) in files { try sandbox.write(bytes, to: "archive/\(name)") }
    let entries = try search(sandbox).entries
    #expect(entries.count == files.count)
    let batch = FileBatch(entries.indices, of: entries, standardInput: [], interrupt: .never)
    for (index, together) in batch.files.enumerated() {
      let alone = FileReading.of(entries[index], standardInput: [], interrupt: .never)
      #expect(together.label == alone.label)
      #expect(together.size == alone.size)
      #expect(together.identity == alone.identity)
      #expect(together.kind == alone.kind)
      #expect(together.failure == alone.failure)
      #expect(together.problems == alone.problems)
      guard case .chunk(let one, _) = together.content, case .chunk(let other, _) = alone.content
      else {
        continue
      }
      #expect(one.name.elementsEqual(other.name))
      #expect(
        one.lines.buffer.bytes.extracting(one.headerRange)
          .elementsEqual(other.lines.buffer.bytes.extracting(other.headerRange)))
      #expect(one.lines.bytes.elementsEqual(other.lines.bytes))
      #expect(one.lines.hash == other.lines.hash)
      #expect((one.firstLine, one.ordinal) == (other.firstLine, other.ordinal))
    }
  }

  @Test func `that are more than there is room for are read all the same`() throws {
    let sandbox = try InputSandbox()
    let lines = (0..<2_000).map { "ligne \($0)" }
    for number in 1...20 {
      try sandbox.write(
        InputSample.chunk(lines + ["\(number)"]), to: "archive/temporal_x_\(number).txt")
    }
    let entries = try search(sandbox).entries
    let files = FileBatch(entries.indices, of: entries, standardInput: [], interrupt: .never).files
    let ends = files.map { file -> String? in
      guard case .chunk(let chunk, _) = file.content else { return nil }
      return String(decoding: chunk.lines.bytes.suffix(2), as: UTF8.self)
    }
    #expect(ends == (1...20).map { $0 < 10 ? "\n\($0)" : "\($0)" })
  }
}
