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

  @Test func `a letter or a digit is what its category says, whatever is known beforehand`() {
    for value in (0x80 as UInt32)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isExpected =
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .decimalNumber:
          true
        default: false
        }
      if Scalars.isLetterOrDigit(value) != isExpected {
        Issue.record("U+\(String(value, radix: 16)) is \(isExpected ? "" : "not ")a letter")
      }
    }
  }

  @Test func `the words of a text are those between its blanks that hold a letter or a digit`() {
    var random = SeededGenerator(state: 5)
    let parts: [Unicode.Scalar] = Array(
      "aZ09  \t\n\u{B}.,'-_·×÷éÀßœÿĀɏжЯѿ\u{482}ҁאب日か🙂’…–\u{A0}\u{202F}\u{3000}\u{FEFF}\u{301}ªµ½٣"
        .unicodeScalars)
    for _ in 0..<20_000 {
      var text = ""
      // Mostly plain, so that what the kernel does not know stands anywhere in its blocks.
      for _ in 0..<Int.random(in: 0..<100, using: &random) {
        let isPlain = Int.random(in: 0..<8, using: &random) > 0
        text.unicodeScalars.append(
          isPlain
            ? parts.prefix(8).randomElement(using: &random) ?? "a"
            : parts.randomElement(using: &random) ?? "a")
      }
      let words = text.unicodeScalars.split { scalar in
        let bytes = Array(String(scalar).utf8)
        return Blanks.length(in: bytes.span, at: 0) == bytes.count
      }
      let expected = words.count { word in
        word.contains {
          Scalars.isASCIIWord(UInt8(clamping: $0.value))
            || $0.value > 0x7F && Scalars.isLetterOrDigit($0.value)
        }
      }
      #expect(WordCount.of(Array(text.utf8).span) == expected, "\(text.debugDescription)")
    }
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
