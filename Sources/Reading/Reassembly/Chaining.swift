import Diagnostics
import Model

/// Which chunk of a folder continues which, and at how many repeated lines.
struct Chaining: Sendable {
  /// The chunks, in the order of their names.
  let order: ChunkOrder

  /// Lines that the chunks of the series repeat from the one before; 0 where they repeat nothing.
  let overlap: Int

  /// For each chunk that others follow by name, the one among those that it overlaps most.
  let pairs: [OverlapLength.Pair?]

  /// The chunk that continues each one; nil where none does.
  private(set) var next: [Int?]

  /// The chunk that each one continues; nil where it begins a chain.
  private(set) var previous: [Int?]

  /// Lines that each chunk repeats from the one that it continues, the last of them perhaps in part.
  private(set) var repeated: [Int]

  /// Bytes that chunks repeat from the ones that they continue, where those were not cut at lines.
  private(set) var repeatedBytes: [Int: Int] = [:]

  /// Chunks that repeat nothing and go on behind a blank in the last line of the one that they continue.
  private(set) var isBehindBlank: Set<Int> = []

  /// Where the lines of each chunk that it does not repeat begin, in the buffer of its lines.
  private(set) var freshStarts: [Int] = []

  /// Chunks that hold the lines of another and stand in no chain, with that other.
  private(set) var doubles: [Int: Int] = [:]

  /// Whether names without numbers tell the order of the chunks that have them.
  var namesTellOrder = false

  /// For the first chunk of a chain its last, and the other way round; the rest means nothing.
  private var otherEnd: [Int]

  var chunks: [ChunkFile] { order.chunks }

  /// Chains the chunks of a folder.
  init(_ order: ChunkOrder, interrupt: Interrupt) throws(Diagnostic) {
    self.order = order
    (overlap, pairs) = try OverlapLength.common(to: order, interrupt: interrupt)
    next = Array(repeating: nil, count: order.chunks.count)
    previous = next
    repeated = Array(repeating: 0, count: order.chunks.count)
    otherEnd = Array(order.chunks.indices)
    let areBare = areBareBehindLongLines
    if areBare || OverlapLength.areUneven(pairs, overlap) {
      try linkByCharacters(areSo: areBare, interrupt)
    }
    if overlap > 0 { try linkFollowers(interrupt) }
    try linkByCharacters(interrupt)
    if overlap > 0 {
      try linkByFirstLines(interrupt)
      if areBareBySize { try linkBareSeams(interrupt) }
    } else if repeatedBytes.isEmpty {
      try linkByNameAlone(interrupt)
    }
    try settleLengths(interrupt)
    try setDoublesAside(interrupt)
    freshStarts = try startsOfFreshLines(interrupt)
  }

  /// The chains, each by its chunks in order, in the order of their first.
  var chains: [[Int]] {
    chunks.indices.filter { previous[$0] == nil && doubles[$0] == nil }.map { first in
      Array(sequence(first: first) { next[$0] })
    }
  }

  /// Lets a chunk continue another, with so many repeated lines.
  mutating func link(_ first: Int, _ second: Int, at length: Int) {
    next[first] = second
    previous[second] = first
    repeated[second] = length
    let (start, end) = (otherEnd[first], otherEnd[second])
    otherEnd[start] = end
    otherEnd[end] = start
  }

  /// Lets a chunk continue another, of whose last bytes it repeats so many.
  mutating func link(_ first: Int, _ second: Int, atBytes count: Int) {
    let lines = chunks[second].lines
    let bytes = lines.buffer.span.extracting(lines.range).extracting(first: count)
    link(first, second, at: Reading.count(of: UInt8(ascii: "\n"), in: bytes) + 1)
    repeatedBytes[second] = count
  }

  /// Lets a chunk continue another of which it repeats nothing, in the middle of a line where that is cut.
  ///
  /// - Parameter isFull: whether nothing was dropped where the first ends.
  mutating func linkBare(_ first: Int, _ second: Int, isFull: Bool = false) {
    let (lines, others) = (chunks[first].lines, chunks[second].lines)
    let place = CutPlace(
      between: lines.buffer.span.extracting(lines.range),
      and: others.buffer.span.extracting(others.range),
      isFull: isFull && others.blankLinesBefore == 0)
    switch place {
    case .lines: link(first, second, at: 0)
    case .words:
      link(first, second, atBytes: 0)
      isBehindBlank.insert(second)
    case .anywhere: link(first, second, atBytes: 0)
    }
  }

  /// Whether `second` may still continue `first`.
  func isFree(_ first: Int, _ second: Int) -> Bool {
    next[first] == nil && previous[second] == nil && otherEnd[first] != second && first != second
  }

  /// Whether the names say that `second` is the chunk after `first`, none between them missing.
  func areNeighbours(_ first: Int, _ second: Int) -> Bool {
    guard let ordinal = chunks[first].ordinal, let other = chunks[second].ordinal else {
      return NaturalOrder.areNeighbours(chunks[first].name, chunks[second].name)
    }
    return ordinal + 1 == other
  }

  /// Whether a header is among the last lines of a chunk: no two messages have the same.
  func isProof(_ chunk: Int, _ length: Int) -> Bool {
    let lines = chunks[chunk].lines
    var reader = HeaderReader()
    return lines.holdHeader(from: lines.start(of: lines.count - length), &reader)
  }

  /// Joins the chunks of a chain at the length that most of it has, wherever that fits as well: a
  /// folder of two series has two such lengths.
  private mutating func settleLengths(_ interrupt: Interrupt) throws(Diagnostic) {
    for chain in chains where chain.count > 2 {
      try interrupt.check()
      var counts = LengthCounts()
      for place in chain.dropFirst() { counts.add(repeated[place]) }
      guard let usual = counts.met.first(where: { $0.count * 2 > chain.count - 1 })?.length,
        usual > 0
      else { continue }
      for (first, second) in zip(chain, chain.dropFirst())
      where repeated[second] != usual && repeatedBytes[second] == nil
        && chunks[first].lines.fits(chunks[second].lines, usual)
      {
        repeated[second] = usual
      }
    }
  }

  private func startsOfFreshLines(_ interrupt: Interrupt) throws(Diagnostic) -> [Int] {
    try parallelArray(chunks.indices.pieces(of: 2_048), interrupt: interrupt) {
      [self] piece, starts in
      for index in piece {
        let lines = chunks[index].lines
        let start =
          repeatedBytes[index].map { lines.range.lowerBound + $0 }
          ?? comparedBytes(of: index).map { lines.range.lowerBound + $0 + 1 }
          ?? lines.start(of: repeated[index])
        starts.append(Swift.min(start, lines.range.upperBound))
      }
    }
  }

  /// The bytes of the lines that a chunk repeats; nil where nobody compared just those.
  private func comparedBytes(of index: Int) -> Int? {
    guard let before = previous[index], order.followers[before] == index..<(index + 1),
      let overlap = pairs[before]?.overlap, overlap.longest == repeated[index]
    else { return nil }
    return overlap.bytes
  }

  /// Whether of two chunks that hold the same lines it is the first that belongs where it stands:
  /// one that continues another, then one that another continues, then the first by name.
  private func isOriginal(_ place: Int, of head: Int) -> Bool {
    if previous[place] != nil { return true }
    if (next[place] != nil) != (next[head] != nil) { return next[place] != nil }
    return place < head
  }

  /// Takes chunks that begin a chain and hold the lines of a chunk of another chain out of theirs.
  private mutating func setDoublesAside(_ interrupt: Interrupt) throws(Diagnostic) {
    var heads = Array(chunks.indices.filter { previous[$0] == nil }.reversed())
    guard heads.count > 1 else { return }
    var chain = Array(chunks.indices)
    var known = ContentIndex(of: chunks)
    for index in chunks.indices { known.add(chunks[index], at: index) }
    for head in heads {
      var member = head
      while let following = next[member] {
        chain[following] = head
        member = following
      }
    }
    while let head = heads.popLast() {
      try interrupt.check()
      let original = known.match(of: chunks[head], among: chunks) { place in
        chain[place] != chain[head] && doubles[place] == nil && isOriginal(place, of: head)
          && !mayBothStand(place, head)
      }
      guard let original else { continue }
      doubles[head] = original
      if let second = next[head] {
        next[head] = nil
        previous[second] = nil
        repeated[second] = 0
        repeatedBytes[second] = nil
        heads.append(second)
      }
    }
  }
}
