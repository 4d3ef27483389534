import Diagnostics

/// How many lines the chunks of a series repeat from the chunk before.
enum OverlapLength {
  /// What the chunker that is known writes.
  static let usual = 5

  /// Followers of one chunk that are looked at: more share a number only by mischief.
  static let candidates = 16

  /// The length common to the chunks: the most frequent of the largest that fit between a chunk and
  /// what follows it by name; 0 where they repeat nothing.
  ///
  /// Where the names put nothing together that overlaps, the lines themselves tell what follows.
  static func common(
    to order: ChunkOrder, interrupt: Interrupt
  ) throws(Diagnostic) -> Int {
    let byName = try Votes(largestByName(order, interrupt))
    if byName.areCommon, let length = byName.winner { return length }
    let isNumbered = order.chunks.contains { $0.ordinal != nil }
    let byLines = try Votes(largestByLines(order.chunks, interrupt))
    if !isNumbered || byName.count == 0 || byLines.areCommon, let length = byLines.winner {
      return length
    }
    return 0
  }

  /// For each chunk that others follow by name, the lengths that fit with the one it overlaps most.
  private static func largestByName(
    _ order: ChunkOrder, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [[Int]] {
    var all: [[Int]] = []
    for (chunk, followers) in zip(order.chunks, order.followers) where !followers.isEmpty {
      try interrupt.check()
      all.append(largest(of: chunk, with: followers.prefix(candidates).map { order.chunks[$0] }))
    }
    return all
  }

  /// For each chunk, the lengths that fit with the chunk it overlaps most, wherever that stands.
  private static func largestByLines(
    _ chunks: [ChunkFile], _ interrupt: Interrupt
  ) throws(Diagnostic) -> [[Int]] {
    // Lines that a chunk begins with and that an overlap may end with.
    let longest = 64
    var openings: [UInt64: [Int]] = [:]
    for (index, chunk) in chunks.enumerated() {
      for hash in Set(chunk.lines.hashes.prefix(longest)) {
        openings[hash, default: []].append(index)
      }
    }
    var all: [[Int]] = []
    for (index, chunk) in chunks.enumerated() {
      try interrupt.check()
      let others = chunk.lines.hashes.last.flatMap { openings[$0] } ?? []
      let lengths = largest(
        of: chunk, with: others.prefix(candidates).filter { $0 != index }.map { chunks[$0] })
      // One line alone proves nothing between chunks that no name puts together.
      all.append(lengths.first == 1 ? [] : lengths)
    }
    return all
  }

  /// The lengths, descending, that fit between a chunk and the one of others that it overlaps most.
  private static func largest(of chunk: ChunkFile, with others: [ChunkFile]) -> [Int] {
    others.map { chunk.lines.overlaps(with: $0.lines) }
      .max { ($0.first ?? 0) < ($1.first ?? 0) } ?? []
  }

  /// The lengths that fit between pairs of chunks.
  private struct Votes {
    /// How many pairs there are.
    let count: Int
    private var largest: [Int: Int] = [:]
    private var fitting: [Int: Int] = [:]

    /// Votes of pairs: for each, the lengths that fit, descending.
    init(_ pairs: [[Int]]) {
      count = pairs.count
      for lengths in pairs {
        if let first = lengths.first { largest[first, default: 0] += 1 }
        for length in lengths { fitting[length, default: 0] += 1 }
      }
      // The one pair of a pair of chunks has no other to agree with.
      if count == 1, fitting[usual] != nil { largest = [usual: 1] }
    }

    /// Whether so many pairs overlap that it is no chance.
    var areCommon: Bool {
      let overlapping = telling.values.reduce(0, +)
      return overlapping > 0 && overlapping * 8 >= count
    }

    /// The length that most pairs have as their largest; of several, the one that fits most pairs,
    /// then the usual one, then the longer.
    var winner: Int? {
      telling.max { a, b in
        (a.value, fitting[a.key] ?? 0, a.key == usual ? 1 : 0, a.key)
          < (b.value, fitting[b.key] ?? 0, b.key == usual ? 1 : 0, b.key)
      }?.key
    }

    /// How many pairs have each length as their largest. Several lines hardly return by themselves;
    /// a single one does, and tells only where half of the pairs share one.
    private var telling: [Int: Int] {
      largest.filter { $0.key > 1 || $0.value * 2 >= count }
    }
  }
}
