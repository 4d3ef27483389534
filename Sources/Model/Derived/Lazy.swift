import Synchronization

/// A value that is worked out when it is first asked for, once, whichever thread asks; work that is
/// interrupted leaves nothing, and is done anew the next time.
public final class Lazy<Value: Sendable>: Sendable {
  private let state: Mutex<State>

  private enum State: Sendable {
    case known(Value)
    case open(@Sendable () throws(Interrupted) -> Value)
  }

  /// What `compute` gives; it must not ask for the same value. It is let go of once it has given it.
  public init(_ compute: @escaping @Sendable () throws(Interrupted) -> Value) {
    state = Mutex(.open(compute))
  }

  /// A value that is there already.
  public init(known value: Value) {
    state = Mutex(.known(value))
  }

  /// The value; the first question waits for the work, others for the first.
  public var value: Value {
    get throws(Interrupted) {
      try state.withLock { (state) throws(Interrupted) in
        switch state {
        case .known(let value): return value
        case .open(let compute):
          let value = try compute()
          state = .known(value)
          return value
        }
      }
    }
  }
}

/// What ends a derivation that the user does not wait for.
public struct Interrupted: Error {
  /// Says that the user has asked to stop.
  public init() {}
}
