import Model

/// A day of the Solar Hijri calendar of Iran and Afghanistan, as a phone writes it whose user chose that:
/// docs/formats.md#header-shapes.
struct SolarHijriDate {
  /// The days since 1970-01-01.
  let daysSince1970: Int

  /// The years that can be no others: WhatsApp began in 1388, and those of the lunar calendar have come
  /// to 1430 by then.
  static let years = 1_388..<1_430

  /// A day by its numbers; nil where there is none.
  init?(year: Int, month: Int, day: Int) {
    guard SolarHijriDate.years.contains(year), (1...12).contains(month),
      (1...SolarHijriDate.length(ofMonth: month, year)).contains(day)
    else { return nil }
    let years = (SolarHijriDate.years.lowerBound..<year).reduce(0) {
      $0 + (SolarHijriDate.isLeap($1) ? 366 : 365)
    }
    let months = (month - 1) * 31 - Swift.max(0, month - 7)
    daysSince1970 = SolarHijriDate.firstDay + years + months + day - 1
  }

  /// 21 March 2009, with which 1388 begins.
  private static let firstDay = CivilDate(year: 2_009, month: 3, day: 21)?.daysSince1970 ?? 0

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    if month < 12 { return month < 7 ? 31 : 30 }
    return isLeap(year) ? 30 : 29
  }

  /// In 33 years there are 8 of 366 days. That agrees with the sky for centuries around ours.
  private static func isLeap(_ year: Int) -> Bool { (25 * year + 11) % 33 < 8 }
}
