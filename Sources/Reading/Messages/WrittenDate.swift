/// The three numbers of a date in the order in which they are written.
struct WrittenDate {
  var first = 0
  var second = 0
  var third = 0
  var separator = HeaderForm.Separator.slash
  var year = HeaderForm.Year.short

  init() {}

  /// Reads `17/02/2025`, `8-26-19`, `2018.07.25.` and their like; nil where no date stands there.
  init?(_ bytes: Span<UInt8>, at: inout Int) {
    guard let (first, firstDigits) = WrittenDate.readOuter(bytes, at: &at) else { return nil }
    at = skippingMarks(bytes, at: at)
    guard at < bytes.count else { return nil }
    let mark = bytes[at]
    guard let written = WrittenDate.separator(mark) else { return nil }
    separator = written
    self.first = first
    at = WrittenDate.afterSeparator(bytes, at: at)
    guard let (second, _) = readNumber(bytes, at: &at, digits: 2) else { return nil }
    self.second = second
    at = skippingMarks(bytes, at: at)
    guard at < bytes.count, bytes[at] == mark else { return nil }
    at = WrittenDate.afterSeparator(bytes, at: at)
    guard let (third, thirdDigits) = WrittenDate.readOuter(bytes, at: &at) else { return nil }
    self.third = third
    switch (firstDigits, thirdDigits) {
    case (4, 1...2): year = .first
    case (3, 1...2):
      self.first += WrittenDate.republicYearZero
      year = .first
    case (1...2, 4): year = .last
    case (1...2, 2), (2, 1): year = .short
    default: return nil
    }
    // “2018. 07. 25.” in Hungary and Korea.
    if separator == .dot, at < bytes.count, bytes[at] == 0x2E { at += 1 }
    at = WrittenDate.afterYearWord(bytes, at: at)
  }

  /// Reads day and month in either order, the year left out: `27/07`, `3-27`, `14.6.`, or with a blank between them
  /// and two digits each, `07 20`; nil where that does not stand there.
  init?(withoutYear bytes: Span<UInt8>, at: inout Int) {
    guard let (first, firstDigits) = readNumber(bytes, at: &at, digits: 2) else { return nil }
    at = skippingMarks(bytes, at: at)
    guard at < bytes.count else { return nil }
    if let written = WrittenDate.separator(bytes[at]) {
      separator = written
      at = WrittenDate.afterSeparator(bytes, at: at)
    } else {
      guard firstDigits == 2, blankLength(bytes, at: at) > 0 else { return nil }
      separator = .blank
      at = skippingBlanks(bytes, at: at)
    }
    guard let (second, secondDigits) = readNumber(bytes, at: &at, digits: 2),
      separator != .blank || secondDigits == 2,
      // Without a year little else tells that it is a date.
      (1...31).contains(first), (1...31).contains(second), Swift.min(first, second) <= 12
    else { return nil }
    self.first = first
    self.second = second
    year = .missing
    if separator == .dot, at < bytes.count, bytes[at] == 0x2E { at += 1 }
  }

  /// What a byte between the numbers of a date is; nil where none may stand there.
  private static func separator(_ byte: UInt8) -> HeaderForm.Separator? {
    switch byte {
    case 0x2F: .slash
    case 0x2E: .dot
    case 0x2D: .dash
    default: nil
    }
  }

  /// Reads the first or the last number of a date; a year of another calendar, as iOS writes it
  /// where the user chose one, becomes one of ours, of four digits.
  static func readOuter(
    _ bytes: Span<UInt8>, at: inout Int
  ) -> (value: Int, digits: Int)? {
    if at < bytes.count, !(0x30...0x39).contains(bytes[at]) {
      for (name, yearZero) in eras {
        guard var end = endOfWord(name, in: bytes, at: at) else { continue }
        guard let (value, _) = readNumber(bytes, at: &end, digits: 3) else { return nil }
        at = end
        return (yearZero + value, 4)
      }
    }
    guard let (value, digits) = readNumber(bytes, at: &at, digits: 4) else { return nil }
    if SolarHijriDate.years.contains(value) {
      at = endOfWord(solarHijriEra, in: bytes, at: at) ?? at
      return (value, digits)
    }
    guard value > latestYear else { return (value, digits) }
    let named = endOfWord(buddhistEra, in: bytes, at: at)
    guard named != nil || value < buddhistYears else { return (value, digits) }
    at = named ?? at
    return (value - buddhistYearZero, digits)
  }

  /// Eras that are named before the year, with the year before their first: those of Japan on
  /// today's phones, and the Republic of China.
  private static let eras: [(name: [UInt8], yearZero: Int)] = [
    ("R", 2_018), ("H", 1_988), ("令和", 2_018), ("平成", 1_988), ("民國", republicYearZero),
  ].map { (Array($0.utf8), $1) }

  /// The year before the first of the Republic of China, whose years have three digits.
  private static let republicYearZero = 1_911

  /// How far the Buddhist era is ahead, and what may stand after its years.
  private static let buddhistYearZero = 543
  private static let buddhistEra = Array(" BE".utf8)

  /// What may stand after years of the Solar Hijri calendar.
  private static let solarHijriEra = Array(" AP".utf8)

  /// Later years are of the Buddhist era, up to those that would be far from today in it too.
  private static let latestYear = 2_500
  private static let buddhistYears = 2_700

  /// A year of two digits in full: one of this century, or of the Buddhist era, in which WhatsApp
  /// began in the year 2552.
  static func fullYear(_ short: Int) -> Int {
    short < 52 ? 2_000 + short : 2_500 - buddhistYearZero + short
  }

  /// The place after a separator at `at`; blanks may follow a dot.
  private static func afterSeparator(_ bytes: Span<UInt8>, at: Int) -> Int {
    bytes[at] == 0x2E
      ? skippingBlanks(bytes, at: at + 1) : skippingMarks(bytes, at: at + 1)
  }

  /// The place after a word for “year” at `at`, as it stands after a date in Bulgarian; `at` where
  /// there is none.
  static func afterYearWord(_ bytes: Span<UInt8>, at: Int) -> Int {
    // Nearly always a comma or a plain blank and a digit follow.
    guard at + 1 < bytes.count, bytes[at] == 0x20 || bytes[at] >= 0x80, bytes[at + 1] >= 0x80 else {
      return at
    }
    for word in yearWords {
      if let end = endOfWord(word, in: bytes, at: at) { return end }
    }
    return at
  }

  private static let yearWords = [" г.", " р.", " ж."].map { Array($0.utf8) }
}
