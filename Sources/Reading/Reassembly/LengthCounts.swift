/// How often overlaps of each number of lines were met.
struct LengthCounts {
  /// By number of lines: no chunk has more than it has bytes, so there is room for all.
  private var counts: [Int] = []

  /// Counts an overlap of so many lines.
  mutating func add(_ length: Int) {
    if length >= counts.count {
      counts += repeatElement(0, count: length + 1 - counts.count)
    }
    counts[length] += 1
  }

  /// How often one of so many lines was met.
  subscript(length: Int) -> Int { length < counts.count ? counts[length] : 0 }

  /// The lengths that were met, ascending, and how often each was.
  var met: [(length: Int, count: Int)] {
    counts.indices.filter { counts[$0] > 0 }.map { ($0, counts[$0]) }
  }
}
