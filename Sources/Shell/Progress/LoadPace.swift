import Output
import Reading

/// How far a load is and how fast it goes.
struct LoadPace: Sendable {
  /// What it is at.
  private var step = Step.starting

  /// How fast files and bytes are read.
  private var files: Pace
  private var bytes: Pace

  private enum Step: Sendable {
    case starting
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
    case .starting: "reading files…"
    case .reading(.files(let progress)): words(for: progress, at: now).fitted(to: columns)
    case .reading(.joining): "joining chunks…"
    case .reading(.messages(_, 1)): "reading messages…"
    case .reading(.messages(let chat, let chats)):
      "reading messages, chat \(grouped(chat)) of \(grouped(chats))"
    case .verifying: "comparing the headers of chunks…"
    }
  }

  private func words(for progress: ReadingProgress, at now: Double) -> ProgressWords {
    let read = counted(progress.files, "file")
    let done =
      progress.allFiles.map { "\(grouped(progress.files)) of \(counted($0, "file"))" }
      ?? (progress.files == 0 ? "archives" : read)
    return ProgressWords(
      done: "reading \(done)",
      size: byteCount(progress.bytes)
        + (progress.allBytes.map { " of \(byteCount($0))" } ?? ""),
      speed: bytes.perSecond,
      left: progress.allBytes.map { bytes.secondsLeft(to: $0, at: now) }
        ?? progress.allFiles.flatMap { files.secondsLeft(to: $0, at: now) })
  }
}
