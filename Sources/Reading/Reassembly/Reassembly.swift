import Diagnostics

/// Puts the chunks of one folder back together.
enum Reassembly {
  /// The series of a folder, in the order of their first chunks' names; one, unless the texts say
  /// that there are more. Linear in the bytes of the chunks.
  static func series(
    of chunks: [ChunkFile], interrupt: Interrupt = .never
  ) throws(Diagnostic) -> [JoinedSeries] {
    let order = ChunkOrder(try NameNumbers.given(to: chunks, interrupt: interrupt))
    try interrupt.check()
    let chaining = try Chaining(order, interrupt: interrupt)
    let grouping = try SeriesGrouping(
      chaining.chains, of: chaining.order.chunks, interrupt: interrupt)
    var doubles: [Int: [ChunkFile]] = [:]
    func add(_ double: ChunkFile, to original: Int) {
      var place = original
      while let other = chaining.doubles[place] { place = other }
      doubles[place, default: []].append(double)
    }
    for (double, original) in chaining.order.doubles { add(double, to: original) }
    for (double, original) in chaining.doubles.sorted(by: { $0.key < $1.key }) {
      add(chaining.order.chunks[double], to: original)
    }
    var series: [JoinedSeries] = []
    for chains in grouping.series {
      series.append(try JoinedSeries(chains, chaining, doubles: doubles, interrupt: interrupt))
    }
    return series
  }
}
