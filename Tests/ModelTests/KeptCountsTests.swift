import Testing

@testable import Model

/// Counts of made-up texts: row n has n % 100, a row of the third stretch `most` more, and asking is noted.
private final class Asked {
  static let longest = 2 * FoldedTexts.stretch + 904
  var rows = 0
  var most: Int64 = 0

  func counts(_ rows: Rows) -> PlainColumn<Int64> {
    self.rows += rows.count
    return PlainColumn(rows.map { Int64($0 % 100) + ($0 == Asked.longest ? most : 0) })
  }
}

struct KeptCountsTests {
  private let stretch = FoldedTexts.stretch
  private let rowCount = 3 * FoldedTexts.stretch + 7
  private let kept = KeptCounts(rowCount: 3 * FoldedTexts.stretch + 7)
  private let asked = Asked()

  /// Asks for rows, and tells how many were counted for that.
  private func counted(_ rows: Rows) -> Int {
    let before = asked.rows
    let expected = rows.map { Int64($0 % 100) + ($0 == Asked.longest ? asked.most : 0) }
    let counts = kept.counts(of: rows, counting: asked.counts)
    #expect(counts.values == expected)
    if let bounds = counts.bounds {
      #expect(expected.allSatisfy { bounds.least <= $0 && $0 <= bounds.greatest })
    }
    return asked.rows - before
  }

  @Test func `what was counted once is not counted again`() {
    #expect(counted(.range(0..<rowCount)) == rowCount)
    for rows in [
      Rows.range(0..<rowCount), .range(stretch..<2 * stretch), .range(5..<9),
      .range(stretch - 3..<stretch + 4), .range(rowCount - 1..<rowCount), .range(4..<4),
      .list([3 * Int32(stretch) + 1, 0, Int32(stretch), 0]), .list([]),
    ] {
      #expect(counted(rows) == 0)
    }
  }

  @Test func `a question for a few rows counts those alone, each time`() {
    for rows in [Rows.range(5..<9), .range(stretch - 3..<stretch + 4), .list([9, 4])] {
      #expect(counted(rows) == rows.count)
      #expect(counted(rows) == rows.count)
    }
  }

  @Test func `a stretch of which a quarter is asked for is counted as a whole`() {
    let first = stretch - stretch / 4
    // Of the stretch behind it is one row.
    #expect(counted(.range(first..<stretch + 1)) == stretch + 1)
    #expect(counted(.range(0..<stretch)) == 0)
    let half = Rows.list((Int32(stretch)..<Int32(2 * stretch)).filter { $0.isMultiple(of: 2) })
    #expect(counted(half) == stretch)
    #expect(counted(half) == 0)
  }

  @Test func `of a list in any order, rows are counted alone where one is not kept`() {
    #expect(counted(.range(0..<stretch)) == stretch)
    let list = Rows.list([1, Int32(stretch)])
    #expect(counted(list) == 2)
    let scattered = Rows.list((0..<Int32(stretch)).map { $0 * 2_654 % Int32(rowCount) })
    #expect(counted(scattered) == stretch)
  }

  @Test func `the greatest count of kept stretches is known of the rows of all`() {
    #expect(kept.counts(of: .range(0..<rowCount), counting: asked.counts).bounds?.greatest == 99)
    asked.most = 1 << 40
    let others = KeptCounts(rowCount: rowCount)
    let whole = others.counts(of: .range(0..<rowCount), counting: asked.counts)
    #expect(whole.bounds == nil)
    #expect(others.counts(of: .range(5..<9), counting: asked.counts).bounds?.greatest == 99)
  }

  @Test func `a count that two bytes cannot hold is right each time`() {
    asked.most = 1 << 40
    #expect(counted(.range(0..<rowCount)) == rowCount + stretch)
    #expect(counted(.range(2 * stretch..<3 * stretch)) == 2 * stretch)
    #expect(counted(.list([Int32(Asked.longest)])) == 1)
  }
}
