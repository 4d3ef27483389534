import Testing

@testable import Model

@Test(arguments: [
  ("l’Étude du peut-être", ["l", "etude", "du", "peut", "etre"]),
  ("#RAG snake_case 42€", ["rag", "snake", "case", "42"]),
  ("ça\u{A0}va 👍🏽❤\u{FE0F}ok", ["ca", "va", "ok"]),
  ("हिन्दी में", ["हिन्दी", "में"]), ("", []), ("…", []),
])
func `words are runs of letters, marks and digits`(text: String, words: [String]) {
  #expect(Words.folded(of: text) == words)
}

@Test func `a border is where no word goes on`() {
  let text = Array("l'été #1".utf8)
  let borders = (0...text.count).filter { Words.border(at: $0, in: text.span) }
  #expect(borders.contains(1) && borders.contains(2) && !borders.contains(4))
  #expect(borders.contains(0) && borders.contains(text.count) && borders.contains(9))
}
