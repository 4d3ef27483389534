import Synchronization

/// What searches have found out about the texts of a column of the corpus: which accented forms there are,
/// and later the texts folded, so that the next search finds out nothing anew.
///
/// To fold texts takes as long as several searches through them as they are written, and memory; a search
/// through folded ones takes half as long. Both are kept a stretch of rows at a time, where a question asks for
/// a whole stretch; a question for a few rows looks at those alone. Any number of threads may ask.
public final class FoldedTexts: Sendable {
  /// Rows of a stretch.
  public static let stretch = 8_192

  /// Bytes that are kept at most; what goes beyond is folded anew by every search that asks for it.
  private static let limit = 3 << 29

  /// Searches of a stretch as it is written before it is worth folding.
  static let searchesBeforeFolding = 2

  private let rowCount: Int
  private let kept = Mutex<Kept>(Kept())
  private let searched = Mutex<[Int: Searched]>([:])
  /// Room that threads fold in, taken by one at a time.
  private let rooms = Mutex<[[UInt8]]>([])

  /// Folded texts, by the number of their stretch.
  private struct Kept {
    var columns: [Int: Both] = [:]
    var bytes = 0
    /// Whether some were not kept for want of room.
    var isFull = false
  }

  /// The texts of a stretch, folded and as they are written: to find out anew where those stand would take
  /// a sixth of a search.
  private struct Both {
    let folded: TextColumn
    let written: TextColumn
  }

  /// A stretch that was searched as it is written.
  private struct Searched {
    var forms: AccentedForms
    var count = 1
  }

  /// For a column of so many rows.
  init(rowCount: Int) {
    self.rowCount = rowCount
  }

  /// Some rows folded, of which `texts` are the texts; nil where they are not kept and not worth
  /// keeping.
  func folded(_ rows: Rows, _ texts: TextColumn) -> TextColumn? {
    if let known = kept(rows) { return known }
    guard let number = stretch(rows) else { return nil }
    var room = rooms.withLock { $0.popLast() } ?? []
    let column = texts.folded(in: &room)
    rooms.withLock { [room] in $0.append(room) }
    kept.withLock { kept in
      let bytes = column.buffers[0].count + 2 * column.count * TextColumn.bytesOfPlace
      kept.isFull = kept.bytes + bytes > FoldedTexts.limit
      if kept.isFull { return }
      // The texts would hold on to what holds them.
      var written = texts
      written.twin = nil
      kept.columns[number] = Both(folded: column, written: written)
      kept.bytes += bytes
    }
    return column
  }

  /// The texts of some rows as they are written, where they are kept, folded, too.
  func written(_ rows: Rows) -> TextColumn? {
    guard let number = stretch(rows),
      var column = kept.withLock({ $0.columns[number]?.written })
    else { return nil }
    column.twin = TextColumn.FoldedTwin(texts: self, rows: rows)
    return column
  }

  /// Some rows folded, where they are kept.
  func kept(_ rows: Rows) -> TextColumn? {
    guard rows.count > 0 else { return nil }
    let number = rows[0] / FoldedTexts.stretch
    guard let known = kept.withLock({ $0.columns[number]?.folded }) else { return nil }
    let whole = self.rows(ofStretch: number)
    switch rows {
    case .range(whole): return known
    case .range(let range):
      guard whole.contains(range.upperBound - 1) else { return nil }
      return known.slice(range.lowerBound - whole.lowerBound..<range.upperBound - whole.lowerBound)
    case .list(let list):
      guard list.allSatisfy({ whole.contains(Int($0)) }) else { return nil }
      return known.gathered(list.map { $0 - Int32(whole.lowerBound) })
    }
  }

  /// The accented forms in some rows, of which `texts` are the texts, for another search; nil where there were so
  /// many that they had better be folded and kept.
  func forms(_ rows: Rows, _ texts: TextColumn) -> AccentedForms? {
    guard let number = stretch(rows) else { return AccentedForms(of: texts) }
    let known = searched.withLock { searched -> Searched? in
      searched[number]?.count += 1
      return searched[number]
    }
    guard let known else {
      let found = AccentedForms(of: texts)
      searched.withLock { $0[number] = Searched(forms: found) }
      return found
    }
    let isWorthFolding = known.count > FoldedTexts.searchesBeforeFolding
    return isWorthFolding && !kept.withLock(\.isFull) ? nil : known.forms
  }

  /// The number of the stretch that some rows are the whole of, from 0; nil where they are not.
  private func stretch(_ rows: Rows) -> Int? {
    guard case .range(let range) = rows, !range.isEmpty else { return nil }
    let number = range.lowerBound / FoldedTexts.stretch
    return range == self.rows(ofStretch: number) ? number : nil
  }

  private func rows(ofStretch number: Int) -> Range<Int> {
    let first = number * FoldedTexts.stretch
    return first..<min(rowCount, first + FoldedTexts.stretch)
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

  /// Its texts folded, where they are kept so.
  public var keptFoldedTexts: TextColumn? {
    twin.flatMap { $0.texts.kept($0.rows) }
  }

  /// The accented forms in its texts, all that there are and perhaps more, for a search; nil where so many searches
  /// asked for them that its texts had better be folded and kept.
  public func formsForSearch() -> AccentedForms? {
    guard let twin else { return AccentedForms(of: self) }
    return twin.texts.forms(twin.rows, self)
  }

  /// Some of its texts folded, in the place where they stand; null in the place of all others.
  public func folded(rows: [Int]) -> TextColumn {
    var some = [UInt32](repeating: TextColumn.null, count: count)
    for row in rows { some[row] = lengths[row] }
    return TextColumn(buffers: buffers, starts: starts, lengths: some).folded()
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
