import Synchronization

/// The folded texts of a column of the corpus, kept from the first search on, so that the second one
/// folds nothing.
///
/// They are kept a stretch of rows at a time, where a question asks for a whole stretch; a question
/// for a few rows folds those alone. Any number of threads may ask.
public final class FoldedTexts: Sendable {
  /// Rows of a stretch.
  public static let stretch = 2_048

  /// Bytes that are kept at most; what goes beyond is folded anew by every search.
  private static let limit = 3 << 29

  private let rowCount: Int
  private let kept = Mutex<(columns: [Int: TextColumn], bytes: Int)>(([:], 0))
  /// Room that threads fold in, taken by one at a time.
  private let rooms = Mutex<[[UInt8]]>([])

  /// For a column of so many rows.
  init(rowCount: Int) {
    self.rowCount = rowCount
  }

  /// Some rows folded, of which `texts` are the texts; nil where they are not kept and not worth
  /// keeping.
  func folded(_ rows: Rows, _ texts: TextColumn) -> TextColumn? {
    guard rows.count > 0 else { return nil }
    let number = rows[0] / FoldedTexts.stretch
    let first = number * FoldedTexts.stretch
    let whole = first..<min(rowCount, first + FoldedTexts.stretch)
    if case .range(whole) = rows {
      if let known = kept.withLock({ $0.columns[number] }) { return known }
      var room = rooms.withLock { $0.popLast() } ?? []
      let column = texts.folded(in: &room)
      rooms.withLock { [room] in $0.append(room) }
      kept.withLock { kept in
        let bytes = column.buffers[0].count
        guard kept.bytes + bytes <= FoldedTexts.limit else { return }
        kept.columns[number] = column
        kept.bytes += bytes
      }
      return column
    }
    guard let known = kept.withLock({ $0.columns[number] }) else { return nil }
    switch rows {
    case .range(let range):
      guard whole.contains(range.upperBound - 1) else { return nil }
      return known.slice(range.lowerBound - first..<range.upperBound - first)
    case .list(let list):
      guard list.allSatisfy({ whole.contains(Int($0)) }) else { return nil }
      return known.gathered(list.map { $0 - Int32(first) })
    }
  }
}

extension TextColumn {
  /// Where the folded texts of its rows are kept.
  public struct FoldedTwin: Sendable {
    let texts: FoldedTexts
    let rows: Rows
  }

  /// Its texts folded, from where they are kept or folded now; null stays null.
  public var foldedTexts: TextColumn {
    twin.flatMap { $0.texts.folded($0.rows, self) } ?? folded()
  }

  /// Its texts folded, in one buffer, one behind the other with a byte between them that is no UTF-8.
  func folded() -> TextColumn {
    var room: [UInt8] = []
    return folded(in: &room)
  }

  /// The same; `bytes` is room to fold in, whatever stands in it.
  func folded(in bytes: inout [UInt8]) -> TextColumn {
    var starts = [UInt64](repeating: 0, count: count)
    var folded = [UInt32](repeating: TextColumn.null, count: count)
    var end = 0
    // Nearly always all stand in one.
    var number = 0
    var buffer = buffers[0]
    for row in 0..<count where !isNull(row) {
      if Int(self.starts[row] >> 40) != number {
        number = Int(self.starts[row] >> 40)
        buffer = buffers[number]
      }
      let start = end
      let first = Int(self.starts[row] & 0xFF_FFFF_FFFF)
      let text = buffer.span.extracting(first..<first + Int(lengths[row]))
      end = Fold.write(text, into: &bytes, at: start)
      starts[row] = UInt64(start)
      // The fold of less than 4 GiB may be longer.
      folded[row] = UInt32(min(end - start, Int(TextColumn.null) - 1))
      // The fold makes room for its own bytes alone: after an empty text there may be none.
      if end < bytes.count { bytes[end] = 0xFF } else { bytes.append(0xFF) }
      end += 1
    }
    // A copy has no more room than it needs.
    var column = TextColumn(
      buffers: [SharedBytes(Array(bytes[..<end]))], starts: starts, lengths: folded)
    column.isPacked = true
    return column
  }
}
