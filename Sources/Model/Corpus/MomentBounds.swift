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
      for moment in moments where moment != Moment.none && moment < end {
        count += 1
        lowest = min(lowest, moment)
        highest = max(highest, moment)
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

  /// Moments that one core looks at in one go.
  private static let stretch = 1 << 18

  /// The first and the last moment; nil where no message has one.
  public var period: ClosedRange<Moment>? {
    count > 0 ? Moment(seconds: lowest)...Moment(seconds: highest) : nil
  }
}
