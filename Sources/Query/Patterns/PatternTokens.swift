/// A part of the source of a regular expression, as PCRE2 reads it.
struct PatternToken: Hashable {
  /// What it is.
  let kind: Kind
  /// Its scalars in the source, from 0, half-open.
  let range: Range<Int>

  enum Kind: Hashable {
    /// A character that stands for itself.
    case literal(Unicode.Scalar)
    /// `[…]`, brackets included.
    case characterClass
    /// `(`, with what follows it up to the pattern inside: `(?:`, `(?<name>`, `(*pla:`.
    case open
    case close
    case alternation
    /// `*`, `+`, `?` or `{…}`, with a `?` or `+` after it.
    case quantifier
    /// What is left out of the match: blanks and comments of `(?x)`, `(?#…)`.
    case comment
    /// `(?s)`: the rules from here on; those that change what a letter is are a ``rule``.
    case option
    /// `\Q` and `\E`.
    case quotation
    /// Something that matches by its own rules: `.`, `^`, `\d`, `\x{E9}`, `(?1)`.
    case other
    /// A change of the rules: `(?i)`, `(*ACCEPT)`.
    case rule
  }
}

/// Splits the source of a regular expression that compiles into tokens.
///
/// It knows as much of PCRE2's syntax as it takes to tell characters that stand for themselves
/// from all others (pcre2pattern(3), pcre2syntax(3)).
struct PatternTokens {
  /// The source.
  let source: [Unicode.Scalar]
  private var index = 0
  private var isQuoting = false
  /// Whether `(?x)` is on, in the open groups from the outermost inwards.
  private var extended = [false]

  init(_ source: String) {
    self.source = Array(source.unicodeScalars)
  }

  /// All tokens, in order; their ranges join up.
  static func all(of source: String) -> [PatternToken] {
    var reader = PatternTokens(source)
    var tokens: [PatternToken] = []
    while reader.index < reader.source.count {
      let start = reader.index
      let kind = reader.next()
      tokens.append(PatternToken(kind: kind, range: start..<reader.index))
    }
    return tokens
  }

  private var peek: Unicode.Scalar? { index < source.count ? source[index] : nil }

  private mutating func take() -> Unicode.Scalar? {
    guard index < source.count else { return nil }
    index += 1
    return source[index - 1]
  }

  /// Moves after the next `end`, or to the end of the source.
  private mutating func skip(through end: Unicode.Scalar) {
    while let scalar = take(), scalar != end {}
  }

  private mutating func skip(while condition: (Unicode.Scalar) -> Bool) {
    while let scalar = peek, condition(scalar) { index += 1 }
  }

  private mutating func next() -> PatternToken.Kind {
    guard let scalar = take() else { return .comment }
    if isQuoting {
      guard scalar == "\\", peek == "E" else { return .literal(scalar) }
      index += 1
      isQuoting = false
      return .quotation
    }
    let isExtended = extended[extended.count - 1]
    switch scalar {
    case "\\": return escape()
    case "[":
      skipClass()
      return .characterClass
    case "(": return opening()
    case ")":
      if extended.count > 1 { extended.removeLast() }
      return .close
    case "|": return .alternation
    case "*", "+", "?": return quantifier()
    case "{":
      guard let end = PatternTokens.endOfBraces(in: source, at: index) else {
        return .literal(scalar)
      }
      index = end
      return quantifier()
    case "^", "$", ".": return .other
    case "#" where isExtended:
      skip(through: "\n")
      return .comment
    case _ where isExtended && scalar.properties.isPatternWhitespace: return .comment
    default: return .literal(scalar)
    }
  }

  /// After a repetition, what makes it lazy or possessive.
  private mutating func quantifier() -> PatternToken.Kind {
    if peek == "?" || peek == "+" { index += 1 }
    return .quantifier
  }

  /// The place after `}` of `{3}`, `{3,}`, `{,3}` or `{3,5}` whose inside begins at `start`; nil
  /// where the brace stands for itself. Later versions of PCRE2 allow blanks in it.
  private static func endOfBraces(in source: [Unicode.Scalar], at start: Int) -> Int? {
    var hasDigit = false
    for place in start..<source.count {
      switch source[place] {
      case "0"..."9": hasDigit = true
      case ",", " ", "\t": break
      case "}": return hasDigit ? place + 1 : nil
      default: return nil
      }
    }
    return nil
  }

  /// After a backslash.
  private mutating func escape() -> PatternToken.Kind {
    let escape = PatternEscape(in: source, at: index)
    index = escape.end
    switch escape.kind {
    case .character(let scalar): return .literal(scalar)
    case .quote:
      isQuoting = true
      return .quotation
    case .endOfQuote: return .quotation
    case .other: return .other
    }
  }

  /// After the bracket of a class.
  private mutating func skipClass() {
    if peek == "^" { index += 1 }
    if peek == "]" { index += 1 }
    while let scalar = take(), scalar != "]" {
      if scalar == "[", let end = PatternTokens.endOfNamedClass(in: source, at: index) {
        index = end
      } else if scalar == "\\" {
        let escape = PatternEscape(in: source, at: index)
        index = escape.end
        if case .quote = escape.kind { skipQuotation() }
      }
    }
  }

  private mutating func skipQuotation() {
    while let scalar = take() {
      guard scalar == "\\", peek == "E" else { continue }
      index += 1
      return
    }
  }

  /// The place after `:]` of `[:alpha:]` whose first colon is at `start`; nil where there is none.
  static func endOfNamedClass(in source: [Unicode.Scalar], at start: Int) -> Int? {
    guard start < source.count, source[start] == ":" else { return nil }
    var place = start + 1
    while place < source.count, source[place] == "^" || source[place].properties.isAlphabetic {
      place += 1
    }
    guard place + 1 < source.count, source[place] == ":", source[place + 1] == "]" else {
      return nil
    }
    return place + 2
  }

  /// After an opening bracket.
  private mutating func opening() -> PatternToken.Kind {
    if peek == "*" {
      let name = index + 1
      index = name
      skip { $0 == "_" || $0.isASCII && $0.properties.isAlphabetic }
      // Lower-case words open a group, `(*pla:…)`; the others are rules, `(*SKIP:name)`.
      if peek == ":", index > name, source[name].properties.isLowercase {
        index += 1
        return open()
      }
      skip(through: ")")
      return .rule
    }
    guard peek == "?" else { return open() }
    index += 1
    switch take() {
    case "#":
      skip(through: ")")
      return .comment
    case "C", "R", "&":
      skip(through: ")")
      return .other
    case "P" where peek == "=" || peek == ">":
      skip(through: ")")
      return .other
    case "P": skip(through: ">")
    case "<" where peek == "=" || peek == "!" || peek == "*": index += 1
    case "<": skip(through: ">")
    case "'": skip(through: "'")
    case "(":
      // The condition of `(?(condition)yes|no)`; an assertion there is a group like others.
      if peek == "?" || peek == "*" { index -= 1 } else { skip(through: ")") }
    case "=", "!", ">", "|", ":", "*": break
    default:
      index -= 1
      return openingOfDigitsOrOptions()
    }
    return open()
  }

  /// At the sign of `(?-1)`, or at the letters of `(?i)` and `(?i-x:`.
  private mutating func openingOfDigitsOrOptions() -> PatternToken.Kind {
    let start = index
    if peek == "+" || peek == "-" { index += 1 }
    if peek?.isASCIIDigit == true {
      skip(through: ")")
      return .other
    }
    index = start
    var isExtended = extended[extended.count - 1]
    var turnsOn = true
    var isCaseless = false
    while let letter = take() {
      switch letter {
      case "^": isExtended = false
      case "-": turnsOn = false
      case "x": isExtended = turnsOn
      case "i": isCaseless = true
      case ":":
        let kind = open()
        extended[extended.count - 1] = isExtended
        return kind
      case ")":
        extended[extended.count - 1] = isExtended
        return isCaseless ? .rule : .option
      default: break
      }
    }
    return .rule
  }

  private mutating func open() -> PatternToken.Kind {
    extended.append(extended[extended.count - 1])
    return .open
  }
}
