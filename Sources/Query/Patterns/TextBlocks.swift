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

  /// Where a text stands in a block.
  struct Place {
    /// The row of the column.
    let row: Int
    /// Its bytes in the block, half-open. Places ascend and do not overlap.
    let range: Range<Int>
  }

  /// Bytes of a block, but for a single text that is longer.
  private static let size = 1 << 16
  /// Bytes between two texts that are passed over rather than beginning another block.
  private static let gap = 256
  /// Stands between folded texts; no byte of UTF-8.
  private static let separator: UInt8 = 0xFF

  /// Hands out all texts that are not null, block by block, in the order of the rows.
  func forEach(
    _ interrupt: Interrupt,
    _ body: (_ bytes: Span<UInt8>, _ places: [Place]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    if folded { try forEachFolded(interrupt, body) } else { try forEachTrue(interrupt, body) }
  }

  private func forEachFolded(
    _ interrupt: Interrupt, _ body: (Span<UInt8>, [Place]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let starts = column.starts
    let lengths = column.lengths
    var buffer: [UInt8] = []
    var places: [Place] = []
    var end = 0
    var row = 0
    while row < lengths.count {
      let number = Int(starts[row] >> 40)
      let source = column.buffers[number]
      // One buffer's texts in a row, as many as fill a block.
      while row < lengths.count, Int(starts[row] >> 40) == number, end < TextBlocks.size {
        if let text = column.place(of: row)?.bytes {
          let begin = end
          end = Fold.write(source.span.extracting(text), into: &buffer, at: begin)
          places.append(Place(row: row, range: begin..<end))
          // The fold makes room for its own bytes alone: after an empty text there may be none.
          if end < buffer.count {
            buffer[end] = TextBlocks.separator
          } else {
            buffer.append(TextBlocks.separator)
          }
          end += 1
        }
        row += 1
      }
      if end >= TextBlocks.size || row == lengths.count {
        try interrupt.check()
        try body(buffer.span.extracting(0..<end), places)
        places.removeAll(keepingCapacity: true)
        end = 0
      }
    }
  }

  private func forEachTrue(
    _ interrupt: Interrupt, _ body: (Span<UInt8>, [Place]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var places: [Place] = []
    var row = 0
    while row < column.count {
      guard let (number, first) = column.place(of: row) else {
        row += 1
        continue
      }
      var end = first.lowerBound
      // Texts that come one after the other in a buffer, with little between them.
      while row < column.count, let (buffer, text) = column.place(of: row), buffer == number,
        text.lowerBound >= end, text.lowerBound - end <= TextBlocks.gap,
        end - first.lowerBound < TextBlocks.size
      {
        end = text.upperBound
        let start = text.lowerBound - first.lowerBound
        places.append(Place(row: row, range: start..<(start + text.count)))
        row += 1
      }
      try interrupt.check()
      let source = column.buffers[number]
      try body(source.span.extracting(first.lowerBound..<end), places)
      places.removeAll(keepingCapacity: true)
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
