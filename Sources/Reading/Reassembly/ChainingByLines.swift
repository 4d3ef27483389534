import Diagnostics

extension Chaining {
  /// Longer overlaps are tried as a whole only.
  private static let longest = 64

  /// Chunks that share a number, or whose names do not tell what follows: by their first lines.
  ///
  /// Where the repeated lines alone exceed the chunker's limit, chunks share fewer of them with one
  /// that is not the very next.
  mutating func linkByFirstLines(_ interrupt: Interrupt) throws(Diagnostic) {
    for length in (1...Swift.max(1, Swift.min(overlap, Chaining.longest))).reversed() {
      try linkByFirstLines(at: length, of: overlap, interrupt)
    }
    // Another series of the folder may repeat more lines.
    var tried: Set<Int> = [overlap]
    while let longer = try longerOverlap(unless: tried, interrupt) {
      try linkByFirstLines(at: longer, of: longer, interrupt)
      tried.insert(longer)
    }
  }

  /// The number of lines, more than usual, that most chunks without numbers which none continues have in
  /// common for certain with one that continues none; nil where there is no such number that is not in
  /// `tried`.
  private func longerOverlap(
    unless tried: Set<Int>, _ interrupt: Interrupt
  ) throws(Diagnostic) -> Int? {
    let isOpen = { (index: Int) in
      chunks[index].ordinal == nil && chunks[index].lines.count > overlap
    }
    let heads = chunks.indices.filter { previous[$0] == nil && isOpen($0) }
    guard heads.count > 1, overlap < Chaining.longest, !namesTellOrder else { return nil }
    var headsByLine: [UInt64: [Int]] = [:]
    for head in heads {
      let count = Swift.min(Chaining.longest, chunks[head].lines.count)
      for hash in Set(chunks[head].lines.hashes(of: overlap..<count)) {
        headsByLine[hash, default: []].append(head)
      }
    }
    var votes: [Int: Int] = [:]
    for tail in chunks.indices where next[tail] == nil && isOpen(tail) {
      try interrupt.check()
      let lines = chunks[tail].lines
      let last = lines.hashes(of: (lines.count - 1)..<lines.count).first
      let candidates = last.flatMap { headsByLine[$0] } ?? []
      let longest = candidates.prefix(OverlapLength.candidates).filter { isFree(tail, $0) }
        .map { lines.overlap(with: chunks[$0].lines).longest }.max()
      if let longest, longest > overlap, !tried.contains(longest), isProof(tail, longest) {
        votes[longest, default: 0] += 1
      }
    }
    return votes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// The same at one length, where chunks usually repeat `usual` lines.
  private mutating func linkByFirstLines(
    at length: Int, of usual: Int, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    let heads = chunks.indices.filter { previous[$0] == nil && chunks[$0].lines.count >= length }
    let tails = chunks.indices.filter { next[$0] == nil && chunks[$0].lines.count >= length }
    guard heads.count > 1 else { return }
    let keysOfTails = tails.map { tail in
      let lines = chunks[tail].lines
      return LineHashes.joined(lines.hashes(of: (lines.count - length)..<lines.count))
    }
    let headsByKey = Dictionary(grouping: heads) {
      LineHashes.joined(chunks[$0].lines.hashes(of: 0..<length))
    }
    let tailsByKey = Dictionary(grouping: keysOfTails) { $0 }
    for (first, key) in zip(tails, keysOfTails) {
      try interrupt.check()
      let sameLines = headsByKey[key, default: []].prefix(64)
      let isOnly = sameLines.count == 1 && tailsByKey[key]?.count == 1
      let candidates = sameLines.filter { second in
        isFree(first, second) && chunks[first].lines.fits(chunks[second].lines, length)
          && mayFollow(first, second, at: length, of: usual, isOnly: isOnly)
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
  /// the contrary, and so do names that tell the order; other chunks are believed where no other chunk
  /// has these lines in these places, and all the usual ones are there.
  private func mayFollow(
    _ first: Int, _ second: Int, at length: Int, of usual: Int, isOnly: Bool
  ) -> Bool {
    if length == usual, areNeighbours(first, second) { return true }
    let ordinals = chunks[first].ordinal.flatMap { one in chunks[second].ordinal.map { (one, $0) } }
    if isProof(first, length) {
      guard length < usual else { return usual > 1 }
      return ordinals.map { (1...(usual - length)).contains($0.1 - $0.0 - 1) } ?? true
    }
    guard length == usual, length > 1, ordinals == nil, !namesTellOrder else { return false }
    let lines = chunks[first].lines
    return isOnly && !lines.areAlike(from: lines.start(of: lines.count - length))
  }
}
