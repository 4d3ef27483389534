/// A date as people say it. It is answered, never accepted.
enum DateInWords {
  /// How the date of `text` is written here; nil where nobody knows: `last week`, `3 months ago`, `-7d`,
  /// `march`, `Monday`.
  static func help(for text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if let span = span(words) { return "counted back from the last date: newest-\(span)" }
    for word in words where word.count >= 3 {
      if let month = months.first(where: { $0.lowercased().hasPrefix(word) }) {
        return "a month is 2025-02, a day 2025-02-17; "
          + "any \(month) is monthname = \"\(month.prefix(3))\""
      }
      if let day = days.first(where: { $0.lowercased().hasPrefix(word) }) {
        return "a day is 2025-02-17; any \(day) is weekday = \"\(day.prefix(3))\""
      }
    }
    return nil
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
