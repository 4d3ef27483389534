import Output
import Reading

/// How far a load is and how fast it goes, in words for a line that is written over.
struct LoadPace: Sendable {
  /// What it is at.
  private var step = Step.searching

  /// How fast files and bytes are read.
  private var files: Pace
  private var bytes: Pace

  private enum Step: Sendable {
    case searching
    case reading(ReadingStep)
    case verifying
  }

  /// A load that begins now, in seconds on the clock that later moments are told by.
  init(startedAt now: Double) {
    files = Pace(startedAt: now)
    bytes = Pace(startedAt: now)
  }

  /// Takes down what Reading says that it is at.
  mutating func note(_ step: ReadingStep, at now: Double) {
    self.step = .reading(step)
    guard case .files(let progress) = step else { return }
    files.note(progress.files, at: now)
    bytes.note(progress.bytes, at: now)
  }

  /// Takes down that headers of chunks are compared with what they hold.
  mutating func noteVerifying() {
    step = .verifying
  }

  /// What it is at, in so many columns if its first words fit.
  func words(at now: Double, columns: Int) -> String {
    switch step {
    case .searching: "looking for files…"
    case .reading(.joining): "joining chunks…"
    case .reading(.messages(_, 1)): "reading messages…"
    case .reading(.messages(let chat, let chats)):
      "reading messages, chat \(grouped(chat)) of \(grouped(chats))"
    case .reading(.files(let progress)): words(for: progress, at: now, columns: columns)
    case .verifying: "comparing the headers of chunks…"
    }
  }

  /// How many files, how much, how fast, how long still; the first always, of the others those that fit
  /// best: what is left is worth more than the size, and that more than the speed.
  private func words(for progress: ReadingProgress, at now: Double, columns: Int) -> String {
    let all = LoadSummary.count(progress.allFiles, "file")
    let size =
      byteCount(progress.bytes) + (progress.allBytes.map { " of \(byteCount($0))" } ?? "")
    let left =
      progress.allBytes.map { bytes.secondsLeft(to: $0, at: now) }
      ?? files.secondsLeft(to: progress.allFiles, at: now)
    let parts: [(text: String?, worth: Int)] = [
      ("reading \(grouped(progress.files)) of \(all)", 3), (size, 1),
      (bytes.perSecond.flatMap { Int(exactly: $0.rounded()) }.map { byteCount($0) + "/s" }, 0),
      (left.flatMap { LoadPace.words(forSeconds: $0) }, 2),
    ]
    var text = ""
    for least in 0...3 {
      text = parts.filter { $0.worth >= least }.compactMap(\.text).joined(separator: ", ")
      if displayWidth(of: text) <= columns { break }
    }
    return text
  }

  /// `2 s left`, `3 min left`, `2 h left`, rounded up; nil where none are left, as when it takes longer
  /// than was foreseen, or too many to be believed.
  static func words(forSeconds seconds: Double) -> String? {
    guard seconds > 0, seconds < 1e6 else { return nil }
    let whole = Int(seconds.rounded(.up))
    if whole < 100 { return "\(whole) s left" }
    if whole <= 5_940 { return "\((whole + 59) / 60) min left" }
    return "\((whole + 3_599) / 3_600) h left"
  }
}

/// How fast an amount grows. The speed of the last seconds counts most: files differ in size, and those
/// read lately may still be in the system's memory.
struct Pace: Sendable {
  /// Of the amount, each second; nil until it has grown.
  private(set) var perSecond: Double?

  private var amount = 0
  private var moment: Double

  /// The speed of so many seconds weighs as much as all before them.
  private static let memory = 2.0

  init(startedAt moment: Double) {
    self.moment = moment
  }

  /// Takes down how much it is at a moment.
  mutating func note(_ amount: Int, at moment: Double) {
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
