import Model

/// How much time passes within the parts of a text, in the order in which they may stand, and between them.
struct SeamTimes {
  /// Seconds from the last header of each part to the first of the next; negative where that is earlier.
  let between: [Int64]

  /// Seconds from the first header to the last of each part, together.
  let allWithin: Int64

  /// The first and the last header of a part.
  typealias Ends = (first: HeaderStamp, last: HeaderStamp)

  /// The first header of some lines and the last of them, which follow each other; nil where there is none.
  static func ends(of parts: some BidirectionalCollection<ChunkLines>) -> Ends? {
    var reader = HeaderReader()
    for part in parts {
      guard let outer = part.outerHeaders(&reader) else { continue }
      let last = parts.reversed().lazy.compactMap { $0.outerHeaders(&reader)?.last }.first
      return (outer.first, last ?? outer.last)
    }
    return nil
  }

  /// The times of some parts; those without a header do not count. Nil where the dates of some cannot be read.
  /// Linear in the lines.
  init?(of parts: some Sequence<ChunkLines>) {
    var reader = HeaderReader()
    self.init(between: parts.compactMap { $0.outerHeaders(&reader) })
  }

  /// The times of parts whose first and last headers are known; nil where there are none.
  init?(between ends: [Ends]) {
    guard !ends.isEmpty else { return nil }
    let moments = SeamTimes.moments(of: ends.flatMap { [$0.first, $0.last] })
    guard moments.count == ends.count * 2 else { return nil }
    let passed = zip(moments, moments.dropFirst()).map { $1 - $0 }
    between = stride(from: 1, to: passed.count, by: 2).map { passed[$0] }
    allWithin = stride(from: 0, to: passed.count, by: 2).reduce(0) { $0 + Swift.max(0, passed[$1]) }
  }

  /// The seconds of headers, those of each form by the order of its dates that contradicts the least; fewer where
  /// one has none.
  private static func moments(of headers: [HeaderStamp]) -> [Int64] {
    let stamps = headers.map(\.rawValue)
    var evidence = DateEvidence.all(in: stamps)
    evidence.countSteps(in: stamps, upTo: .max)
    var orders: [HeaderForm: DateOrder] = [:]
    for item in evidence {
      orders[item.form] = item.leastContradicted.min {
        item.stepsBack[$0.place] < item.stepsBack[$1.place]
      }
    }
    return headers.compactMap { orders[$0.form]?.seconds(of: $0) }
  }
}
