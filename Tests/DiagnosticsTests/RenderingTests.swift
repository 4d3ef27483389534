import Diagnostics
import Testing

@Test func `a misspelt name is quoted, pointed at and mended`() {
  let line = #"messages | where sendr ~ "ana" | count"#
  let fault = Diagnostic(
    "messages has no column “sendr”", at: SourceSpan(17, 22), help: "did you mean “sender”?")
  #expect(
    fault.text(in: SourceText(text: line)) == """
      error: messages has no column “sendr”
        messages | where sendr ~ "ana" | count
                         ^^^^^ did you mean “sender”?
      """)
}

@Test func `a fault in a script names file, line and column in code points`() {
  let script = SourceText(name: "weekly.causerie", text: "messages\r\n\"é\" | sotr x\r\n")
  let fault = Diagnostic("no verb sotr", at: SourceSpan(17, 21))
  #expect(
    fault.text(in: script) == """
      weekly.causerie:2:7: error: no verb sotr
        "é" | sotr x
              ^^^^
      """)
}

@Test func `of a very long line only the part around the fault is shown`() {
  let line = String(repeating: "a ", count: 2000) + "here" + String(repeating: " b", count: 2000)
  let text = Diagnostic("bad", at: SourceSpan(4000, 4004)).text(
    in: SourceText(text: line), width: 40)
  let rows = text.split(separator: "\n")
  #expect(rows.count == 3)
  #expect(rows.allSatisfy { $0.count <= 40 })
  #expect(rows[1].contains("here"))
  let column = rows[2].firstIndex(of: "^").map {
    rows[2].distance(from: rows[2].startIndex, to: $0)
  }
  #expect(rows[1].dropFirst(column ?? 0).hasPrefix("here"))
}

@Test func `a long fault is whole where its line fits`() {
  let path = String(repeating: "path/", count: 9)
  let text = Diagnostic("bad", at: SourceSpan(5, 50)).text(
    in: SourceText(text: "load \(path) x"), width: 80)
  #expect(text.hasSuffix("  load \(path) x\n       " + String(repeating: "^", count: 45)))
}

@Test func `a long fault is cut where it is cut`() {
  let path = String(repeating: "p", count: 60)
  let text = Diagnostic("bad", at: SourceSpan(5, 65)).text(
    in: SourceText(text: "load \(path) --force"), width: 40)
  #expect(text.split(separator: "\n")[1] == "  load " + path.prefix(19) + "… --force")
}

@Test func `carets stand under wide characters by their width`() {
  let text = Diagnostic("bad", at: SourceSpan(7, 8)).text(
    in: SourceText(text: "日本 x"), measuring: { $0.isASCII ? 1 : 2 })
  #expect(text.hasSuffix("  日本 x\n       ^"))
}

@Test func `a span past the end or inside a character still points`() {
  let source = SourceText(text: "é")
  #expect(Diagnostic("m", at: SourceSpan(90, 99)).text(in: source).hasSuffix("  é\n   ^"))
  #expect(Diagnostic("m", at: SourceSpan(1, 2)).text(in: source).hasSuffix("  é\n  ^"))
}

@Test func `help without a place stands on a line of its own`() {
  #expect(Diagnostic("no file x", help: "try y").text() == "error: no file x\n  try y")
}

@Test func `a fault in a script that a line runs quotes the script, not the line`() {
  let script = SourceText(name: "weekly.causerie", text: "messages\n| wehre words > 3\n")
  let fault = Diagnostic("no verb wehre", at: SourceSpan(11, 16), help: "did you mean “where”?")
    .located(in: script)
  #expect(
    fault.text(in: SourceText(text: "run weekly.causerie")) == """
      weekly.causerie:2:3: error: no verb wehre
        | wehre words > 3
          ^^^^^ did you mean “where”?
      """)
  // Of scripts within scripts, the innermost is the one at fault.
  #expect(fault.located(in: SourceText(name: "outer.causerie", text: "run x")).source == script)
}

@Test
func `what to try stands below the carets where it would take more than six lines beside them`() {
  // A word a line beside the carets, three below them.
  func fill(_ text: String, _ lead: String, _ indent: Int) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    let lines = stride(from: 0, to: words.count, by: indent > 2 ? 1 : 3).map {
      words[$0..<min(words.count, $0 + (indent > 2 ? 1 : 3))].joined(separator: " ")
    }
    return lines.enumerated().map {
      ($0.offset == 0 ? lead : String(repeating: " ", count: indent)) + $0.element
    }
  }
  func lines(trying help: String) -> [String] {
    let text = SourceText(text: "count by sendr")
    let fault = Diagnostic("no column", at: SourceSpan(9, 14), help: help)
    return fault.layout(in: text, width: 60, measuring: { _ in 1 }, filling: fill).rest
  }
  #expect(lines(trying: "a b c").dropFirst().first == "           ^^^^^ a")
  #expect(
    lines(trying: "a b c d e f").dropFirst() == ["           ^^^^^", "  a b c", "  d e f"])
}
