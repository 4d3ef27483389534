import Diagnostics
import Dispatch
import Model
import Synchronization

/// Work that all cores share.
enum Workers {
  /// Rows of a table that a thread takes at a time: some batches, fewer of a short table, so that all
  /// threads have some.
  static func stretch(of rows: Int) -> Int {
    Swift.max(1, Swift.min(8, rows / Batch.size / 32)) * Batch.size
  }

  /// Calls `step` with each number from 0 up to `count` once, on all cores, ascending as they are
  /// taken. Each thread that takes one has a state of its own, made by `start`; `finish` is handed it
  /// when no number is left.
  ///
  /// Throws what `step` throws for the lowest number that it does for; none is taken after that.
  static func share<State>(
    _ count: Int, among most: Int = Parallel.most, _ interrupt: Interrupt,
    from start: @Sendable () -> State,
    _ step: @Sendable (inout State, Int) throws(Diagnostic) -> Void,
    finish: @Sendable (State) -> Void
  ) throws(Diagnostic) {
    let numbers = SharedNumbers(count, interrupt)
    @Sendable func work() {
      guard var number = numbers.next() else { return }
      var state = start()
      while true {
        do throws(Diagnostic) { try step(&state, number) } catch {
          numbers.fail(error, at: number)
        }
        guard let next = numbers.next() else { break }
        number = next
      }
      finish(state)
    }
    let workers = min(count, most)
    if workers > 1 {
      DispatchQueue.concurrentPerform(iterations: workers) { _ in work() }
    } else {
      work()
    }
    try interrupt.check()
    if let failure = numbers.failure { throw failure }
  }

  /// The same without a state.
  static func share(
    _ count: Int, _ interrupt: Interrupt, _ step: @Sendable (Int) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try share(count, interrupt) {
    } _: { (_, number) throws(Diagnostic) in
      try step(number)
    } finish: { _ in
    }
  }
}

/// The numbers from 0 up to a count, handed out one by one to whichever thread asks.
private final class SharedNumbers: Sendable {
  private let count: Int
  private let interrupt: Interrupt
  private let taken = Atomic(0)
  private let first = Mutex<(error: Diagnostic, number: Int)?>(nil)

  init(_ count: Int, _ interrupt: Interrupt) {
    self.count = count
    self.interrupt = interrupt
  }

  /// The next number; nil where none is left or needed.
  func next() -> Int? {
    if interrupt.isRaised { return nil }
    let number = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < count ? number : nil
  }

  func fail(_ error: Diagnostic, at number: Int) {
    first.withLock { first in
      if first.map({ number < $0.number }) ?? true { first = (error, number) }
    }
    taken.store(count, ordering: .relaxed)
  }

  /// What the lowest number failed with.
  var failure: Diagnostic? { first.withLock { $0?.error } }
}
