public import Model

/// A cell as every text format writes it: dates in ISO 8601, durations in seconds, elements of a
/// list joined by `; `, null as nothing.
public func cellText(_ value: Value) -> String {
  switch value {
  case .null: ""
  case .text(let text): text
  case .int(let number): String(number)
  case .float(let number): floatText(number)
  case .bool(let flag): flag ? "true" : "false"
  case .datetime(let moment): moment.description
  case .period(let period): period.description
  case .duration(let seconds): String(seconds)
  case .list(let items): items.joined(separator: "; ")
  }
}

/// The shortest decimal that reads back as the same number; whole numbers without a point, zero without a sign.
func floatText(_ number: Double) -> String {
  let text = (number + 0).description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
