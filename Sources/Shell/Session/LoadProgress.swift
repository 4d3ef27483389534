import Diagnostics
import Output
import Reading
import Synchronization

/// Tells the user how far a load is, once it has taken a while.
///
/// A load asks every few milliseconds whether the user wants it to stop. Whoever asks, on whichever thread,
/// also brings the line up to date, so that it moves on while nothing is done.
final class LoadProgress: Sendable {
  private let clock: @Sendable () -> Double
  private let state: Mutex<State>

  /// Used by whoever holds the lock of ``state`` only.
  nonisolated(unsafe) private var line: StatusLine

  private struct State {
    var pace: LoadPace
    /// When the line may be written next.
    var next: Double
    var isOver = false
  }

  /// A load that is short is over before anybody would read a line.
  private static let patience = 0.5

  /// Seconds between two changes of the line.
  private static let interval = 0.1

  /// The progress of a load that begins now, for a console where a line can be written over; nil for
  /// any other.
  ///
  /// - Parameter clock: seconds that never go back.
  init?(on console: Console, clock: @escaping @Sendable () -> Double) {
    guard !console.isQuiet, let line = StatusLine(console.remarks, console.remarkScreen)
    else { return nil }
    unsafe self.line = line
    self.clock = clock
    let now = clock()
    state = Mutex(
      State(pace: LoadPace(startedAt: now), next: now + LoadProgress.patience))
  }

  /// The question whether to stop, asking which brings the line up to date.
  func watching(_ interrupt: Interrupt) -> Interrupt {
    Interrupt { [self] in
      // Where another thread is at it, that will do.
      _ = state.withLockIfAvailable { update(&$0) }
      return interrupt.isRaised
    }
  }

  /// Takes down what the load is at.
  func note(_ step: ReadingStep) {
    state.withLock { state in
      state.pace.note(step, at: clock())
      update(&state)
    }
  }

  /// Takes down that headers of chunks are compared with what they hold.
  func noteVerifying() {
    state.withLock { state in
      state.pace.noteVerifying()
      update(&state)
    }
  }

  /// Takes the line away; it does not come back.
  func finish() {
    state.withLock { state in
      state.isOver = true
      unsafe line.erase()
    }
  }

  private func update(_ state: inout State) {
    guard !state.isOver else { return }
    let now = clock()
    guard now >= state.next else { return }
    state.next = now + LoadProgress.interval
    unsafe line.show(state.pace.words(at: now, columns: line.columns))
  }
}
