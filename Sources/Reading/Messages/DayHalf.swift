/// A word that tells the halves of the day apart.
struct DayHalf: Sendable {
  /// Which hours under 12 a word stands for.
  enum Half: Sendable {
    /// Those before noon.
    case morning
    /// Those after noon.
    case afternoon
    /// Those around noon: the last before it and the first after it.
    case midday
    /// Those of the evening up to midnight, and those of the early morning after it.
    case night
  }

  /// As it stands in a header; a space is one or more blanks, or none.
  let spelling: String

  /// What it says of the hours.
  let half: Half

  private init(_ spelling: String, _ half: Half) {
    self.spelling = spelling
    self.half = half
  }

  /// Words for the two halves of the day in one language.
  private static func halves(_ morning: String, _ afternoon: String) -> [DayHalf] {
    [DayHalf(morning, .morning), DayHalf(afternoon, .afternoon)]
  }

  /// Every word that is known: those by which most phones tell the halves of the day apart, as the
  /// operating systems' own locale data writes them, and those of ``DayHalfWords/all``.
  static let all: [DayHalf] =
    common + DayHalfWords.all.flatMap(\.halves).map { DayHalf($0.word, $0.half) }

  private static let common: [DayHalf] = [
    // English, and the many that write it so; with points in Canada, Spain and Latin America.
    halves("AM", "PM"), halves("am", "pm"), halves("Am", "Pm"),
    halves("a. m.", "p. m."), halves("A. M.", "P. M."), halves("a. m", "p. m"),
    halves("in the morning", "in the afternoon"),
    [
      DayHalf("in the evening", .afternoon), DayHalf("at night", .night),
      DayHalf("noon", .afternoon), DayHalf("midnight", .morning),
    ],
    // German
    halves("vorm.", "nachm."), halves("vormittags", "nachmittags"), halves("morgens", "abends"),
    [DayHalf("mittags", .midday), DayHalf("nachts", .night)],
    // Spanish, where the half of the day is spelt out
    halves("de la mañana", "de la tarde"),
    [DayHalf("de la madrugada", .morning), DayHalf("de la noche", .night)],
    // Chinese, Japanese, Korean
    halves("上午", "下午"), halves("早上", "晚上"), [DayHalf("清晨", .morning), DayHalf("中午", .midday)],
    [DayHalf("凌晨", .morning)],
    halves("午前", "午後"), halves("오전", "오후"),
    // Sindhi, Arabic, Persian, Hebrew
    halves("صبح، منجهند", "شام، منجهند"), halves("ص", "م"), halves("ق.ظ.", "ب.ظ."),
    halves("ق.ظ", "ب.ظ"),
    halves("לפנה״צ", "אחה״צ"), halves("לפנה\"צ", "אחה\"צ"),
    // Greek, Turkish, Finnish, Swedish, Hungarian, Czech, Vietnamese, Albanian
    halves("π.μ.", "μ.μ."), halves("ÖÖ", "ÖS"), halves("ap.", "ip."), halves("fm", "em"),
    halves("de.", "du."), halves("dop.", "odp."), halves("SA", "CH"),
    halves("e paradites", "e pasdites"),
    // Slovenian, whose morning is the Czech one, Icelandic, Malay, Lithuanian, Latvian, Afrikaans
    [DayHalf("pop.", .afternoon)], halves("f.h.", "e.h."), halves("PG", "PTG"),
    halves("priešpiet", "popiet"), halves("priekšp.", "pēcp."), halves("vm.", "nm."),
    // Bulgarian, Macedonian, Serbian, Russian and Ukrainian
    halves("пр.об.", "сл.об."), halves("претпл.", "попл."), halves("пре подне", "по подне"),
    halves("ДП", "ПП"), halves("дп", "пп"),
    // Albanian, Irish, Uzbek in both scripts, Turkmen, Kyrgyz, Mongolian, Hausa, Somali, Oromo, Yoruba
    halves("p.d.", "m.d."), halves("r.n.", "i.n."), halves("TO", "TK"), halves("ТО", "ТК"),
    halves("go.öň", "go.soň"), halves("тң", "тк"), halves("ү.ө.", "ү.х."), halves("SF", "YM"),
    halves("GH", "GD"), halves("WD", "WB"), halves("Àárọ̀", "Ọ̀sán"),
    // New Norwegian, Luxembourgish
    halves("f.m.", "e.m."), halves("moies", "nomëttes"),
    // Pashto, Central Kurdish and Kurmanji, Uyghur
    halves("غ.م.", "غ.و."), halves("ب.ن", "د.ن"), halves("BN", "PN"), halves("چ.ب", "چ.ك"),
    // Amharic, Tigrinya, Punjabi, Sinhala, Lao
    halves("ጥዋት", "ከሰዓት"), halves("ቅ.ቀ.", "ድ.ቀ."), halves("ਪੂ.ਦੁ.", "ਬਾ.ਦੁ."),
    halves("පෙ.ව.", "ප.ව."), halves("ກ່ອນທ່ຽງ", "ຫຼັງທ່ຽງ"),
    // Assamese
    halves("পূৰ্বাহ্ন", "অপৰাহ্ন"),
    // Hindi and Nepali, Marathi, Kannada, Tamil, Thai, Burmese
    halves("पूर्वाह्न", "अपराह्न"), halves("म.पू.", "म.उ."), halves("ಪೂರ್ವಾಹ್ನ", "ಅಪರಾಹ್ನ"),
    halves("முற்பகல்", "பிற்பகல்"), halves("ก่อนเที่ยง", "หลังเที่ยง"), halves("နံနက်", "ညနေ"),
  ].flatMap { $0 }

  /// Whether a word may begin with a byte: with a letter.
  static func mayBegin(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The words as bytes, ready to be compared, by their first byte; the longest first, since one may be
  /// the beginning of another.
  static let byFirstByte: [[(bytes: [UInt8], half: Half)]] = {
    var table = Array(repeating: [(bytes: [UInt8], half: Half)](), count: 256)
    for word in all {
      let bytes = Array(word.spelling.utf8)
      if let first = bytes.first { table[Int(first)].append((bytes, word.half)) }
    }
    return table.map { $0.sorted { $0.bytes.count > $1.bytes.count } }
  }()

  /// The words that stand between date and time in French, Portuguese, German, Finnish, Swedish,
  /// Danish, Spanish, English, Italian, Catalan, Croatian, Slovenian, Polish and Slovak, Czech,
  /// Vietnamese, Indonesian, Greek, Russian and Bulgarian, Ukrainian, Hebrew, Low German and Sorbian
  /// headers.
  static let connectives: [[UInt8]] = [
    "à", "às", "um", "klo", "kl.", "a las", "at", "alle ore", "alle", "a les", "u", "ob", "o",
    "ve", "v", "lúc", "pukul", "στις", "в", "о", "בשעה", "Kl.",
    "Klock", "zeg.",
  ].map { Array($0.utf8) }
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
