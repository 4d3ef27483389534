import Diagnostics
import Model

/// The texts of a column, many at a time in one stretch of bytes: as they stand in the column's
/// buffers, or folded.
///
/// A search over a block costs what a search over bytes costs, however short its texts are. Where
/// the folded bytes come from is known here alone.
struct TextBlocks {
  /// The texts.
  let column: TextColumn
  /// Whether they are wanted folded.
  let folded: Bool

  /// Neighbours among the rows whose texts stand one behind the other in one buffer.
  struct Block {
    /// The rows of the column; some may be null, which have no place.
    let rows: Range<Int>
    private let starts: ArraySlice<UInt64>
    private let lengths: ArraySlice<UInt32>
    fileprivate let base: UInt64

    fileprivate init(
      _ rows: Range<Int>, of texts: TextColumn, shifted: Int, from base: UInt64
    ) {
      self.rows = rows
      let own = rows.lowerBound - shifted..<rows.upperBound - shifted
      // The indices of a slice are those of the rows.
      starts = texts.starts[own]
      lengths = texts.lengths[own]
      self.base = base
      shift = shifted
    }

    private let shift: Int

    /// Rows that are passed over at once where a place is far away.
    private static let stride = 16

    /// The bytes of a row's text in the block, half-open; nil for null. Those of the rows ascend and
    /// do not overlap.
    @inline(__always)
    func place(of row: Int) -> Range<Int>? {
      let length = lengths[row - shift]
      guard length != TextColumn.null else { return nil }
      let start = Int(truncatingIfNeeded: starts[row - shift] &- base)
      return start..<start + Int(length)
    }

    /// The first row from `row` on whose text ends behind a place of the block, and where its text
    /// stands; nil where there is none.
    @inline(__always)
    func next(from row: Int, behind place: Int) -> (row: Int, range: Range<Int>)? {
      var row = row
      // Those before one that begins at the place or before it end there too.
      while row + Block.stride < rows.upperBound,
        let far = self.place(of: row + Block.stride), far.lowerBound <= place
      {
        row += Block.stride
      }
      for next in row..<rows.upperBound {
        if let range = self.place(of: next), range.upperBound > place { return (next, range) }
      }
      return nil
    }
  }

  /// Bytes of a block, but for a single text that is longer.
  private static let size = 1 << 18
  /// Bytes of a block of texts that are packed already.
  private static let packedSize = 1 << 22
  /// Bytes between two texts that are passed over rather than beginning another block.
  private static let gap: UInt64 = 256

  /// Hands out all texts that are not null, block by block, in the order of the rows; of folded ones
  /// perhaps only those that may hold a needle, but for those that are known to: `certain` is given their rows.
  func forEach(
    holding needle: WrittenNeedle?, _ interrupt: Interrupt,
    certain: (_ row: Int) -> Void = { _ in },
    _ body: (_ bytes: Span<UInt8>, _ block: Block) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    guard folded else { return try TextBlocks.forEach(column, from: 0, interrupt, body) }
    for first in stride(from: 0, to: column.count, by: FoldedTexts.stretch) {
      let rows = first..<min(column.count, first + FoldedTexts.stretch)
      let texts = rows.count == column.count ? column : column.slice(rows)
      var folded = texts.keptFoldedTexts
      if folded == nil, let found = try needle?.rows(of: texts, interrupt),
        found.count <= texts.count / 4
      {
        for row in found.certain { certain(first + row) }
        if found.possible.isEmpty { continue }
        folded = texts.folded(rows: found.possible)
      }
      try TextBlocks.forEach(folded ?? texts.foldedTexts, from: first, interrupt, body)
    }
  }

  /// Hands out the texts of a column as one block; false where they are not packed, or that is too large.
  private static func forWhole(
    _ texts: TextColumn, from first: Int, _ interrupt: Interrupt,
    _ body: (Span<UInt8>, Block) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    guard let (rows, _, bytes) = texts.packed, bytes.count <= packedSize else { return false }
    let block = Block(
      first + rows.lowerBound..<first + rows.upperBound, of: texts, shifted: first,
      from: texts.starts[rows.lowerBound])
    try hand(block, bytes.count, of: texts, interrupt, body)
    return true
  }

  /// Hands out a block of so many bytes.
  private static func hand(
    _ block: Block, _ size: Int, of texts: TextColumn, _ interrupt: Interrupt,
    _ body: (Span<UInt8>, Block) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try interrupt.check()
    let (number, offset) = (Int(block.base >> 40), Int(block.base & 0xFF_FFFF_FFFF))
    let buffer = texts.buffers[number]
    try body(buffer.span.extracting(offset..<offset + size), block)
  }

  /// Hands out the texts of a column as they are; its first row is that with the number `first`.
  static func forEach(
    _ texts: TextColumn, from first: Int, _ interrupt: Interrupt,
    _ body: (Span<UInt8>, Block) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    if try forWhole(texts, from: first, interrupt, body) { return }
    var row = 0
    while row < texts.count {
      guard !texts.isNull(row) else {
        row += 1
        continue
      }
      let start = row
      let base = texts.starts[row]
      var end = base
      while row < texts.count {
        let length = texts.lengths[row]
        if length != TextColumn.null {
          // Another buffer is far away, since its number is in the upper bits.
          let begin = texts.starts[row]
          guard begin >= end, begin - end <= gap, end - base < size else { break }
          end = begin + UInt64(length)
        }
        row += 1
      }
      try hand(
        Block(first + start..<first + row, of: texts, shifted: first, from: base),
        Int(end - base), of: texts, interrupt, body)
    }
  }
}

extension TextColumn {
  /// Where a row's text stands: the buffer, and its bytes in it; nil for null.
  func place(of row: Int) -> (buffer: Int, bytes: Range<Int>)? {
    guard lengths[row] != TextColumn.null else { return nil }
    let start = Int(starts[row] & 0xFF_FFFF_FFFF)
    return (Int(starts[row] >> 40), start..<(start + Int(lengths[row])))
  }
}
