/// A comparison as one says it: `doesn't contain "x"`, `is not "Ana"`, `is more than 3`.
enum ComparisonInWords {
  /// Words that turn it round.
  private static let contraries: Set<String> = [
    "not", "no", "isnt", "arent", "wasnt", "doesnt", "dont", "didnt", "cant", "cannot",
  ]

  /// Words that it may begin with, and that say nothing by themselves.
  private static let openings: Set<String> = ["is", "are", "was", "does", "do", "did"]

  /// Words inside of it that say nothing more.
  private static let fillers: Set<String> = ["than", "with", "to", "on", "at", "the", "of", "one"]

  /// What the other words are here; what a shorter one begins, a longer one may end.
  private static let relations: [String: String] = [
    "contain": "contains", "contains": "contains", "include": "contains", "includes": "contains",
    "hold": "contains", "holds": "contains", "like": "contains", "mention": "contains",
    "mentions": "contains", "have": "has", "has": "has", "start": "starts", "starts": "starts",
    "begin": "starts", "begins": "starts", "end": "ends", "ends": "ends", "match": "~",
    "matches": "~", "equal": "=", "equals": "=", "in": "in", "among": "in", "between": "between",
    "greater": ">", "more": ">", "larger": ">", "bigger": ">", "longer": ">", "above": ">",
    "over": ">", "after": ">", "later": ">", "less": "<", "fewer": "<", "smaller": "<",
    "shorter": "<", "below": "<", "under": "<", "before": "<", "earlier": "<", "least": ">=",
    "most": "<=",
  ]

  /// The contraries of signs; of a word that is `not` before it.
  private static let opposites = [
    "=": "!=", "==": "!=", "!=": "=", "~": "!~", ">": "<=", "<": ">=", ">=": "<", "<=": ">",
  ]

  /// Whether a word begins a comparison wherever it stands, and has no other meaning.
  static func isOpened(by word: String) -> Bool {
    let word = word.lowercased()
    // `doesn` stands before an apostrophe, which opens a quote.
    return openings.contains(word) || contraries.contains(word) || contraries.contains(word + "t")
  }

  /// How the comparison that `words` begin is written, with its value: `not contains "x"`. Nil where they
  /// begin none.
  static func native(_ words: String) -> String? {
    var rest = Substring(words)
    var isOpen = false
    var isContrary = false
    var relation: String?
    while true {
      rest = rest.drop { $0 == " " }
      let sign = rest.prefix { "=<>!~".contains($0) }
      if !sign.isEmpty, relation == nil {
        relation = String(sign)
        rest = rest.dropFirst(sign.count)
        continue
      }
      let word = rest.prefix { $0.isLetter || $0 == "'" || $0 == "’" }
      let name = word.lowercased().filter(\.isLetter)
      if contraries.contains(name) {
        isContrary = true
      } else if openings.contains(name) {
        isOpen = true
      } else if let native = relations[name], relation == nil {
        relation = native
      } else if !fillers.contains(name) {
        break
      }
      rest = rest.dropFirst(word.count)
    }
    guard isOpen || isContrary || relation != nil, !rest.isEmpty else { return nil }
    let sign = relation ?? "="
    let value = texts.contains(sign) ? text(rest) : String(rest)
    return "\(isContrary ? opposites[sign] ?? "not \(sign)" : sign) \(value)"
  }

  /// Relations that are mostly with a text.
  private static let texts: Set<String> = ["=", "contains", "has", "starts", "ends", "~"]

  /// What a text is compared with, the names that it begins with between quotes: `Bo Li and words > 3`.
  private static func text(_ written: Substring) -> String {
    let words = written.split(separator: " ")
    let name = words.prefix { word in
      !Keyword.isReserved(String(word)) && word.first?.isLetter ?? false
        && word.allSatisfy { $0.isLetter || $0.isNumber || "'’-".contains($0) }
    }
    let rest = words.dropFirst(name.count)
    guard !name.isEmpty, rest.first.map({ ["and", "or"].contains($0) }) ?? true else {
      return String(written)
    }
    return ([Substring(Spelling.quoted(name.joined(separator: " ")))] + rest)
      .joined(separator: " ")
  }
}
