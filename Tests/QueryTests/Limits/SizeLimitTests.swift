import Diagnostics
import Foundation
import Model
import Query
import Testing

private let sample = SampleQuestions()

private func times(_ count: Int, _ piece: String) -> String {
  String(repeating: piece, count: count)
}

@Test func `20 000 stages are read, checked and run`() throws {
  #expect(try sample.table("messages" + times(20_000, " | take 5")).rowCount == 5)
  #expect(try sample.table("messages" + times(2_000, " | where id > 2 | skip 0")).rowCount == 7)
}

@Test func `10 000 alternatives and 10 000 conditions are one answer`() throws {
  let many = (1...10_000).map { "id = \($0 + 5)" }.joined(separator: " or ")
  #expect(try sample.ids(where: many) == [6, 7, 8, 9])
  let all = (1...10_000).map { "id != \($0 + 5)" }.joined(separator: " and ")
  #expect(try sample.ids(where: all) == [1, 2, 3, 4, 5])
  let list = (1...10_000).map { "\($0 + 5)" }.joined(separator: ", ")
  #expect(try sample.ids(where: "id in (\(list))") == [6, 7, 8, 9])
}

@Test func `a text of four million bytes is looked for like any other`() throws {
  let text = times(4_000_000, "a")
  for condition in ["body = \"\(text)\"", "body has \"\(text)\"", "body ends exact \"\(text)\""] {
    #expect(try sample.ids(where: condition).isEmpty)
  }
  #expect(try sample.value("length(\"\(text)\")") == "4000000")
}

/// The rest of a condition with a short name, so that a failure can be read.
private struct LargeRest: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let message: String

  init(_ name: String, _ text: String, _ message: String) {
    testDescription = name
    self.text = text
    self.message = message
  }
}

@Test(arguments: [
  LargeRest(
    "a list of 500 000", "in (1" + times(500_000, ",1") + ")", "this has more than 100000 parts"),
  LargeRest(
    "an open quote", "= \"" + times(4_000_000, "a"), "this quote is never closed"),
  LargeRest(
    "texts", "= " + times(1_000_000, "\"a\" "), "“\"a\"” has no meaning after “\"a\"”"),
  LargeRest(
    "a pattern", "~ \"" + times(1_000_000, "(a") + "\"",
    "the pattern does not compile: pattern string is longer than the limit"),
])
private func `a line too large to mean anything is refused with a clear error`(rest: LargeRest) {
  let line = "messages | where body \(rest.text)"
  let error = #expect(throws: Diagnostic.self) { try sample.table(line) }
  #expect(error?.message.hasPrefix(rest.message) == true, "\(error?.message.prefix(200) ?? "")")
}

@Test(arguments: ["^(a+)+$", "(a|aa)+$", "(.*)*x\\\\1", "(?:a?){200}a{200}", "(a*)*b"])
func `a pattern that goes round in circles ends the question with an error`(pattern: String) throws
{
  let table = Table(
    name: "t", rowCount: 2,
    fields: [.init("t", .text(TextColumn([times(20_000, "a") + "!", "a"])))])
  for stage in [
    "where t ~ \"\(pattern)\"", "select x = extract(t, \"\(pattern)\")",
    "select x = matches(t, \"\(pattern)\")", "select x = replace(t, \"\(pattern)\", \"\")",
  ] {
    let call = try #require(parsePipeline("| \(stage)", grammar: .sample).calls.first)
    guard case .stage(let stage) = call.kind else { continue }
    let checked = try check(stage, over: Schema(of: table), in: sample.environment)
    let time = threadSeconds {
      do throws(Diagnostic) {
        _ = try checked.run(table, in: sample.environment)
      } catch {
        #expect(error.message.hasPrefix("the pattern is too costly"))
      }
    }
    #expect(time < 5, "\(stage)")
  }
}

/// Expressions as deep as the parser lets them be.
private let deepest = [
  times(198, "(") + "id" + times(198, ")"), times(198, "not ") + "edited",
  times(198, "-") + "id", "id" + times(198, " + id"), "id" + times(198, " * 1"),
  times(99, "abs(") + "id" + times(99, ")"), times(98, "coalesce(null, ") + "id" + times(98, ")"),
  times(98, "if(edited, 1, ") + "id" + times(98, ")"),
  "edited" + times(98, " = (edited") + times(98, ")"),
  times(98, "(edited and (edited or ") + "edited" + times(98, "))"),
]

/// Does some work on a thread of its own with a small stack.
private func onThread(stack bytes: Int, _ work: @escaping @Sendable () -> Void) {
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    work()
    done.signal()
  }
  thread.stackSize = bytes
  thread.start()
  done.wait()
}

/// Whether the thread sanitizer is at work, under which frames are larger: the deepest tree needs between 4
/// and 6 MiB.
private let isSanitized = unsafe dlsym(nil, "__tsan_init") != nil

// Threads have 8 MiB on Linux unless they ask for other; the deepest tree needs between 2 and 4 in
// debug (measured by running this with both), and less than half of that in release.
@Test(arguments: deepest.indices)
func `the deepest tree needs no more than half of the stack that a thread has`(number: Int) {
  onThread(stack: isSanitized ? 8 << 20 : 4 << 20) {
    _ = try? sample.table("messages | where id = 1 | extend x = \(deepest[number]) | sort x")
    _ = try? sample.table("messages | summarize x = max(\(deepest[number])) by sender")
    _ = try? sample.table("messages | where " + times(20_000, "(") + "a")
    _ = try? sample.table("messages | where " + times(20_000, "not ") + "a")
  }
}
