public import Diagnostics
import Synchronization

/// Collects the remarks that go with a result, each once, from whatever thread makes them.
public final class Notes: Sendable {
  private let collected = Mutex<[Diagnostic]>([])

  /// No remarks yet.
  public init() {}

  /// Adds a remark, unless it is there already.
  public func add(_ note: Diagnostic) {
    collected.withLock { notes in
      if !notes.contains(note) { notes.append(note) }
    }
  }

  /// The remarks so far, in order; none are left afterwards.
  public func take() -> [Diagnostic] {
    collected.withLock { notes in
      defer { notes = [] }
      return notes
    }
  }
}
