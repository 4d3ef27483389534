import Foundation
import Testing

@testable import Shell

@Suite struct `plot` {
  @Test func `draws what a pipeline gives, and goes on with its table`() {
    let said = answer(to: "messages | count by source | plot", "_ | count")
    #expect(said.first == "source       count")
    #expect(said.last?.trimmingCharacters(in: .whitespaces) == "2")
  }

  @Test func `checks its columns before anything runs`() {
    #expect(
      complaint(about: "messages | count by month | plot mont")
        == "“mont” is neither a plot nor a column of count by month")
    #expect(
      complaint(about: "messages | count by month | plot bar month, cout")
        == "count by month has no column “cout”")
    #expect(
      complaint(about: "messages | plot hist words --force") == "--force goes with --svg FILE")
    #expect(
      answer(to: "messages | count by month | plot lin").last?.contains("did you mean “line”?")
        == true)
  }

  @Test(arguments: [
    ("messages | plot month", "month"), ("plot messages by month", "month"),
    ("messages | plot bar weekday", "weekday"), ("messages | plot by sender", "sender"),
    ("messages | plot sender", "sender"), ("links | plot host", "host"),
  ])
  func `of what is still to be counted it says so`(line: String, key: String) {
    #expect(
      answer(to: line, columns: 400).last?.contains("count first: count by \(key) | plot") == true)
  }

  @Test func `takes columns with commas, blanks and quotes, also one that is called as a plot is`()
  {
    let lines = [
      "messages | count by month, source fill | pivot source | plot line month, repair-cafe",
      "messages | count by month, source fill | pivot source | plot line month repair-cafe, voisins",
      "messages | plot hist \"words\"", "messages | plot hist line",
    ]
    for line in lines { #expect(complaint(about: line) == nil, "\(line)") }
  }

  @Test func `checks the columns of a pivot when it runs`() {
    #expect(
      complaint(about: "messages | count by month, source | pivot source | plot bar month, nobody")?
        .hasSuffix("has no column “nobody”") == true)
  }

  @Test func `writes a picture whole or not at all, and over a file only with force`() throws {
    let folder = NSTemporaryDirectory() + "plot-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let line = "messages | count by month | plot --svg \(folder)/months.svg"
    #expect(answer(to: line) == ["wrote \(folder)/months.svg: bar of: messages | count by month"])
    #expect(complaint(about: line)?.contains("exists already") == true)
    #expect(answer(to: line + " --force").first?.hasPrefix("wrote ") == true)
    #expect(complaint(about: "messages | count by kind | plot --svg \(folder)") != nil)
    #expect(
      complaint(about: "messages | count by kind, event | plot line --svg \(folder)/x.svg") != nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["months.svg"])
    let text = try String(contentsOfFile: folder + "/months.svg", encoding: .utf8)
    #expect(text.hasPrefix("<svg") && text.hasSuffix("</svg>\n"))
  }

  @Test func `of no rows says so`() {
    #expect(
      answer(to: "messages | skip 99999 | count by month | plot").last
        == "note: no rows to draw")
  }
}
