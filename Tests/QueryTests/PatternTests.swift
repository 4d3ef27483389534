import Diagnostics
import Model
import Testing

@testable import Query

private func matches(_ pattern: String, _ text: String, exact: Bool = false) throws -> Bool {
  try Pattern(pattern, exact: exact).matches(Array(text.utf8))
}

private func found(_ pattern: Pattern, in text: String) throws -> [String] {
  let bytes = Array(text.utf8)
  return try pattern.ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
}

@Test(arguments: [
  ("étude", "l’Étude"), ("\\bÀ\\b", "à la une"), ("l’et", "L'ÉTÉ"), ("œ{2}", "Œœ"),
  ("^oe+$", "œe"), ("[É-Ê]t[éx]", "été"), ("[A-Z]{3}", "cnil"), ("[œ]uf", "Œuf"),
  ("[^é]b", "ab"), ("e\u{301}+t", "eeet"), ("\\QÉ.T\\E", "é.t"), ("c'est", "C’est"),
  ("(?<mot>É\\w+)", "été"), ("(?i)ÉTÉ", "été"), ("é # É\n", "é # e\n"), ("(?x) é # non\n t", "ét"),
  ("\\d{2}\\s?\\p{L}", "12\u{A0}é"), ("a\tb", "a b"), ("a\\tb", "a\tb"), ("ＲＡＧ", "rag"),
  ("^deux$", "un\nDEUX\ntrois"), ("👨\u{200D}👩", "👨\u{200D}👩"), ("❤\u{FE0F}+", "❤❤"),
  ("[\\wÉ-]+!", "a-é!"), ("[]É]x", "ex"), ("\\É", "e"), ("é|à", "A"), ("Straße", "STRASSE"),
  ("(?(?=É)É|x)t", "et"), ("(?>É)t", "et"), ("[[:alpha:]É]+", "eté"), ("\\x{65}", "É"),
])
func `a pattern finds without regard to case and accents`(pattern: String, text: String) throws {
  #expect(try matches(pattern, text))
}

@Test(arguments: [
  ("étude", "l’Étude"), ("[A-Z]{3}", "cnil"), ("c'est", "c’est"), ("œ", "oe"), ("\\p{Lu}", "été"),
])
func `an exact pattern takes the text as it is written`(pattern: String, text: String) throws {
  #expect(try !matches(pattern, text, exact: true))
  #expect(
    try matches(pattern, pattern == "\\p{Lu}" ? "É" : text, exact: true) == (pattern == "\\p{Lu}"))
}

@Test(arguments: [
  ("\\x{C9}", "É"), ("\\p{Lu}", "É"), ("a.b", "a\nb"), ("[^É]", "é"), ("^b", "ab"),
  ("[à-ç]x", "dx"),
  ("[!\\-É]x", "zx"),
])
func `escapes and properties are not folded, nor is more found than is meant`(
  pattern: String, text: String
) throws {
  #expect(try !matches(pattern, text))
}

@Test(arguments: [
  ("Œ+[éÀ-Ï]\\É", "(?:oe)+(?:ae|[aceiéÀ-Ï])\\x{65}"), ("\\d\\bÉ(?<É>x)", "\\d\\b\\x{65}(?<É>x)"),
  ("(?#É)[^œ]", "(?#É)[^œ]"), ("\\Qa+\\E", "\\x{61}\\+"), ("[-É]", "[e\\-É]"), ("É", "\\x{65}"),
])
func `the folded source folds characters and leaves the syntax alone`(
  pattern: String, folded: String
) {
  #expect(FoldedPattern(pattern, isExact: false).source == folded)
}

@Test(arguments: [
  ("caf[", 4..<4, "missing terminating ] for character class"),
  ("é)x", 2..<3, "unmatched closing parenthesis"),
  ("a+é**", 5..<6, "quantifier does not follow a repeatable item"),
  ("(?<a>x)(?<a>y)", 12..<13, "two named subpatterns have the same name"),
  ("(?&nope)", 3..<4, "reference to non-existent subpattern"),
])
func `a pattern that does not compile is pointed at`(
  pattern: String, place: Range<Int>, message: String
) {
  let complaint = #expect(throws: Diagnostic.self) { try Pattern(pattern) }
  #expect(complaint?.message == "the pattern does not compile: \(message)")
  #expect(complaint?.span == SourceSpan(place.lowerBound, place.upperBound))
  #expect(complaint?.cause == .usage)
}

@Test(arguments: ["^(a+)+$", "(a|aa)+$", "^(\\w+\\s?)*$"], [false, true])
func `a hostile pattern is given up`(pattern: String, exact: Bool) throws {
  let text = String(repeating: "a", count: 5_000) + "!"
  let hostile = try Pattern(pattern, exact: exact)
  let complaint = #expect(throws: Diagnostic.self) { _ = try hostile.matches(Array(text.utf8)) }
  #expect(complaint?.message.hasPrefix("the pattern is too costly") == true)
  #expect(throws: Diagnostic.self) { try hostile.ranges(in: text) }
}

@Test func `an honest pattern may need a deep stack`() throws {
  let text = String(repeating: "ab", count: 30_000) + "c"
  #expect(try matches("^(?:a|b)*c", text))
  #expect(try matches("^((a)|(b))*c$", text))
}

@Test func `bytes that are no UTF-8 match nothing and break nothing`() throws {
  let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x62, 0xED, 0xA0, 0x80]
  for exact in [false, true] {
    #expect(try Pattern("b", exact: exact).matches(bytes))
    #expect(try !Pattern("é", exact: exact).matches(bytes))
    #expect(try Pattern(".+", exact: exact).matches(bytes))
  }
  #expect(try Pattern("^$", exact: true).matches([]))
}

@Test func `what is found is shown as it was written`() throws {
  #expect(
    try found(Pattern("etude|coeur"), in: "L’Étude du Cœur, E\u{301}tude") == [
      "Étude", "Cœur", "E\u{301}tude",
    ])
  #expect(try found(Pattern("e"), in: "œé") == ["œ", "é"])
  #expect(try found(Pattern("x*"), in: "axxb") == ["xx"])
  #expect(try found(Pattern("\\w+", exact: true), in: "Là-bas") == ["Là", "bas"])
}

@Test func `with whole words a pattern matches where no word goes on`() throws {
  let rag = try Pattern("rag", wholeWords: true)
  #expect(
    try found(rag, in: "RAG rags #rag snake_rag dragon l'rag") == ["RAG", "rag", "rag", "rag"])
  #expect(try found(Pattern("#RAG", wholeWords: true), in: "a#rag #rags") == ["#rag"])
  #expect(try found(Pattern("(?x) a | é # fin", wholeWords: true), in: "a et e") == ["a", "e"])
  #expect(try found(Pattern("\\Qa.b", exact: true, wholeWords: true), in: "a.b a.bc") == ["a.b"])
  #expect(throws: Diagnostic.self) { try Pattern("a)(b", wholeWords: true) }
}

@Test(arguments: [
  ("https?://\\S+", "http"), ("\\bcode de sécurité\\b", "code de securite"), ("colou?r", "colo"),
  ("(?:ab)+cd", "cd"), ("ab{0,3}cd", "cd"), ("ab(?=xyz)", "ab"), ("Œuvre", "oeuvre"),
])
func `a text that every match holds is read off`(pattern: String, literal: String) throws {
  #expect(try Pattern(pattern).literal?.bytes == Array(literal.utf8))
}

@Test(arguments: ["ab|cd", "(?i)abc", "a", "(*ACCEPT)abc", "(abc)?", "[ab]c", "\\d+"])
func `where nothing is sure to be there, nothing is read off`(pattern: String) throws {
  #expect(try Pattern(pattern).literal == nil)
}

/// A large pattern with a short name, so that a failure can be read.
private struct LargePattern: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let source: String

  init(_ count: Int, _ piece: String, _ closing: String = "") {
    testDescription = "\(count) times \(piece)\(closing.isEmpty ? "" : " … \(closing)")"
    source = String(repeating: piece, count: count) + String(repeating: closing, count: count)
  }

  init(_ count: Int, _ piece: String, then end: String) {
    testDescription = "\(count) times \(piece), then \(end)"
    source = String(repeating: piece, count: count) + end
  }
}

@Test(arguments: [
  LargePattern(65_000, "a"), LargePattern(60_000, "("), LargePattern(10_000, "(a|b", ")"),
  LargePattern(6_000, "[ -\u{2FFF}]"), LargePattern(200, "[ -\u{2FFF}]"),
  LargePattern(10_000, "\\p{L}"), LargePattern(1_000, "(?:a{1,500}){1,100}"),
  LargePattern(30_000, "œ"), LargePattern(30_000, "[^"), LargePattern(15_000, "(?x)", then: "é"),
  LargePattern(8_000, "é(?s)"), LargePattern(1 << 20, "x"), LargePattern(200, "(?:", "){9}"),
])
private func `a pattern of any size compiles or is refused at once`(pattern: LargePattern) {
  for exact in [false, true] {
    // The processor's time of this thread: other tests, and other programs, do not count.
    let time = threadSeconds {
      do throws(Diagnostic) {
        _ = try Pattern(pattern.source, exact: exact, wholeWords: exact)
      } catch {
        #expect(error.message.hasPrefix("the pattern "))
      }
    }
    #expect(time < 5)
  }
}

/// Characters of which some fold to one, to two or to none, and some mean something in a pattern.
private let characters = [
  "a", "E", "é", "Œ", "ß", "’", "\u{A0}", " ", ".", "*", "(", "]", "-", "2", "２", "Ａ", "\u{200B}",
  "e\u{301}", "ё", "Σ", "ς", "🔥", "👨\u{200D}👩", "❤\u{FE0F}",
]

@Test func `a quoted pattern finds what a plain text finds`() throws {
  var found = 0
  for number in 0..<4_000 {
    func text(_ length: Int, _ step: Int) -> String {
      (0..<length).map { characters[(number &* 31 &+ $0 &* step) % characters.count] }.joined()
    }
    let needle = text(1 + number % 3, 1 + number % 5)
    let text = text(number % 17, 1 + number % 7)
    let pattern = try Pattern("\\Q" + needle + "\\E")
    let matcher = TextMatcher(.contains, needle)
    #expect(try pattern.ranges(in: text) == matcher.ranges(in: text), "\(needle) in \(text)")
    if !matcher.ranges(in: text).isEmpty { found += 1 }
  }
  #expect(found > 100)
}

extension Pattern {
  /// Whether a text, alone in its column, matches; its bytes need not be UTF-8.
  func matches(_ text: [UInt8]) throws(Diagnostic) -> Bool {
    try select(
      TextColumn(buffers: [SharedBytes(text)], starts: [0], lengths: [UInt32(text.count)]))[0]
  }
}
