import Diagnostics
import Foundation
import Model
import Output
import Shell
import Testing

/// The pages whose ```` ```causerie ```` blocks are run: the first page, the guide, and pages that
/// are only tests.
private let pages: [String] =
  ["README.md"]
  + ["docs/guide", "Tests/Transcripts"].flatMap { folder in
    let names = try? FileManager.default.contentsOfDirectory(atPath: repository + "/" + folder)
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { folder + "/" + $0 }
  }

@Test(arguments: pages)
func `a session answers as its page says`(page: String) throws {
  let path = repository + "/" + page
  let text = try String(contentsOfFile: path, encoding: .utf8)
  let answered = TranscriptPage(text).answered()
  if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] != nil {
    if answered != text { try answered.write(toFile: path, atomically: true, encoding: .utf8) }
    return
  }
  let expected = text.components(separatedBy: "\n")
  let actual = answered.components(separatedBy: "\n")
  guard expected != actual else { return }
  let line = zip(expected, actual).prefix { $0 == $1 }.count
  Issue.record(
    """
    \(page):\(line + 1): the answer differs; UPDATE_TRANSCRIPTS=1 accepts it
    page:   \(line < expected.count ? expected[line] : "(ends)")
    answer: \(line < actual.count ? actual[line] : "(ends)")
    """)
}

@Test func `there are pages to run`() {
  #expect(!pages.isEmpty)
}

/// A page of Markdown with sessions in it.
private struct TranscriptPage {
  private let lines: [String]

  init(_ text: String) {
    lines = text.components(separatedBy: "\n")
  }

  /// The page with every answer as the program gives it now; its user's home is an empty folder.
  func answered() -> String {
    var session = testSession()
    let home = NSTemporaryDirectory() + "causerie-page-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: home) }
    session.world.home = home
    var result: [String] = []
    var index = 0
    while index < lines.count {
      result.append(lines[index])
      let isBlock = lines[index].trimmingCharacters(in: .whitespaces) == "```causerie"
      index += 1
      guard isBlock else { continue }
      while index < lines.count, lines[index] != "```" {
        guard lines[index].hasPrefix("> ") else {
          index += 1
          continue
        }
        var statement = String(lines[index].dropFirst(2))
        result.append(lines[index])
        index += 1
        while Session.isOpen(statement), index < lines.count,
          lines[index].hasPrefix("> ")
        {
          statement += "\n" + lines[index].dropFirst(2)
          result.append(lines[index])
          index += 1
        }
        result += session.answer(to: statement)
      }
    }
    return result.joined(separator: "\n")
  }
}
