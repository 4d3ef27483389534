/// A wall-clock second in the zone of the phone that wrote it, as WhatsApp writes it: no zone, and
/// an hour that occurs twice where summer time ends.
public struct Moment: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01 00:00 on the same clock.
  public let seconds: Int64

  /// What stands in a column of seconds where there is no date.
  public static let none = Int64.min

  /// Seconds of a day.
  public static let day: Int64 = 86_400

  /// The moment `seconds` after 1970-01-01 00:00.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// A time of a day; nil where the hour is over 23, the minute or second over 59, or one of them
  /// negative.
  public init?(_ date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
    else { return nil }
    seconds = Int64(date.daysSince1970) * Moment.day + Int64(hour * 3_600 + minute * 60 + second)
  }

  /// The day it falls on, in days since 1970-01-01.
  public var dayNumber: Int { floorDivide(Int(seconds), Int(Moment.day)) }

  /// The day it falls on.
  public var date: CivilDate { CivilDate(daysSince1970: dayNumber) }

  /// Seconds since midnight, 0 to 86 399.
  public var secondOfDay: Int { Int(seconds) - dayNumber * Int(Moment.day) }

  /// Hour, 0 to 23.
  public var hour: Int { secondOfDay / 3_600 }

  /// Minute, 0 to 59.
  public var minute: Int { secondOfDay / 60 % 60 }

  /// Second, 0 to 59.
  public var second: Int { secondOfDay % 60 }

  /// Earlier is less.
  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }
}

extension Moment: CustomStringConvertible {
  /// ISO 8601 with seconds and no zone: `2025-02-17T16:14:00`.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A number from 0 to 99 with a leading zero.
func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}
