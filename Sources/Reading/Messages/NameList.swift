/// Several names in one text, as a notice lists them: `Ana, Bo and Li`.
///
/// A name may itself hold what parts names. Where it belongs to somebody known it stays whole.
struct NameList {
  /// The names with, between them, what parts them.
  private let names: [Substring]
  private let text: String

  /// What parts names but for the last two, in all languages.
  private static let commas = [", ", "、", "، "]

  /// Reads a text; `and` is what may part the last two names.
  init(_ text: String, and: [String]) {
    self.text = text
    var parts = [text[...]]
    let ands = and.compactMap { NameList.last($0, in: text) }
    if let last = ands.max(by: { $0.lowerBound < $1.lowerBound }) {
      parts = [text[..<last.lowerBound], text[last.upperBound...]]
    }
    names = parts.flatMap { NameList.split($0) }.filter { !$0.isEmpty }
  }

  /// Whether there is more than one, unless people are known whose names hold what parts names.
  var isSeveral: Bool { names.count > 1 }

  /// Parts that one name may have.
  private static let longest = 4

  /// The names; `isKnown` tells of people who are known otherwise.
  func names(_ isKnown: (String) -> Bool) -> [String] {
    var found: [String] = []
    var first = 0
    while first < names.count {
      var last = min(first + NameList.longest, names.count) - 1
      while last > first, !isKnown(joined(first...last)) { last -= 1 }
      found.append(joined(first...last))
      first = last + 1
    }
    return found
  }

  private func joined(_ range: ClosedRange<Int>) -> String {
    String(text[names[range.lowerBound].startIndex..<names[range.upperBound].endIndex])
  }

  /// The last place of a word.
  private static func last(_ word: String, in text: String) -> Range<String.Index>? {
    text.ranges(of: word).last
  }

  private static func split(_ text: Substring) -> [Substring] {
    var parts = [text]
    for comma in commas { parts = parts.flatMap { $0.split(separator: comma) } }
    return parts
  }
}
