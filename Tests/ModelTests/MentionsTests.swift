import Testing

@testable import Model

struct MentionsTests {
  private static let people = [
    "Ana", "Ana Li", "Zoé 🌸", "+41 79 000 00 00", "Jean-Luc d'Or", "李雷",
  ]

  private func mentions(_ text: String) -> [String] {
    Mentions(of: MentionsTests.people).find(in: Array(text.utf8).span)
  }

  @Test(arguments: [
    ("@\u{2068}Ana\u{2069} viens", ["Ana"]),
    ("@\u{2068}~\u{202F}Inconnu\u{A0}X\u{2069}", ["Inconnu X"]),
    ("@\u{2068}+41\u{A0}79\u{A0}000\u{A0}00\u{A0}00\u{2069}", ["+41 79 000 00 00"]),
    ("salut @41790000000 !", ["+41 79 000 00 00"]),
    ("salut @33600000000!", ["+33600000000"]),
    ("@ana li, tu viens ?", ["Ana Li"]),
    ("@Ana Lise", ["Ana"]),
    ("@ANA,@zoé 🌸", ["Ana", "Zoé 🌸"]),
    ("(@Ana)", ["Ana"]),
    ("@Jean-Luc d'Or.", ["Jean-Luc d'Or"]),
    ("@李雷 你好", ["李雷"]),
    ("👍@Ana", ["Ana"]),
  ])
  func `a mention is found and called as the sender is`(text: String, expected: [String]) {
    #expect(mentions(text) == expected)
  }

  @Test(arguments: [
    "", "@", "@ Ana", "@Anabelle", "@inconnu", "ana@ana.fr", "@1234", "@1234567890123456", "@@",
    "@\u{2068}\u{2069}", "@\u{2068}Ana", "@\u{2068}Ana\nBo\u{2069}",
  ])
  func `other uses of the sign are no mention`(text: String) {
    #expect(mentions(text) == [])
  }
}
