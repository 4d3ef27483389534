import Foundation
import Testing

/// A page of the documentation, by its path from the root.
private func page(_ path: String) throws -> String {
  try String(contentsOf: DesignPage.root.appending(path: path), encoding: .utf8)
}

/// The lines between the fences of a page that open with ```` ``` ```` and a word.
private func blocks(_ word: String, of page: String) -> [[Substring]] {
  var blocks: [[Substring]] = []
  var fence: Substring?
  for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
    let isWanted = fence == "```" + word
    if line.hasPrefix("```") {
      fence = fence == nil ? line : nil
      if fence == "```" + word { blocks.append([]) }
    } else if isWanted {
      blocks[blocks.count - 1].append(line)
    }
  }
  return blocks
}

@Test func `the script that the guide shows is the one it names, without its comments`() throws {
  let shown = try #require(blocks("sh", of: page("docs/guide/05-scripts.md")).first)
  let script = try page("examples/scripts/questions-of.causerie")
    .split(separator: "\n", omittingEmptySubsequences: false)
    .filter { !$0.hasPrefix("#") || $0.hasPrefix("#!") }
  // Where a comment stood between two blank lines, one is left.
  let saved = script.indices.filter { place in
    !script[place].isEmpty || (place > 0 && !script[place - 1].isEmpty)
  }.map { script[$0] }
  #expect(shown == saved.dropLast(saved.last?.isEmpty == true ? 1 : 0))
}

@Test(arguments: ["README.md", "docs/language.md"])
func `the pipelines that a page lists find something`(path: String) throws {
  var session = exampleSession
  let verbs = ["grep", "messages", "links", "events", "chunks", "let", "big"]
  let lines = try blocks("", of: page(path)).joined().filter { line in
    verbs.contains { line.hasPrefix("\($0) ") }
  }
  #expect(lines.count >= 5)
  for line in lines where !line.contains("| export ") {
    let answer = session.answer(to: String(line))
    #expect(!answer.contains { $0.hasPrefix("error") || $0 == "note: no rows" }, "\(line)")
  }
}
