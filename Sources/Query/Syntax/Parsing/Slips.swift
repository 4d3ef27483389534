import Diagnostics

extension Parser {
  /// A common slip: what to say of it, or only what to try.
  struct Slip {
    var message: String?
    var help: String?
  }

  /// What the user probably meant by the token that does not fit; nil where nobody knows.
  func slip() -> Slip? {
    switch token.kind {
    case .name(let word): slip(of: word)
    case .symbol(.dot) where previous.map(\.isName) ?? false:
      Slip(help: "a column is written without its table")
    case .symbol(.colon): Slip(help: "keys like from: belong to grep")
    case .symbol(.comma) where !lexer.openBrackets.isEmpty:
      Slip(help: "a list of values stands only after in: x in (1, 2)")
    case .text where previous.map(\.isName) ?? false:
      Slip(help: "an operator is missing: =, has, contains, ~ …")
    default: nil
    }
  }

  private func slip(of word: String) -> Slip? {
    guard previous != nil else { return nil }
    let small = word.lowercased()
    if small != word, Keyword(rawValue: small) != nil {
      return Slip(message: "\(word) is spelt \(small) here")
    }
    if let native = ForeignWord.operator(word) {
      return Slip(message: "\(word) is spelt \(native) here")
    }
    if small == "as" {
      return Slip(message: "a name stands before its value", help: "like: n = count()")
    }
    if small == "asc" || small == "desc" {
      return Slip(message: "\(word) is spelt with a - or without here", help: "like: sort -date")
    }
    if let previous, case .name(let before) = previous.kind, Keyword(rawValue: before) == nil,
      !grammar.isVerb(word), previous.span.upper < token.span.lower
    {
      return Slip(help: "text stands between quotes: \"\(before) \(word)\"")
    }
    if grammar.isVerb(word) {
      return Slip(message: "a | is missing before “\(word)”")
    }
    return nil
  }
}

extension Token {
  /// Whether it is a name, bare or between back quotes.
  var isName: Bool {
    switch kind {
    case .name, .quotedName: true
    default: false
    }
  }
}
