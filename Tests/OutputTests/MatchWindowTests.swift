import Testing

@testable import Output

/// A line cut to a width around the first place of a text.
private func cut(_ line: String, around match: String, to width: Int) -> String {
  let bytes = Array(line.utf8)
  let place = bytes.indices.first { bytes[$0...].starts(with: match.utf8) } ?? 0
  return CutText(
    line, to: width, matches: [place..<(place + match.utf8.count)], ink: Ink(.plain)
  ).text
}

@Test func `a cut cell says how many matches it has, where it has several`() {
  let line = "radio here, radio there, and a radio at the very end"
  let places = [0..<5, 12..<17, 31..<36]
  func cut(_ width: Int) -> String {
    CutText(line, to: width, matches: places, ink: Ink(.plain)).text
  }
  #expect(cut(24) == "radio here, radio th… ×3")
  #expect(cut(60) == line)
  #expect(cut(10) == "radio her…")
  for width in 1...60 { #expect(displayWidth(of: cut(width)) <= width) }
}

@Test(arguments: [
  ("the match stands far to the right, and much follows it", "right", "…o the right, and m…", 20),
  ("the match stands near the end", "end", "…nds near the end", 17),
  ("the match is here, and goes on", "match", "the match is…", 13),
  ("short", "short", "short", 9),
])
func `a cut cell shows the match and fills its room`(
  line: String, match: String, expected: String, width: Int
) {
  #expect(cut(line, around: match, to: width) == expected)
}

@Test func `of a very long line only what is near the part that stays is looked at`() {
  let words = String(repeating: "été et mer ", count: 100_000)
  let line = words + "aiguille " + words
  #expect(cut(line, around: "aiguille", to: 24) == "… et mer aiguille été e…")
  #expect(CutText(line, to: 12, matches: [], ink: Ink(.plain)).text == "été et mer …")
  let end = CutText(line + "fin", to: 9, keeping: .end, matches: [], ink: Ink(.plain))
  #expect(end.text == "… mer fin")
}

@Test func `a very long line is wrapped as a short one is, its matches painted`() {
  let ink = Ink(.terminal(columns: 80, lines: 24, colored: true))
  let line = String(repeating: "un café noir, ", count: 5_000)
  let bytes = Array(line.utf8)
  let matches = bytes.indices.filter { bytes[$0...].starts(with: "café".utf8) }.map {
    $0..<($0 + 5)
  }
  #expect(matches.count == 5_000)
  let rows = wrapped(line + "\n" + "fin", to: 40, matches: matches, ink: ink)
  #expect(rows.last == "fin")
  let painted = rows.joined(separator: " ").ranges(of: "\u{1B}[1;33mcafé\u{1B}[0m")
  #expect(painted.count == 5_000)
  let plain = wrapped(line, to: 40, matches: [], ink: ink)
  #expect(plain.allSatisfy { displayWidth(of: $0) <= 40 })
  #expect(plain.joined(separator: " ").split(separator: " ").joined() == line.filter { $0 != " " })
}
