import Model

/// Some chunks of a transcript, one after the other, whose lines are looked at together: each once,
/// although neighbours share some.
struct ChunkStretch: Sendable {
  /// The chunks, among those of the corpus.
  private(set) var chunks: Range<Int>

  /// All their lines, as ``Chunk/lines`` counts them.
  private(set) var lines: Range<Int>

  /// The bytes of those lines in the transcript's text.
  private(set) var bytes: Range<Int>

  private init(_ chunk: Chunk, number: Int) {
    chunks = number..<(number + 1)
    lines = chunk.lines
    bytes = chunk.bytes
  }

  /// Takes the chunk that follows, if it begins in the lines or right behind them; false for another,
  /// and where the stretch is long enough or has no line so far, and so no place in the text.
  private mutating func take(_ chunk: Chunk) -> Bool {
    guard chunks.count < ChunkStretch.most, !lines.isEmpty,
      lines.lowerBound <= chunk.lines.lowerBound, chunk.lines.lowerBound <= lines.upperBound
    else { return false }
    chunks = chunks.lowerBound..<(chunks.upperBound + 1)
    lines = lines.lowerBound..<Swift.max(lines.upperBound, chunk.lines.upperBound)
    bytes = bytes.lowerBound..<Swift.max(bytes.upperBound, chunk.bytes.upperBound)
    return true
  }

  /// As many as a core goes through in a millisecond or two.
  private static let most = 256

  /// The stretches of those chunks of a corpus that `numbers` tells, which are of one transcript.
  static func all(of chunks: [Chunk], _ numbers: Range<Int>) -> [ChunkStretch] {
    var stretches: [ChunkStretch] = []
    for number in numbers {
      let last = stretches.indices.last
      if let last, stretches[last].take(chunks[number]) { continue }
      stretches.append(ChunkStretch(chunks[number], number: number))
    }
    return stretches
  }
}
