import Testing

@testable import Model

struct CountingTests {
  @Test(arguments: [
    ("", 0), ("   ", 0), ("bonjour", 1), ("C'est l'été !", 2), ("a - b", 2), ("… ! ?", 0),
    ("12 €", 1), ("ok\u{A0}?", 1), ("un\u{202F}deux\u{3000}trois", 3), ("日本語 です", 2),
    ("🙂 👍🏽", 0), ("🙂a", 1), ("×÷", 0), ("a\nb\tc\r\nd", 4), ("привет мир", 2), ("١٢٣", 1),
    ("\u{200E}", 0), ("--a", 1), ("œuf", 1), ("à", 1), ("\u{FEFF}a\u{2028}b", 2),
  ])
  func `words are runs with a letter or a digit`(text: String, words: Int) {
    #expect(WordCount.of(Array(text.utf8).span) == words)
  }

  @Test(arguments: ["", "abc", "été", "👩‍👩‍👧‍👦", "e\u{301}", "日本", "\u{10FFFF}"])
  func `chars are code points`(text: String) {
    #expect(Scalars.count(in: Array(text.utf8).span) == text.unicodeScalars.count)
  }

  /// The last is the sum that the chunker itself wrote for lines of such lengths.
  @Test(arguments: [
    ("", 0), ("a", 1), ("abcd", 1), ("abcde", 2), ("   abcd  ", 1), ("\n\n  \n", 0),
    ("abcd\nefgh", 2), ("abcd\n\nefgh\n", 2), ("été!", 1), ("🙂🙂", 1), ("🙂🙂a", 2),
    ("\u{A0}abcd\u{FEFF}", 1), ("\u{200E}abc", 1), ("\u{200E}abcd", 2),
  ])
  func `tokens are quarters of lines`(text: String, tokens: Int) {
    #expect(Tokens.count(in: Array(text.utf8).span) == tokens)
  }

  @Test func `the length of a line is that in UTF-16`() {
    let line = String(repeating: "aé日🙂b", count: 9)
    for length in 1...line.count {
      let text = String(line.prefix(length))
      #expect(Tokens.count(inLine: Array(text.utf8).span) == (text.utf16.count + 3) / 4)
    }
  }

  @Test func `every blank is trimmed from either end, and none inside`() {
    let blanks = "\t\u{B}\u{C} \u{A0}\u{1680}\u{2000}\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}"
    let text = Array((blanks + "\u{3000}a \u{3000} b\u{FEFF}" + blanks).utf8)
    let range = Blanks.trimmed(text.indices, of: text.span)
    #expect(String(decoding: text[range], as: UTF8.self) == "a \u{3000} b")
  }
}
