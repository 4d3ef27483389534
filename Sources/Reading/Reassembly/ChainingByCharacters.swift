import Diagnostics
import Model

extension Chaining {
  /// A chunk, and one that follows it by name.
  private typealias Pair = (first: Int, second: Int)

  /// Pairs that are looked at before all of them, to see whether the chunks were cut by characters at all.
  private static let sample = 64

  /// Bytes without a header that tell what follows where other chunks of the folder repeat whole lines.
  private static let telling = 32

  /// Chunks that repeat the last characters of the one before by name, as splitters of texts cut them: in the
  /// middle of lines, or at lines with as many of them as fit in a number of characters.
  mutating func linkByCharacters(_ interrupt: Interrupt) throws(Diagnostic) {
    let pairs = openPairs
    let repeatLines = repeated.contains { $0 > 0 }
    if !repeatLines {
      let step = Swift.max(1, pairs.count / Chaining.sample)
      let some = stride(from: 0, to: pairs.count, by: step).map { pairs[$0] }
      guard CharacterOverlap.areOfOneText(try overlaps(of: some, interrupt)) else { return }
    }
    let least = repeatLines ? Chaining.telling : CharacterOverlap.fewest
    for (pair, overlap) in zip(pairs, try overlaps(of: pairs, interrupt))
    where overlap.isProof || overlap.count >= least {
      if isFree(pair.first, pair.second) { link(pair.first, pair.second, atBytes: overlap.count) }
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
