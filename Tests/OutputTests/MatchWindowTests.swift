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
