import Testing

@testable import Reading

private let names = [
  "A", "Bo", "Ana", "Anabelle", "Anabelle Straßer", "Anabelle Straßer II", "Anabelle Straßer III",
  "+33 6 12 34 56 78", "+33 6 12 34 56 79", "a:b", "a:bc", "12345678:9", "Zoë🌸", "Sixteen bytes ok",
  "Sixteen bytes ok:x", "Sixteen bytes ok2", "\u{200E}Ana",
]

@Test func `a name ends where its colon is, whoever wrote before`() throws {
  let texts = ["", "oui", ": ", "Bo: non", "12345678: ok", " deux blancs"]
  // Each name comes after each other one.
  let lines = (0..<6 * names.count).flatMap { round in
    names.indices.map { (names[$0 * (round % names.count) % names.count], texts[round % 6]) }
  }
  let bytes = Array(lines.map { "\($0): \($1)" }.joined(separator: "\n").utf8)
  var recent = RecentNames()
  var start = 0
  var known = 0
  for (name, text) in lines {
    let length = name.utf8.count
    let line = start..<start + length + 2 + text.utf8.count
    start = line.upperBound + 1
    let place = try #require(names.firstIndex(of: name))
    if let found = recent.name(of: line, in: bytes.span) {
      #expect(found.place == place && found.length == length)
      known += 1
    } else {
      let range = line.lowerBound..<line.lowerBound + length
      recent.remember(place, range, of: line, in: bytes.span)
    }
  }
  // But for the names with a colon in them and those that share their first sixteen bytes.
  #expect(known > lines.count / 3)
}

@Test(arguments: ["Ana:", "Ana:x", "Ana", "Ana:\u{A0}oui", "Ana : oui", "Anab: oui", "An", ""])
func `a line that begins as a name does is not taken for one of its messages`(_ line: String) {
  for rest in ["", "\nAna: oui, et encore"] {
    let bytes = Array(("Ana: oui, bien sûr\n" + line + rest).utf8)
    var recent = RecentNames()
    recent.remember(7, 0..<3, of: 0..<19, in: bytes.span)
    #expect(recent.name(of: 0..<19, in: bytes.span)?.place == 7)
    #expect(recent.name(of: 20..<20 + line.utf8.count, in: bytes.span) == nil)
  }
}
