import Synchronization

/// A value that is worked out when it is first asked for, once, whichever thread asks.
final class Lazy<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)
  private let compute: @Sendable () -> Value

  /// What `compute` gives; it must not ask for the same value.
  init(_ compute: @escaping @Sendable () -> Value) {
    self.compute = compute
  }

  /// The value; the first question waits for the work, others for the first.
  var value: Value {
    stored.withLock { stored in
      if let stored { return stored }
      let value = compute()
      stored = value
      return value
    }
  }
}
