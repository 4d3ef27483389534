import Output

/// How fast an amount grows. The speed of the last seconds counts most: files differ in size, and those
/// read lately may still be in the system's memory.
struct Pace: Sendable {
  /// How much it is.
  private(set) var amount = 0

  /// How much it grows in a second; nil until it has grown.
  private(set) var perSecond: Double?

  private var moment: Double

  /// The speed of so many seconds weighs as much as all before them.
  private static let memory = 2.0

  /// An amount of 0 at a moment, in seconds on a clock of the caller's.
  init(startedAt moment: Double) {
    self.moment = moment
  }

  /// Takes down how much it is at a moment. Where it is less than before, another amount begins.
  mutating func note(_ amount: Int, at moment: Double) {
    if amount < self.amount {
      (self.amount, self.moment, perSecond) = (amount, moment, nil)
    }
    let seconds = moment - self.moment
    guard seconds > 0, amount > self.amount else { return }
    let speed = Double(amount - self.amount) / seconds
    let weight = seconds / (seconds + Pace.memory)
    perSecond = perSecond.map { $0 + (speed - $0) * weight } ?? speed
    (self.amount, self.moment) = (amount, moment)
  }

  /// The seconds that are left at a moment until the amount is `all`, negative where it is late; nil
  /// where the speed is not known.
  func secondsLeft(to all: Int, at now: Double) -> Double? {
    perSecond.map { Double(all - amount) / $0 - (now - moment) }
  }
}

/// What a line of progress is put together of: how much is done, how large that is, how fast it goes,
/// how long it will take.
struct ProgressWords: Sendable {
  /// `reading 12 of 30 files`.
  let done: String

  /// `3.1 MB of 7.5 MB`.
  let size: String

  /// Bytes a second; nil where that is not known.
  let speed: Double?

  /// Seconds; nil where nobody knows.
  let left: Double?

  /// All of it in so many columns. What does not fit is left out: first the speed, then the size, then
  /// the time left.
  func fitted(to columns: Int) -> String {
    let parts: [(text: String?, worth: Int)] = [
      (done, 3), (size, 1),
      (speed.flatMap { Int(exactly: $0.rounded()) }.map { byteCount($0) + "/s" }, 0),
      (left.flatMap { ProgressWords.timeLeft($0) }, 2),
    ]
    let texts = (0...3).map { least in
      parts.filter { $0.worth >= least }.compactMap(\.text).joined(separator: ", ")
    }
    return texts.first { displayWidth(of: $0) <= columns } ?? done
  }

  /// `2 s left`, `3 min left`, `2 h left`, rounded up; nil where none are left, as when it takes longer
  /// than was foreseen, or too many to be believed.
  static func timeLeft(_ seconds: Double) -> String? {
    guard seconds > 0, seconds < 1e6 else { return nil }
    let whole = Int(seconds.rounded(.up))
    if whole < 100 { return "\(whole) s left" }
    if whole <= 5_940 { return "\((whole + 59) / 60) min left" }
    return "\((whole + 3_599) / 3_600) h left"
  }
}
