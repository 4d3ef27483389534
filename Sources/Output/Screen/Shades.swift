/// Values in a few shades of equal steps, and nothing.
struct Shades {
  private let floor: Double
  private let most: Double

  /// How many shades there are.
  static let count = 4

  /// Shades up to the largest value, from 0 or, where the least is negative, from that.
  init(least: Double, most: Double) {
    floor = Swift.min(0, least)
    self.most = most
  }

  /// Shades of the values of a figure.
  init(of figure: Figure) {
    let ends = figure.ends ?? (0, 0)
    self.init(least: ends.least, most: ends.most)
  }

  /// Shades of counts.
  init(of counts: [[Int]]) {
    self.init(least: 0, most: Double(counts.joined().max() ?? 0))
  }

  /// The shade of a value, from 1 to ``count``; 0 for nothing.
  func level(_ value: Double) -> Int {
    let share = self.share(value)
    guard share > 0 || (!value.isNaN && floor < 0) else { return 0 }
    return Swift.max(
      1, Swift.min(Shades.count, wholeNumber((share * Double(Shades.count)).rounded(.up))))
  }

  /// How far along from the least to the most a value stands, from 0 to 1.
  func share(_ value: Double) -> Double {
    guard !value.isNaN, most > floor else { return 0 }
    return (value / 2 - floor / 2) / (most / 2 - floor / 2)
  }

  /// The values of each shade in words, first those of none; “–” for a shade that no whole number has.
  func ranges(_ measure: Measure) -> [String] {
    var ranges = [floor < 0 ? "nothing" : "0 or nothing"]
    guard most > floor else { return ranges }
    let isWhole = measure != .number(isWhole: false)
    for level in 1...Shades.count {
      let step = (most - floor) / Double(Shades.count)
      var lower = floor + step * Double(level - 1)
      let upper = level == Shades.count ? most : floor + step * Double(level)
      guard isWhole else {
        ranges.append("\(measure.text(lower)) to \(measure.text(upper))")
        continue
      }
      // Of whole numbers a shade begins after the last of the one before.
      lower = level == 1 && floor < 0 ? lower : lower.rounded(.down) + 1
      let last = upper.rounded(.down)
      let text = measure.text(lower)
      ranges.append(
        lower > last ? "–" : lower == last ? text : "\(text) to \(measure.text(last))")
    }
    return ranges
  }
}
