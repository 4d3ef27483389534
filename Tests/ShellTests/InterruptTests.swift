import Diagnostics
import Foundation
import Model
import Output
import Synchronization
import Testing

@testable import Shell

/// A key that the user presses while a line is carried out: the question “has it been pressed?” is
/// answered with yes from a certain time on that it is asked, and until it is let go.
private final class StopKey: Sendable {
  private let state = Mutex((asked: 0, patience: Int.max))

  var interrupt: Interrupt {
    Interrupt { [self] in
      state.withLock { state in
        state.asked += 1
        return state.asked > state.patience
      }
    }
  }

  /// How often was asked since ``press(after:)``.
  var asked: Int { state.withLock { $0.asked } }

  func press(after patience: Int) { state.withLock { $0 = (0, patience) } }

  func letGo() { press(after: .max) }
}

@Suite struct `an interrupted line` {
  private static let lines = [
    "messages | where key = \"0123456789abcdef\"",
    "messages | select id, key, conversation | take 3",
    "messages | count by text | take 3",
    "messages | where id in links.message | count",
    "participants",
    "links | count by host",
    "topics",
    "chunks | select id, key | take 3",
    "messages | sort text | take 3",
    "messages | top 3 per sender by words",
    "messages | summarize list(text), median(words), distinct(text) by sender | take 1",
    "messages | count by month, sender fill | pivot sender",
    "messages | distinct | count",
    "messages | where words > 20 | context 1 | count",
    "messages | explode emoji | count by emoji | take 3",
    "messages | where date in 2031 and sender = \"nobody\"",
    "messages | stats",
    "grep e -o | take 3",
    "messages | export - --format csv",
  ]

  @Test(arguments: lines)
  func `ends at whatever moment, and asked again is answered whole`(line: String) throws {
    let key = StopKey()
    var session = exampleSession
    session.world.interrupt = key.interrupt
    key.letGo()
    let whole = session.answer(to: line)
    try #require(!whole.isEmpty && !whole.contains { $0.hasPrefix("error") }, "\(whole)")
    let asked = key.asked
    #expect(asked > 2)
    for patience in [0, asked / 3, asked * 2 / 3, asked - 1] {
      var session = exampleSession
      session.world.interrupt = key.interrupt
      key.press(after: patience)
      #expect(
        session.answer(to: line).last == "error: interrupted", "after \(patience) of \(asked)")
      #expect(session.last == nil)
      key.letGo()
      #expect(session.answer(to: line) == whole, "after \(patience) of \(asked)")
    }
  }
}
