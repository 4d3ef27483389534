/// Reads one to `digits` decimal digits, European, Arabic-Indic or Persian ones; nil where none or
/// more stand there. Of a number that is refused, `at` may stand anywhere.
func readNumber(
  _ bytes: Span<UInt8>, at: inout Int, digits limit: Int
) -> (value: Int, digits: Int)? {
  var value = 0
  var digits = 0
  while at < bytes.count {
    let byte = bytes[at]
    if byte &- 0x30 < 10 {
      value = value &* 10 &+ Int(byte &- 0x30)
      at += 1
    } else if byte == 0xD9 || byte == 0xDB, at + 1 < bytes.count {
      // U+0660 is D9 A0, U+06F0 is DB B0.
      let digit = bytes[at + 1] &- (byte == 0xD9 ? 0xA0 : 0xB0)
      guard digit < 10 else { break }
      value = value &* 10 &+ Int(digit)
      at += 2
    } else {
      break
    }
    digits += 1
    if digits > limit { return nil }
  }
  return digits > 0 ? (value, digits) : nil
}

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
    guard let (first, firstDigits) = readNumber(bytes, at: &at, digits: 4) else { return nil }
    at = skippingMarks(bytes, at: at)
    guard at < bytes.count else { return nil }
    let mark = bytes[at]
    switch mark {
    case 0x2F: separator = .slash
    case 0x2E: separator = .dot
    case 0x2D: separator = .dash
    default: return nil
    }
    self.first = first
    at = WrittenDate.afterSeparator(bytes, at: at)
    guard let (second, _) = readNumber(bytes, at: &at, digits: 2) else { return nil }
    self.second = second
    at = skippingMarks(bytes, at: at)
    guard at < bytes.count, bytes[at] == mark else { return nil }
    at = WrittenDate.afterSeparator(bytes, at: at)
    guard let (third, thirdDigits) = WrittenDate.readLast(bytes, at: &at) else { return nil }
    self.third = third
    switch (firstDigits, thirdDigits) {
    case (4, 1...2): year = .first
    case (1...2, 4): year = .last
    case (1...2, 2), (2, 1): year = .short
    default: return nil
    }
    // “2018. 07. 25.” in Hungary and Korea.
    if separator == .dot, at < bytes.count, bytes[at] == 0x2E { at += 1 }
  }

  /// Reads the last number of a date; a year of another calendar, as iOS writes it where the user
  /// chose one, becomes one of ours, of four digits.
  private static func readLast(
    _ bytes: Span<UInt8>, at: inout Int
  ) -> (value: Int, digits: Int)? {
    if at < bytes.count, (0x41...0x5A).contains(bytes[at]) {
      guard let era = eras.first(where: { $0.letter == bytes[at] }) else { return nil }
      at += 1
      return readNumber(bytes, at: &at, digits: 2).map { (era.yearZero + $0.value, 4) }
    }
    guard let (value, digits) = readNumber(bytes, at: &at, digits: 4) else { return nil }
    guard value > latestYear, let end = endOfWord(buddhistEra, in: bytes, at: at)
    else { return (value, digits) }
    at = end
    return (value - buddhistYearZero, digits)
  }

  /// The Japanese eras of today's phones, by their letter, with the year before their first.
  private static let eras: [(letter: UInt8, yearZero: Int)] = [(0x52, 2018), (0x48, 1988)]

  /// How far the Buddhist era is ahead, and what stands after its years.
  private static let buddhistYearZero = 543
  private static let buddhistEra = Array(" BE".utf8)

  /// Later years are of the Buddhist era.
  private static let latestYear = 2_500

  /// The place after a separator at `at`; blanks may follow a dot.
  private static func afterSeparator(_ bytes: Span<UInt8>, at: Int) -> Int {
    bytes[at] == 0x2E
      ? skippingBlanks(bytes, at: at + 1) : skippingMarks(bytes, at: at + 1)
  }
}

/// The numbers of a time of day as written.
struct WrittenTime {
  var hour = 0
  var minute = 0
  var second = 0
  var hasSeconds = false

  init() {}

  /// Reads `16:14`, `9:52:58`, `21.41.35`; nil where no time stands there.
  init?(_ bytes: Span<UInt8>, at: inout Int) {
    guard let (hour, _) = readNumber(bytes, at: &at, digits: 2) else { return nil }
    guard at < bytes.count, bytes[at] == 0x3A || bytes[at] == 0x2E else { return nil }
    let separator = bytes[at]
    at += 1
    guard case (let minute, 2)? = readNumber(bytes, at: &at, digits: 2) else { return nil }
    self.hour = hour
    self.minute = minute
    guard at < bytes.count, bytes[at] == separator else { return }
    // In “16:14: Anna” the second colon ends the header.
    var next = at + 1
    guard case (let second, 2)? = readNumber(bytes, at: &next, digits: 2) else { return }
    self.second = second
    hasSeconds = true
    at = next
  }

  /// The second of the day, 0 to 86 399; ``HeaderStamp/noTime`` where there is no such time.
  ///
  /// A word for the half of the day beside an hour over 12, or an hour 0, says nothing: some
  /// phones write “22:35 PM” and “00:04 AM”.
  func secondOfDay(isAfternoon: Bool?) -> Int {
    guard hour < 24, minute < 60, second < 60 else { return HeaderStamp.noTime }
    var hour = hour
    if let isAfternoon, (1...12).contains(hour) {
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    return hour * 3_600 + minute * 60 + second
  }
}
