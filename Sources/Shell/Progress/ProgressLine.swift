import Diagnostics
import Output
import Synchronization

/// Tells the user how far a piece of work is, once it has taken a while.
///
/// Long work asks every few milliseconds whether the user wants it to stop. Whoever asks, on whichever
/// thread, also brings the line up to date, so that it moves on while nothing is done.
///
/// `Pace` is what is known of the work.
final class ProgressLine<Pace: Sendable>: Sendable {
  private let clock: @Sendable () -> Double
  private let words: @Sendable (Pace, _ now: Double, _ columns: Int) -> String
  private let state: Mutex<State>

  /// Used by whoever holds the lock of ``state`` only.
  nonisolated(unsafe) private var line: StatusLine

  private struct State {
    var pace: Pace
    /// When the line may be written next.
    var next: Double
    var isOver = false
  }

  /// The progress of work that begins now, for a console where a line can be written over; nil for any
  /// other.
  ///
  /// - Parameters:
  ///   - clock: seconds that never go back.
  ///   - pace: what is known at the beginning.
  ///   - words: what there is to say at a moment, in so many columns if possible.
  init?(
    on console: Console, clock: @escaping @Sendable () -> Double,
    startingWith pace: (_ now: Double) -> Pace,
    words: @escaping @Sendable (Pace, _ now: Double, _ columns: Int) -> String
  ) {
    guard !console.isQuiet, let line = StatusLine(console.remarks, console.remarkScreen)
    else { return nil }
    unsafe self.line = line
    self.clock = clock
    self.words = words
    let now = clock()
    // Short work is over before anybody would read a line.
    state = Mutex(State(pace: pace(now), next: now + 0.5))
  }

  /// The question whether to stop, asking which brings the line up to date.
  func watching(_ interrupt: Interrupt) -> Interrupt {
    Interrupt { [self] in
      // Where another thread is at it, that will do.
      _ = state.withLockIfAvailable { update(&$0) }
      return interrupt.isRaised
    }
  }

  /// Takes down how far the work is.
  func note(_ change: (_ pace: inout Pace, _ now: Double) -> Void) {
    state.withLock { state in
      change(&state.pace, clock())
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
    state.next = now + 0.1
    unsafe line.show(words(state.pace, now, line.columns))
  }
}
