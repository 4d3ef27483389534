import Diagnostics

/// Reads one word, piece by piece.
///
/// A quote opens at the start of a word and right after `:` `,` `=` `!`; anywhere else it is a
/// letter, as in *l'étude*. In a path `"` opens anywhere, and so does `'` after a quoted piece,
/// because a terminal writes the path *l'été* as `'l'\''été'`.
struct WordReader {
  var lexer: Lexer
  let arguments: Grammar.Arguments
  let parameters: Set<String>

  private var pieces: [Word.Piece] = []
  /// What has been read of a bare piece.
  private var bare: [UInt8] = []
  private let start: Int

  /// A reader of the word at the position of `lexer`.
  init(lexer: Lexer, arguments: Grammar.Arguments, parameters: Set<String>) {
    self.lexer = lexer
    self.arguments = arguments
    self.parameters = parameters
    start = lexer.position
  }

  mutating func word() throws(Fault) -> Word {
    while let byte = lexer.byte(at: lexer.position), !wordEnds {
      switch Unicode.Scalar(byte) {
      case "\"", "'":
        if opensQuote(byte) { addQuoted(try lexer.quotedText()) } else { takeBare() }
      case "/" where opensPattern:
        try takePattern()
      case "$":
        if let name = try parameterName() { add(.parameter(name)) } else { takeBare() }
      case "\\" where arguments == .paths:
        takeEscaped()
      default:
        takeBare()
      }
    }
    // Printed bare, it would begin a comment.
    if bare == [UInt8(ascii: "#")], pieces.isEmpty {
      bare = []
      addQuoted("#")
    }
    endBare()
    return Word(pieces, at: SourceSpan(start, lexer.position))
  }

  /// Words are separated by blanks that one can see and type; the no-break spaces of macOS file
  /// names belong to the word.
  private var wordEnds: Bool {
    guard let byte = lexer.byte(at: lexer.position) else { return true }
    switch Unicode.Scalar(byte) {
    case " ", "\t", "\u{B}", "\u{C}", "\n", "\r", "|", ";": return true
    case "\\": return lexer.lineEnds(at: lexer.position + 1)
    default: return false
    }
  }

  // MARK: - Pieces

  private mutating func takeBare() {
    bare.append(lexer.bytes[lexer.position])
    lexer.position += 1
  }

  private mutating func endBare() {
    guard !bare.isEmpty else { return }
    pieces.append(.bare(String(decoding: bare, as: UTF8.self)))
    bare = []
  }

  private mutating func add(_ piece: Word.Piece) {
    endBare()
    pieces.append(piece)
  }

  /// Quoted pieces side by side are one.
  private mutating func addQuoted(_ text: String) {
    endBare()
    if case .quoted(let before) = pieces.last {
      pieces[pieces.count - 1] = .quoted(before + text)
    } else {
      pieces.append(.quoted(text))
    }
  }

  /// The last byte of the bare piece that is being read; nil at the start of a piece.
  private var lastBare: UInt8? { bare.last }

  private var isAtStart: Bool { pieces.isEmpty && bare.isEmpty }

  private func opensQuote(_ quote: UInt8) -> Bool {
    if isAtStart || lastBare.map({ ":,=!".utf8.contains($0) }) ?? false { return true }
    guard arguments == .paths else { return false }
    if quote == UInt8(ascii: "\"") { return true }
    guard bare.isEmpty, case .quoted = pieces.last else { return false }
    return true
  }

  /// `\ ` is a blank of the word. Before another sign the backslash quotes it, so that `\*` is no
  /// glob; before a letter it stays.
  private mutating func takeEscaped() {
    guard let next = lexer.byte(at: lexer.position + 1) else { return takeBare() }
    switch Unicode.Scalar(next) {
    case " ", "\t":
      lexer.position += 1
      takeBare()
    case "!"..."/", ":"..."@", "["..."`", "{"..."~":
      addQuoted(String(Unicode.Scalar(next)))
      lexer.position += 2
    default: takeBare()
    }
  }

  // MARK: - Patterns

  private var opensPattern: Bool {
    guard arguments == .patterns, pieces.isEmpty else { return false }
    return bare.isEmpty || (bare.count == 1 && bare[0] == UInt8(ascii: "!"))
  }

  /// A regular expression: from a `/` that opens a word to the next on the line that closes one,
  /// with any blanks, `|` and `;` between. `\/` in it is a slash.
  private mutating func takePattern() throws(Fault) {
    let opening = lexer.position
    var pattern: [UInt8] = []
    var offset = opening + 1
    while !lexer.lineEnds(at: offset) {
      let byte = lexer.bytes[offset]
      if byte == UInt8(ascii: "\\"), !lexer.lineEnds(at: offset + 1) {
        let escaped = lexer.bytes[offset + 1]
        pattern += escaped == UInt8(ascii: "/") ? [escaped] : [byte, escaped]
        offset += 2
        continue
      }
      offset += 1
      if byte == UInt8(ascii: "/"), patternEnds(at: offset) {
        add(.pattern(String(decoding: pattern, as: UTF8.self)))
        lexer.position = offset
        return
      }
      pattern.append(byte)
    }
    throw unclosedPattern(at: opening)
  }

  private func patternEnds(at offset: Int) -> Bool {
    guard let byte = lexer.byte(at: offset), !lexer.lineEnds(at: offset) else { return true }
    return byte == UInt8(ascii: "|") || byte == UInt8(ascii: ";")
      || lexer.blankLength(at: offset) > 0
  }

  /// The letters behind a regular expression from an offset on, where only such letters keep it from being
  /// closed: `/vélo/i`.
  private func flags(from opening: Int) -> SourceSpan? {
    var slash = opening + 1
    while !lexer.lineEnds(at: slash) {
      if lexer.bytes[slash] == UInt8(ascii: "/") {
        let end = lexer.nameEnd(from: slash + 1)
        if end > slash + 1, end <= slash + 4, patternEnds(at: end) {
          return SourceSpan(slash + 1, end)
        }
      }
      slash += 1
    }
    return nil
  }

  private func unclosedPattern(at opening: Int) -> Fault {
    if let flags = flags(from: opening) {
      return Fault(
        "a regular expression ends with its /", at: flags,
        help: lexer.text(flags) == "i"
          ? "case does not matter already: \(lexer.excerpt(SourceSpan(opening, flags.lower)))" : nil
      )
    }
    var end = opening
    while !patternEnds(at: end) { end += 1 }
    let span = SourceSpan(opening, end)
    return Fault(
      "this regular expression is never closed", at: span,
      help: "close it with /, or search for the text itself: \"\(lexer.excerpt(span))\"")
  }

  // MARK: - Parameters

  /// The name of the parameter that stands here; nil where `$` is text. Passes over it.
  private mutating func parameterName() throws(Fault) -> String? {
    let opening = lexer.position
    let end = lexer.nameEnd(from: opening + 1)
    let name = lexer.text(SourceSpan(opening + 1, end))
    guard parameters.contains(name), opensParameter else { return nil }
    guard parameterEnds(at: end) else {
      throw Fault(
        "a parameter is a value, and no part of a word", at: SourceSpan(opening, end),
        help: "make the whole word a parameter, or quote it to mean the text $\(name)")
    }
    lexer.position = end
    return name
  }

  private var opensParameter: Bool {
    isAtStart || lastBare.map { ":,=!".utf8.contains($0) } ?? false
      || bare.suffix(2) == [0x2E, 0x2E]
  }

  /// Whether a value ends at an offset: at the end of the word, before `,` or before `..`.
  private func parameterEnds(at offset: Int) -> Bool {
    guard let byte = lexer.byte(at: offset), !lexer.lineEnds(at: offset) else { return true }
    switch Unicode.Scalar(byte) {
    case " ", "\t", "\u{B}", "\u{C}", "|", ";", ",": return true
    case "\\": return lexer.lineEnds(at: offset + 1)
    case ".": return lexer.byte(at: offset + 1) == UInt8(ascii: ".")
    default: return false
    }
  }
}
