/// Where in a line the cursor stands, as far as completion must know: which call, which word.
///
/// Completion looks at text that does not parse yet, and so reads it itself, forgiving what the
/// parser would not: quotes and bars are all it knows.
struct CompletionPlace {
  /// The text of the statement before the call at the cursor, up to the `|`; empty in the first.
  let before: String

  /// The words of the call before the one at the cursor.
  let words: [String]

  /// The word at the cursor, as far as it is typed; its quote is still on it.
  let typed: String

  /// The byte of the line at which ``typed`` begins.
  let start: Int

  /// The call at the cursor, as far as it is typed, without what stands before its name.
  let call: String

  /// The quoted text that is open at the cursor; nil outside of quotes.
  let quotation: Quotation?

  /// A quoted text that is not closed yet.
  struct Quotation {
    /// The byte of the line at which its quote stands.
    let start: Int
    /// What is typed of it, without the quote.
    let typed: String
    /// The call before the quote, without what stands before its name.
    let call: String
  }

  /// Whether the call is the first of its statement.
  var isFirstCall: Bool { before.allSatisfy(\.isWhitespace) }

  /// The place at the end of a text.
  init(atEndOf text: String) {
    var statement: [UInt8] = []
    var words: [String] = []
    var word: [UInt8] = []
    var wordStart = 0
    var quote: UInt8?
    var quoteStart = 0
    var callStart = 0
    var bytesBefore: [UInt8] = []
    for (index, byte) in text.utf8.enumerated() {
      if let open = quote {
        word.append(byte)
        if byte == open { quote = nil }
        statement.append(byte)
        continue
      }
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "\n"):
        let isBar = byte == UInt8(ascii: "|")
        bytesBefore = isBar ? statement : []
        if isBar { statement.append(byte) } else { statement = [] }
        words = []
        word = []
        wordStart = index + 1
        callStart = index + 1
        continue
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
        wordStart = index + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        // An apostrophe inside a word is a letter; a quote opens after a blank or a separator.
        let opens = word.last.map { ":,=!(".utf8.contains($0) } ?? true
        if opens { (quote, quoteStart) = (byte, index) }
        word.append(byte)
      default:
        word.append(byte)
      }
      statement.append(byte)
    }
    before = pipeline(of: String(decoding: bytesBefore, as: UTF8.self))
    self.words = before.isEmpty ? pipeline(of: words) : words
    typed = String(decoding: word, as: UTF8.self)
    start = wordStart
    let bytes = Array(text.utf8)
    let whole = String(decoding: bytes[callStart...], as: UTF8.self)
    call = before.isEmpty ? pipeline(of: whole) : whole
    let isFirst = before.isEmpty
    quotation = quote.map { _ in
      let call = String(decoding: bytes[callStart..<quoteStart], as: UTF8.self)
      return Quotation(
        start: quoteStart, typed: String(decoding: bytes[(quoteStart + 1)...], as: UTF8.self),
        call: isFirst ? pipeline(of: call) : call)
    }
  }
}

/// The words of a call without the `explain` or `let NAME =` before them.
private func pipeline(of words: [String]) -> [String] {
  if words.first == "explain" { return Array(words.dropFirst()) }
  return words.first == "let" && words.count > 2 && words[2] == "="
    ? Array(words.dropFirst(3)) : words
}

/// The beginning of a statement without the `explain` or `let NAME =` before its pipeline.
private func pipeline(of statement: String) -> String {
  let text = statement.drop(while: \.isWhitespace)
  if text.hasPrefix("explain ") { return String(text.dropFirst("explain ".count)) }
  guard text.hasPrefix("let "), let equals = text.firstIndex(of: "=") else { return String(text) }
  return String(text[text.index(after: equals)...])
}
