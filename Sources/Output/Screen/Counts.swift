/// A count as people read it, in groups of three: `12 847`.
public func grouped(_ number: Int) -> String {
  var digits = Array(String(number.magnitude))
  var place = digits.count - 3
  while place > 0 {
    digits.insert(" ", at: place)
    place -= 3
  }
  return (number < 0 ? "-" : "") + String(digits)
}

/// A count with what it counts: `1 row`, `12 847 rows`.
///
/// - Parameters:
///   - one: the noun of one, with whatever goes with it: `row holds`.
///   - many: that of any other count; nil where it is `one` with an `s`.
public func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
}
