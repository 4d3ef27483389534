import Model

/// A date as people say it. It is answered, never accepted.
enum DateInWords {
  /// How the date of `text` is written here; nil where nobody knows: `last week`, `3 months ago`, `-7d`,
  /// `march`, `Monday`, `hier`, `mars`, `"yesterday"`.
  static func help(for text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if let date = Literal.RelativeDate(rawValue: text.lowercased()) {
      return "write \(date.rawValue) without quotes"
    }
    if let date = french[words.joined(separator: "'")] { return "write \(date)" }
    if let span = span(words) { return "counted back from the last date: newest-\(span)" }
    for word in words where word.count >= 3 {
      if let month = name(meantBy: word, among: months, .months) {
        return "a month is 2025-02, a day 2025-02-17; "
          + "any \(month) is monthname = \"\(month.prefix(3))\""
      }
      if let day = name(meantBy: word, among: days, .weekdays) {
        return "a day is 2025-02-17; any \(day) is weekday = \"\(day.prefix(3))\""
      }
    }
    return nil
  }

  private static let french = [
    "hier": "yesterday", "aujourd'hui": "today", "maintenant": "now",
  ]

  /// The full name of the month or the day that a word begins, or that it is, or begins, in French.
  private static func name(
    meantBy word: String, among full: [String], _ short: Categories
  ) -> String? {
    if let name = full.first(where: { $0.lowercased().hasPrefix(word) }) { return name }
    let french = NameOrder.name(inFrench: word, among: short)
    return french.flatMap { name in full.first { $0.hasPrefix(name) } }
  }

  /// How a date is written that a number was meant for, which is no year: a week or a quarter beside
  /// one, a month, a day, `20250217`.
  static func help(for number: Int64, beside type: ValueType?) -> String {
    switch type {
    case .period(.week) where (1...53).contains(number):
      let digits = number < 10 ? "0\(number)" : "\(number)"
      return "a week is 2025-W\(digits)"
    case .period(.quarter) where (1...4).contains(number): return "a quarter is 2025-Q\(number)"
    default: break
    }
    let digits = String(number)
    if digits.count == 8 {
      let day = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
      if Period(written: day) != nil { return "write \(day)" }
    }
    switch number {
    case 1...12:
      let month = months[Int(number) - 1]
      return "a month is 2025-02, a day 2025-02-17; "
        + "any \(month) is monthname = \"\(month.prefix(3))\""
    case 13...31:
      return
        "a day is 2025-02-17; day \(number) of any month is format(\"{date:dd}\") = \"\(number)\""
    default: return "dates are written 2025, 2025-02, 2025-W08 or 2025-02-17"
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static let days = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// The time that `7d`, `7 days ago` or `last week` is; nil for anything else.
  private static func span(_ words: [String]) -> String? {
    var words = words.filter { !["the", "since", "ago"].contains($0) }
    if let first = words.first, ["last", "past"].contains(first) {
      words.removeFirst()
      if words.count == 1 { words.insert("1", at: 0) }
    }
    if words.count == 1 {
      let digits = words[0].prefix { $0.isNumber }
      words = [String(digits), String(words[0].dropFirst(digits.count))]
    }
    guard words.count == 2, let number = Int(words[0]), let unit = ForeignWord.unit(words[1])
    else { return nil }
    return "\(number)\(unit.rawValue)"
  }
}
