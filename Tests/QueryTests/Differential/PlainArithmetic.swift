/// Comparisons and arithmetic of the plain model, as the language's page has them.
enum PlainArithmetic {
  /// Numbers: whole ones where both are, else floats; null where the result is none.
  static func numbers(_ a: Plain, _ sign: String, _ b: Plain) -> Plain {
    if case .int(let a) = a, case .int(let b) = b, sign != "/" {
      return whole(a, sign, b).map(Plain.int) ?? .null
    }
    guard let a = a.number, let b = b.number else { return .null }
    let result: Double
    switch sign {
    case "+": result = a + b
    case "-": result = a - b
    case "*": result = a * b
    case "/": result = b == 0 ? .nan : a / b
    default: result = b == 0 ? .nan : a.truncatingRemainder(dividingBy: b)
    }
    return result.isFinite ? .float(result) : .null
  }

  static func whole(_ a: Int64, _ sign: String, _ b: Int64) -> Int64? {
    switch sign {
    case "+": exactly(Int128(a) + Int128(b))
    case "-": exactly(Int128(a) - Int128(b))
    case "*": exactly(Int128(a) * Int128(b))
    default: b == 0 ? nil : exactly(Int128(a) % Int128(b))
    }
  }

  private static func exactly(_ number: Int128) -> Int64? { Int64(exactly: number) }

  /// Durations with durations, and with numbers.
  static func durations(_ a: Plain, _ sign: String, _ b: Plain) -> Plain {
    if case .duration(let a) = a, case .duration(let b) = b {
      guard sign == "/" else { return whole(a, sign, b).map(Plain.duration) ?? .null }
      return b == 0 ? .null : .float(Double(a) / Double(b))
    }
    guard let a = a.number, let b = b.number, sign == "*" || b != 0 else { return .null }
    return seconds(sign == "*" ? a * b : a / b)
  }

  /// Whole seconds, halves away from zero.
  static func seconds(_ number: Double) -> Plain {
    Int64(exactly: number.rounded(.toNearestOrAwayFromZero)).map(Plain.duration) ?? .null
  }

  /// Dates with dates, and with durations.
  static func dates(_ a: Plain, _ sign: String, _ b: Plain) -> Plain {
    if let one = a.seconds, let other = b.seconds {
      return whole(one, "-", other).map(Plain.duration) ?? .null
    }
    let (date, moved) = a.seconds == nil ? (b, a) : (a, b)
    guard let seconds = date.seconds, case .duration(let length) = moved,
      let moment = whole(seconds, sign, length), PlainCalendar.range.contains(moment)
    else { return .null }
    return .date(moment)
  }

  static func negative(_ value: Plain) -> Plain {
    switch value {
    case .int(let number): whole(0, "-", number).map(Plain.int) ?? .null
    case .duration(let seconds): whole(0, "-", seconds).map(Plain.duration) ?? .null
    case .float(let number): .float(-number)
    default: .null
    }
  }
}

/// What holds between two values.
enum PlainComparison {
  /// A positive relation. Null is equal to null; nothing else holds beside it. A date lies in,
  /// before or after the whole of what stands on the right; a list holds what one element does.
  static func holds(
    _ a: Plain, _ relation: String, _ b: Plain, _ type: PlainType, exact: Bool = false
  ) -> Bool {
    switch (a, b) {
    case (.list(let items), _):
      return items.contains { holds(.text($0), relation, b, .text, exact: exact) }
    case (_, .list(let items)):
      return items.contains { holds(a, relation, .text($0), .text, exact: exact) }
    case (.null, .null): return relation == "="
    case (.null, _), (_, .null): return false
    case (.text(let a), .text(let b)):
      if let names = type.names, ["=", "<", "<=", ">", ">="].contains(relation) {
        return holds(a, relation, b, among: names, exact: exact)
      }
      return PlainText.holds(
        PlainText.seen(a, exact: exact), relation, PlainText.seen(b, exact: exact))
    case (.bool(let a), .bool(let b)): return a == b
    case (.int(let a), .int(let b)), (.duration(let a), .duration(let b)):
      return compare(a, relation, b)
    default: break
    }
    if let moment = a.seconds, let start = b.seconds {
      var end = start + 1
      if case .period(let unit, _) = b { end = PlainCalendar.end(of: unit, start) }
      switch relation {
      case "<": return moment < start
      case "<=": return moment < end
      case ">": return moment >= end
      case ">=": return moment >= start
      default: return start <= moment && moment < end
      }
    }
    guard let one = a.number, let other = b.number else { return false }
    return compare(one, relation, other)
  }

  private static func compare<Number: Comparable>(_ a: Number, _ relation: String, _ b: Number)
    -> Bool
  {
    switch relation {
    case "<": a < b
    case "<=": a <= b
    case ">": a > b
    case ">=": a >= b
    default: a == b
    }
  }

  /// A name among those that have an order; one that is none of them is neither less nor greater.
  private static func holds(
    _ a: String, _ relation: String, _ b: String, among names: [String], exact: Bool
  ) -> Bool {
    let place = { (name: String) in
      names.firstIndex { exact ? $0 == name : $0.lowercased() == name.lowercased() }
    }
    guard let one = place(a), let other = place(b) else { return false }
    return compare(one, relation, other)
  }

  static func lies(_ value: Plain, from low: Plain, to high: Plain, _ type: PlainType) -> Bool {
    if case .list(let items) = value {
      return items.contains { lies(.text($0), from: low, to: high, .text) }
    }
    return holds(value, ">=", low, type) && holds(value, "<=", high, type)
  }
}
