import Diagnostics
import Dispatch
import Model
import Synchronization

/// Work on a thread of its own, which is left to itself once the user has asked to stop: it may have
/// gigabytes in hand, and to give these back takes longer than somebody waits for a prompt.
enum LongWork {
  /// How often it is looked whether the user has asked to stop, and how long work is waited for that ends
  /// by itself then.
  private static let patience = DispatchTimeInterval.milliseconds(20)

  /// What `work` makes. Throws what it throws, and ``Diagnostic/interrupted`` soon after the user has asked
  /// to stop, whatever it does; the interrupt of the environment that it is given stays raised then, and
  /// what it remarks is not heard.
  static func run<Value: Sendable>(
    in environment: Environment,
    _ work: @escaping @Sendable (Environment) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    let outcome = Outcome<Value>()
    let interrupt = environment.interrupt
    var own = environment
    own.notes = Notes()
    own.interrupt = Interrupt { outcome.isUnwanted || interrupt.isRaised }
    let most = Parallel.most
    DispatchQueue.global().async { [own] in
      // What has been made is let go of here, where nobody waits for it.
      outcome.end(
        Parallel.$most.withValue(most) {
          Result { () throws(Diagnostic) in try work(own) }
        })
    }
    while !outcome.hasEnded(within: patience) {
      guard interrupt.isRaised, !outcome.hasEnded(within: patience) else { continue }
      outcome.isUnwanted = true
      throw .interrupted
    }
    for note in own.notes.take() { environment.notes.add(note) }
    return try outcome.value()
  }
}

/// What comes of work, handed from thread to thread.
private final class Outcome<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, Diagnostic>?>(nil)
  private let ended = DispatchSemaphore(value: 0)
  private let unwanted = Atomic(false)

  /// Whether nobody waits any more.
  var isUnwanted: Bool {
    get { unwanted.load(ordering: .relaxed) }
    set { unwanted.store(newValue, ordering: .relaxed) }
  }

  func end(_ result: Result<Value, Diagnostic>) {
    if !isUnwanted { self.result.withLock { $0 = result } }
    ended.signal()
  }

  func hasEnded(within time: DispatchTimeInterval) -> Bool {
    ended.wait(timeout: .now() + time) == .success
  }

  /// What came of it, once it has ended; nobody else has it then.
  func value() throws(Diagnostic) -> Value {
    let result = result.withLock { result in
      defer { result = nil }
      return result
    }
    guard let result else { throw .interrupted }
    return try result.get()
  }
}
