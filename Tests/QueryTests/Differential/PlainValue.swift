import Model

/// A value of the plain model, which answers queries row by row. It has no code in common with
/// the engine: it is written from the language's page, for shortness rather than speed.
enum Plain: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case float(Double)
  case text(String)
  /// Seconds since 1970-01-01 00:00.
  case date(Int64)
  /// A period by its first second.
  case period(Period.Unit, Int64)
  /// Seconds.
  case duration(Int64)
  case list([String])
  /// A number, or seconds, that another way of calculating may give a little differently.
  case about(Double, within: Double)

  var isNull: Bool { if case .null = self { true } else { false } }

  /// Whether a condition holds: null counts as false.
  var holds: Bool { if case .bool(true) = self { true } else { false } }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var int: Int64? { if case .int(let number) = self { number } else { nil } }
  var elements: [String] { if case .list(let items) = self { items } else { [] } }

  /// A number, or the seconds of a duration.
  var number: Double? {
    switch self {
    case .int(let number), .duration(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  /// Seconds of a date, of a period its first.
  var seconds: Int64? {
    switch self {
    case .date(let seconds), .period(_, let seconds): seconds
    default: nil
    }
  }
}

/// A type of the plain model. Weekdays and months have an order of their own, and so a type.
enum PlainType: Hashable, Sendable {
  case bool, int, float, text, weekday, monthname, date, duration, list
  case period(Period.Unit)

  var isDate: Bool {
    switch self {
    case .date, .period: true
    default: false
    }
  }

  /// What the engine calls it.
  var valueType: ValueType {
    switch self {
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .text, .weekday, .monthname: .text
    case .date: .datetime
    case .duration: .duration
    case .list: .list
    case .period(let unit): .period(unit)
    }
  }

  /// The names that it has in their order; nil for other types.
  var names: [String]? {
    switch self {
    case .weekday: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    case .monthname:
      ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    default: nil
    }
  }
}

extension Plain {
  /// The value as one of a wider type: an int as a float, a period as its first moment.
  func widened(to type: PlainType) -> Plain {
    switch (type, self) {
    case (.float, .int(let number)): .float(Double(number))
    case (.date, .period(_, let start)): .date(start)
    default: self
    }
  }

  /// Bytes that are equal for values that a group puts together, and for no others.
  var identity: [UInt8] {
    switch self {
    case .null: [0]
    case .bool(let flag): [1, flag ? 1 : 0]
    case .int(let number), .date(let number), .duration(let number), .period(_, let number):
      [2] + Array("\(number)".utf8)
    // Adding zero makes the two zeros one.
    case .float(let number): [3] + Array("\(number + 0)".utf8)
    case .text(let text): [4] + Array(text.utf8)
    case .list(let items):
      items.reduce(into: [5]) { $0 += [6] + Array("\($1.utf8.count) \($1)".utf8) }
    case .about(let number, _): [7] + Array("\(number)".utf8)
    }
  }

  /// The same of several values.
  static func identity(_ values: [Plain]) -> [UInt8] { values.flatMap { $0.identity + [255] } }

  /// Whether one value comes before another of the same type; null comes last.
  static func precedes(_ a: Plain, _ b: Plain, _ type: PlainType) -> Bool {
    switch (a, b) {
    case (.null, _): return false
    case (_, .null): return true
    case (.bool(let a), .bool(let b)): return !a && b
    case (.int(let a), .int(let b)), (.duration(let a), .duration(let b)): return a < b
    case (.float(let a), .float(let b)): return a < b
    case (.list(let a), .list(let b)): return PlainText.precedes(a, b)
    case (.text(let a), .text(let b)):
      if let names = type.names {
        return (names.firstIndex(of: a) ?? 0) < (names.firstIndex(of: b) ?? 0)
      }
      return PlainText.precedes([a], [b])
    default: return (a.seconds ?? 0) < (b.seconds ?? 0)
    }
  }

  /// The value as the language shows it in a text.
  var shown: String {
    switch self {
    case .null: return "null"
    case .bool(let flag): return "\(flag)"
    case .int(let number): return "\(number)"
    case .float(let number):
      let text = number == 0 ? "0" : "\(number)"
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    case .text(let text): return text
    case .date(let seconds): return PlainCalendar.shown(.second, seconds)
    case .period(let unit, let start): return PlainCalendar.shown(unit, start)
    case .duration(let seconds):
      var rest = seconds.magnitude
      var parts: [String] = []
      for (unit, length) in [("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)] {
        if rest >= UInt64(length) { parts.append("\(rest / UInt64(length))\(unit)") }
        rest %= UInt64(length)
      }
      return (seconds < 0 ? "-" : "") + (parts.isEmpty ? "0s" : parts.joined(separator: " "))
    case .list(let items): return items.joined(separator: "; ")
    case .about(let number, _): return "about \(number)"
    }
  }

  /// Whether the engine's value is this one.
  func agrees(with value: Value) -> Bool {
    switch (self, value) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)), (.duration(let a), .duration(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.date(let a), .datetime(let b)): a == b.seconds
    case (.period(let unit, let start), .period(let b)):
      unit == b.unit && start == b.start && shown == b.description
    case (.list(let a), .list(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    // Squares so large that one way of calculating loses them and another does not.
    case (.about(_, .infinity), .null): true
    case (.about(let a, let tolerance), .float(let b)): abs(a - b) <= tolerance
    // Rounded to whole seconds, so that one more may lie between.
    case (.about(let a, let tolerance), .duration(let b)): abs(a - Double(b)) <= tolerance + 0.5
    default: false
    }
  }
}
