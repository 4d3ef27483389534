import Foundation
import Synchronization

/// Calls `body` with each number from 0 up to `count`, on a thread each, all from the same moment on;
/// returns once all have ended.
func atOnce(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let missing = Missing(count)
  let ended = DispatchGroup()
  for number in 0..<count {
    ended.enter()
    let thread = Thread {
      missing.await()
      body(number)
      ended.leave()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }
  ended.wait()
}

/// What threads have found, in the order they came with it.
final class Gathered<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])

  var all: [Value] { values.withLock(\.self) }

  func add(_ value: Value) { values.withLock { $0.append(value) } }
}

/// Threads that have not come yet. Waiting for them orders nothing between threads, so that it hides no race.
private final class Missing: Sendable {
  private let count: Atomic<Int>

  init(_ count: Int) { self.count = Atomic(count) }

  func await() {
    count.subtract(1, ordering: .relaxed)
    while count.load(ordering: .relaxed) > 0 { sched_yield() }
  }
}
