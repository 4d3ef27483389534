import Model

/// A value as the language shows it in a text: dates in ISO 8601, durations as they are written in
/// a query (`14h 5min`), elements of a list joined by `; `, null as `null`.
func plainText(_ value: Value) -> String {
  switch value {
  case .null: return "null"
  case .text(let text): return text
  case .int(let number): return String(number)
  case .float(let number):
    // The shortest decimal that reads back as the same number; of the two zeros the one without a sign.
    let text = (number + 0).description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  case .bool(let flag): return flag ? "true" : "false"
  case .datetime(let moment): return moment.description
  case .period(let period): return period.description
  case .duration(let seconds): return durationText(seconds)
  case .list(let items): return items.joined(separator: "; ")
  }
}

private func durationText(_ seconds: Int64) -> String {
  var rest = seconds.magnitude
  var parts: [String] = []
  for (unit, length) in [("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)] as [(String, UInt64)] {
    let count = rest / length
    rest %= length
    if count > 0 { parts.append("\(count)\(unit)") }
  }
  return (seconds < 0 ? "-" : "") + (parts.isEmpty ? "0s" : parts.joined(separator: " "))
}
