import Synchronization

/// A value that is worked out when it is first asked for, once, whichever thread asks; work that is
/// interrupted leaves nothing, and is done anew the next time.
final class Lazy<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)
  private let compute: @Sendable () throws(Interrupted) -> Value

  /// What `compute` gives; it must not ask for the same value.
  init(_ compute: @escaping @Sendable () throws(Interrupted) -> Value) {
    self.compute = compute
  }

  /// The value; the first question waits for the work, others for the first.
  var value: Value {
    get throws(Interrupted) {
      try stored.withLock { (stored) throws(Interrupted) in
        if let stored { return stored }
        let value = try compute()
        stored = value
        return value
      }
    }
  }
}
