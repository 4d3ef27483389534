import Diagnostics

/// Which chunk of a folder continues which, and at how many repeated lines.
struct Chaining {
  /// The chunks, in the order of their names.
  let order: ChunkOrder

  /// Lines that the chunks of the series repeat from the one before; 0 where they repeat nothing.
  let overlap: Int

  /// The chunk that continues each one; nil where none does.
  private(set) var next: [Int?]

  /// The chunk that each one continues; nil where it begins a chain.
  private(set) var previous: [Int?]

  /// Lines that each chunk repeats from the one that it continues.
  private(set) var repeated: [Int]

  /// Chunks that hold the lines of another and stand in no chain, with that other.
  private(set) var doubles: [Int: Int] = [:]

  /// For the first chunk of a chain its last, and the other way round; the rest means nothing.
  private var otherEnd: [Int]

  private var chunks: [ChunkFile] { order.chunks }

  /// Chains the chunks of a folder.
  init(_ order: ChunkOrder, interrupt: Interrupt) throws(Diagnostic) {
    self.order = order
    overlap = try OverlapLength.common(to: order, interrupt: interrupt)
    next = Array(repeating: nil, count: order.chunks.count)
    previous = next
    repeated = Array(repeating: 0, count: order.chunks.count)
    otherEnd = Array(order.chunks.indices)
    if overlap == 0 {
      linkByNameAlone()
    } else {
      try linkFollowers(interrupt)
      try linkFollowersAtOtherLengths(interrupt)
      try linkByFirstLines(interrupt)
    }
    setDoublesAside()
  }

  /// The chains, each by its chunks in order, in the order of their first.
  var chains: [[Int]] {
    chunks.indices.filter { previous[$0] == nil && doubles[$0] == nil }.map { first in
      Array(sequence(first: first) { next[$0] })
    }
  }

  private mutating func link(_ first: Int, _ second: Int, at length: Int) {
    next[first] = second
    previous[second] = first
    repeated[second] = length
    let (start, end) = (otherEnd[first], otherEnd[second])
    otherEnd[start] = end
    otherEnd[end] = start
  }

  /// Whether `second` may still continue `first`.
  private func isFree(_ first: Int, _ second: Int) -> Bool {
    next[first] == nil && previous[second] == nil && otherEnd[first] != second && first != second
  }

  /// Whether the names say that `second` is the chunk after `first`, none between them missing.
  private func areNeighbours(_ first: Int, _ second: Int) -> Bool {
    guard let ordinal = chunks[first].ordinal, let other = chunks[second].ordinal else {
      return NaturalOrder.areNeighbours(chunks[first].name, chunks[second].name)
    }
    return ordinal + 1 == other
  }

  /// Without an overlap only the numbers tell what follows.
  private mutating func linkByNameAlone() {
    for first in chunks.indices {
      for second in order.followers[first].prefix(OverlapLength.candidates)
      where isFree(first, second) && areNeighbours(first, second) {
        let isDouble = chunks[first].lines.bytes == chunks[second].lines.bytes
        link(first, second, at: isDouble ? chunks[second].lines.count : 0)
      }
    }
  }

  private mutating func linkFollowers(_ interrupt: Interrupt) throws(Diagnostic) {
    for first in chunks.indices {
      try interrupt.check()
      for second in order.followers[first].prefix(OverlapLength.candidates)
      where isFree(first, second) && chunks[first].lines.fits(chunks[second].lines, overlap) {
        link(first, second, at: overlap)
      }
    }
  }

  /// Neighbours that do not fit at the common length: at the largest that does, from 2 up.
  private mutating func linkFollowersAtOtherLengths(_ interrupt: Interrupt) throws(Diagnostic) {
    for first in chunks.indices where next[first] == nil {
      try interrupt.check()
      let fitting = order.followers[first].prefix(OverlapLength.candidates).compactMap {
        second -> (second: Int, length: Int)? in
        guard isFree(first, second), areNeighbours(first, second) else { return nil }
        let lengths = chunks[first].lines.overlaps(with: chunks[second].lines)
        return lengths.first { $0 > 1 && chunks[first].lines.fits(chunks[second].lines, $0) }
          .map { (second, $0) }
      }
      if let best = fitting.max(by: { $0.length < $1.length }) {
        link(first, best.second, at: best.length)
      }
    }
  }

  /// Chunks that share a number, or whose names do not tell what follows: by their first lines.
  private mutating func linkByFirstLines(_ interrupt: Interrupt) throws(Diagnostic) {
    let heads = chunks.indices.filter { previous[$0] == nil && chunks[$0].lines.count >= overlap }
    let tails = chunks.indices.filter { next[$0] == nil && chunks[$0].lines.count >= overlap }
    guard heads.count > 1 else { return }
    let keysOfTails = tails.map { LineHashes.joined(chunks[$0].lines.hashes.suffix(overlap)) }
    let headsByKey = Dictionary(grouping: heads) {
      LineHashes.joined(chunks[$0].lines.hashes.prefix(overlap))
    }
    let tailsByKey = Dictionary(grouping: keysOfTails) { $0 }
    for (first, key) in zip(tails, keysOfTails) {
      try interrupt.check()
      let sameLines = headsByKey[key, default: []].prefix(64)
      let isOnly = sameLines.count == 1 && tailsByKey[key]?.count == 1
      let candidates = sameLines.filter { second in
        isFree(first, second) && chunks[first].lines.fits(chunks[second].lines, overlap)
          && (areNeighbours(first, second) || isProof(first, second, isOnly: isOnly))
      }
      // Of several, the next by name; the first of all where there is none.
      if let second = candidates.first(where: { $0 > first }) ?? candidates.first {
        link(first, second, at: overlap)
      }
    }
  }

  /// Whether the repeated lines prove that `second` continues `first`, though the names do not say
  /// so: equal lines return in a chat, and a chunk between the two may be missing.
  ///
  /// A date among them is proof. Without one, numbers that do not follow prove the contrary; chunks
  /// without numbers are believed where no other chunk has these lines in these places.
  private func isProof(_ first: Int, _ second: Int, isOnly: Bool) -> Bool {
    guard overlap > 1 else { return false }
    let lines = chunks[first].lines
    let shared = (lines.count - overlap)..<lines.count
    if shared.contains(where: { DatedLine.begins(lines[$0]) }) { return true }
    guard chunks[first].ordinal == nil || chunks[second].ordinal == nil else { return false }
    return isOnly && Set(lines.hashes[shared]).count > 1
  }

  /// Whether of two chunks that hold the same lines it is the first that belongs where it stands:
  /// one that continues another, then one that another continues, then the first by name.
  private func isOriginal(_ place: Int, of head: Int) -> Bool {
    if previous[place] != nil { return true }
    if (next[place] != nil) != (next[head] != nil) { return next[place] != nil }
    return place < head
  }

  /// Takes chunks that begin a chain and hold the lines of a chunk of another chain out of theirs.
  private mutating func setDoublesAside() {
    var heads = Array(chunks.indices.filter { previous[$0] == nil }.reversed())
    guard heads.count > 1 else { return }
    var chain = Array(chunks.indices)
    var known = ContentIndex()
    for index in chunks.indices { known.add(chunks[index], at: index) }
    for head in heads {
      var member = head
      while let following = next[member] {
        chain[following] = head
        member = following
      }
    }
    while let head = heads.popLast() {
      let original = known.match(of: chunks[head], among: chunks) { place in
        chain[place] != chain[head] && doubles[place] == nil && isOriginal(place, of: head)
      }
      guard let original else { continue }
      doubles[head] = original
      if let second = next[head] {
        next[head] = nil
        previous[second] = nil
        repeated[second] = 0
        heads.append(second)
      }
    }
  }
}
