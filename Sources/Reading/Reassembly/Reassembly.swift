/// Puts the chunks of one folder back together.
enum Reassembly {
  /// The series of a folder, in the order of their first chunks' names; one, unless the texts say
  /// that there are more. Linear in the bytes of the chunks.
  static func series(of chunks: [ChunkFile]) -> [JoinedSeries] {
    let chaining = Chaining(ChunkOrder(chunks))
    let grouping = SeriesGrouping(chaining.chains, of: chaining.order.chunks)
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
    return grouping.series.map { JoinedSeries($0, chaining, doubles: doubles) }
  }
}
