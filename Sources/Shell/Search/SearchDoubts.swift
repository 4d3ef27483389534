import Diagnostics
import Model
import Query

extension SearchQuery {
  /// What may have been meant otherwise, for a search that found nothing.
  var doubts: [Diagnostic] {
    let plain = (groups.joined() + excluded).filter { !$0.isRegular }
    return plain.compactMap { doubt(about: $0.text) } + repeatedKeys
  }

  private func doubt(about text: String) -> Diagnostic? {
    if let word = SearchQuery.words[text] {
      return .note("grep searches for “\(text)” as text", help: word)
    }
    let inner = text.drop { $0 == "*" }.reversed().drop { $0 == "*" }.reversed()
    if inner.count < text.count, !inner.isEmpty, !text.looksRegular,
      inner.allSatisfy({ $0.isLetter || $0.isNumber || " .-_".contains($0) })
    {
      return .note(
        "grep searches for “\(text)” as text",
        help: "text is found anywhere, also inside of words: grep \(String(inner))")
    }
    if ["*", ".*", "%"].contains(text) {
      return .note("grep searches for “\(text)” as text", help: "all there are: messages")
    }
    guard text.looksRegular else { return nil }
    return .note(
      "grep searches for “\(text)” as text", help: "as a regular expression: grep /\(text)/")
  }

  /// Words that join patterns elsewhere.
  private static let words = [
    "and": "patterns side by side must all match", "et": "patterns side by side must all match",
    "not": "!velo must not match", "sans": "!velo must not match",
    "ou": "or joins the two patterns beside it",
  ]

  /// Two values of a key that must both hold, where a comma would make them alternatives.
  private var repeatedKeys: [Diagnostic] {
    let single = keys.filter {
      !$0.isNegated && ["from", "in", "kind", "file"].contains($0.key.name)
    }
    return Dictionary(grouping: single, by: \.key.name).filter { $0.value.count > 1 }
      .sorted { $0.key < $1.key }
      .map { name, keys in
        let values = keys.flatMap { $0.alternatives.map { Spelling.word($0.text) } }
        return .note(
          "every \(name): must hold at once",
          help: "a comma gives alternatives: \(name):\(values.joined(separator: ","))")
      }
  }
}

extension String {
  /// Whether it has the marks of a regular expression that says more than its text.
  fileprivate var looksRegular: Bool {
    let marks = ["|", ".*", ".+", "\\b", "\\d", "\\s", "\\w", "(?"]
    let hasClass = firstIndex(of: "[").map { self[$0...].dropFirst(2).contains("]") } ?? false
    return hasPrefix("^") || (count > 1 && hasSuffix("$")) || hasClass
      || marks.contains { contains($0) }
  }
}
