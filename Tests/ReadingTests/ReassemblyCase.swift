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
  init(
    _ seed: Int, overlaps: ClosedRange<Int> = 1...12, hasTraps: Bool = true,
    limits: ClosedRange<Int>? = nil
  ) {
    var random = Seeded(seed)
    let phones = InventedPhone.all
    transcript = InventedTranscript(
      phones[seed % phones.count], messages: Int.random(in: 100...300, using: &random),
      isUndecided: seed.isMultiple(of: 5), hasTraps: hasTraps, using: &random)
    let chunker = InventedChunker(
      limit: Int.random(in: limits ?? 50...(seed.isMultiple(of: 2) ? 300 : 2_000), using: &random),
      overlap: Int.random(in: overlaps, using: &random),
      writesBarrenLast: Bool.random(using: &random))
    overlap = chunker.overlap
    cuts = chunker.cuts(of: transcript.lines.map(\.text))
    self.random = random
  }

  var whole: [Range<Int>] { [0..<transcript.lines.count] }

  /// Whether there are neighbours enough among some chunks, or none: of a pair or two nothing tells
  /// how many equal lines are repeated ones.
  static func isTelling(_ kept: [Int]) -> Bool {
    let pairs = zip(kept, kept.dropFirst()).count { $0 + 1 == $1 }
    return pairs == 0 || pairs > 2
  }

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
