import Diagnostics
import Model
import Testing

@testable import Query

private func holds(
  _ relation: TextMatcher.Relation, _ needle: String, _ text: String, exact: Bool = false
) -> Bool {
  TextMatcher(relation, needle, exact: exact).matches(text.utf8.span)
}

@Test(arguments: [
  ("etude", "Une l’Étude ici"), ("ÉTUDE", "etude"), ("#rag", "voir #RAG !"), ("rag", "voir #RAG"),
  ("aujourd'hui", "Aujourd’hui"), ("hui", "aujourd’hui"), ("peut-être", "peut-etre"),
  ("etre", "Peut-Être"), ("case", "snake_case"), ("snake_case", "un Snake_Case"),
  ("code de sécurité", "le code de\nsécurité a changé"), ("a b", "a  b"), (" b ", "a b c"),
  ("🌸", "Élodie🌸!"), ("re re", "rere re re"), ("", "tout"), ("c++", "du C++ !"),
  ("नमस्ते", "नमस्ते जी"), ("привет", "ПРИВЕТ!"), ("2", "1, 2"),
])
func `has finds a run of whole words`(needle: String, text: String) {
  #expect(holds(.hasWords, needle, text))
}

@Test(arguments: [
  ("tud", "étude"), ("etude", "études"), ("rag", "dragon"), ("#rag", "#rags"), ("#rag", "rag"),
  ("a c", "a b c"), ("ab", "a b"), ("a b", "ab"), ("a b", "a bc"), ("नमस", "नमस्ते"), ("2", "12"),
])
func `has does not find parts of words`(needle: String, text: String) {
  #expect(!holds(.hasWords, needle, text))
}

@Test func `the other relations compare folded or exactly`() {
  #expect(holds(.equals, "ÉTÉ", "ete") && !holds(.equals, "ÉTÉ", "ete", exact: true))
  #expect(holds(.starts, "œu", "OEuf") && !holds(.starts, "uf", "OEuf"))
  #expect(holds(.ends, "É", "ete") && !holds(.ends, "etee", "ete"))
  #expect(
    holds(.contains, "d'h", "aujourd’hui") && !holds(.contains, "d'h", "aujourd’hui", exact: true))
  #expect(holds(.hasWords, "CNIL", "la CNIL", exact: true))
  #expect(!holds(.hasWords, "CNIL", "la Cnil", exact: true))
  #expect(holds(.contains, "", "x") && holds(.equals, "", "\u{200B}") && !holds(.equals, "", "x"))
}

@Test func `ranges are those of the true text`() {
  let text = "L’Étude, études, ETUDE"
  #expect(TextMatcher(.hasWords, "etude").ranges(in: text) == [4..<10, 21..<26])
  #expect(TextMatcher(.contains, "étude").ranges(in: text) == [4..<10, 12..<18, 21..<26])
  #expect(TextMatcher(.contains, "Étude", exact: true).ranges(in: text) == [4..<10])
  #expect(TextMatcher(.starts, "l'e").ranges(in: text) == [0..<6])
  #expect(TextMatcher(.ends, "de").ranges(in: text) == [24..<26])
  #expect(TextMatcher(.contains, "").ranges(in: text) == [])
  #expect(TextMatcher(.contains, "aa").ranges(in: "aaaa") == [0..<2, 2..<4])
  #expect(TextMatcher(.contains, "e").ranges(in: "cœœ") == [1..<3, 3..<5])
}

/// Texts of every length around the width of the search, in one buffer with others between them.
private func sample() -> TextColumn {
  var texts: [String?] = []
  for length in 0..<36 {
    texts.append(
      String(repeating: "é ", count: length) + (length % 3 == 0 ? "AIGUILLE" : "aiguill"))
    if length % 7 == 0 { texts.append(nil) }
    texts.append(String(repeating: "x", count: length * 3))
  }
  texts.append("aiguille" + String(repeating: "z", count: 66_000) + " aiguille")
  return TextColumn(texts)
}

@Test(arguments: TextMatcher.Relation.allCases, [false, true])
func `a column is searched as its texts are, one by one`(
  relation: TextMatcher.Relation, exact: Bool
) throws {
  let column = sample()
  let scattered = column.gathered((0..<Int32(column.count)).filter { $0 % 5 != 0 }.reversed())
  for needle in ["aiguille", "AIGUILLE", "e", "xxxx", ""] {
    let matcher = TextMatcher(relation, needle, exact: exact)
    for texts in [column, scattered] {
      let selected = try matcher.select(texts)
      let expected = (0..<texts.count).map { row in
        texts[row].map { matcher.matches($0.utf8.span) } ?? false
      }
      #expect(selected == expected, "\(needle)")
    }
  }
}

@Test(arguments: ["aiguille", "aiguill[ea]$", "^$", "x{40}", "(?:é\\s?){90}"], [false, true])
func `a pattern selects from a column as from its texts, one by one`(
  source: String, exact: Bool
) throws {
  let column = sample()
  let pattern = try Pattern(source, exact: exact)
  let expected = try (0..<column.count).map { row in
    try column[row].map { try pattern.matches(Array($0.utf8)) } ?? false
  }
  #expect(try pattern.select(column) == expected)
}

@Test(arguments: ["", "x"])
func `a column may begin with an empty text`(second: String) throws {
  let column = TextColumn(["", second])
  #expect(try Pattern("^$").select(column) == [true, second.isEmpty])
  #expect(try TextMatcher(.contains, "x").select(column) == [false, !second.isEmpty])
}

@Test func `a match never spans two rows`() throws {
  let buffer = SharedBytes(Array("ab|cd|abcd".utf8))
  let column = TextColumn(
    buffers: [buffer], starts: [0, 3, 6, 0], lengths: [2, 2, 4, TextColumn.null])
  #expect(
    try TextMatcher(.contains, "bc", exact: true).select(column) == [false, false, true, false])
  #expect(
    try TextMatcher(.contains, "b|c", exact: true).select(column) == [false, false, false, false])
  #expect(try TextMatcher(.contains, "bc").select(column) == [false, false, true, false])
}

@Test func `a search can be interrupted`() throws {
  let column = sample()
  let raised = Interrupt { true }
  #expect(throws: Diagnostic.interrupted) {
    try TextMatcher(.contains, "x").select(column, interrupt: raised)
  }
  #expect(throws: Diagnostic.interrupted) { try Pattern("x").select(column, interrupt: raised) }
  #expect(throws: Diagnostic.interrupted) {
    try Pattern("x").extract(from: column, interrupt: raised)
  }
}

@Test func `a needle is found at every place of texts of every length`() throws {
  for length in 1...100 {
    var text = [UInt8](repeating: UInt8(ascii: "e"), count: length)
    for needle in ["q", "eq", "qe", "ee", "qeee"] {
      let sought = try #require(Needle(Array(needle.utf8)))
      for place in 0..<length {
        text[place] = UInt8(ascii: "q")
        let expected = (0..<length).first { text[$0...].starts(with: sought.bytes) }
        #expect(sought.first(in: text.span) == expected)
        text[place] = UInt8(ascii: "e")
      }
    }
  }
}
