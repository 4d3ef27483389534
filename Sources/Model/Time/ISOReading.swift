extension Moment {
  /// What ``description`` writes: `2025-02-17T16:14:00`; a blank may stand for the `T`, as SQLite's own
  /// functions write it. Nil for anything else.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 19, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let numbers = numbers(bytes, shape: "dddd-dd-dd.dd:dd:dd"),
      let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    else { return nil }
    self.init(date, hour: numbers[3], minute: numbers[4], second: numbers[5])
  }
}

extension Period {
  /// What ``description`` writes of a period of a kind: `2025-02`, `2025-W08`; nil for anything else.
  public init?(_ unit: Unit, iso text: String) {
    guard let found = numbers(Array(text.utf8), shape: unit.shape) else { return nil }
    let (second, third) = (found.count > 1 ? found[1] : 1, found.count > 2 ? found[2] : 1)
    let moment: Moment? =
      switch unit {
      case .quarter:
        CivilDate(year: found[0], month: second * 3 - 2, day: 1).flatMap { Moment($0) }
      case .week:
        // The fourth of January is in the first week.
        CivilDate(year: found[0], month: 1, day: 4).flatMap {
          Moment(CivilDate(daysSince1970: $0.daysSince1970 + (second - 1) * 7))
        }
      default:
        CivilDate(year: found[0], month: second, day: third).flatMap {
          Moment(
            $0, hour: found.count > 3 ? found[3] : 0, minute: found.count > 4 ? found[4] : 0,
            second: found.count > 5 ? found[5] : 0)
        }
      }
    guard let moment else { return nil }
    self.init(unit, holding: moment)
    guard description == text else { return nil }
  }
}

extension Period.Unit {
  /// How ``Period/description`` writes a period of the kind, as `numbers(_:shape:)` takes it.
  fileprivate var shape: String {
    switch self {
    case .year: "dddd"
    case .quarter: "dddd-Qd"
    case .month: "dddd-dd"
    case .week: "dddd-Wdd"
    case .day: "dddd-dd-dd"
    case .minute: "dddd-dd-ddTdd:dd"
    case .second: "dddd-dd-ddTdd:dd:dd"
    }
  }
}

/// The numbers of a text that has a shape, in which `d` is a digit, `.` anything and every other
/// character itself; nil where it has another.
private func numbers(_ bytes: [UInt8], shape: String) -> [Int]? {
  guard bytes.count == shape.utf8.count else { return nil }
  var numbers: [Int] = []
  var isInNumber = false
  for (byte, wanted) in zip(bytes, shape.utf8) {
    guard wanted == UInt8(ascii: "d") else {
      guard wanted == UInt8(ascii: ".") || wanted == byte else { return nil }
      isInNumber = false
      continue
    }
    guard (0x30...0x39).contains(byte) else { return nil }
    if !isInNumber { numbers.append(0) }
    isInNumber = true
    numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
  }
  return numbers
}
