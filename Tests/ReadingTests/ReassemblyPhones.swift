import Model

/// A moment as the header of a message writes it.
struct InventedClock {
  let date: CivilDate
  let hour: Int
  let minute: Int
  let second: Int

  /// Digits, two at least.
  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  var day: Int { date.day }
  var month: Int { date.month }
  var year: Int { date.year }
  var dd: String { InventedClock.two(day) }
  var mm: String { InventedClock.two(month) }
  var yy: String { InventedClock.two(year % 100) }

  /// `17:05`.
  var time: String { "\(InventedClock.two(hour)):\(InventedClock.two(minute))" }

  /// `17:05:09`.
  var fullTime: String { "\(time):\(InventedClock.two(second))" }

  /// `5:05`, by the half of the day.
  var shortTime: String { "\((hour + 11) % 12 + 1):\(InventedClock.two(minute))" }

  /// One of two words for the half of the day.
  func half(_ morning: String, _ afternoon: String) -> String { hour < 12 ? morning : afternoon }

  /// A text with its digits in the script that begins at a zero.
  static func digits(from zero: UInt32, _ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          guard ("0"..."9").contains(scalar) else { return scalar }
          return Unicode.Scalar(zero + scalar.value - 0x30) ?? scalar
        }))
  }
}

/// How a phone writes the headers of the export that it makes.
struct InventedPhone: Sendable {
  let name: String
  let isIOS: Bool
  /// Whether the headers tell the second.
  var hasSeconds: Bool { isIOS }
  /// All that stands before the sender.
  let stamp: @Sendable (InventedClock) -> String

  /// Whether the chunker recognises its headers, right or wrong.
  var isChunkersForm: Bool { ["iOS", "iOS, month first"].contains(name) }

  static let all = ios + android

  private static let ios = [
    InventedPhone(name: "iOS", isIOS: true) { "[\($0.dd)/\($0.mm)/\($0.year), \($0.fullTime)] " },
    InventedPhone(name: "iOS, month first", isIOS: true) {
      "[\($0.mm)/\($0.dd)/\($0.year), \($0.fullTime)] "
    },
    InventedPhone(name: "iOS, month first, 12 h", isIOS: true) {
      "[\($0.month)/\($0.day)/\($0.yy), \($0.shortTime):\(InventedClock.two($0.second))\u{202F}"
        + "\($0.half("AM", "PM"))] "
    },
    InventedPhone(name: "iOS, two-digit year first", isIOS: true) {
      "[\($0.yy)-\($0.mm)-\($0.dd), \($0.shortTime):\(InventedClock.two($0.second)) "
        + "\($0.half("AM", "PM"))] "
    },
    InventedPhone(name: "iOS, Arabic", isIOS: true) {
      let date = "\($0.day)\u{200F}/\($0.month)\u{200F}/\($0.year)"
      let time = "\($0.shortTime):\(InventedClock.two($0.second))"
      return InventedClock.digits(
        from: 0x660, "\u{200F}[\(date)، \(time)\u{A0}\($0.half("ص", "م"))] ")
    },
    InventedPhone(name: "iOS, time first", isIOS: true) {
      "[\($0.fullTime), \($0.dd)/\($0.mm)/\($0.year)] "
    },
    InventedPhone(name: "iOS, byte order marks", isIOS: true) {
      let stamp = "\($0.dd).\($0.mm).\($0.yy), \($0.fullTime)] "
      return $0.second.isMultiple(of: 2) ? "\u{FEFF}[" + stamp : "[\u{FEFF}" + stamp
    },
    InventedPhone(name: "iOS, Buddhist years", isIOS: true) {
      "[\($0.day)/\($0.month)/\($0.year + 543) BE, \($0.fullTime)] "
    },
    InventedPhone(name: "iOS, Japanese years", isIOS: true) {
      "[\($0.month)/\($0.day)/R\($0.year - 2018), \($0.fullTime)] "
    },
    InventedPhone(name: "old iOS", isIOS: true) {
      "\($0.month)/\($0.day)/\($0.yy), \($0.shortTime):\(InventedClock.two($0.second)) "
        + "\($0.half("AM", "PM")): "
    },
  ]

  private static let android = [
    InventedPhone(name: "Android", isIOS: false) { "\($0.dd)/\($0.mm)/\($0.year), \($0.time) - " },
    InventedPhone(name: "Android, month first, 12 h", isIOS: false) {
      "\($0.month)/\($0.day)/\($0.yy), \($0.shortTime)\u{202F}\($0.half("AM", "PM")) - "
    },
    InventedPhone(name: "Android, p. m.", isIOS: false) {
      "\($0.day)/\($0.month)/\($0.year) \($0.shortTime) \($0.half("a", "p")).\u{A0}m. - "
    },
    InventedPhone(name: "Android, half before the time", isIOS: false) {
      "\($0.year)/\($0.month)/\($0.day) \($0.half("上午", "下午"))\($0.shortTime) - "
    },
    InventedPhone(name: "Android, half after the time", isIOS: false) {
      "\($0.dd)/\($0.mm)/\($0.year) \($0.shortTime) \($0.half("上午", "下午")) - "
    },
    InventedPhone(name: "Android, Persian", isIOS: false) {
      InventedClock.digits(
        from: 0x6F0, "\($0.year)/\($0.month)/\($0.day)، \($0.time) - ")
    },
    InventedPhone(name: "Android, dots", isIOS: false) {
      "\($0.dd).\($0.mm).\($0.yy), \($0.time) - "
    },
  ]
}
