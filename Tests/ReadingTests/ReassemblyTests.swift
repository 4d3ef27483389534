import Model
import Testing

@testable import Reading

@Suite struct ReassemblyTests {
  @Test(arguments: 0..<32)
  func `chunks in any order become the chat they were cut from`(seed: Int) throws {
    var chat = ReassemblyCase(seed)
    guard ReassemblyCase.isTelling(Array(chat.cuts.indices)) else { return }
    let series = try Reassembly.series(of: chat.cuts.map(\.file).shuffled(using: &chat.random))
    #expect(series.count == 1)
    #expect(series.flatMap(\.problems).isEmpty)
    try chat.expect(series.first, toBe: chat.whole)
    let joined = try SeriesReading(try #require(series.first)).plain
    let original = try SeriesReading(export: chat.transcript.export).plain
    #expect(zip(joined, original).first { $0 != $1 } == nil)
    #expect(joined.count == original.count)
  }

  @Test(arguments: 0..<24, [20, 5])
  func `what is left of chunks is right, and what is missing is a gap`(
    seed: Int, oneIn: Int
  ) throws {
    // Of a name with a colon some messages have to be left.
    var chat = ReassemblyCase(seed, hasTraps: oneIn > 5)
    let kept = chat.cuts.indices.filter { _ in
      Int.random(in: 0..<oneIn, using: &chat.random) > 0
    }
    guard !kept.isEmpty, ReassemblyCase.isTelling(kept) else { return }
    let files = kept.map { chat.cuts[$0].file }.shuffled(using: &chat.random)
    let series = try Reassembly.series(of: files)
    let stretches = chat.stretches(of: kept)
    #expect(series.count == 1)
    try chat.expect(series.first, toBe: stretches)
    // A series that does not begin with its first chunk lacks something as well.
    let gaps = stretches.count - 1 + (kept.first == 0 ? 0 : 1)
    #expect(series.first?.problems.count { $0.code == .gap } == gaps)
  }

  @Test(arguments: 0..<16)
  func `without repeated lines the names tell the order`(seed: Int) throws {
    var chat = ReassemblyCase(seed, overlaps: 0...0)
    let kept = chat.cuts.indices.filter { _ in
      seed.isMultiple(of: 2) || Int.random(in: 0..<10, using: &chat.random) > 0
    }
    guard !kept.isEmpty, ReassemblyCase.isTelling(kept) else { return }
    let files = kept.map { chat.cuts[$0].file }.shuffled(using: &chat.random)
    let series = try Reassembly.series(of: files)
    #expect(series.count == 1)
    try chat.expect(series.first, toBe: chat.stretches(of: kept))
  }

  @Test(arguments: [nil, 7, 8, 9] as [Int?])
  func `without repeated lines an album fills several chunks, and none is a double`(
    missing: Int?
  ) throws {
    let picture = "17/02/2025, 16:14 - Ana: <Médias omis>"
    let talk = (0..<7).map { ["17/02/2025, 15:1\($0) - Bo: la photo n° \($0) ?"] }
    let album = [String](repeating: picture, count: 3)
    let texts = talk + [album, album, album, [picture, "17/02/2025, 16:20 - Bo: merci !"]]
    let kept = texts.indices.filter { $0 != missing }
    let files = kept.map { place in
      ChunkFile(
        Array(
          "=== MÉTADONNÉES CHUNK ===\n\n=== CONTENU ===\n\(texts[place].joined(separator: "\n"))"
            .utf8), file: place,
        label: "x", name: Array("temporal_chunk-\(place + 1)_\(place + 1).txt".utf8)[...])
    }
    let series = try Reassembly.series(of: files)
    #expect(series.count == 1)
    let lines = try SeriesReading(try #require(series.first)).plain
    #expect(lines.count == kept.reduce(0) { $0 + texts[$1].count })
  }

  @Test(arguments: 0..<16)
  func `doubled chunks add nothing, whatever their names`(seed: Int) throws {
    var chat = ReassemblyCase(seed)
    guard ReassemblyCase.isTelling(Array(chat.cuts.indices)) else { return }
    var files = chat.cuts.map(\.file)
    for (place, cut) in chat.cuts.enumerated() where place.isMultiple(of: 3) {
      let name = ["temporal_chunk-9_\(place + 1).txt", "copy of \(cut.name)", "zz\(place).txt"]
      files.append(cut.named(name[place % 3]))
    }
    let series = try Reassembly.series(of: files.shuffled(using: &chat.random))
    #expect(series.count == 1)
    #expect(series.first?.placements.count == files.count)
    try chat.expect(series.first, toBe: chat.whole)
  }

  @Test(arguments: 0..<16)
  func `two series in one folder are told apart`(seed: Int) throws {
    var one = ReassemblyCase(seed, overlaps: 3...12)
    let other = ReassemblyCase(seed + 1_000, overlaps: 3...12)
    guard [one, other].allSatisfy({ ReassemblyCase.isTelling(Array($0.cuts.indices)) }) else {
      return
    }
    let files = (one.cuts + other.cuts).map(\.file).shuffled(using: &one.random)
    let series = try Reassembly.series(of: files)
    #expect(series.count == 2)
    for chat in [one, other] {
      let own = series.first { $0.stretches.first?.first == chat.transcript.lines.first?.text }
      try chat.expect(own, toBe: chat.whole)
    }
  }

  @Test(arguments: 0..<16)
  func `two series that lack chunks are not mixed`(seed: Int) throws {
    var one = ReassemblyCase(seed, overlaps: 3...12, hasTraps: false)
    let other = ReassemblyCase(seed + 1_000, overlaps: 3...12, hasTraps: false)
    let sources = (one.cuts.map { ($0, 0) } + other.cuts.map { ($0, 1) }).filter { _ in
      Int.random(in: 0..<10, using: &one.random) > 0
    }
    let files = sources.enumerated().map { place, source in
      ChunkFile(
        Array(source.0.text.utf8), file: place, label: "x", name: Array(source.0.name.utf8)[...])
    }
    let series = try Reassembly.series(of: files.shuffled(using: &one.random))
    let mixed = series.filter { series in
      Set(series.placements.map { sources[$0.file].1 }).count > 1
    }
    #expect(mixed.count == 0)
    #expect(series.count == Set(sources.map(\.1)).count)
  }

  @Test(arguments: 0..<16)
  func `names without numbers are chained by their first lines`(seed: Int) throws {
    var chat = ReassemblyCase(seed, overlaps: 3...12)
    guard ReassemblyCase.isTelling(Array(chat.cuts.indices)) else { return }
    var names = chat.cuts.indices.map { _ in
      String(UInt64.random(in: 0...UInt64.max, using: &chat.random), radix: 16) + ".txt"
    }
    names.shuffle(using: &chat.random)
    let series = try Reassembly.series(of: zip(chat.cuts, names).map { $0.named($1) })
    #expect(series.count == 1)
    // Where nothing tells which chunk follows, there is a gap.
    let riddles = chat.cuts.indices.dropFirst().filter { !chat.isTold(bySharedLines: $0) }
    guard riddles.isEmpty else { return }
    try chat.expect(series.first, toBe: chat.whole)
  }

  @Test(arguments: 0..<16)
  func `names that other hands gave in order are as good as numbers`(seed: Int) throws {
    var chat = ReassemblyCase(seed, overlaps: 3...12, hasTraps: false)
    let kept = chat.cuts.indices.filter { _ in Int.random(in: 0..<12, using: &chat.random) > 0 }
    guard !kept.isEmpty, ReassemblyCase.isTelling(kept) else { return }
    let files = kept.map { index in
      let hash = String(UInt64.random(in: 0...UInt64.max, using: &chat.random), radix: 16)
      return chat.cuts[index].named("\(String(1_000 + index).dropFirst())_\(hash).txt")
    }
    let series = try Reassembly.series(of: files.shuffled(using: &chat.random))
    #expect(series.count == 1)
    try chat.expect(series.first, toBe: chat.stretches(of: kept))
  }

  @Test(arguments: 0..<16)
  func `one chunk alone is read as far as it goes`(seed: Int) throws {
    var chat = ReassemblyCase(seed, hasTraps: false)
    let index = Int.random(in: chat.cuts.indices, using: &chat.random)
    let series = try Reassembly.series(of: [chat.cuts[index].file])
    #expect(series.count == 1)
    #expect(series.first?.problems.map(\.code) == (index == 0 ? [] : [.gap]))
    try chat.expect(series.first, toBe: chat.stretches(of: [index]))
  }
}
