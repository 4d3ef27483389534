import Testing

@testable import Model

/// A generator of the same numbers every time (xorshift, Marsaglia 2003).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

struct ScannerDamageTests {
  /// Pieces that mean something to a scanner, to be broken anywhere.
  private static let pieces = [
    "https://", "www.", "a.fr", "@", "\u{2068}", "\u{2069}", "Ana", "41790000000", "🇫🇷", "👩‍👧", "1️⃣",
    "\u{200D}", "\u{FE0F}", "\u{20E3}", "\n", " ", "\u{A0}", "\u{3000}", "é", "(", ")", ".", "»",
  ]

  private static func bytes(seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(state: seed)
    var bytes: [UInt8] = []
    for _ in 0..<40 {
      bytes += Array((pieces.randomElement(using: &generator) ?? "").utf8)
      if bytes.count > 3, Int.random(in: 0..<3, using: &generator) == 0 {
        let place = Int.random(in: bytes.indices, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
    }
    return bytes
  }

  @Test(arguments: 1...300)
  func `damaged bytes neither trap nor give ranges that overlap`(seed: Int) {
    let text = ScannerDamageTests.bytes(seed: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    let scans: [(Span<UInt8>, (Range<Int>) -> Void) -> Void] = [
      Links.forEach(in:_:), Emoji.forEach(in:_:),
    ]
    for scan in scans {
      var end = 0
      scan(text.span) { range in
        #expect(range.lowerBound >= end && !range.isEmpty && range.upperBound <= text.count)
        end = range.upperBound
        _ = Links.host(of: text.span.extracting(range))
      }
    }
    #expect(WordCount.of(text.span) <= text.count)
    #expect(Tokens.count(in: text.span) <= text.count)
    #expect(Scalars.count(in: text.span) <= text.count)
    #expect(Mentions(of: ["Ana", "+41 79 000 00 00"]).find(in: text.span).count <= text.count)
    for end in 0...text.count {
      let range = Blanks.trimmed(0..<end, of: text.span)
      #expect(range.upperBound <= end)
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "https://", "www.", "www.a/,", "www.a,", "http://a(", "https://a)", "@", "@a", "@\u{2068}",
      "(((", ")", "w", ":",
      "@1",
    ])
  func `a long run costs no more than its length`(piece: String) {
    let text = Array(String(repeating: piece, count: 200_000).utf8)
    var found = 0
    Links.forEach(in: text.span) { _ in found += 1 }
    found += Mentions(of: ["Ana", "Bo Li"]).find(in: text.span).count
    found += WordCount.of(text.span) + Tokens.count(in: text.span)
    #expect(found <= text.count)
  }
}
