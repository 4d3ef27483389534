/// Text of the plain model: the fold, words and order of the few characters that generated texts
/// are made of.
enum PlainText {
  /// What generated texts are made of.
  static let pieces = [
    "a", "b", "e", "E", "é", "É", "e\u{301}", "œ", "ß", "ø", "ё", "’", "'", " ", "\u{A0}", "1", "2",
    "-", "_", "#", ".", "?", "🌸", "\u{200B}", "Ａ", "日", "\u{301}",
  ]

  private static let folds: [Unicode.Scalar: String] = [
    "é": "e", "É": "e", "œ": "oe", "Œ": "oe", "ß": "ss", "ø": "o", "Ø": "o", "ё": "е", "Ё": "е",
    "’": "'", "\u{A0}": " ", "Ａ": "a", "ａ": "a", "\u{200B}": "",
  ]

  /// A folded scalar with the place of the one, or of the last of those, that it is left of.
  struct Folded {
    let scalar: Unicode.Scalar
    var source: Range<Int>
  }

  static func traced(_ text: String) -> [Folded] {
    var folded: [Folded] = []
    for (place, scalar) in text.unicodeScalars.enumerated() {
      let isLatin = folded.last.map { $0.scalar.isASCII && $0.scalar.properties.isAlphabetic }
      if scalar == "\u{301}", isLatin == true {
        // The accent goes, and with the letter that it stands on.
        let source = folded[folded.count - 1].source
        if source.upperBound == place {
          for letter in folded.indices where folded[letter].source == source {
            folded[letter].source = source.lowerBound..<(place + 1)
          }
        }
        continue
      }
      for one in (folds[scalar] ?? scalar.properties.lowercaseMapping).unicodeScalars {
        folded.append(Folded(scalar: one, source: place..<(place + 1)))
      }
    }
    return folded
  }

  static func folded(_ text: String) -> [Unicode.Scalar] { traced(text).map(\.scalar) }

  /// The scalars that a comparison sees.
  static func seen(_ text: String, exact: Bool) -> [Unicode.Scalar] {
    exact ? Array(text.unicodeScalars) : folded(text)
  }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{301}" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  /// The folded words of a text.
  static func words(_ text: String) -> [String] {
    folded(text).split { !isOfWord($0) }.map(string)
  }

  /// How texts lie to each other.
  static func holds(
    _ a: [Unicode.Scalar], _ relation: String, _ b: [Unicode.Scalar]
  ) -> Bool {
    switch relation {
    case "=": return a == b
    case "<": return a.lexicographicallyPrecedes(b)
    case "<=": return !b.lexicographicallyPrecedes(a)
    case ">": return b.lexicographicallyPrecedes(a)
    case ">=": return !a.lexicographicallyPrecedes(b)
    case "starts": return a.starts(with: b)
    case "ends": return a.reversed().starts(with: b.reversed())
    case "contains": return (0...a.count).contains { a[$0...].starts(with: b) }
    default: return (0...a.count).contains { has(a, b, at: $0) }
    }
  }

  /// Whether whole words stand at a place; a blank among them is any number of blanks.
  private static func has(_ text: [Unicode.Scalar], _ sought: [Unicode.Scalar], at start: Int)
    -> Bool
  {
    let words = sought.split(separator: " ")
    guard !words.isEmpty else { return true }
    guard isBorder(text, start) else { return false }
    var place = start
    for (number, word) in words.enumerated() {
      if number > 0 {
        let blanks = text[place...].prefix { $0 == " " }.count
        guard blanks > 0 else { return false }
        place += blanks
      }
      guard text[place...].starts(with: word) else { return false }
      place += word.count
    }
    return isBorder(text, place)
  }

  private static func isBorder(_ text: [Unicode.Scalar], _ place: Int) -> Bool {
    place == 0 || place == text.count || !isOfWord(text[place - 1]) || !isOfWord(text[place])
  }

  /// Texts one after the other, folded, and where they fold alike by their own code points.
  static func precedes(_ a: [String], _ b: [String]) -> Bool {
    for seen in [{ folded($0) }, { Array($0.unicodeScalars) }] as [(String) -> [Unicode.Scalar]] {
      for (one, other) in zip(a, b) where seen(one) != seen(other) {
        return seen(one).lexicographicallyPrecedes(seen(other))
      }
      if a.count != b.count { return a.count < b.count }
    }
    return false
  }

  /// A text between quotes of the language.
  static func quoted(_ text: String) -> String { "\"\(text)\"" }
}

/// A matcher of patterns that consist of characters, `.`, `x*`, `x+`, `x?`, `^` and `$`, each as
/// long as it can be.
struct PlainPattern: Sendable {
  private struct Part {
    let scalar: Unicode.Scalar
    let least: Int
    let most: Int
    func matches(_ other: Unicode.Scalar) -> Bool { scalar == "." || scalar == other }
  }

  private var parts: [Part] = []
  private var atStart = false
  private var atEnd = false

  init(_ source: String, exact: Bool) {
    var scalars = Array(source.unicodeScalars)
    if scalars.first == "^" {
      atStart = true
      scalars.removeFirst()
    }
    if scalars.last == "$" {
      atEnd = true
      scalars.removeLast()
    }
    let seen = PlainText.seen(PlainText.string(scalars), exact: exact)
    var place = 0
    while place < seen.count {
      let times = place + 1 < seen.count ? seen[place + 1] : " "
      let range =
        times == "*" ? (0, Int.max) : times == "+" ? (1, .max) : times == "?" ? (0, 1) : (1, 1)
      parts.append(Part(scalar: seen[place], least: range.0, most: range.1))
      place += range == (1, 1) ? 1 : 2
    }
  }

  /// The end of a match that begins at a place.
  func end(in text: [Unicode.Scalar], at start: Int) -> Int? {
    atStart && start > 0 ? nil : end(in: text, at: start, parts[...])
  }

  private func end(in text: [Unicode.Scalar], at start: Int, _ rest: ArraySlice<Part>) -> Int? {
    guard let part = rest.first else { return atEnd && start < text.count ? nil : start }
    var count = 0
    while count < part.most, start + count < text.count, part.matches(text[start + count]) {
      count += 1
    }
    while count >= part.least {
      if let end = end(in: text, at: start + count, rest.dropFirst()) { return end }
      count -= 1
    }
    return nil
  }

  func matches(_ text: [Unicode.Scalar]) -> Bool {
    (0...text.count).contains { end(in: text, at: $0) != nil }
  }

  /// The true texts of the matches in a text, from left to right, none of them empty; and what is
  /// left between them, one more.
  func found(in text: String) -> (matches: [String], between: [String]) {
    let folded = PlainText.traced(text)
    let scalars = folded.map(\.scalar)
    let written = Array(text.unicodeScalars)
    var matches: [String] = []
    var between: [String] = []
    var last = 0
    var place = 0
    while place <= scalars.count {
      guard let end = end(in: scalars, at: place), end > place else {
        place += 1
        continue
      }
      let start = folded[place].source.lowerBound
      let after = folded[end - 1].source.upperBound
      if start >= last {
        between.append(PlainText.string(written[last..<start]))
        matches.append(PlainText.string(written[start..<after]))
        last = after
      }
      place = end
    }
    return (matches, between + [PlainText.string(written[last...])])
  }
}
