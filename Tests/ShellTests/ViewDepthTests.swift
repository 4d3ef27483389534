import Testing

@testable import Shell

/// Names made by `let` that stand for each other.
@Suite struct ViewDepthTests {
  private func session(_ names: Int, _ definition: (Int) -> String) -> Session {
    var session = testSession()
    _ = session.answer(to: "let v0 = aliases | take 5")
    for number in 1..<names { _ = session.answer(to: "let v\(number) = \(definition(number - 1))") }
    return session
  }

  @Test func `a chain of three thousand names ended the program; it is an error now`() {
    var session = session(3_000) { "v\($0) | where name != null" }
    #expect(session.answer(to: "v99 | count").last == "    0")
    let answer = session.answer(to: "v2999 | count")
    #expect(
      answer.first
        == "error: in “v2900”: names made by let stand for each other more than 100 deep")
    #expect(answer.last == "  write what some of them stand for into one line")
  }

  @Test func `so is a chain through in`() {
    var session = session(3_000) { "aliases | where name in v\($0).name" }
    #expect(session.answer(to: "v99 | count").last == "    0")
    #expect(session.answer(to: "v2999 | count").first?.contains("more than 100 deep") == true)
  }

  @Test func `and one through sql`() {
    var session = session(150) { "sql \"select * from v\($0)\"" }
    #expect(session.answer(to: "v149 | count").first?.contains("more than 100 deep") == true)
  }
}
