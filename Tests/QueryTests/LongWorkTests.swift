import Diagnostics
import Dispatch
import Model
import Synchronization
import Testing

@testable import Query

/// What a test and the work that it has started tell each other.
private final class Signals: Sendable {
  let isRaised = Atomic(false)
  let mayEnd = DispatchSemaphore(value: 0)
  let hasEnded = DispatchSemaphore(value: 0)
  let wasTold = Atomic(false)
}

@Test func `a line ends when the user asks to stop, also where its work does not`() throws {
  let signals = Signals()
  var environment = SampleQuestions().environment
  environment.interrupt = Interrupt { signals.isRaised.load(ordering: .relaxed) }
  #expect(throws: Diagnostic.interrupted) {
    try LongWork.run(in: environment) { (environment) throws(Diagnostic) -> Int in
      signals.isRaised.store(true, ordering: .relaxed)
      signals.mayEnd.wait()
      environment.notes.add(.overflow)
      signals.wasTold.store(environment.interrupt.isRaised, ordering: .relaxed)
      signals.hasEnded.signal()
      return 1
    }
  }
  // The next line begins, and the work of the one before is still told to stop.
  signals.isRaised.store(false, ordering: .relaxed)
  signals.mayEnd.signal()
  signals.hasEnded.wait()
  let wasTold = signals.wasTold.load(ordering: .relaxed)
  #expect(wasTold)
  #expect(environment.notes.take().isEmpty)
}

@Test func `long work gives what it makes, with its remarks, or what it throws`() throws {
  let environment = SampleQuestions().environment
  let made = try LongWork.run(in: environment) { (environment) throws(Diagnostic) in
    environment.notes.add(.overflow)
    return 7
  }
  #expect(made == 7)
  #expect(environment.notes.take() == [.overflow])
  #expect(throws: Diagnostic("no")) {
    try LongWork.run(in: environment) { (_) throws(Diagnostic) -> Int in throw Diagnostic("no") }
  }
}
