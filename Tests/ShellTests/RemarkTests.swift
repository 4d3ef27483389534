import Diagnostics
import Output
import Testing

@testable import Shell

@Suite struct `a remark` {
  private static let lines = [
    "messages | summarize distinct(words, chars)", "messages | export a.xyz",
    "links | show", "messages | take 5 | where sender = \"Ana\" | summarize x = meen(words)",
    "show on", "show 1-2-3", "load /nowhere/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x/y.txt",
  ]

  /// Words that are longer than a line stay whole.
  private func isTooLong(_ line: String, _ columns: Int) -> Bool {
    displayWidth(of: line) > columns && line.drop { $0 == " " }.contains(" ")
  }

  @Test(arguments: lines, [30, 40, 60, 80, 100])
  func `is broken at words on a terminal`(line: String, columns: Int) {
    var (wide, narrow) = (exampleSession, exampleSession)
    let whole = wide.answer(to: line, columns: 400)
    let broken = narrow.answer(to: line, columns: columns)
    func words(_ lines: [String]) -> Set<Substring> {
      Set(lines.joined(separator: " ").split(separator: " "))
    }
    #expect(whole.count <= 3)
    #expect(broken.filter { isTooLong($0, columns) } == [])
    // The quoted line may be cut where it is long.
    let said = whole.prefix(1) + whole.dropFirst().suffix(1)
    #expect(
      words(said.map { $0.replacing("^", with: "") })
        .subtracting(words(broken.map { $0.replacing("^", with: "") })) == [])
  }

  @Test func `has its carets below the fault and the help beside or below them`() {
    var session = exampleSession
    #expect(
      session.answer(to: "links | show", columns: 40) == [
        "error: the rows of links are no messages",
        "  to show",
        "  links | show",
        "          ^^^^ name it: let found = …,",
        "               then messages | where id",
        "               in found.message",
      ])
    #expect(
      session.answer(to: "links | where host = \"a\" | show", columns: 40) == [
        "error: the rows of links are no messages",
        "  to show",
        "  links | where host = \"a\" | show",
        "                             ^^^^",
        "  name it: let found = …, then messages",
        "  | where id in found.message",
      ])
  }

  @Test func `stays in one piece in a pipe`() {
    var session = exampleSession
    let text = Written()
    let sink = Sink { (bytes) throws(Diagnostic) in text.bytes += bytes }
    let console = Console(
      results: sink, screen: .plain, remarks: sink, remarkScreen: .plain)
    _ = session.run("links | show -l 1 2 3 | export a.xyz", to: console)
    _ = session.run("links | show", to: console)
    #expect(
      String(decoding: text.bytes, as: UTF8.self).hasSuffix(
        "^^^^ name it: let found = …, then messages | where id in found.message\n"))
  }

  @Test func `lists statements of several lines as blocks`() {
    var session = exampleSession
    _ = session.answer(to: "messages\n| take 1\n| select id")
    #expect(
      session.answer(to: "history")
        == ["1  messages", "   | take 1", "   | select id", "2  history"])
  }
}

private final class Written {
  var bytes: [UInt8] = []
}

@Suite struct `a habit of other programs` {
  @Test(arguments: [
    ("grep velo --since 2025-03", "it is a key here: since:…, and help grep has its values"),
    ("grep velo --author Ana", "it is a key here: from:…, and help grep has its values"),
    ("grep velo --nonsense", "help grep lists its options; quotes make it a word"),
    (
      "messages | where sender in participants",
      "of a table one column is named: participants.name"
    ),
  ])
  func `is answered with what is written here`(line: String, help: String) {
    #expect(answer(to: line, columns: 200).last?.hasSuffix(help) == true)
  }
}
