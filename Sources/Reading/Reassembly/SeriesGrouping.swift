import Model

/// Which chains of a folder are parts of one series with gaps between them, and which belong to
/// different series.
struct SeriesGrouping {
  /// The series, each by its chains in order.
  private(set) var series: [[[Int]]] = []

  /// A folder of more is taken for one series with gaps: telling so many apart proves nothing.
  private static let most = 16

  /// Groups the chains of a folder.
  init(_ chains: [[Int]], of chunks: [ChunkFile]) {
    guard chains.count > 1 else {
      series = [chains].filter { !$0.isEmpty }
      return
    }
    let numbered = chains.filter { $0.first.map { chunks[$0].ordinal != nil } ?? false }
    let others = chains.filter { $0.first.map { chunks[$0].ordinal == nil } ?? false }
    groupByNumber(numbered, of: chunks)
    groupByPeriod(others, of: chunks)
  }

  /// Chains whose numbers overlap are of different series.
  private mutating func groupByNumber(_ chains: [[Int]], of chunks: [ChunkFile]) {
    var open: [OpenSeries] = []
    for chain in chains {
      let first = chain.first.flatMap { chunks[$0].ordinal } ?? 0
      let people = SeriesGrouping.people(of: chain, in: chunks)
      let candidates = open.indices.filter { open[$0].lastNumber < first }
      let best = candidates.max { a, b in
        open[a].rank(before: first, people) < open[b].rank(before: first, people)
      }
      if let place = best ?? (open.count < SeriesGrouping.most ? nil : open.indices.first) {
        open[place].add(chain, people, chunks)
      } else {
        var new = OpenSeries()
        new.add(chain, people, chunks)
        open.append(new)
      }
    }
    series += open.map(\.chains)
  }

  /// A series that later chains may still continue.
  private struct OpenSeries {
    var chains: [[Int]] = []
    var lastNumber = -1
    var people: Set<String> = []

    mutating func add(_ chain: [Int], _ names: Set<String>, _ chunks: [ChunkFile]) {
      chains.append(chain)
      lastNumber = chain.compactMap { chunks[$0].ordinal }.reduce(lastNumber, Swift.max)
      people.formUnion(names)
    }

    /// How likely a chain that begins at a number continues this series: by the people they have
    /// in common, then not where the number is the very next, whose lines would have fitted, then
    /// by how few numbers are missing.
    func rank(before first: Int, _ names: Set<String>) -> (Int, Int, Int) {
      (people.intersection(names).count, first == lastNumber + 1 ? 0 : 1, lastNumber)
    }
  }

  /// Chains without numbers whose declared periods overlap are of different series.
  private mutating func groupByPeriod(_ chains: [[Int]], of chunks: [ChunkFile]) {
    let periods = chains.map { SeriesGrouping.period(of: $0, in: chunks) }
    var groups = Array(repeating: 0, count: chains.count)
    var ends: [CivilDate] = []
    let dated = chains.indices.filter { periods[$0] != nil }.sorted { a, b in
      guard let first = periods[a], let second = periods[b] else { return false }
      return (first.start, first.end) < (second.start, second.end)
    }
    for index in dated {
      guard let period = periods[index] else { continue }
      let free = ends.firstIndex { $0 <= period.start }
      if let group = free ?? (ends.count < SeriesGrouping.most ? nil : 0) {
        groups[index] = group
        ends[group] = Swift.max(ends[group], period.end)
      } else {
        groups[index] = ends.count
        ends.append(period.end)
      }
    }
    for group in 0..<Swift.max(1, ends.count) {
      let members = chains.indices.filter { groups[$0] == group }
      if !members.isEmpty { series.append(members.map { chains[$0] }) }
    }
  }

  private static func people(of chain: [Int], in chunks: [ChunkFile]) -> Set<String> {
    Set(chain.flatMap { chunks[$0].declaration.participants })
  }

  private static func period(
    of chain: [Int], in chunks: [ChunkFile]
  ) -> (start: CivilDate, end: CivilDate)? {
    let declarations = chain.map { chunks[$0].declaration }
    guard let start = declarations.compactMap(\.periodStart).min(),
      let end = declarations.compactMap(\.periodEnd).max()
    else { return nil }
    return (start, Swift.max(start, end))
  }
}
