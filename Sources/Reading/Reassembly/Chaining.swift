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

  /// Longer overlaps are tried as a whole only.
  private static let longest = 64

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
      for length in (1...Swift.min(overlap, Chaining.longest)).reversed() {
        try linkByFirstLines(at: length, interrupt)
      }
    }
    settleLengths()
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

  /// Chunks that fit with the one that follows by name.
  ///
  /// Names without numbers tell what follows where most of them are right about it.
  private mutating func linkFollowers(_ interrupt: Interrupt) throws(Diagnostic) {
    var unnumbered: [(first: Int, second: Int)] = []
    for first in chunks.indices {
      try interrupt.check()
      for second in order.followers[first].prefix(OverlapLength.candidates)
      where isFree(first, second) && chunks[first].lines.fits(chunks[second].lines, overlap) {
        if chunks[first].ordinal == nil, !areNeighbours(first, second) {
          unnumbered.append((first, second))
        } else {
          link(first, second, at: overlap)
        }
      }
    }
    guard unnumbered.count * 2 >= chunks.count(where: { $0.ordinal == nil }) - 1 else { return }
    for (first, second) in unnumbered where isFree(first, second) {
      link(first, second, at: overlap)
    }
  }

  /// Neighbours that do not fit at the common length: at the one that most of them have as their
  /// largest, or at their own largest, from 2 up.
  private mutating func linkFollowersAtOtherLengths(_ interrupt: Interrupt) throws(Diagnostic) {
    var pairs: [(first: Int, second: Int, lengths: [Int])] = []
    var votes: [Int: Int] = [:]
    for first in chunks.indices where next[first] == nil {
      try interrupt.check()
      for second in order.followers[first].prefix(OverlapLength.candidates)
      where isFree(first, second) && areNeighbours(first, second) {
        let lengths = chunks[first].lines.overlaps(with: chunks[second].lines).filter {
          $0 > 1 && chunks[first].lines.fits(chunks[second].lines, $0)
        }
        guard let largest = lengths.first else { continue }
        votes[largest, default: 0] += 1
        pairs.append((first, second, lengths))
      }
    }
    let usual = votes.max { a, b in (a.value, a.key) < (b.value, b.key) }?.key ?? 0
    for (first, second, lengths) in pairs
    where isFree(first, second) && lengths.contains(usual) {
      link(first, second, at: usual)
    }
    for (first, second, lengths) in pairs.sorted(by: { $0.lengths[0] > $1.lengths[0] })
    where isFree(first, second) {
      link(first, second, at: lengths[0])
    }
  }

  /// Chunks that share a number, or whose names do not tell what follows: by their first lines.
  ///
  /// Where the repeated lines alone exceed the chunker's limit, chunks share fewer of them with one
  /// that is not the very next.
  private mutating func linkByFirstLines(
    at length: Int, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    let heads = chunks.indices.filter { previous[$0] == nil && chunks[$0].lines.count >= length }
    let tails = chunks.indices.filter { next[$0] == nil && chunks[$0].lines.count >= length }
    guard heads.count > 1 else { return }
    let keysOfTails = tails.map { LineHashes.joined(chunks[$0].lines.hashes.suffix(length)) }
    let headsByKey = Dictionary(grouping: heads) {
      LineHashes.joined(chunks[$0].lines.hashes.prefix(length))
    }
    let tailsByKey = Dictionary(grouping: keysOfTails) { $0 }
    for (first, key) in zip(tails, keysOfTails) {
      try interrupt.check()
      let sameLines = headsByKey[key, default: []].prefix(64)
      let isOnly = sameLines.count == 1 && tailsByKey[key]?.count == 1
      let candidates = sameLines.filter { second in
        isFree(first, second) && chunks[first].lines.fits(chunks[second].lines, length)
          && mayFollow(first, second, at: length, isOnly: isOnly)
      }
      // Of several, the next by name; the first of all where there is none.
      if let second = candidates.first(where: { $0 > first }) ?? candidates.first {
        link(first, second, at: length)
      }
    }
  }

  /// Whether the repeated lines let `second` continue `first`, though the names do not say so:
  /// equal lines return in a chat, and a chunk between the two may be missing.
  ///
  /// A header among them is proof, unless more chunks are missing than have room in the lines that
  /// are not repeated: each adds one at least. Without a header, numbers that do not follow prove
  /// the contrary; chunks without numbers are believed where no other chunk has these lines in
  /// these places, and all the usual ones are there.
  private func mayFollow(_ first: Int, _ second: Int, at length: Int, isOnly: Bool) -> Bool {
    if length == overlap, areNeighbours(first, second) { return true }
    let lines = chunks[first].lines
    let shared = (lines.count - length)..<lines.count
    let ordinals = chunks[first].ordinal.flatMap { one in chunks[second].ordinal.map { (one, $0) } }
    if shared.contains(where: { lines.isHeader($0) }) {
      guard length < overlap else { return overlap > 1 }
      return ordinals.map { (1...(overlap - length)).contains($0.1 - $0.0 - 1) } ?? true
    }
    guard length == overlap, length > 1, ordinals == nil else { return false }
    return isOnly && Set(lines.hashes[shared]).count > 1
  }

  /// Joins the chunks of a chain at the length that most of it has, wherever that fits as well: a
  /// folder of two series has two such lengths.
  private mutating func settleLengths() {
    for chain in chains where chain.count > 2 {
      var counts: [Int: Int] = [:]
      for place in chain.dropFirst() { counts[repeated[place], default: 0] += 1 }
      guard let usual = counts.first(where: { $0.value * 2 > chain.count - 1 })?.key, usual > 0
      else { continue }
      for (first, second) in zip(chain, chain.dropFirst())
      where repeated[second] != usual && chunks[first].lines.fits(chunks[second].lines, usual) {
        repeated[second] = usual
      }
    }
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
