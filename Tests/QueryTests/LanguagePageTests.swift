import Foundation
import Query
import Testing

/// `docs/language.md`, which lists what the registries hold.
enum LanguagePage {
  /// The lines of the page.
  static func lines() throws -> Set<Substring> {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/language.md"), encoding: .utf8)
    return Set(page.split(separator: "\n"))
  }

  /// A row of a table of functions.
  static func row(
    _ signature: String, _ summary: String, _ examples: [Function.Example]
  ) -> Substring {
    let shown = examples.map { "`\($0.expression)` → `\($0.value)`" }.joined(separator: "<br>")
    return "| `\(signature)` | \(summary) | \(shown) |"
  }
}

@Test func `the page of the language lists every function and aggregate as the registry has it`()
  throws
{
  let lines = try LanguagePage.lines()
  let rows =
    Function.all.map { LanguagePage.row($0.signature, $0.summary, $0.examples) }
    + Aggregate.all.map { LanguagePage.row($0.signature, $0.summary, $0.examples) }
  #expect(rows.filter { !lines.contains($0) } == [])
}

@Test func `the page of the language has a row for every stage`() throws {
  let lines = try LanguagePage.lines()
  let missing = StageSyntax.all.map(\.name).filter { name in
    !lines.contains { line in line.hasPrefix("| ") && line.contains("`\(name) ") }
  }
  #expect(missing == [])
}
