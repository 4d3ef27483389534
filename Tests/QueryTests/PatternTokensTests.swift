import Diagnostics
import Model
import Testing

@testable import Query

private struct Rewriting: Sendable {
  let source: String
  let kinds: [PatternToken.Kind]
}

private func kinds(_ source: String) -> [PatternToken.Kind] {
  PatternTokens.all(of: source).map(\.kind)
}

@Test(arguments: [
  Rewriting(source: #"a\."#, kinds: [.literal("a"), .literal(".")]),
  Rewriting(source: #"\Q*\Ex"#, kinds: [.quotation, .literal("*"), .quotation, .literal("x")]),
  Rewriting(source: #"\x4ge"#, kinds: [.other, .literal("g"), .literal("e")]),
  Rewriting(source: #"\x{4g}\p{Lu}\pLe"#, kinds: [.other, .other, .other, .literal("e")]),
  Rewriting(source: #"\g{a}\k<a>\g'a'\g-1\12\cA"#, kinds: Array(repeating: .other, count: 6)),
  Rewriting(
    source: "a{2}{x}",
    kinds: [.literal("a"), .quantifier] + "{x}".unicodeScalars.map { .literal($0) }),
  Rewriting(
    source: "a{2,}+b{,3}?", kinds: [.literal("a"), .quantifier, .literal("b"), .quantifier]),
  Rewriting(
    source: "[]a][^]a][[:alpha:]][\\]a]", kinds: Array(repeating: .characterClass, count: 4)),
  Rewriting(source: "[\\Q]\\E]a", kinds: [.characterClass, .literal("a")]),
  Rewriting(source: "[a[:b]]", kinds: [.characterClass, .literal("]")]),
  Rewriting(source: "(?<é>a)", kinds: [.open, .literal("a"), .close]),
  Rewriting(
    source: "(?P<é>)(?'é')(?P=é)(?P>é)(?&é)",
    kinds: [.open, .close, .open, .close, .other, .other, .other]),
  Rewriting(
    source: "(?=)(?!)(?<=)(?<!)(?>)(?|)(?:)",
    kinds: Array(repeating: [.open, .close], count: 7).flatMap { $0 }),
  Rewriting(
    source: "(?#É)(?R)(?1)(?-1)(?+1)", kinds: [.comment] + Array(repeating: .other, count: 4)),
  Rewriting(
    source: "(?(<a>)b|c)(?(?=d)e)",
    kinds: [
      .open, .literal("b"), .alternation, .literal("c"), .close, .open, .open, .literal("d"),
      .close, .literal("e"), .close,
    ]),
  Rewriting(
    source: "(*UTF)(*MARK:É)(*pla:a)", kinds: [.rule, .rule, .open, .literal("a"), .close]),
  Rewriting(source: "(?i)(?s)(?m-i:a)", kinds: [.rule, .option, .open, .literal("a"), .close]),
  Rewriting(
    source: "(?x)a #É(\n(?-x) )",
    kinds: [.option, .literal("a"), .comment, .comment, .option, .literal(" "), .close]),
  Rewriting(source: "((?x) ) ", kinds: [.open, .option, .comment, .close, .literal(" ")]),
  Rewriting(source: "(?x: )#", kinds: [.open, .comment, .close, .literal("#")]),
])
private func `tokens are as PCRE2 reads them`(rewriting: Rewriting) {
  #expect(kinds(rewriting.source) == rewriting.kinds, "\(rewriting.source)")
}

/// Pieces of patterns: whole constructs, halves of them, and single characters.
private let pieces = [
  "a", "e", "z", " ", "#", "\n", "1", "{", "}", "{2}", "{1,3}", "{2,}+", "*", "+?", "??", "|", "(",
  ")", "(?:", "(?=", "(?<!", "(?<n>", "(?'m'", "(?P<o>", "(?x)", "(?-x)", "(?xx:", "(?^:", "(?#c)",
  "(?1)", "(?-1)", "(?R)", "(?(1)", "(?(?=a)", "(*pla:", "(*COMMIT)", "[", "]", "[^", "[]a]",
  "[a-z]",
  "[[:alpha:]]", "[\\d-]", "[\\]]", "[:b:]", "-", "^", "$", ".", "\\d", "\\b", "\\.", "\\\\",
  "\\x41",
  "\\x{65}", "\\p{L}", "\\pL", "\\1", "\\g{1}", "\\k<n>", "\\cA", "\\K", "\\R", "\\X", "é", "É",
  "œ", "ß",
  "’", "Ａ", "２", "\u{301}", "\u{200D}", "🔥", "\\Q", "\\E", "\\É", "[É-Ï]", "[œé]", "[^ß]", "\\t",
  "X",
]

/// Numbers that are the same every time (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

private func randomPattern(_ random: inout some RandomNumberGenerator, _ pieces: [String]) -> String
{
  (0..<Int.random(in: 1...9, using: &random)).map { _ in
    pieces.randomElement(using: &random) ?? ""
  }.joined()
}

@Test func `a pattern without anything to fold is left as it is, whatever its syntax`() {
  var random = SeededNumbers(state: 1)
  // What begins a class would take in the capitals of what follows.
  let folding = ["\\Q", "\\E", "\\t", "X", "[", "[^"]
  let plain = pieces.filter { $0.allSatisfy(\.isASCII) && !folding.contains($0) }
  var compiled = 0
  for _ in 0..<4_000 {
    let source = randomPattern(&random, plain)
    guard (try? CompiledPattern(source, trustsText: true)) != nil else { continue }
    compiled += 1
    let folded = FoldedPattern(source, isExact: false).source
    #expect(folded == source, "\(source)")
  }
  #expect(compiled > 400)
}

/// A character that folds to two can give the alternatives of a look-behind different lengths,
/// which PCRE2 refuses; everything else that compiles has to compile folded.
@Test func `what compiles, compiles folded and between word borders too`() {
  var random = SeededNumbers(state: 1)
  let texts = ["été œuf 2a", "", "ée\n #z", "ABC\u{301}", "🔥\u{200D}🔥 a.b\\c"]
  for _ in 0..<4_000 {
    let source = randomPattern(&random, pieces)
    let tokens = PatternTokens.all(of: source)
    #expect(tokens.map(\.range.count).reduce(0, +) == source.unicodeScalars.count)
    guard (try? CompiledPattern(source, trustsText: true)) != nil, !source.contains("(?<!") else {
      continue
    }
    for wholeWords in [false, true] {
      do {
        let pattern = try Pattern(source, wholeWords: wholeWords)
        for text in texts {
          let all = Array(text.utf8)
          // What calls itself has no end.
          for range in (try? pattern.ranges(in: text)) ?? [] {
            #expect(range.upperBound <= all.count, "\(source)")
          }
        }
      } catch {
        Issue.record("\(source) folded: \(error.message)")
      }
    }
  }
}

@Test func `what every match holds is in every match`() throws {
  var random = SeededNumbers(state: 1)
  let letters = ["é", "E", "a", "z", " ", "1", ".", "œ"]
  for _ in 0..<4_000 {
    let source = randomPattern(&random, pieces)
    guard let pattern = try? Pattern(source), let literal = pattern.literal else { continue }
    let text = randomPattern(
      &random, letters + [String(decoding: literal.bytes.dropLast(), as: UTF8.self)])
    guard let matcher = try? PatternMatcher(pattern.compiled),
      let folded = Optional(Array(Fold.string(text).utf8)),
      (try? matcher.matches(folded.span)) == true
    else { continue }
    #expect(literal.first(in: folded.span) != nil, "\(source) in \(text)")
  }
}
