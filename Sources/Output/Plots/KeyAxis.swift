import Model

/// The lying axis of a plot: where each key stands on it, and which are written under it.
struct KeyAxis {
  private let keys: Figure.Keys
  private let least, most: Double

  /// How far along each key stands, from 0 to 1.
  let shares: [Double]

  init(_ keys: Figure.Keys) {
    self.keys = keys
    let places = keys.places ?? keys.labels.indices.map { Double($0) }
    let known = places.filter { !$0.isNaN }
    least = known.min() ?? 0
    most = known.max() ?? 0
    let (least, most) = (self.least, self.most)
    let span = most / 2 - least / 2
    // A single key stands in the middle.
    shares = places.map { span > 0 ? ($0 / 2 - least / 2) / span : 0.5 }
  }

  /// The ticks on an axis of so many columns, with room for their labels between them.
  func ticks(width: Int) -> [(column: Int, label: String)] {
    ticks(room: Double(width), unit: 1).map {
      (wholeNumber($0.share * Double(width - 1)), $0.label)
    }
  }

  /// The ticks on an axis, as shares of it.
  ///
  /// - Parameters:
  ///   - room: how long it is.
  ///   - unit: how wide a character of a label is.
  func ticks(room: Double, unit: Double) -> [(share: Double, label: String)] {
    let ticks = roundTicks(room: room, unit: unit)
    // Where nothing round falls between the ends, the first key says where it begins.
    return ticks.isEmpty ? keys.labels.first.map { [(0, $0)] } ?? [] : ticks
  }

  private func roundTicks(room: Double, unit: Double) -> [(share: Double, label: String)] {
    switch keys.scale {
    case .names: return nameTicks(room: room, unit: unit)
    case .numbers(let measure):
      guard most > least else { return single }
      let intervals = Swift.max(1, wholeNumber(room / unit / 10))
      let scale = NiceScale(from: least, to: most, intervals: intervals, measure)
      return scale.ticks.filter { $0 >= least && $0 <= most }
        .map { (share(of: $0), scale.label($0)) }
    case .time(let periods):
      guard most > least else { return single }
      let labelWidth = periods == nil || periods == .day ? 12.0 : 10
      let range = clamped(least)...clamped(most)
      let ticks = DateTicks(
        range, most: Swift.max(1, wholeNumber(room / unit / labelWidth)), of: periods)
      return zip(ticks.places, ticks.labels).map { (share(of: Double($0)), $1) }
    }
  }

  private var single: [(share: Double, label: String)] {
    keys.labels.first.map { [(0.5, $0)] } ?? []
  }

  private func share(of place: Double) -> Double {
    (place / 2 - least / 2) / (most / 2 - least / 2)
  }

  private func clamped(_ seconds: Double) -> Int64 {
    Int64(Swift.max(-9e15, Swift.min(9e15, seconds)))
  }

  private func nameTicks(room: Double, unit: Double) -> [(share: Double, label: String)] {
    let widest = keys.labels.map { displayWidth(of: visible($0)) }.max() ?? 1
    let each = unit * Double(Swift.min(12, widest) + 2)
    let every = Swift.max(
      1, wholeNumber((Double(keys.labels.count) * each / Swift.max(1, room)).rounded(.up)))
    return stride(from: 0, to: keys.labels.count, by: every).map { place in
      (shares[place], CutText(keys.labels[place], to: 12, matches: [], ink: Ink(.plain)).text)
    }
  }
}
