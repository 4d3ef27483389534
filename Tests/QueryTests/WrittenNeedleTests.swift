import CKernels
import Diagnostics
import Model
import Testing

@testable import Query

/// What texts are made of here: letters with and without accents, what folds to two letters, to another or to
/// nothing, what is no letter, and parts of the words that are looked for.
private let parts = [
  "t", "T", "h", "H", "é", "É", "e", "e\u{301}", "â", "a", "r", "R", "œ", "Æ", "ß", "ss", "s", "ş",
  "ț", "ħ",
  "ｈ", "ｅ", "б", "好", "🎉", "👩\u{200D}🔧", "\u{200D}", "\u{200E}", "\u{FE0F}", "’", "'", "`", " ",
  "\t",
  "\u{202F}", "\n", "théâtre", "THEATRE", "thé", "tre", "l’h", "]",
]

/// Texts in one buffer, with a header between each two, as a chat has them; some are null.
private func chat(_ texts: [String?]) -> TextColumn {
  var bytes: [UInt8] = []
  var starts: [UInt64] = []
  var lengths: [UInt32] = []
  for text in texts {
    bytes += Array("\n[01/02/24 10:00:00] Théa Hâtre: ".utf8)
    starts.append(UInt64(text == nil ? 0 : bytes.count))
    lengths.append(text.map { UInt32($0.utf8.count) } ?? TextColumn.null)
    bytes += Array((text ?? "").utf8)
  }
  return TextColumn(buffers: [SharedBytes(bytes)], starts: starts, lengths: lengths)
}

@Test(arguments: 0..<30)
func `a folded search finds in texts as they are written what it finds in folded ones`(_ seed: Int)
  throws
{
  var random = SeededGenerator(seed: UInt64(seed) + 1)
  func text(_ most: Int) -> String {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in
      parts[Int.random(in: 0..<parts.count, using: &random)]
    }.joined()
  }
  // Mostly others, since texts that nearly all hold a needle are folded at once.
  let texts = (0..<400).map { row -> String? in
    row % 9 == 0 ? text(12) : row % 50 == 1 ? nil : "mm" + String(repeating: "m ", count: row % 7)
  }
  let column = chat(texts)
  var found = 0
  for needle in ["théâtre", "th", "he", "rt", "atre", "'h", "ht", ": m"]
    + (0..<12).map({ _ in text(3) })
  {
    for relation in TextMatcher.Relation.allCases {
      let matcher = TextMatcher(relation, needle)
      let expected = texts.map { $0.map { matcher.matches($0.utf8.span) } ?? false }
      #expect(try matcher.select(column) == expected, "\(relation) \(needle.debugDescription)")
      found += expected.count { $0 }
    }
  }
  #expect(found > 0)
}

/// What is found of a needle in texts as they are written; nil where that cannot be told.
private func rows(
  of column: TextColumn, for needle: String, isAll: Bool = true
) throws -> WrittenNeedle.Rows? {
  guard let needle = Needle(Array(needle.utf8)), let written = WrittenNeedle(needle, isAll: isAll)
  else { return nil }
  return try written.rows(of: column, .never)
}

@Test func `only texts that may hold a needle are folded, and none of which that is sure`() throws {
  let texts = [
    "au théâtre", "the art", "thœ", "ſhe", "rien", nil, "Theatre!", "the\u{301}âtre", "",
  ]
  let column = chat(texts)
  let found = try rows(of: column, for: "theatre")
  #expect(found?.certain == [0, 6] && found?.possible == [2, 7])
  let others = try rows(of: column, for: "theatre", isAll: false)
  #expect(others?.certain == [] && others?.possible == [0, 2, 6, 7])
}

@Test func `a needle of which every letter may have an accent is looked for in folded texts`()
  throws
{
  let column = chat(["de l’eau", "l’été"])
  for needle in ["eau", "e", "好", ""] {
    #expect(try rows(of: column, for: needle) == nil)
  }
  #expect(try rows(of: column, for: "ete")?.certain == [1])
  #expect(try rows(of: column, for: "l'e")?.possible == [0, 1])
}

@Test func `the search of a needle as written finds the same with vectors and without`() {
  var random = SeededGenerator(seed: 5)
  let western = Fold.western.indices.map { Fold.western[$0] }
  let letters = Array("abABc '`\t".utf8)
  for _ in 0..<20_000 {
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<300, using: &random) {
      let others: [[UInt8]] = [
        Array("é".utf8), Array("À".utf8), Array("ç".utf8), [0xC3], [0xA9], [0xE2],
      ]
      text +=
        random.next() % 8 == 0
        ? others[Int(random.next() >> 33) % 6] : [letters[Int(random.next() >> 33) % 9]]
    }
    let needle = (0..<Int.random(in: 2...5, using: &random)).map { _ in
      Array("abce' é".utf8)[Int(random.next() >> 33) % 8]
    }
    let anchors = needle.indices.filter { needle[$0] < 0x80 }
    guard let anchor = anchors.randomElement(using: &random) else { continue }
    let from = Int.random(in: 0...text.count, using: &random)
    var (fast, portable) = (kernels_place(), kernels_place())
    let place = unsafe kernels_find_written(
      text, text.count, from, needle, needle.count, anchor, western, &fast)
    let other = unsafe kernels_find_written_portable(
      text, text.count, from, needle, needle.count, anchor, western, &portable)
    #expect(place == other)
    guard place < text.count else { continue }
    #expect(fast.start == portable.start && fast.end == portable.end)
    #expect(fast.is_whole == portable.is_whole)
    if fast.is_whole {
      var folded: [UInt8] = []
      let end = Fold.write(text.span.extracting(fast.start..<fast.end), into: &folded, at: 0)
      #expect(Array(folded[..<end]) == needle)
    }
  }
}
