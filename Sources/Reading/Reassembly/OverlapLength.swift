import Diagnostics
import Model

/// How many lines the chunks of a series repeat from the chunk before.
enum OverlapLength {
  /// What the chunker that is known writes.
  static let usual = 5

  /// Followers of one chunk that are looked at: more share a number only by mischief.
  static let candidates = 16

  /// Lines that a chunk begins with and that an overlap may end with, where names tell nothing.
  static let longestOpening = 64

  /// Chunks that are asked for before they are come to: their texts lie anywhere in memory.
  private static let ahead = 2

  /// The length common to the chunks: the most frequent of the largest that fit between a chunk and
  /// what follows it by name; 0 where they repeat nothing.
  ///
  /// Where the names put nothing together that overlaps, the lines themselves tell what follows. With
  /// it, for each chunk that others follow by name, the one among those that it overlaps most.
  static func common(
    to order: ChunkOrder, interrupt: Interrupt
  ) throws(Diagnostic) -> (length: Int, pairs: [Pair?]) {
    let pairs = try pairsByName(order, interrupt)
    return (try common(to: order, Votes(pairs), interrupt: interrupt), pairs)
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

  /// Whether pairs of which just one number of lines fits mostly share others than the common one, as where as
  /// many lines are repeated as have room in a number of characters.
  static func areUneven(_ pairs: [Pair?], _ common: Int) -> Bool {
    var (clear, even) = (0, 0)
    for case let pair? in pairs where pair.overlap.longest > 0 && pair.overlap.shorter.isEmpty {
      clear += 1
      if pair.overlap.longest == common { even += 1 }
    }
    return even * 2 < clear
  }

  /// For each chunk that others follow by name, the one among those that it overlaps most.
  private static func pairsByName(
    _ order: ChunkOrder, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Pair?] {
    let chunks = order.chunks
    return try parallelArray(chunks.indices.pieces(of: 1_024), interrupt: interrupt) {
      piece, pairs in
      var reader = HeaderReader()
      for index in piece {
        if index + ahead < chunks.count { chunks[index + ahead].lines.fetch() }
        let others = order.followers[index].prefix(candidates)
        let isPair =
          chunks[index].lines.count > 0 && others.contains { chunks[$0].lines.count > 0 }
        pairs.append(isPair ? Pair(index, with: others, of: chunks, &reader) : nil)
      }
    }
  }

  /// For each chunk, the one that it overlaps most, wherever that stands.
  private static func pairsByLines(
    _ chunks: [ChunkFile], _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Pair?] {
    var openings: [UInt64: [Int]] = [:]
    for (index, chunk) in chunks.enumerated() {
      for hash in Set(chunk.lines.hashes(of: 0..<Swift.min(longestOpening, chunk.lines.count))) {
        openings[hash, default: []].append(index)
      }
    }
    var pairs: [Pair?] = []
    var reader = HeaderReader()
    for (index, chunk) in chunks.enumerated() {
      try interrupt.check()
      let last = Swift.max(0, chunk.lines.count - 1)..<chunk.lines.count
      let others = chunk.lines.hashes(of: last).first.flatMap { openings[$0] } ?? []
      let pair = Pair(
        index, with: others.prefix(candidates).filter { $0 != index }, of: chunks, &reader)
      // One line alone proves nothing between chunks that no name puts together.
      pairs.append(pair.overlap.longest == 1 ? Pair() : pair)
    }
    return pairs
  }

  /// A chunk and the one of others that it overlaps most.
  struct Pair: Sendable {
    /// The lines that they share.
    var overlap = ChunkLines.Overlap()

    /// Whether a header is among the lines of the longest: no two messages have the same.
    var isProof = false

    /// Whether the lines of the longest are all the same, so that shorter ones fit as well.
    var isRun = false

    /// No overlap.
    init() {}

    /// The overlap of a chunk with the one of others, all places of a list, that it overlaps most.
    init(
      _ chunk: Int, with others: some Sequence<Int>, of chunks: [ChunkFile],
      _ reader: inout HeaderReader
    ) {
      let lines = chunks[chunk].lines
      for other in others {
        let overlap = lines.overlap(with: chunks[other].lines)
        if overlap.longest > self.overlap.longest { self.overlap = overlap }
      }
      guard overlap.longest > 0 else { return }
      let shared =
        overlap.bytes.map { lines.range.upperBound - $0 }
        ?? lines.start(of: lines.count - overlap.longest)
      isRun = overlap.longest > 1 && lines.areAlike(from: shared)
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
    private var largest = LengthCounts()
    private var fitting = LengthCounts()

    init(_ pairs: [Pair?]) {
      count = pairs.count { $0 != nil }
      // Of the same line many times any length fits: other pairs decide, where there are any.
      let areRuns = pairs.allSatisfy { $0.map { $0.isRun || $0.overlap.longest == 0 } ?? true }
      for case let pair? in pairs where pair.overlap.longest > 0 {
        // One message over and over is written twice in its minute, and proves nothing.
        if pair.isProof, !pair.isRun { proofs += 1 }
        if pair.isRun, !areRuns {
          runs += 1
        } else {
          largest.add(pair.overlap.longest)
        }
        fitting.add(pair.overlap.longest)
        for length in pair.overlap.shorter { fitting.add(length) }
      }
      // The one pair of a pair of chunks has no other to agree with.
      if count == 1, fitting[usual] > 0 {
        largest = LengthCounts()
        largest.add(usual)
      }
    }

    /// Whether so many pairs overlap that it is no chance.
    var areMost: Bool { (telling.reduce(0) { $0 + $1.count } + runs) * 2 > count }

    /// Whether some pairs overlap for certain, and not so few that even that may be chance.
    var areProof: Bool { proofs > 0 && proofs * 8 >= count && !telling.isEmpty }

    /// The length that most pairs have as their largest; of several, the one that fits most pairs,
    /// then the usual one, then the longer.
    var winner: Int? {
      telling.max { a, b in
        (a.count, fitting[a.length], a.length == usual ? 1 : 0, a.length)
          < (b.count, fitting[b.length], b.length == usual ? 1 : 0, b.length)
      }?.length
    }

    /// How many pairs have each length as their largest. Several lines hardly return by themselves;
    /// a single one does, and tells only where half of the pairs share one.
    private var telling: [(length: Int, count: Int)] {
      largest.met.filter { $0.length > 1 || $0.count * 2 >= count }
    }
  }
}
