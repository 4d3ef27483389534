import Dispatch
import Testing

@testable import Diagnostics

@Test func `work on another thread gives what it makes, or what it throws`() throws {
  #expect(try Interrupt.never.waiting { _ in 7 } == 7)
  #expect(throws: Diagnostic("no")) {
    try Interrupt.never.waiting { (_) throws(Diagnostic) -> Int in throw Diagnostic("no") }
  }
}

@Test func `work that waits for something is left alone once the user has asked to stop`() {
  let disk = DispatchSemaphore(value: 0)
  let left = DispatchSemaphore(value: 0)
  #expect(throws: Diagnostic.interrupted) {
    try Interrupt { true }.waiting { _ in
      disk.wait()
      left.signal()
    }
  }
  // It goes on by itself.
  disk.signal()
  left.wait()
}
