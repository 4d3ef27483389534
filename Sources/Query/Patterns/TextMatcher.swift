public import Diagnostics
public import Model

/// A plain text looked for in others, folded or exactly as it is written.
public struct TextMatcher: Sendable {
  /// How a text lies to the one looked for.
  public enum Relation: Sendable, Hashable, CaseIterable {
    case equals
    case starts
    case ends
    /// It is anywhere in it.
    case contains
    /// It is in it as a run of whole words: a side of it that is a letter or digit does not go on
    /// as one. A blank in it stands for any white space.
    case hasWords
  }

  /// How a text has to lie to the one looked for.
  public let relation: Relation
  /// Whether case, accents and the like matter.
  public let isExact: Bool

  /// The pieces to find, in order: the whole text, or for ``Relation/hasWords`` what stands between
  /// its blanks; none where every text matches.
  private let pieces: [Needle]
  /// The first piece, to be found in texts that are not folded yet; nil where it cannot be.
  private let written: WrittenNeedle?

  /// A text to look for.
  public init(_ relation: Relation, _ text: String, exact: Bool = false) {
    self.relation = relation
    isExact = exact
    let sought = Array((exact ? text : Fold.string(text)).utf8)
    if relation == .hasWords {
      pieces = TextMatcher.split(sought).compactMap { Needle($0) }
    } else {
      pieces = Needle(sought).map { [$0] } ?? []
    }
    written = exact ? nil : pieces.first.flatMap { WrittenNeedle($0, isAll: relation == .contains) }
  }

  /// Whether a text matches.
  public func matches(_ text: Span<UInt8>) -> Bool {
    if isExact { return holds(in: text) }
    var folded: [UInt8] = []
    let end = Fold.write(text, into: &folded, at: 0)
    return holds(in: folded.span.extracting(0..<end))
  }

  /// For each row whether its text matches; null does not.
  public func select(
    _ column: TextColumn, interrupt: Interrupt = .never
  ) throws(Diagnostic) -> [Bool] {
    var selected = [Bool](repeating: false, count: column.count)
    let blocks = TextBlocks(column: column, folded: !isExact)
    try blocks.forEach(holding: written, interrupt) {
      selected[$0] = true
    } _: { (bytes, block) throws(Diagnostic) in
      if let needle = pieces.first, relation == .contains || relation == .hasWords {
        select(holding: needle, in: bytes, block, into: &selected)
      } else {
        for row in block.rows {
          guard let range = block.place(of: row) else { continue }
          selected[row] = holds(in: bytes.extracting(range))
        }
      }
    }
    return selected
  }

  /// Searches the block as a whole, and looks at a text only where the needle stands in it.
  private func select(
    holding needle: Needle, in bytes: Span<UInt8>, _ block: TextBlocks.Block,
    into selected: inout [Bool]
  ) {
    var row = block.rows.lowerBound
    var offset = 0
    while let hit = needle.first(in: bytes, from: offset) {
      guard let (found, range) = block.next(from: row, behind: hit) else { return }
      row = found
      guard hit >= range.lowerBound, hit + needle.bytes.count <= range.upperBound else {
        // Between two texts, or over the border of one.
        offset = hit + 1
        continue
      }
      selected[row] =
        relation == .contains
        || firstMatch(in: bytes.extracting(range), from: hit - range.lowerBound) != nil
      offset = range.upperBound
      row += 1
    }
  }

  /// Where a text matches, as ranges of its UTF-8, in order, none empty, none overlapping.
  public func ranges(in text: String) -> [Range<Int>] {
    var text = text
    text.makeContiguousUTF8()
    if isExact { return matchRanges(in: text.utf8.span) }
    let folded = FoldedText(text)
    return joined(matchRanges(in: folded.bytes.span).map { folded.trueRange(of: $0) })
  }

  private func matchRanges(in text: Span<UInt8>) -> [Range<Int>] {
    guard let needle = pieces.first, holds(in: text) else { return [] }
    switch relation {
    case .equals: return [0..<text.count]
    case .starts: return [0..<needle.bytes.count]
    case .ends: return [(text.count - needle.bytes.count)..<text.count]
    case .contains, .hasWords:
      var ranges: [Range<Int>] = []
      while let range = firstMatch(in: text, from: ranges.last?.upperBound ?? 0) {
        ranges.append(range)
      }
      return ranges
    }
  }

  /// Whether a text matches that is folded already, unless the match is exact.
  private func holds(in text: Span<UInt8>) -> Bool {
    guard let needle = pieces.first else { return relation != .equals || text.isEmpty }
    switch relation {
    case .equals: return text.count == needle.bytes.count && needle.stands(at: 0, in: text)
    case .starts: return text.count >= needle.bytes.count && needle.stands(at: 0, in: text)
    case .ends:
      let start = text.count - needle.bytes.count
      return start >= 0 && needle.stands(at: start, in: text)
    case .contains, .hasWords: return firstMatch(in: text, from: 0) != nil
    }
  }

  /// The first match at or after an offset.
  private func firstMatch(in text: Span<UInt8>, from start: Int) -> Range<Int>? {
    guard let needle = pieces.first else { return nil }
    var offset = start
    while let place = needle.first(in: text, from: offset) {
      if relation != .hasWords { return place..<(place + needle.bytes.count) }
      if Words.border(at: place, in: text), let end = endOfWords(startingAt: place, in: text) {
        return place..<end
      }
      offset = place + 1
    }
    return nil
  }

  /// The end of the run of words whose first piece stands at `start`; nil where the others do not
  /// follow, or where the last word goes on.
  private func endOfWords(startingAt start: Int, in text: Span<UInt8>) -> Int? {
    var offset = start
    for (number, piece) in pieces.enumerated() {
      if number > 0 {
        let blank = offset
        while offset < text.count, TextMatcher.isWhiteSpace(text[offset]) { offset += 1 }
        guard offset > blank, offset + piece.bytes.count <= text.count,
          piece.stands(at: offset, in: text)
        else { return nil }
      }
      offset += piece.bytes.count
    }
    return Words.border(at: offset, in: text) ? offset : nil
  }

  /// What stands between white space.
  private static func split(_ text: [UInt8]) -> [[UInt8]] {
    text.split(whereSeparator: isWhiteSpace).map(Array.init)
  }

  /// The blank and the line breaks of folded text.
  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}

/// Ascending ranges with those that overlap joined.
func joined(_ ranges: some Sequence<Range<Int>>) -> [Range<Int>] {
  var joined: [Range<Int>] = []
  for range in ranges {
    if let last = joined.last, range.lowerBound < last.upperBound {
      joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      joined.append(range)
    }
  }
  return joined
}
