/// A header shape as one phone writes it: what a date order is decided for.
///
/// One export has one form; a second one means that exports were joined, that a message quotes
/// a line of another export, or that an old phone left out the year of the export.
struct HeaderForm: Hashable, Sendable {
  /// The character between the numbers of a date.
  enum Separator: UInt8 {
    case slash
    case dot
    case dash
    /// Blanks, between numbers or beside the name of a month.
    case blank
  }

  /// Which number of a date its digits show to be the year.
  enum Year: UInt8 {
    /// Four digits at the beginning.
    case first
    /// Four digits at the end.
    case last
    /// Two digits, at either end.
    case short
    /// None: it is left out.
    case missing
  }

  /// 6 bits of shape, 2 of separator, 2 of year, 1 for a time without colons, 1 for seconds.
  let rawValue: UInt16

  /// One more than the greatest raw value.
  static let limit = 1 << 12

  init(shape: Int, separator: Separator, year: Year, time: WrittenTime) {
    rawValue =
      UInt16(truncatingIfNeeded: shape & 0x3F) << 6 | UInt16(separator.rawValue) << 4
      | UInt16(year.rawValue) << 2 | (time.hasColons ? 0 : 2) | (time.hasSeconds ? 1 : 0)
  }

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Its shape among ``HeaderShape/all``.
  var shape: Int { Int(rawValue >> 6) }

  /// Whether phones write it where messages are copied.
  var isCopied: Bool { year == .missing && HeaderShape.all[shape].isCopied }

  var separator: Separator { Separator(rawValue: UInt8(rawValue >> 4 & 3)) ?? .slash }

  var year: Year { Year(rawValue: UInt8(rawValue >> 2 & 3)) ?? .short }

  /// Whether one export may have both forms: those of old phones that leave out some years.
  func isKin(to other: HeaderForm) -> Bool { kin == other.kin }

  /// One form for all that an export may have together.
  var kin: HeaderForm {
    HeaderShape.all[shape].namesMonth ? HeaderForm(rawValue: UInt16(shape) << 6) : self
  }
}

/// The numbers of a header in 64 bits, before it is known which of them is the day: 12 bits of
/// form, 14, 7 and 14 of the date's numbers in the order written, 17 of the second of the day.
///
/// Of a date whose month is a word the numbers are day, month and year; a year that is left out
/// is 0 until ``YearsLeftOut`` finds it.
struct HeaderStamp {
  let rawValue: Int64

  /// The second of the day of a time that does not exist.
  static let noTime = 0x1FFFF

  init(form: HeaderForm, first: Int, second: Int, third: Int, secondOfDay: Int) {
    rawValue =
      Int64(form.rawValue) << 52 | Int64(first & 0x3FFF) << 38 | Int64(second & 0x7F) << 31
      | Int64(third & 0x3FFF) << 17 | Int64(secondOfDay & 0x1FFFF)
  }

  init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  var form: HeaderForm { HeaderForm(rawValue: UInt16(truncatingIfNeeded: rawValue >> 52 & 0xFFF)) }
  var first: Int { Int(rawValue >> 38 & 0x3FFF) }
  var second: Int { Int(rawValue >> 31 & 0x7F) }
  var third: Int { Int(rawValue >> 17 & 0x3FFF) }
  var secondOfDay: Int { Int(rawValue & 0x1FFFF) }

  /// Form and numbers of the date: equal for headers of one form and day, and never ``noDate``.
  var dateKey: Int64 { rawValue >> 17 }

  /// The key of no date: there are not so many shapes.
  static let noDate: Int64 = -1

  /// The same header with another third number.
  func with(third: Int) -> HeaderStamp {
    HeaderStamp(
      form: form, first: first, second: second, third: third, secondOfDay: secondOfDay)
  }
}
