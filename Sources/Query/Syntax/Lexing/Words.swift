import Diagnostics

extension Lexer {
  /// The words up to an unquoted `|` or `;`, a comment or the end of the line.
  ///
  /// - Parameters:
  ///   - room: how many words there may be.
  ///   - parameters: the names that `$name` stands for; any other `$` is text.
  mutating func words(
    of arguments: Grammar.Arguments, pathOptions: Set<String>, parameters: Set<String>, room: Int
  ) throws(Fault) -> [Word] {
    var words: [Word] = []
    skipBlanks()
    if arguments == .raw { return callEnds ? [] : [try rawWord()] }
    while !callEnds {
      guard words.count < room else { throw .tooManyParts(at: SourceSpan(position, position)) }
      let followsPathOption =
        arguments == .patterns && words.last?.option.map(pathOptions.contains) ?? false
      var reader = WordReader(
        lexer: self, arguments: followsPathOption ? .paths : arguments, parameters: parameters)
      words.append(try reader.word())
      position = reader.lexer.position
      skipBlanks()
    }
    return words
  }

  /// Whether nothing is left of the call here.
  var callEnds: Bool { lineEnds(at: position) || next(is: "|") || next(is: ";") }

  /// The rest of the call as it stands, or what stands in quotes if that is all of it.
  ///
  /// SQL doubles the quote inside quotes and knows no backslash, so a `|` between any two quotes
  /// is part of it.
  mutating func rawWord() throws(Fault) -> Word {
    let start = position
    if next(is: "\"") || next(is: "'") {
      var quoted = self
      let text = try quoted.quotedText()
      let end = quoted.position
      quoted.skipBlanks()
      if quoted.callEnds {
        position = quoted.position
        return Word([.quoted(text)], at: SourceSpan(start, end))
      }
    }
    var end = start
    while !callEnds {
      if next(is: "\"") || next(is: "'") { try skipQuoted() } else { position += 1 }
      end = position
      skipBlanks()
    }
    let span = SourceSpan(start, end)
    return Word([.quoted(text(span))], at: span)
  }

  /// Passes over what stands between quotes, which are doubled inside.
  mutating func skipQuoted() throws(Fault) {
    let start = position
    position += 1
    while let byte = byte(at: position) {
      position += 1
      if byte == bytes[start] { return }
    }
    throw Fault(
      "this quote is never closed", at: SourceSpan(start, start + 1),
      help: "close it with another \(Unicode.Scalar(bytes[start]))", wantsMore: true)
  }
}

extension Word {
  /// The word where it is an option, as written: `-f`; nil where it is not.
  fileprivate var option: String? {
    guard case .bare(let text) = pieces.first, pieces.count == 1, text.hasPrefix("-") else {
      return nil
    }
    return text
  }
}

extension Fault {
  static func tooManyParts(at span: SourceSpan) -> Fault {
    Fault(
      "this has more than \(Bounds.parts) parts", at: span,
      help: "a long list belongs in a file: read FILE, or grep -f FILE")
  }
}
