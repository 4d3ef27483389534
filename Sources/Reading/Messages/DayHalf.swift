/// A word that tells the two halves of the day apart.
struct DayHalf: Sendable {
  /// As it stands in a header; a space is one or more blanks, or none.
  let spelling: String

  /// Whether hours under 12 are those after noon.
  let isAfternoon: Bool

  private init(_ spelling: String, afternoon: Bool) {
    self.spelling = spelling
    isAfternoon = afternoon
  }

  /// Every word that is known, by language as the operating systems' own locale data writes them;
  /// no word is the beginning of a later one.
  static let all: [DayHalf] = [
    // English, and the many that write it so; with points in Canada, Spain and Latin America.
    DayHalf("am", afternoon: false), DayHalf("pm", afternoon: true),
    DayHalf("AM", afternoon: false), DayHalf("PM", afternoon: true),
    DayHalf("Am", afternoon: false), DayHalf("Pm", afternoon: true),
    DayHalf("a. m.", afternoon: false), DayHalf("p. m.", afternoon: true),
    DayHalf("A. M.", afternoon: false), DayHalf("P. M.", afternoon: true),
    DayHalf("in the morning", afternoon: false), DayHalf("in the afternoon", afternoon: true),
    DayHalf("in the evening", afternoon: true), DayHalf("at night", afternoon: true),
    DayHalf("noon", afternoon: true), DayHalf("midnight", afternoon: false),
    // German
    DayHalf("vorm.", afternoon: false), DayHalf("nachm.", afternoon: true),
    DayHalf("morgens", afternoon: false), DayHalf("vormittags", afternoon: false),
    DayHalf("mittags", afternoon: true), DayHalf("nachmittags", afternoon: true),
    DayHalf("abends", afternoon: true), DayHalf("nachts", afternoon: false),
    // Chinese, Japanese, Korean
    DayHalf("上午", afternoon: false), DayHalf("下午", afternoon: true),
    DayHalf("凌晨", afternoon: false), DayHalf("早上", afternoon: false),
    DayHalf("中午", afternoon: true), DayHalf("晚上", afternoon: true),
    DayHalf("午前", afternoon: false), DayHalf("午後", afternoon: true),
    DayHalf("오전", afternoon: false), DayHalf("오후", afternoon: true),
    // Arabic, Persian, Greek, Turkish, Finnish
    DayHalf("ص", afternoon: false), DayHalf("م", afternoon: true),
    DayHalf("ق.ظ.", afternoon: false), DayHalf("ب.ظ.", afternoon: true),
    DayHalf("π.μ.", afternoon: false), DayHalf("μ.μ.", afternoon: true),
    DayHalf("ÖÖ", afternoon: false), DayHalf("ÖS", afternoon: true),
    DayHalf("ap.", afternoon: false), DayHalf("ip.", afternoon: true),
  ]

  /// The words as bytes, ready to be compared.
  static let patterns: [(bytes: [UInt8], isAfternoon: Bool)] = all.map {
    (Array($0.spelling.utf8), $0.isAfternoon)
  }

  /// The words that stand between date and time in French, Portuguese, German, Finnish, Swedish,
  /// Danish and Spanish headers.
  static let connectives: [[UInt8]] = ["à", "às", "um", "klo", "kl.", "a las"].map {
    Array($0.utf8)
  }
}

/// Where `word` ends that begins in `bytes` at `at`, a space of it standing for any blanks or
/// none; nil where it does not stand there.
func endOfWord(_ word: [UInt8], in bytes: Span<UInt8>, at: Int) -> Int? {
  var place = at
  for byte in word {
    if byte == 0x20 {
      place = skippingBlanks(bytes, at: place)
    } else {
      guard place < bytes.count, bytes[place] == byte else { return nil }
      place += 1
    }
  }
  return place
}
