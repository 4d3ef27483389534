import Model
import Testing

@testable import Reading

/// Compares without showing the difference: of thousands of lines it takes minutes to work out.
private func isEqual<Value: Equatable>(_ a: Value, _ b: Value) -> Bool { a == b }

/// An invented transcript, cut into chunks.
struct ReassemblyCase {
  let transcript: InventedTranscript
  let cuts: [Cut]
  var random: Seeded
  let overlap: Int

  /// A chat of its own for each seed: limits of 50 to 2 000 tokens.
  init(_ seed: Int, overlaps: ClosedRange<Int> = 1...12, hasTraps: Bool = true) {
    var random = Seeded(seed)
    let phones = InventedPhone.all
    transcript = InventedTranscript(
      phones[seed % phones.count], messages: Int.random(in: 100...300, using: &random),
      isUndecided: seed.isMultiple(of: 5), hasTraps: hasTraps, using: &random)
    let chunker = InventedChunker(
      limit: Int.random(in: 50...(seed.isMultiple(of: 2) ? 300 : 2_000), using: &random),
      overlap: Int.random(in: overlaps, using: &random),
      writesBarrenLast: Bool.random(using: &random))
    overlap = chunker.overlap
    cuts = chunker.cuts(of: transcript.lines.map(\.text))
    self.random = random
  }

  var whole: [Range<Int>] { [0..<transcript.lines.count] }

  /// The lines of the export that some chunks hold, by stretches with nothing missing in them.
  ///
  /// Chunks that do not follow may share lines all the same, where the repeated ones alone exceed
  /// the limit; that they are the same shows by the beginning of a message among them.
  func stretches(of kept: [Int]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    for (place, index) in kept.enumerated() {
      let lines = cuts[index].lines.indices
      if let last = stretches.last, place > 0 {
        let shared = transcript.lines[lines.lowerBound..<max(lines.lowerBound, last.upperBound)]
        if kept[place - 1] + 1 == index || shared.contains(where: \.isHeader) {
          stretches[stretches.count - 1] = last.lowerBound..<lines.upperBound
          continue
        }
      }
      stretches.append(lines)
    }
    return stretches
  }

  /// Whether the lines that a chunk repeats tell which one it follows: a header is among them, or
  /// no other chunk has them there and they are not all the same.
  func isTold(bySharedLines index: Int) -> Bool {
    let first = cuts[index].lines.startIndex
    let shared = transcript.lines[first..<(first + overlap)]
    if shared.contains(where: \.isHeader) { return true }
    let lines = shared.map(\.text)
    return Set(lines).count > 1
      && cuts.count { $0.lines.starts(with: lines) } == 1
      && cuts.count { $0.lines.suffix(overlap) == lines[...] } == 1
  }

  /// Compares a series with the lines that its chunks hold.
  func expect(_ series: JoinedSeries?, toBe stretches: [Range<Int>]) throws {
    let series = try #require(series)
    let lines = stretches.map { transcript.lines[$0].map(\.text) }
    #expect(isEqual(series.stretches, lines), "lines of \(transcript.phone.name)")
    let reading = try SeriesReading(series)
    let messages = transcript.messages(in: stretches, isDated: reading.isDated)
    let found = reading.found
    let wrong = zip(found, messages).first { $0 != $1 }
    #expect(wrong == nil, "\(transcript.phone.name)")
    #expect(found.count == messages.count)
  }
}

@Suite struct ReassemblyTests {
  @Test(arguments: 0..<32)
  func `chunks in any order become the chat they were cut from`(seed: Int) throws {
    var chat = ReassemblyCase(seed)
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
    // Of one pair alone nothing tells how many equal lines are repeated ones.
    guard !kept.isEmpty, zip(kept, kept.dropFirst()).count(where: { $0 + 1 == $1 }) != 1 else {
      return
    }
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
    guard !kept.isEmpty else { return }
    let files = kept.map { chat.cuts[$0].file }.shuffled(using: &chat.random)
    let series = try Reassembly.series(of: files)
    #expect(series.count == 1)
    try chat.expect(series.first, toBe: chat.stretches(of: kept))
  }

  @Test(arguments: 0..<16)
  func `doubled chunks add nothing, whatever their names`(seed: Int) throws {
    var chat = ReassemblyCase(seed)
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
    let files = (one.cuts + other.cuts).map(\.file).shuffled(using: &one.random)
    let series = try Reassembly.series(of: files)
    #expect(series.count == 2)
    for chat in [one, other] {
      let own = series.first { $0.stretches.first?.first == chat.transcript.lines.first?.text }
      try chat.expect(own, toBe: chat.whole)
    }
  }

  @Test(arguments: 0..<16)
  func `names without numbers are chained by their first lines`(seed: Int) throws {
    var chat = ReassemblyCase(seed, overlaps: 3...12)
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
    var chat = ReassemblyCase(seed, overlaps: 3...12)
    let kept = chat.cuts.indices.filter { _ in Int.random(in: 0..<12, using: &chat.random) > 0 }
    guard !kept.isEmpty else { return }
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
