/// One text folded, with the way back: what is found in the folded bytes is shown, cut out or
/// replaced in the true ones.
public struct FoldedText: Sendable {
  /// The folded text, as ``Fold`` makes it.
  public private(set) var bytes: [UInt8] = []

  /// Where folded and true bytes do not go side by side, ascending in both.
  private var edits: [Edit] = []

  /// A true character that is none or two folded, or has another number of bytes.
  private struct Edit: Sendable {
    var foldedStart: Int
    var foldedEnd: Int
    var trueStart: Int
    var trueEnd: Int
  }

  /// The fold of no text.
  public init() {}

  /// The fold of a text.
  public init(_ text: some StringProtocol) {
    var text = String(text)
    text.makeContiguousUTF8()
    fold(text.utf8.span)
  }

  /// Folds another text in place of the one before, in the same storage.
  public mutating func fold(_ text: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    edits.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(text.count + 16)
    var offset = 0
    // Where the character before begins, in folded and true bytes.
    var before: (folded: Int, true: Int)?
    while offset < text.count {
      let (scalar, length) = text.scalar(at: offset)
      let next = offset + length
      let start = bytes.count
      var isPair = false
      switch Fold.outcome(
        of: scalar, after: bytes.span.scalar(before: start),
        before: next < text.count ? text.scalar(at: next).value : nil)
      {
      case .scalar(let value): UTF8Scalar(value).append(to: &bytes)
      case .pair(let one, let other):
        bytes += [one, other]
        isPair = true
      case .nothing: break
      }
      if bytes.count > start {
        if bytes.count - start != length || isPair {
          edits.append(
            Edit(foldedStart: start, foldedEnd: bytes.count, trueStart: offset, trueEnd: next))
        }
        before = (start, offset)
      } else if let before, FoldedText.belongs(scalar) {
        extend(characterAt: before, to: next)
      } else {
        edits.append(Edit(foldedStart: start, foldedEnd: start, trueStart: offset, trueEnd: next))
        before = nil
      }
      offset = next
    }
  }

  /// Whether a dropped scalar is a part of the character before it: a mark, a joiner or a choice
  /// of presentation. The others, marks of direction and the like, stand between characters.
  private static func belongs(_ scalar: UInt32) -> Bool {
    FoldLetters.marks.contains(scalar) || (0x200C...0x200D).contains(scalar) || scalar == 0xFE0F
  }

  /// Makes the last character reach to a true offset.
  private mutating func extend(characterAt start: (folded: Int, true: Int), to end: Int) {
    if edits.last?.foldedStart == start.folded, edits.last?.foldedEnd == bytes.count {
      edits[edits.count - 1].trueEnd = end
    } else {
      edits.append(
        Edit(
          foldedStart: start.folded, foldedEnd: bytes.count, trueStart: start.true, trueEnd: end))
    }
  }

  /// The true bytes of a range of folded ones, both half-open from 0: whole characters, with the
  /// marks that were dropped from them. An empty range stays empty. Logarithmic in the number of
  /// characters that the fold changed.
  public func trueRange(of range: Range<Int>) -> Range<Int> {
    let lower = trueStart(of: range.lowerBound)
    return range.isEmpty ? lower..<lower : lower..<trueEnd(of: range.upperBound - 1)
  }

  /// The first true byte of the character that a folded byte is of.
  private func trueStart(of folded: Int) -> Int {
    guard let edit = edit(at: folded) else { return folded }
    return folded < edit.foldedEnd ? edit.trueStart : edit.trueEnd + folded - edit.foldedEnd
  }

  /// The end of the character that a folded byte is of, or the true byte after it where both go
  /// side by side.
  private func trueEnd(of folded: Int) -> Int {
    guard let edit = edit(at: folded) else { return folded + 1 }
    return folded < edit.foldedEnd ? edit.trueEnd : edit.trueEnd + folded - edit.foldedEnd + 1
  }

  /// The last edit that begins at or before a folded offset.
  private func edit(at folded: Int) -> Edit? {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].foldedStart <= folded { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? edits[low - 1] : nil
  }
}
