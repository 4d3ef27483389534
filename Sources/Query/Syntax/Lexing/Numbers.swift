import Diagnostics

extension Lexer {
  /// A number or a duration; the position is at its first digit.
  ///
  /// A number never eats the first dot of `..`.
  mutating func number() throws(Fault) -> Token.Kind {
    let start = position
    position = digitsEnd(from: start)
    var isWhole = true
    if next(is: "."), isDigit(at: position + 1) {
      position = digitsEnd(from: position + 1)
      isWhole = false
    }
    if let end = exponentEnd() {
      position = end
      isWhole = false
    }
    let digits = SourceSpan(start, position)
    let end = nameRunEnd(from: position)
    if end > position {
      let unit = text(SourceSpan(position, end))
      position = end
      return try duration(of: digits, isWhole: isWhole, unit: unit)
    }
    guard digits.upper - digits.lower <= Bounds.digits else {
      throw Fault("a number has at most \(Bounds.digits) digits", at: digits)
    }
    if isWhole { return .int(try wholeNumber(digits)) }
    guard let value = Double(text(digits)), value.isFinite else {
      throw Fault("\(excerpt(digits)) is too large for a number", at: digits)
    }
    return .float(value)
  }

  private func wholeNumber(_ span: SourceSpan) throws(Fault) -> Int64 {
    guard let value = Int64(text(span)) else {
      throw Fault(
        "\(excerpt(span)) is too large for a whole number", at: span,
        help: "the largest is \(Int64.max)")
    }
    return value
  }

  private func duration(
    of digits: SourceSpan, isWhole: Bool, unit: String
  ) throws(Fault) -> Token.Kind {
    let span = SourceSpan(digits.lower, position)
    guard let known = SpanOfTime.Unit(rawValue: unit) else {
      throw unknownUnit(unit, after: excerpt(digits), at: span)
    }
    guard isWhole else {
      throw Fault(
        "\(excerpt(span)) is no duration", at: span,
        help: "a duration is a whole number of its unit: 90min")
    }
    return .duration(SpanOfTime(try wholeNumber(digits), known))
  }

  private func unknownUnit(_ unit: String, after digits: String, at span: SourceSpan) -> Fault {
    if unit == "m" || unit == "M" {
      return Fault(
        "\(digits)\(unit): min or mo?", at: span,
        help: "\(digits)min is minutes, \(digits)mo months")
    }
    if let native = ForeignWord.unit(unit) {
      return .spelt("\(digits)\(unit)", "\(digits)\(native.rawValue)", at: span)
    }
    if let parts = Lexer.durations(in: digits + unit) {
      return Fault(
        "\(excerpt(span)) is no duration: each has one unit", at: span,
        help: "write \(parts.joined(separator: " + "))")
    }
    return Fault(
      "\(excerpt(span)) is neither a number nor a duration", at: span,
      help: "like: 90min 12h 7d 2w 3mo 1y; a name stands between back quotes")
  }

  /// The durations that stand without anything between them, as in `1h30min`; nil where something else
  /// stands there.
  private static func durations(in text: String) -> [String]? {
    var rest = text[...]
    var found: [String] = []
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let unit = rest.dropFirst(digits.count).prefix { $0.isLetter }
      guard !digits.isEmpty, let native = ForeignWord.unit(String(unit)) else { return nil }
      found.append("\(digits)\(native.rawValue)")
      rest = rest.dropFirst(digits.count + unit.count)
    }
    return found
  }

  /// The end of `e5`, `e+5` or `e-5` from here; nil where there is none.
  private func exponentEnd() -> Int? {
    guard next(is: "e") else { return nil }
    let signed = next(is: "+", ahead: 1) || next(is: "-", ahead: 1)
    let digits = position + (signed ? 2 : 1)
    let end = digitsEnd(from: digits)
    return end > digits && !nameGoesOn(at: end) ? end : nil
  }

  /// The end of a run of letters, digits and `_`.
  func nameRunEnd(from start: Int) -> Int {
    var end = start
    while let scalar = scalar(at: end), scalar.continuesName { end += UTF8.width(scalar) }
    return end
  }

  func isDigit(at offset: Int) -> Bool {
    byte(at: offset).map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  /// The end of the run of ASCII digits that starts at an offset.
  func digitsEnd(from start: Int) -> Int {
    var end = start
    while isDigit(at: end) { end += 1 }
    return end
  }
}
