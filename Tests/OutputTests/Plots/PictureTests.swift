import Model
import Testing

@testable import Output

@Suite struct `a picture` {
  @Test(arguments: 0..<7)
  func `has a title, a description, light and dark colours, and nothing from elsewhere`(
    place: Int
  ) throws {
    let (plot, table) = drawable[place]
    let svg = try picture(table, plot)
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(svg.contains("role=\"img\"") && svg.contains("<title>") && svg.contains("<desc>"))
    #expect(svg.contains("@media (prefers-color-scheme:dark)"))
    let addresses = svg.split(separator: "http").dropFirst().filter {
      !$0.hasPrefix("://www.w3.org")
    }
    #expect(addresses.isEmpty && !svg.contains("href") && !svg.contains("<script"))
    #expect(!svg.contains("nan") && !svg.contains("inf"))
    #expect(isBalanced(svg))
  }

  @Test func `holds what names say as text`() throws {
    let name = "</title><script>alert(1)</script> & \"x\" 'y' \u{1B}"
    let svg = try picture(named([(name, 3), ("b", 1)]))
    #expect(!svg.contains("<script") && isBalanced(svg))
    #expect(
      svg.contains(
        "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; &#39;y&#39; ␛: 3"))
    #expect(!svg.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func `says in words what it shows`() throws {
    #expect(
      try picture(monthly([("count", [10, 441, 7])])).contains(
        "<desc>count by month, 3 from 2025-01 to 2025-03; values from 7 to 441</desc>"))
  }

  @Test func `of very many points has few`() throws {
    let many = monthly([("n", (0..<50_000).map { Int64($0 * 7_919 % 1_000) })])
    #expect(try picture(many, "line").utf8.count < 60_000)
  }

  @Test func `of a table without rows is empty`() throws {
    #expect(isBalanced(try picture(monthly([("n", [])]))))
  }

  /// Whether each element that is opened is closed, in order.
  private func isBalanced(_ text: String) -> Bool {
    var open: [Substring] = []
    for match in text.matches(of: /<(\/?)([a-z]+)[^<>]*?(\/?)>/) {
      if match.3 == "/" { continue }
      if match.1 == "/" {
        guard open.popLast() == match.2 else { return false }
      } else {
        open.append(match.2)
      }
    }
    return open.isEmpty
  }
}
