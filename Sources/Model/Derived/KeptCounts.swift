import Synchronization

/// What is counted in the texts of a column, kept from the first question on, so that the second one looks
/// at no text.
///
/// Counts are kept a stretch of ``FoldedTexts/stretch`` rows at a time, in two bytes a row: a stretch of
/// which a question asks for a quarter or more is counted as a whole. One with a count that needs more bytes
/// is not kept. Any number of threads may ask.
final class KeptCounts: Sendable {
  private let rowCount: Int
  private let kept: Mutex<[Stretch]>

  /// What is kept of a stretch.
  private struct Stretch {
    /// The count of each row; empty where they are not kept.
    var counts: [UInt16] = []
    /// None of them is greater.
    var greatest: UInt16 = 0
  }

  /// What counts in the texts of rows.
  typealias Counting = (Rows) -> PlainColumn<Int64>

  /// For a column of so many rows.
  init(rowCount: Int) {
    self.rowCount = rowCount
    let stretches = (rowCount + FoldedTexts.stretch - 1) / FoldedTexts.stretch
    kept = Mutex(Array(repeating: Stretch(), count: stretches))
  }

  /// The counts of some rows; what is not kept is what `count` gives.
  func counts(of rows: Rows, counting count: Counting) -> PlainColumn<Int64> {
    switch rows {
    case .range(let range):
      // Nearly always one part.
      let parts = parts(of: range).map { counts(in: $0, counting: count) }
      if parts.count == 1 { return parts[0] }
      var whole = PlainColumn(Array(parts.map(\.values).joined()))
      let greatest = parts.compactMap(\.bounds?.greatest)
      if greatest.count == parts.count {
        whole.bounds = greatest.max().map { .init(least: 0, greatest: $0) }
      }
      return whole
    case .list(let list):
      for number in numbersWorthKeeping(list) { _ = keep(number, counting: count) }
      return known(list).map { PlainColumn($0) } ?? count(rows)
    }
  }

  /// The rows of a stretch.
  private func stretch(_ number: Int) -> Range<Int> {
    let first = number * FoldedTexts.stretch
    return first..<min(rowCount, first + FoldedTexts.stretch)
  }

  /// A range of rows cut where stretches end.
  private func parts(of range: Range<Int>) -> [Range<Int>] {
    let size = FoldedTexts.stretch
    return stride(from: range.lowerBound / size * size, to: range.upperBound, by: size).map {
      range.clamped(to: $0..<$0 + size)
    }
  }

  /// Whether that many of so many rows are enough to count all.
  private static func isWorthAll(_ asked: Int, of rows: Int) -> Bool { asked * 4 >= rows }

  /// The stretches that a list has rows of; none where they have many more rows than the list.
  private func numbersWorthKeeping(_ list: [Int32]) -> [Int] {
    var numbers: [Int] = []
    for row in list {
      let number = Int(row) / FoldedTexts.stretch
      guard number != numbers.last else { continue }
      numbers.append(number)
      guard KeptCounts.isWorthAll(list.count, of: numbers.count * FoldedTexts.stretch) else {
        return []
      }
    }
    return numbers
  }

  /// The counts of rows of one stretch.
  private func counts(in range: Range<Int>, counting count: Counting) -> PlainColumn<Int64> {
    let number = range.lowerBound / FoldedTexts.stretch
    let whole = stretch(number)
    let isWorthAll = KeptCounts.isWorthAll(range.count, of: whole.count)
    let known =
      isWorthAll ? keep(number, counting: count) : kept.withLock { $0[number] }
    guard !known.counts.isEmpty else { return count(.range(range)) }
    let rows = range.lowerBound - whole.lowerBound..<range.upperBound - whole.lowerBound
    let stretch = known.counts.span.extracting(rows)
    var counts = PlainColumn([Int64](places: stretch.count) { Int64(stretch[$0]) })
    counts.bounds = .init(least: 0, greatest: Int64(known.greatest))
    return counts
  }

  /// A stretch, its counts from now on kept unless they need more bytes.
  private func keep(_ number: Int, counting count: Counting) -> Stretch {
    let known = kept.withLock { $0[number] }
    guard known.counts.isEmpty else { return known }
    let counts = count(.range(stretch(number))).values
    guard let greatest = UInt16(exactly: counts.max() ?? 0) else { return Stretch() }
    let counted = Stretch(
      counts: counts.map { UInt16(truncatingIfNeeded: $0) }, greatest: greatest)
    kept.withLock { $0[number] = counted }
    return counted
  }

  /// The counts of any rows; nil where one is not kept.
  private func known(_ list: [Int32]) -> [Int64]? {
    kept.withLock { kept in
      var counts: [Int64] = []
      counts.reserveCapacity(list.count)
      let stretches = kept.span
      for row in list {
        let stretch = stretches[Int(row) / FoldedTexts.stretch].counts.span
        guard !stretch.isEmpty else { return nil }
        counts.append(Int64(stretch[Int(row) % FoldedTexts.stretch]))
      }
      return counts
    }
  }
}
