import Diagnostics
import Model

extension Chaining {
  /// Chunks looked at on either side of a seam: in a large group others may write in the next few.
  private static let depth = 16

  /// Without an overlap only the numbers tell what follows, unless what stands on either side looks like parts of
  /// different chats. A chunk that holds the same as the one before is its double.
  ///
  /// Other hands number the chunks of several chats in one go: there who writes counts as well as the form of the
  /// headers.
  mutating func linkByNameAlone(_ interrupt: Interrupt) throws(Diagnostic) {
    let byOthers = chunks.contains { $0.ordinal != nil && $0.chunkersNumber == nil }
    let traits = try parallelArray(chunks.indices.pieces(of: 256), interrupt: interrupt) {
      [self] piece, traits in
      for index in piece {
        traits.append(
          byOthers
            ? ChainTraits(of: [index], in: chunks) : ChainTraits(firstHeaderOf: chunks[index]))
      }
    }
    let whole = try seamsWithoutLoss(interrupt)
    for first in chunks.indices {
      try interrupt.check()
      for second in order.followers[first].prefix(OverlapLength.candidates)
      where isFree(first, second) && areNeighbours(first, second)
        && mayBeOfOneChat(first, second, traits)
      {
        let isDouble =
          chunks[first].lines.areEqual(to: chunks[second].lines) && !mayBothStand(first, second)
        if isDouble {
          link(first, second, at: chunks[second].lines.count)
        } else {
          linkBare(
            first, second,
            isFull: whole.contains(second))
        }
      }
    }
  }

  /// Where chunks were cut after a number of characters, the places of those that go on where the one before ends,
  /// of which nothing was dropped there; none where they were cut otherwise. All have that number but the last, and
  /// those at whose ends blanks or blank lines were.
  private func seamsWithoutLoss(_ interrupt: Interrupt) throws(Diagnostic) -> Set<Int> {
    guard chunks.count > 2 else { return [] }
    let counts = try parallelArray(chunks.indices.pieces(of: 256), interrupt: interrupt) {
      [self] piece, counts in
      for index in piece {
        let lines = chunks[index].lines
        counts.append(
          CharacterOverlap.characters(in: lines.buffer.span.extracting(lines.range)))
      }
    }
    let most = counts.max() ?? 0
    let full = counts.indices.filter { counts[$0] == most }
    // Lines that are alike have as many as well.
    guard counts.dropLast().allSatisfy({ $0 + Chaining.tolerance >= most }),
      full.count * 2 > counts.count, Set(full.map { chunks[$0].lines.count }).count > 1
    else { return [] }
    let isTrimmed = !chunks.contains { chunk in
      let (bytes, range) = (chunk.lines.buffer.span, chunk.lines.range)
      return !range.isEmpty
        && (bytes[range.lowerBound] == 0x20 || bytes[range.upperBound - 1] == 0x20)
    }
    return Set(
      full.map { $0 + 1 }.filter { $0 < counts.count && (!isTrimmed || counts[$0] == most) })
  }

  /// Blanks that a chunk cut after a number of characters may lack at its ends.
  private static let tolerance = 4

  /// Whether a chunk and one that follows it by name, with those beside them where that does not tell, may be
  /// parts of one chat by what each looks like.
  private func mayBeOfOneChat(_ first: Int, _ second: Int, _ traits: [ChainTraits]) -> Bool {
    if traits[first].agree(with: traits[second]) { return true }
    let before = sequence(first: first) { previous[$0] }.prefix(Chaining.depth)
    let after = sequence(first: second) { index in
      order.followers[index].count == 1 ? order.followers[index].first : nil
    }.prefix(Chaining.depth)
    return !ChainTraits(before.map { traits[$0] }).contradict(ChainTraits(after.map { traits[$0] }))
  }

  /// Whether two equal chunks may be no doubles: where nothing is repeated, one line over and over, as an
  /// album of pictures is, fills chunks of several numbers.
  func mayBothStand(_ first: Int, _ second: Int) -> Bool {
    guard overlap == 0, let one = chunks[first].ordinal, let other = chunks[second].ordinal else {
      return false
    }
    let lines = chunks[first].lines
    return one != other && lines.count > 1 && lines.areAlike(from: lines.range.lowerBound)
  }

  /// Chunks that overlap with the one that follows by name.
  mutating func linkFollowers(_ interrupt: Interrupt) throws(Diagnostic) {
    linkBeginnings()
    var joints: [Joint] = []
    var ranked: [(first: Int, second: Int)] = []
    for first in chunks.indices {
      try interrupt.check()
      let followers = order.followers[first].prefix(OverlapLength.candidates)
      for second in followers where isFree(first, second) {
        let fits =
          fitsFollower(first) ?? chunks[first].lines.fits(chunks[second].lines, overlap)
        if !areNeighbours(first, second) {
          if fits { ranked.append((first, second)) }
        } else if fits, followers.count == 1, !sharesNumber(first) {
          link(first, second, at: overlap)
        } else if let joint = Joint(first, second, in: self) {
          joints.append(joint)
        }
      }
    }
    link(joints)
    // Names without numbers tell what follows where most of them are right about it.
    let others = chunks.count { $0.ordinal == nil }
    namesTellOrder = ranked.count * 2 >= others - 1
    guard namesTellOrder else { return }
    for (first, second) in ranked where isFree(first, second) {
      link(first, second, at: overlap)
    }
  }

  /// Chunks that nothing continues and whose lines a longer one of their number begins with: the last
  /// chunk of a chat that has grown since, when the chunker ran again in the same folder.
  private mutating func linkBeginnings() {
    for first in chunks.indices where sharesNumber(first) {
      let lines = chunks[first].lines
      let followers = order.followers[first].prefix(OverlapLength.candidates)
      guard lines.count > 0, !followers.contains(where: { lines.fits(chunks[$0].lines, overlap) })
      else { continue }
      let others = (first - OverlapLength.candidates...first + OverlapLength.candidates)
        .clamped(to: chunks.startIndex...chunks.endIndex - 1)
      let longer = others.filter {
        chunks[$0].ordinal == chunks[first].ordinal && chunks[$0].lines.count > lines.count
          && isFree(first, $0) && lines.fits(chunks[$0].lines, lines.count)
      }
      if let second = longer.min(by: { chunks[$0].lines.count < chunks[$1].lines.count }) {
        link(first, second, at: lines.count)
      }
    }
  }

  /// Whether the only chunk that follows one by name fits at the common length; nil where others
  /// follow too, or that is not known yet.
  private func fitsFollower(_ first: Int) -> Bool? {
    guard order.followers[first].count == 1, let pair = pairs[first],
      pair.overlap.longest == 0 || pair.overlap.bytes != nil
    else { return nil }
    return pair.overlap.fits(overlap)
  }

  /// A chunk and one that follows it by name, where there are several of either, or they do not fit
  /// at the common length.
  private struct Joint {
    let first: Int
    let second: Int

    /// The lengths that fit, from 2 up and the common one, descending.
    let lengths: [Int]

    /// Whether a header is among the lines of the longest.
    let isProof: Bool

    /// Nil where nothing fits, or without proof where the two look like parts of different chats.
    init?(_ first: Int, _ second: Int, in chaining: Chaining) {
      self.first = first
      self.second = second
      let (lines, others) = (chaining.chunks[first].lines, chaining.chunks[second].lines)
      lengths = lines.overlap(with: others).lengths.filter {
        ($0 > 1 || $0 == chaining.overlap) && lines.fits(others, $0)
      }
      guard let longest = lengths.first else { return nil }
      isProof = chaining.isProof(first, longest)
      guard !isProof else { return }
      let traits = ChainTraits(of: [first], in: chaining.chunks)
      if traits.contradict(ChainTraits(of: [second], in: chaining.chunks)) { return nil }
    }
  }

  /// Links what is proved first, then what fits at the common length, then at the one that most of
  /// the others have as their largest, then at their own largest; of several alike, the chunk that
  /// fits on both sides, since a changed copy of one mostly fits on one.
  private mutating func link(_ joints: [Joint]) {
    var votes: [Int: Int] = [:]
    for joint in joints where !joint.lengths.contains(overlap) {
      votes[joint.lengths[0], default: 0] += 1
    }
    let second = votes.max { a, b in (a.value, a.key) < (b.value, b.key) }?.key
    let common = [overlap, second].compactMap { $0 }
    let firsts = Set(joints.map(\.first))
    let seconds = Set(joints.map(\.second))
    let ranked = joints.map { joint in
      let place = common.firstIndex { joint.lengths.contains($0) }
      let length = place.map { common[$0] } ?? joint.lengths[0]
      let sides = (seconds.contains(joint.first) ? 1 : 0) + (firsts.contains(joint.second) ? 1 : 0)
      let rank = (joint.isProof ? 0 : 1, place ?? common.count, -length, -sides)
      return (joint: joint, length: length, rank: rank)
    }
    for (joint, length, _) in ranked.sorted(by: { $0.rank < $1.rank })
    where isFree(joint.first, joint.second) {
      link(joint.first, joint.second, at: length)
    }
  }

  /// Whether another chunk has the same number.
  private func sharesNumber(_ chunk: Int) -> Bool {
    let ordinal = chunks[chunk].ordinal
    guard ordinal != nil else { return false }
    return chunk > 0 && chunks[chunk - 1].ordinal == ordinal
      || chunk + 1 < chunks.count && chunks[chunk + 1].ordinal == ordinal
  }
}
