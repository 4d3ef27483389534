/// How many messages have a moment, the first and the last of those moments.
public struct MomentBounds: Sendable {
  /// Messages with a moment.
  public private(set) var count = 0
  private var lowest = Int64.max
  private var highest = Int64.min

  /// The bounds of some moments, of which those at or after `end`, in seconds, do not count. Linear,
  /// on all cores.
  public init(of moments: ArraySlice<Int64>, before end: Int64 = .max) {
    guard moments.count > MomentBounds.stretch else {
      add(moments.span)
      if highest >= end {
        (count, lowest, highest) = (0, .max, .min)
        for moment in moments where moment < end { add(CollectionOfOne(moment).span) }
      }
      return
    }
    let pieces = moments.indices.pieces(of: MomentBounds.stretch)
    let parts = Parallel.map(pieces.count, unless: false) { piece in
      MomentBounds(of: moments[pieces[piece]], before: end)
    }
    for part in parts ?? [] {
      count += part.count
      lowest = min(lowest, part.lowest)
      highest = max(highest, part.highest)
    }
  }

  /// Adds moments.
  private mutating func add(_ moments: Span<Int64>) {
    // One less than none is more than all others.
    var (nones, lowest, highest) = (0, Int64.max, Int64.min)
    for place in moments.indices {
      let moment = moments[place]
      nones &+= moment == Moment.none ? 1 : 0
      lowest = min(lowest, moment &- 1)
      highest = max(highest, moment)
    }
    guard nones < moments.count else { return }
    count += moments.count - nones
    self.lowest = min(self.lowest, lowest + 1)
    self.highest = max(self.highest, highest)
  }

  /// Moments that one core looks at in one go.
  private static let stretch = 1 << 18

  /// The first and the last moment; nil where no message has one.
  public var period: ClosedRange<Moment>? {
    count > 0 ? Moment(seconds: lowest)...Moment(seconds: highest) : nil
  }
}
