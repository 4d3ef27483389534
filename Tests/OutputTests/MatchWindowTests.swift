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
