import Diagnostics
import Testing

@testable import Reading

/// Chunk folders with the exports that they were cut from, beside the repository; absent where only
/// the repository is at hand.
enum ReassemblyFixtures {
  static let sharedFolder = Path(#filePath).folder.folder.folder.appending("../shared".utf8)

  /// The text of a shared file; nil where it is not at hand.
  static func bytes(_ path: String) -> [UInt8]? {
    try? FileContents(of: sharedFolder.appending(path.utf8), interrupt: .never).bytes
  }

  /// The names of the sets.
  static let sets: [String] = {
    let listing = try? FolderListing(of: sharedFolder.appending("fixtures/chunks".utf8))
    let folders = (listing?.entries ?? []).filter { $0.kind == .folder }
    return folders.map { String(decoding: $0.name, as: UTF8.self) }.sorted()
  }()

  /// The chunks of a set.
  static func chunks(of set: String) throws -> [ChunkFile] {
    let folder = sharedFolder.appending("fixtures/chunks/\(set)".utf8)
    return try FolderListing(of: folder).entries.map { entry in
      let contents = try FileContents(of: folder.appending(entry.name), interrupt: .never)
      return ChunkFile(
        DecodedText(contents.bytes).bytes, file: 0, label: set, name: entry.name)
    }
  }

  /// The lines of the export of a set as the chunker sees them: trimmed, none empty.
  static func lines(of set: String) -> [String] {
    guard let bytes = bytes("fixtures/\(set).txt") else { return [] }
    let lines = DecodedText(bytes).bytes.split(separator: UInt8(ascii: "\n"))
    return lines.map { trimmed(String(decoding: $0, as: UTF8.self)) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ line: String) -> String {
    func isTrimmed(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
    let scalars = line.unicodeScalars.drop(while: isTrimmed)
    let end = scalars.lastIndex { !isTrimmed($0) }.map { scalars.index(after: $0) }
    return String(scalars[..<(end ?? scalars.startIndex)])
  }
}

@Suite(
  .enabled(
    if: !ReassemblyFixtures.sets.isEmpty, "the shared fixtures are not beside the repository")
)
struct ReassemblyFixtureTests {
  @Test(arguments: ReassemblyFixtures.sets)
  func `a shared set of chunks becomes the export it was cut from`(set: String) throws {
    var random = Seeded(1)
    let chunks = try ReassemblyFixtures.chunks(of: set).shuffled(using: &random)
    let series = try Reassembly.series(of: chunks)
    let isWhole = series.map(\.stretches) == [[ReassemblyFixtures.lines(of: set)]]
    #expect(isWhole)
    #expect(series.flatMap(\.problems).isEmpty)
  }

  @Test(arguments: ReassemblyFixtures.sets)
  func `a shared set without every ninth chunk has gaps there and nowhere else`(
    set: String
  ) throws {
    let chunks = try ReassemblyFixtures.chunks(of: set)
    let whole = try Reassembly.series(of: chunks)
    let places = whole.first?.placements ?? []
    let kept = places.enumerated().filter { ($0.offset + 1) % 9 != 0 }.map(\.element)
    let series = try Reassembly.series(
      of: kept.compactMap { placement in chunks.first { $0.ordinal == placement.ordinal } })
    #expect(series.count == 1)
    #expect(series.first?.openings.count == (places.count - 1) / 9 + 1)
  }
}
