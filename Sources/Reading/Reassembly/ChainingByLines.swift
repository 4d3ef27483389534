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
      try linkByFirstLines(at: length, interrupt)
    }
  }

  private mutating func linkByFirstLines(
    at length: Int, _ interrupt: Interrupt
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
  /// the contrary, and so do names that tell the order; other chunks are believed where no other chunk
  /// has these lines in these places, and all the usual ones are there.
  private func mayFollow(_ first: Int, _ second: Int, at length: Int, isOnly: Bool) -> Bool {
    if length == overlap, areNeighbours(first, second) { return true }
    let ordinals = chunks[first].ordinal.flatMap { one in chunks[second].ordinal.map { (one, $0) } }
    if isProof(first, length) {
      guard length < overlap else { return overlap > 1 }
      return ordinals.map { (1...(overlap - length)).contains($0.1 - $0.0 - 1) } ?? true
    }
    guard length == overlap, length > 1, ordinals == nil, !namesTellOrder else { return false }
    let lines = chunks[first].lines
    return isOnly && !lines.areAlike((lines.count - length)..<lines.count)
  }
}
