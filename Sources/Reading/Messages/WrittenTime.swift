/// The numbers of a time of day as written.
struct WrittenTime {
  var hour = 0
  var minute = 0
  var second = 0
  var hasSeconds = false
  /// Whether a colon parts hour and minute, and not a full stop or the words for them.
  var hasColons = true

  init() {}

  /// Reads `16:14`, `9:52:58`, `21.41.35`, `21 h 41 min 35 s`, `21시 41분 35초`; nil where no time stands
  /// there.
  init?(_ bytes: Span<UInt8>, at: inout Int) {
    guard let (hour, _) = readNumber(bytes, at: &at, digits: 2) else { return nil }
    self.hour = hour
    guard at < bytes.count, bytes[at] == 0x3A || bytes[at] == 0x2E else {
      guard readUnits(bytes, at: &at) else { return nil }
      hasColons = false
      return
    }
    let separator = bytes[at]
    hasColons = separator == 0x3A
    at += 1
    guard case (let minute, 2)? = readNumber(bytes, at: &at, digits: 2) else { return nil }
    self.minute = minute
    if at < bytes.count, bytes[at] == separator {
      // In “16:14: Anna” the second colon ends the header.
      var next = at + 1
      if case (let second, 2)? = readNumber(bytes, at: &next, digits: 2) {
        self.second = second
        hasSeconds = true
        at = next
      }
    }
    at = WrittenTime.afterClockWord(bytes, at: at)
  }

  /// Reads what follows the hour where each number has its unit, as in the French of Canada and where
  /// Koreans, Japanese and Chinese chose a clock of 24 hours.
  private mutating func readUnits(_ bytes: Span<UInt8>, at: inout Int) -> Bool {
    for unit in WrittenTime.units {
      guard var next = endOfWord(unit.hour, in: bytes, at: at) else { continue }
      guard let (minute, _) = readNumber(bytes, at: &next, digits: 2) else { return false }
      self.minute = minute
      at = next
      guard let minuteEnd = endOfWord(unit.minute, in: bytes, at: next) else {
        return !unit.isAfterAll
      }
      if unit.isAfterAll { at = minuteEnd }
      next = skippingBlanks(bytes, at: minuteEnd)
      guard let (second, _) = readNumber(bytes, at: &next, digits: 2),
        let end = endOfWord(unit.second, in: bytes, at: next)
      else { return true }
      self.second = second
      hasSeconds = true
      at = end
      return true
    }
    return false
  }

  /// Words for hour, minute and second that follow a number, and whether minutes have theirs where no
  /// seconds follow.
  private static let units: [(hour: [UInt8], minute: [UInt8], second: [UInt8], isAfterAll: Bool)] =
    [
      (" h ", " min ", " s", false), ("시 ", "분", "초", true), ("时", "分", "秒", true),
      ("時", "分", "秒", true),
    ].map { (Array($0.utf8), Array($1.utf8), Array($2.utf8), $3) }

  /// The place after a word for “hour” or “o'clock” that follows a time; `at` where there is none.
  private static func afterClockWord(_ bytes: Span<UInt8>, at: Int) -> Int {
    let start = at + blankLength(bytes, at: at)
    // Nearly always a bracket, a dash or AM and PM follow.
    guard start > at, start < bytes.count,
      bytes[start] >= 0x80 || bytes[start] == 0x55 || bytes[start] == 0x68
    else {
      return at
    }
    for word in clockWords {
      if let end = endOfWord(word, in: bytes, at: at) { return end }
    }
    return at
  }

  /// Bulgarian, German, Thai, Upper Sorbian.
  private static let clockWords = [" ч.", " Uhr", " น.", " hodź."].map { Array($0.utf8) }

  /// The second of the day, 0 to 86 399; ``HeaderStamp/noTime`` where there is no such time.
  ///
  /// A word for the half of the day beside an hour over 12 says nothing: some phones write “22:35 PM”.
  /// An hour 0 is that of midnight, “00:04 AM”, but after noon the first: the clock of Japan has the
  /// hours 0 to 11.
  @inline(__always)
  func secondOfDay(_ half: DayHalf.Half?) -> Int {
    guard hour < 24, minute < 60, second < 60 else { return HeaderStamp.noTime }
    var hour = hour
    if let half, hour <= 12 {
      switch half {
      case .morning: hour %= 12
      case .afternoon: hour = hour % 12 + 12
      case .midday: hour = hour < 6 ? hour + 12 : hour
      // From the evening into the early morning.
      case .night: hour = hour == 12 ? 0 : hour < 6 ? hour : hour + 12
      }
    }
    return hour * 3_600 + minute * 60 + second
  }
}
