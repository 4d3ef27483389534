import Diagnostics
import Model

extension Chaining {
  /// A chunk, and one that follows it by name.
  private typealias Pair = (first: Int, second: Int)

  /// Pairs that are looked at before all of them, to see whether the chunks were cut by characters at all.
  private static let sample = 64

  /// Chunks that repeat the last characters of the one before by name, as splitters of texts cut them: in the
  /// middle of lines, or at lines with as many of them as fit in a number of characters.
  ///
  /// - Parameter areSo: whether something tells already that they were cut so.
  mutating func linkByCharacters(
    areSo: Bool = false, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    let pairs = openPairs
    let repeatLines = repeated.contains { $0 > 0 }
    if repeatLines {
      for (pair, overlap) in zip(pairs, try overlaps(of: pairs, interrupt))
      where overlap.isProof || overlap.count >= CharacterOverlap.telling {
        if isFree(pair.first, pair.second) { link(pair.first, pair.second, atBytes: overlap.count) }
      }
      return
    }
    let step = Swift.max(1, pairs.count / Chaining.sample)
    let some = stride(from: 0, to: pairs.count, by: step).map { pairs[$0] }
    let seen = try overlaps(of: some, interrupt)
    let areInOrder = pairs.count(where: areNeighbours) * 2 > pairs.count
    guard
      areSo || CharacterOverlap.areOfOneText(seen)
        || areInOrder
          && CharacterOverlap.areOfOneTextInPart(
            seen, fewest: CharacterOverlap.telling, rarity: 8)
    else { return }
    let overlaps = CharacterOverlap.settled(try overlaps(of: pairs, interrupt))
    for (pair, overlap) in zip(pairs, overlaps) where overlap.count > 0 {
      if isFree(pair.first, pair.second) { link(pair.first, pair.second, atBytes: overlap.count) }
    }
    try linkBareSeams(interrupt)
  }

  /// Messages that were written twice, one on either side of a cut, are fewer.
  private static let proofs = 3

  /// Whether chunks that repeat nothing of the one with the number before were cut by characters: most do not, or
  /// what is repeated has mostly other numbers of lines than the common one. Where a number of lines is repeated,
  /// few are missing that no number tells.
  var areBareBySize: Bool {
    let firsts = chunks.indices.filter { isOnlyNext(of: $0) }
    let bare = firsts.count { next[$0] == nil }
    let even = firsts.count { first in
      next[first].map { repeated[$0] == overlap && repeatedBytes[$0] == nil } ?? false
    }
    // Where two series are in the folder, most numbers are there twice.
    return firsts.count * 2 >= chunks.count - 1
      && (bare * 2 > firsts.count || even * 2 < firsts.count - bare)
  }

  /// Whether the chunks that repeat nothing of the one with the number before are those where its last line has
  /// more characters than any others repeat, for which there was no room.
  var areBareBehindLongLines: Bool {
    var (bare, most, proofs) = (Int.max, 0, 0)
    var (bareCount, count) = (0, 0)
    for first in chunks.indices where isOnlyNext(of: first) {
      guard let overlap = pairs[first]?.overlap else { continue }
      count += 1
      guard overlap.longest == 0 else { continue }
      bareCount += 1
      let lines = chunks[first].lines
      bare = Swift.min(bare, characters(of: first, from: lines.start(of: lines.count - 1)))
    }
    guard bareCount > 1, count * 2 >= chunks.count - 1 else { return false }
    for first in chunks.indices where most < bare && isOnlyNext(of: first) {
      guard let pair = pairs[first], pair.overlap.shorter.isEmpty, !pair.isRun,
        let bytes = pair.overlap.bytes
      else { continue }
      if pair.isProof { proofs += 1 }
      most = Swift.max(
        most, characters(of: first, from: chunks[first].lines.range.upperBound - bytes))
    }
    return most < bare && proofs >= Chaining.proofs
  }

  /// How many characters the last bytes of a chunk are.
  private func characters(of chunk: Int, from start: Int) -> Int {
    let lines = chunks[chunk].lines
    return CharacterOverlap.characters(
      in: lines.buffer.span.extracting(start..<lines.range.upperBound))
  }

  /// Whether the next chunk by number follows one, and no other has that number.
  private func isOnlyNext(of first: Int) -> Bool {
    order.followers[first] == (first + 1)..<(first + 2) && areNeighbours(first, first + 1)
  }

  /// Chains of such chunks that repeat nothing of the one before and go on in time, where no number is missing.
  mutating func linkBareSeams(_ interrupt: Interrupt) throws(Diagnostic) {
    let chains = chains
    let goOn = BareSeams.goOn(chains.map { chain in chain.map { chunks[$0].lines } })
    try interrupt.check()
    for (index, goesOn) in goOn.enumerated() where goesOn {
      guard let first = chains[index].last, let second = chains[index + 1].first,
        second == first + 1, isOnlyNext(of: first), isFree(first, second)
      else { continue }
      linkBare(first, second)
    }
  }

  /// The chunks that nothing continues so far, with those that follow by name and continue none.
  private var openPairs: [Pair] {
    chunks.indices.flatMap { first in
      order.followers[first].prefix(next[first] == nil ? OverlapLength.candidates : 0)
        .filter { isFree(first, $0) }.map { (first, $0) }
    }
  }

  /// What the chunks of pairs share. Linear in their lines.
  private func overlaps(
    of pairs: [Pair], _ interrupt: Interrupt
  ) throws(Diagnostic) -> [CharacterOverlap] {
    try parallelArray(pairs.indices.pieces(of: 256), interrupt: interrupt) {
      [self] piece, overlaps in
      for place in piece {
        let (first, second) = (chunks[pairs[place].first].lines, chunks[pairs[place].second].lines)
        overlaps.append(
          CharacterOverlap(
            of: first.buffer.span.extracting(first.range),
            with: second.buffer.span.extracting(second.range)))
      }
    }
  }
}
