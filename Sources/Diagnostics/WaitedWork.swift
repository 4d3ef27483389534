import Dispatch
import Synchronization

extension Interrupt {
  /// How often it is looked whether the user has asked to stop, and how long work is waited for that ends
  /// by itself then.
  private static let patience = DispatchTimeInterval.milliseconds(20)

  /// What `work` makes on a thread of its own, which is left to itself once the user has asked to stop: it
  /// may wait for a disk, or have gigabytes in hand to give back, longer than somebody waits for a prompt.
  ///
  /// Throws what `work` throws, and ``Diagnostic/interrupted`` soon after the user has asked to stop,
  /// whatever it does. The interrupt that it is given stays raised then.
  public func waiting<Value: Sendable>(
    for work: @escaping @Sendable (Interrupt) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    let outcome = Outcome<Value>()
    let own = Interrupt { outcome.isUnwanted || isRaised }
    DispatchQueue.global().async {
      // What has been made is let go of here, where nobody waits for it.
      outcome.end(Result { () throws(Diagnostic) in try work(own) })
    }
    while !outcome.hasEnded(within: Interrupt.patience) {
      guard isRaised, !outcome.hasEnded(within: Interrupt.patience) else { continue }
      outcome.isUnwanted = true
      throw .interrupted
    }
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
