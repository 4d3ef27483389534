import Diagnostics

/// Reads a text from left to right, as the parser asks: the tokens of an expression, or the words
/// of a verb that takes words.
///
/// It is a value: the parser looks ahead by reading on with a copy.
struct Lexer {
  /// The whole text, UTF-8.
  let bytes: [UInt8]
  /// Where reading goes on, an offset into ``bytes``.
  var position = 0
  /// Offsets of the brackets that are open; while there is one, line breaks are blanks.
  var openBrackets: [Int] = []
  /// The last comment that was passed over, without its line break.
  private(set) var comment: SourceSpan?
  /// Whether the text ends in a `\` that asks for another line.
  private(set) var endsInBackslash = false

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// The byte at an offset; nil past the end.
  func byte(at offset: Int) -> UInt8? {
    offset < bytes.count ? bytes[offset] : nil
  }

  /// Whether an ASCII character stands `ahead` bytes from here.
  func next(is character: Unicode.Scalar, ahead: Int = 0) -> Bool {
    byte(at: position + ahead) == UInt8(ascii: character)
  }

  /// Whether a line break or the end of the text stands at an offset.
  func lineEnds(at offset: Int) -> Bool {
    guard let byte = byte(at: offset) else { return true }
    return byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// Passes over a line break (`\n`, `\r\n` or `\r`), if one is here.
  mutating func takeNewline() -> Bool {
    guard !isAtEnd, lineEnds(at: position) else { return false }
    position += next(is: "\r") && next(is: "\n", ahead: 1) ? 2 : 1
    return true
  }

  /// Passes over blanks, a `\` at the end of a line with its line break, and a comment: `#` at the
  /// start of a line, or before a blank.
  mutating func skipBlanks(acrossLines: Bool = false) {
    var startsLine = position == 0 || lineEnds(at: position - 1)
    while let byte = byte(at: position) {
      switch Unicode.Scalar(byte) {
      case "\n", "\r":
        guard acrossLines else { return }
        _ = takeNewline()
        startsLine = true
      case "\\":
        guard lineEnds(at: position + 1) else { return }
        position += 1
        _ = takeNewline()
        endsInBackslash = isAtEnd
        // What follows belongs to the line before: `#RAG` is a word there.
        startsLine = false
      case "#":
        guard startsLine || wordEnds(at: position + 1) else { return }
        skipComment()
      default:
        let length = blankLength(at: position)
        guard length > 0 else { return }
        position += length
      }
    }
  }

  /// Whether a blank, a line break or a `\` before one stands at an offset.
  private func wordEnds(at offset: Int) -> Bool {
    lineEnds(at: offset) || blankLength(at: offset) > 0
      || (byte(at: offset) == UInt8(ascii: "\\") && lineEnds(at: offset + 1))
  }

  private mutating func skipComment() {
    let start = position
    while !lineEnds(at: position) { position += 1 }
    comment = SourceSpan(start, position)
  }

  /// Passes over `|`, also one that opens the next line, where comment lines may stand between.
  mutating func takeBar() -> Bool {
    skipBlanks()
    if next(is: "|") {
      position += 1
      return true
    }
    var ahead = self
    while ahead.takeNewline() {
      let start = ahead.position
      ahead.skipBlanks()
      if ahead.next(is: "|") {
        position = ahead.position + 1
        return true
      }
      let passedComment = ahead.comment.map { $0.lower >= start } ?? false
      guard passedComment else { return false }
    }
    return false
  }

  /// Passes over all that may stand between two statements.
  mutating func skipSeparators() {
    repeat { skipBlanks(acrossLines: true) } while take(";")
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next(is: character) else { return false }
    position += 1
    return true
  }

  /// The bytes that a blank takes at an offset; 0 where there is none. Copied text has blanks that
  /// look like any other: no-break, narrow and zero-width spaces, direction marks, a byte order
  /// mark.
  func blankLength(at offset: Int) -> Int {
    guard let byte = byte(at: offset) else { return 0 }
    switch byte {
    case 0x20, 0x09, 0x0B, 0x0C: return 1
    case 0xC2: return self.byte(at: offset + 1) == 0xA0 ? 2 : 0
    case 0xE2, 0xE3, 0xEF:
      switch scalar(at: offset).map({ Int($0.value) }) ?? 0 {
      case 0x2000...0x200B, 0x200E, 0x200F, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: return 3
      default: return 0
      }
    default: return 0
    }
  }

  /// The code point that starts at an offset; nil past the end.
  func scalar(at offset: Int) -> Unicode.Scalar? {
    guard let byte = byte(at: offset) else { return nil }
    guard byte >= 0x80 else { return Unicode.Scalar(byte) }
    var following = bytes[offset...].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&following) else { return nil }
    return scalar
  }

  /// The text of a stretch.
  func text(_ span: SourceSpan) -> String {
    String(decoding: bytes[span.lower..<Swift.min(span.upper, bytes.count)], as: UTF8.self)
  }

  /// The text of a stretch as messages quote it: one line, cut to some code points.
  func excerpt(_ span: SourceSpan, most: Int = 40) -> String {
    let some = text(SourceSpan(span.lower, Swift.min(span.upper, span.lower + 5 * most)))
    let shown = some.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }.prefix(most)
    let isWhole = shown.count == some.unicodeScalars.count && span.upper <= span.lower + 5 * most
    return String(String.UnicodeScalarView(shown)) + (isWhole ? "" : "…")
  }
}
