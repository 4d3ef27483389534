import Model
import Testing

@testable import Reading

/// Compares without showing the difference: of thousands of lines it takes minutes to work out.
private func isEqual<Value: Equatable>(_ a: Value, _ b: Value) -> Bool { a == b }

@Suite struct ReassemblyTests {
  /// A chat of its own for each seed: limits of 50 to 2 000 tokens, overlaps of 1 to 12 lines.
  private func chat(_ seed: Int) -> (chat: ReassemblyChat, random: Seeded) {
    var random = Seeded(seed)
    let chat = ReassemblyChat(
      messages: Int.random(in: 150...400, using: &random),
      limit: Int.random(in: 50...2_000, using: &random),
      overlap: Int.random(in: 1...12, using: &random), isIOS: seed.isMultiple(of: 2),
      using: &random)
    return (chat, random)
  }

  @Test(arguments: 0..<60)
  func `chunks in any order become the lines they were cut from`(seed: Int) throws {
    var (chat, random) = chat(seed)
    let files = chat.chunks.map(\.file).shuffled(using: &random)
    let series = try Reassembly.series(of: files)
    #expect(series.count == 1)
    #expect(isEqual(series.first?.stretches, [chat.lines]))
    #expect(series.first?.problems.isEmpty == true)
  }

  @Test(arguments: 0..<60)
  func `no two chunks are joined that do not meet`(seed: Int) throws {
    var (chat, random) = chat(seed)
    let kept = chat.chunks.indices.filter { _ in Int.random(in: 0..<8, using: &random) > 0 }
    guard !kept.isEmpty else { return }
    var expected: [[String]] = []
    var last: Int?
    for index in kept {
      let lines = chat.chunks[index].lines
      if let last, last + 1 == index {
        let repeated = chat.chunks[last].lines.endIndex - lines.startIndex
        expected[expected.count - 1] += lines.dropFirst(repeated)
      } else {
        expected.append(Array(lines))
      }
      last = index
    }
    let files = kept.map { chat.chunks[$0].file }.shuffled(using: &random)
    let series = try Reassembly.series(of: files)
    #expect(series.count == 1)
    #expect(isEqual(series.first?.stretches, expected))
    // A series that does not begin with its first chunk lacks something as well.
    let gaps = expected.count - 1 + (kept.first == 0 ? 0 : 1)
    #expect(series.first?.problems.count { $0.code == .gap } == gaps)
  }

  @Test(arguments: 0..<60)
  func `doubled chunks add nothing, whatever their names`(seed: Int) throws {
    var (chat, random) = chat(seed)
    var files = chat.chunks.map(\.file)
    for (place, cut) in chat.chunks.enumerated() where place.isMultiple(of: 3) {
      let name = ["temporal_chunk-9_\(place + 1).txt", "copy of \(cut.name)", "zz\(place).txt"]
      files.append(cut.named(name[place % 3]))
    }
    let series = try Reassembly.series(of: files.shuffled(using: &random))
    #expect(series.count == 1)
    #expect(isEqual(series.first?.stretches, [chat.lines]))
    #expect(series.first?.placements.count == files.count)
  }

  @Test(arguments: 0..<30)
  func `two series in one folder are told apart`(seed: Int) throws {
    var random = Seeded(seed)
    let overlap = Int.random(in: 3...12, using: &random)
    let (one, other) = (
      ReassemblyChat(messages: 200, limit: 200, overlap: overlap, isIOS: true, using: &random),
      ReassemblyChat(messages: 300, limit: 250, overlap: overlap, isIOS: false, using: &random)
    )
    let files = (one.chunks + other.chunks).map(\.file).shuffled(using: &random)
    let series = try Reassembly.series(of: files)
    let found = Set(series.map(\.stretches))
    #expect(isEqual(found, [[one.lines], [other.lines]]))
  }

  @Test(arguments: 0..<30)
  func `names without numbers are chained by their first lines`(seed: Int) throws {
    var random = Seeded(seed)
    let chat = ReassemblyChat(
      messages: 300, limit: 300, overlap: 5, isIOS: true, using: &random)
    var names = chat.chunks.indices.map { _ in
      String(UInt64.random(in: 0...UInt64.max, using: &random), radix: 16) + ".txt"
    }
    names.shuffle(using: &random)
    let files = zip(chat.chunks, names).map { $0.named($1) }
    let series = try Reassembly.series(of: files)
    #expect(isEqual(series.map(\.stretches), [[chat.lines]]))
  }
}
