extension WrittenDate {
  /// Reads a date whose month is a word: `20 Sep 2013`, `Sep 20, 2013`, `20 de sept. de 2013`,
  /// `2013年9月20日`, `9月20日`, the year perhaps left out; nil where none stands there.
  ///
  /// Its numbers are day, month and year, whatever the order, and 0 for a year left out.
  init?(named bytes: Span<UInt8>, at: inout Int) {
    self.init()
    separator = .blank
    year = .last
    if let month = MonthName.read(bytes, at: &at) {
      at = skippingBlanks(bytes, at: at)
      guard let (day, _) = readNumber(bytes, at: &at, digits: 2) else { return nil }
      at = WrittenDate.afterDaySign(bytes, at: at)
      (first, second) = (day, month)
    } else {
      guard let (number, digits) = readNumber(bytes, at: &at, digits: 4) else { return nil }
      at = WrittenDate.afterUnit(bytes, at: at)
      guard let month = MonthName.read(bytes, at: &at) else { return nil }
      second = month
      if digits == 4 {
        at = skippingBlanks(bytes, at: at)
        guard let (day, _) = readNumber(bytes, at: &at, digits: 2) else { return nil }
        at = WrittenDate.afterDaySign(bytes, at: at)
        (first, third) = (day, number)
        return
      }
      first = number
    }
    var end = skippingMarks(bytes, at: at)
    end += commaLength(bytes, at: end)
    end = WrittenDate.afterPreposition(bytes, at: skippingBlanks(bytes, at: end))
    guard case (let year, 4)? = WrittenDate.readOuter(bytes, at: &end) else {
      self.year = .missing
      return
    }
    third = year
    // “2. јануар 2026.” in Serbia.
    at =
      endOfWord(WrittenDate.point, in: bytes, at: end) ?? WrittenDate.afterYearWord(bytes, at: end)
  }

  /// The place after a sign for “day”, or the point of an ordinal, at `at`; `at` where none stands there.
  private static func afterDaySign(_ bytes: Span<UInt8>, at: Int) -> Int {
    for sign in [point] + daySigns {
      if let end = endOfWord(sign, in: bytes, at: at) { return end }
    }
    return at
  }

  /// The place after what may follow the number of a day or year: a point, a sign, blanks and a
  /// preposition.
  private static func afterUnit(_ bytes: Span<UInt8>, at: Int) -> Int {
    for unit in units {
      if let end = endOfWord(unit, in: bytes, at: at) {
        return afterPreposition(bytes, at: skippingBlanks(bytes, at: end))
      }
    }
    return afterPreposition(bytes, at: skippingBlanks(bytes, at: at))
  }

  private static let units = [point] + ["年", "년"].map { Array($0.utf8) } + daySigns

  private static let point = Array(".".utf8)

  /// What follows the number of a day in Chinese, Japanese and Korean.
  private static let daySigns = ["日", "일"].map { Array($0.utf8) }

  /// The place after a Spanish, Portuguese or Catalan “of” at `at`; `at` where none stands there.
  private static func afterPreposition(_ bytes: Span<UInt8>, at: Int) -> Int {
    for word in prepositions {
      if let end = endOfWord(word, in: bytes, at: at), blankLength(bytes, at: end) > 0 {
        return skippingBlanks(bytes, at: end)
      }
    }
    return at
  }

  private static let prepositions = ["de", "del"].map { Array($0.utf8) }
}
