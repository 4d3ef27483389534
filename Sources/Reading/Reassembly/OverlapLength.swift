import Diagnostics
import Model

/// How many lines the chunks of a series repeat from the chunk before.
enum OverlapLength {
  /// What the chunker that is known writes.
  static let usual = 5

  /// Followers of one chunk that are looked at: more share a number only by mischief.
  static let candidates = 16

  /// The length common to the chunks: the most frequent of the largest that fit between a chunk and
  /// what follows it by name; 0 where they repeat nothing.
  ///
  /// Where the names put nothing together that overlaps, the lines themselves tell what follows. With
  /// it, for each chunk that others follow by name, the one among those that it overlaps most.
  static func common(
    to order: ChunkOrder, interrupt: Interrupt
  ) throws(Diagnostic) -> (length: Int, pairs: [Pair?]) {
    let pairs = try pairsByName(order, interrupt)
    return (try common(to: order, Votes(pairs.compactMap { $0 }), interrupt: interrupt), pairs)
  }

  private static func common(
    to order: ChunkOrder, _ byName: Votes, interrupt: Interrupt
  ) throws(Diagnostic) -> Int {
    let isNumbered = order.chunks.contains { $0.ordinal != nil }
    if byName.areMost || isNumbered && byName.areProof, let length = byName.winner {
      return length
    }
    let byLines = try Votes(pairsByLines(order.chunks, interrupt))
    if !isNumbered || byName.count == 0 || byLines.areProof, let length = byLines.winner {
      return length
    }
    return 0
  }

  /// For each chunk that others follow by name, the one among those that it overlaps most.
  private static func pairsByName(
    _ order: ChunkOrder, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Pair?] {
    let pieces = order.chunks.indices.pieces(of: 1_024)
    return try parallelMap(pieces.count, interrupt: interrupt) { piece in
      var reader = HeaderReader()
      return pieces[piece].map { index -> Pair? in
        let chunk = order.chunks[index]
        let others = order.followers[index].prefix(candidates).map { order.chunks[$0] }
          .filter { $0.lines.count > 0 }
        return others.isEmpty || chunk.lines.count == 0 ? nil : Pair(chunk, with: others, &reader)
      }
    }.flatMap { $0 }
  }

  /// For each chunk, the one that it overlaps most, wherever that stands.
  private static func pairsByLines(
    _ chunks: [ChunkFile], _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Pair] {
    // Lines that a chunk begins with and that an overlap may end with.
    let longest = 64
    var openings: [UInt64: [Int]] = [:]
    for (index, chunk) in chunks.enumerated() {
      for hash in Set(chunk.lines.hashes(of: 0..<Swift.min(longest, chunk.lines.count))) {
        openings[hash, default: []].append(index)
      }
    }
    var pairs: [Pair] = []
    var reader = HeaderReader()
    for (index, chunk) in chunks.enumerated() {
      try interrupt.check()
      let last = Swift.max(0, chunk.lines.count - 1)..<chunk.lines.count
      let others = chunk.lines.hashes(of: last).first.flatMap { openings[$0] } ?? []
      let pair = Pair(
        chunk, with: others.prefix(candidates).filter { $0 != index }.map { chunks[$0] },
        &reader)
      // One line alone proves nothing between chunks that no name puts together.
      pairs.append(pair.lengths.first == 1 ? Pair() : pair)
    }
    return pairs
  }

  /// A chunk and the one of others that it overlaps most.
  struct Pair: Sendable {
    /// The lengths that fit, descending.
    var lengths: [Int] = []

    /// The bytes of the longest; nil where nobody compared it.
    var bytes: Int?

    /// Whether a header is among the lines of the longest: no two messages have the same.
    var isProof = false

    /// Whether the lines of the longest are all the same, so that shorter ones fit as well.
    var isRun = false

    /// No overlap.
    init() {}

    init(_ chunk: ChunkFile, with others: [ChunkFile], _ reader: inout HeaderReader) {
      let overlaps = others.map { chunk.lines.overlap(with: $0.lines) }
      guard let most = overlaps.max(by: { ($0.lengths.first ?? 0) < ($1.lengths.first ?? 0) })
      else { return }
      lengths = most.lengths
      bytes = most.bytes
      guard let longest = lengths.first else { return }
      let lines = chunk.lines
      let shared =
        bytes.map { lines.range.upperBound - $0 } ?? lines.start(of: lines.count - longest)
      isRun = longest > 1 && lines.areAlike(from: shared)
      // A header in the first lines is found at once, and most overlaps have one.
      isProof = lines.holdHeader(from: shared, &reader)
    }
  }

  /// The lengths that fit between pairs of chunks.
  private struct Votes {
    /// How many pairs there are.
    let count: Int
    /// How many of them overlap for certain.
    private var proofs = 0
    /// How many overlap, but tell no length.
    private var runs = 0
    private var largest: [Int: Int] = [:]
    private var fitting: [Int: Int] = [:]

    init(_ pairs: [Pair]) {
      count = pairs.count
      proofs = pairs.count(where: \.isProof)
      // Of the same line many times any length fits: other pairs decide, where there are any.
      let areRuns = pairs.allSatisfy { $0.isRun || $0.lengths.isEmpty }
      for pair in pairs {
        if pair.isRun, !areRuns {
          runs += 1
        } else if let first = pair.lengths.first {
          largest[first, default: 0] += 1
        }
        for length in pair.lengths { fitting[length, default: 0] += 1 }
      }
      // The one pair of a pair of chunks has no other to agree with.
      if count == 1, fitting[usual] != nil { largest = [usual: 1] }
    }

    /// Whether so many pairs overlap that it is no chance.
    var areMost: Bool { (telling.values.reduce(0, +) + runs) * 2 > count }

    /// Whether some pairs overlap for certain, and not so few that even that may be chance.
    var areProof: Bool { proofs > 0 && proofs * 8 >= count && !telling.isEmpty }

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
