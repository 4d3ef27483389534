import Diagnostics
import Model

/// Which chains of a folder are parts of one series with gaps between them, and which belong to
/// different series.
struct SeriesGrouping {
  /// The series, each by its chains in order.
  private(set) var series: [[[Int]]] = []

  /// A folder of more is taken for one series with gaps: telling so many apart proves nothing.
  private static let most = 16

  /// Groups the chains of a folder.
  init(
    _ chains: [[Int]], of chunks: [ChunkFile], interrupt: Interrupt
  ) throws(Diagnostic) {
    guard chains.count > 1 else {
      series = [chains].filter { !$0.isEmpty }
      return
    }
    // Other hands number the chunks of all chats in one go.
    let numbered = chains.filter { $0.first.map { chunks[$0].chunkersNumber != nil } ?? false }
    let others = chains.filter { $0.first.map { chunks[$0].chunkersNumber == nil } ?? false }
    try groupByNumber(numbered, of: chunks, interrupt)
    for chat in try SeriesGrouping.chats(among: others, of: chunks, interrupt) {
      if SeriesGrouping.areInTime(chat, of: chunks) {
        series.append(chat)
      } else {
        groupByPeriod(chat, of: chunks)
      }
    }
  }

  /// Whether each of several chains begins when the one before has ended: headers of chunks may declare anything.
  private static func areInTime(_ chains: [[Int]], of chunks: [ChunkFile]) -> Bool {
    let ends = chains.compactMap { chain in SeamTimes.ends(of: chain.map { chunks[$0].lines }) }
    return SeamTimes(between: ends).map { $0.between.allSatisfy { $0 >= 0 } } ?? false
  }

  /// Chains without numbers, those together that may be of one chat by what they look like.
  private static func chats(
    among chains: [[Int]], of chunks: [ChunkFile], _ interrupt: Interrupt
  ) throws(Diagnostic) -> [[[Int]]] {
    guard chains.count > 1 else { return [chains].filter { !$0.isEmpty } }
    var chats: [(chains: [[Int]], traits: ChainTraits)] = []
    for chain in chains {
      try interrupt.check()
      let traits = ChainTraits(of: chain, in: chunks)
      let free = chats.firstIndex { !$0.traits.contradict(traits) }
      if let place = free ?? (chats.count < most ? nil : 0) {
        chats[place].chains.append(chain)
        chats[place].traits.formUnion(traits)
      } else {
        chats.append(([chain], traits))
      }
    }
    return chats.map(\.chains)
  }

  /// Chains whose numbers overlap are of different series, and mostly those between which no number
  /// is missing; then what the chains look like tells which belong together.
  private mutating func groupByNumber(
    _ chains: [[Int]], of chunks: [ChunkFile], _ interrupt: Interrupt
  ) throws(Diagnostic) {
    let numbers = chains.map { $0.compactMap { chunks[$0].ordinal } }
    let isShared = Set(numbers.joined()).count < numbers.reduce(0) { $0 + Set($1).count }
    let isClose = zip(numbers, numbers.dropFirst()).contains { first, second in
      first.last.map { $0 + 1 == second.first } ?? false
    }
    guard isShared || isClose else {
      if !chains.isEmpty { series.append(chains) }
      return
    }
    var open: [OpenSeries] = []
    for (chain, numbers) in zip(chains, numbers) {
      try interrupt.check()
      let first = numbers.first ?? 0
      let traits = ChainTraits(of: chain, in: chunks)
      let candidates = open.indices.filter {
        open[$0].lastNumber < first
          && !((isShared || open[$0].lastNumber + 1 == first)
            && open[$0].traits.contradict(traits))
      }
      let best = candidates.max { a, b in
        open[a].rank(before: first, traits) < open[b].rank(before: first, traits)
      }
      if let place = best ?? (open.count < SeriesGrouping.most ? nil : open.indices.first) {
        open[place].add(chain, numbers, traits)
      } else {
        var new = OpenSeries()
        new.add(chain, numbers, traits)
        open.append(new)
      }
    }
    series += open.map(\.chains)
  }

  /// A series that later chains may still continue.
  private struct OpenSeries {
    var chains: [[Int]] = []
    var lastNumber = -1
    var traits = ChainTraits()

    mutating func add(_ chain: [Int], _ numbers: [Int], _ others: ChainTraits) {
      chains.append(chain)
      lastNumber = numbers.reduce(lastNumber, Swift.max)
      traits.formUnion(others)
    }

    /// How likely a chain that begins at a number continues this series: by the form of its
    /// headers, then by the people they have in common, then not where the number is the very next,
    /// whose lines would have fitted, then by how few numbers are missing.
    func rank(before first: Int, _ others: ChainTraits) -> (Int, Int, Int, Int) {
      (
        traits.sharesForm(with: others) ? 1 : 0,
        traits.people.intersection(others.people).count, first == lastNumber + 1 ? 0 : 1, lastNumber
      )
    }
  }

  /// Chains of one chat without numbers whose declared periods overlap are of different series.
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

  private static func period(
    of chain: [Int], in chunks: [ChunkFile]
  ) -> (start: CivilDate, end: CivilDate)? {
    let declarations = chain.map { chunks[$0].header.declaration }
    // A chunk whose headers the chunker did not know may declare the day of one that is quoted.
    guard declarations.count(where: { $0.periodStart != nil }) * 2 > chain.count else { return nil }
    guard let start = declarations.compactMap(\.periodStart).min(),
      let end = declarations.compactMap(\.periodEnd).max()
    else { return nil }
    return (start, Swift.max(start, end))
  }
}
