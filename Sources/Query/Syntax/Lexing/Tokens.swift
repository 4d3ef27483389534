import Diagnostics

extension Lexer {
  /// The next token of an expression. At the end of a call it is `.end` however often one asks.
  mutating func next() -> Token {
    skipBlanks(acrossLines: !openBrackets.isEmpty)
    let start = position
    do {
      let kind = try kindOfNext()
      return Token(kind, at: SourceSpan(start, position))
    } catch {
      // Reading on after a fault makes sense nowhere; the parser reports it when it gets here.
      return Token(.fault(error), at: error.diagnostic.span ?? SourceSpan(start, position))
    }
  }

  private mutating func kindOfNext() throws(Fault) -> Token.Kind {
    guard let byte = byte(at: position) else { return .end }
    switch Unicode.Scalar(byte) {
    case "\n", "\r", ";": return .end
    case "|":
      return next(is: "|", ahead: 1) ? try symbol() : .end
    case "0"..."9":
      if let date = try date() { return .period(date) }
      return try number()
    case "\"", "'": return try text()
    case "`": return try quotedName()
    case "$": return try parameter()
    default:
      let end = nameEnd(from: position)
      guard end == position else {
        defer { position = end }
        return .name(text(SourceSpan(position, end)))
      }
      return try symbol()
    }
  }

  private mutating func text() throws(Fault) -> Token.Kind {
    let before = text(SourceSpan(wordStart(before: position), position))
    guard before.isEmpty || Keyword(rawValue: before) != nil else {
      let span = SourceSpan(position, position + 1)
      position += 1
      throw Fault(
        "a quote cannot stand right after a letter", at: span,
        help: "text stands between double quotes: \"l'été\"")
    }
    return .text(try quotedText())
  }

  /// The start of the name or the number that ends at an offset; the offset itself where none does.
  private func wordStart(before offset: Int) -> Int {
    var start = offset
    while start > 0 {
      var last = start - 1
      while last > 0, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      guard nameGoesOn(at: last) else { break }
      start = last
    }
    return start
  }

  private mutating func symbol() throws(Fault) -> Token.Kind {
    let start = position
    if let foreign = ForeignWord.signsByFirstByte[bytes[start]]?.first(where: {
      starts(with: $0.sign)
    }) {
      position += foreign.sign.utf8.count
      throw .spelt(
        foreign.sign, foreign.native, at: SourceSpan(start, position), help: foreign.help)
    }
    guard
      let symbol = Token.Symbol.byFirstByte[bytes[start]]?.first(where: {
        starts(with: $0.rawValue)
      })
    else { throw strangeCharacter() }
    position += symbol.rawValue.utf8.count
    switch symbol {
    case .open: openBrackets.append(start)
    case .close: _ = openBrackets.popLast()
    case .dot where isDigit(at: position):
      position = digitsEnd(from: position)
      let span = SourceSpan(start, position)
      throw Fault("\(excerpt(span)) is no number", at: span, help: "write 0\(excerpt(span))")
    case .underscore where nameGoesOn(at: position):
      position = nameRunEnd(from: position)
      let span = SourceSpan(start, position)
      throw Fault(
        "a name begins with a letter", at: span,
        help: "any other stands between back quotes: `\(excerpt(span))`")
    default: break
    }
    return .symbol(symbol)
  }

  private mutating func strangeCharacter() -> Fault {
    let start = position
    if next(is: "!") {
      position += 1
      return .spelt("!", "not", at: SourceSpan(start, position))
    }
    let scalar = scalar(at: position) ?? "\u{FFFD}"
    position += UTF8.width(scalar)
    let span = SourceSpan(start, position)
    let isVisible =
      scalar.properties.isEmoji || scalar.properties.numericType != nil
      || (0x21...0x7E).contains(scalar.value)
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: Swift.max(0, 4 - code.count)) + code
    return Fault(
      "unexpected \(isVisible ? "“\(scalar)”" : "character U+\(padded)")", at: span,
      help: ForeignWord.helpForSigns[scalar]
        ?? "text stands between quotes, other names between back quotes")
  }

  private func starts(with sign: String) -> Bool {
    var offset = position
    for byte in sign.utf8 {
      guard self.byte(at: offset) == byte else { return false }
      offset += 1
    }
    return true
  }
}
