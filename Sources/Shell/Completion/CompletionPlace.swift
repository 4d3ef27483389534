import Query

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
    let bytes = Array(text.utf8)
    let scan = StatementScan(bytes)
    func written(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let before = scan.bar.map { pipeline(of: written(scan.statementStart..<$0)) } ?? ""
    // What stands before a pipeline stands before its first call.
    func call(upTo end: Int) -> String {
      let call = written(scan.callStart..<end)
      return before.isEmpty ? pipeline(of: call) : call
    }
    let words = scan.words.map(written)
    self.before = before
    self.words = before.isEmpty ? pipeline(of: words) : words
    typed = written(scan.wordStart..<bytes.count)
    start = scan.wordStart
    self.call = call(upTo: bytes.count)
    quotation = scan.quote.map { quote in
      Quotation(
        start: quote.start, typed: written((quote.start + 1)..<bytes.count),
        call: call(upTo: quote.start))
    }
  }
}

/// Where the last call of a text has its parts, as offsets of bytes.
private struct StatementScan {
  /// Where its statement begins.
  private(set) var statementStart = 0
  /// The `|` before the call; nil where it is the first of its statement.
  private(set) var bar: Int?
  /// The words of the call that a blank has ended.
  private(set) var words: [Range<Int>] = []
  /// Where the word after them begins, which reaches to the end of the text.
  private(set) var wordStart = 0
  /// The quote that is open at the end.
  private(set) var quote: (mark: UInt8, start: Int)?
  /// Whether the words are paths, in which `\ ` is a blank and `"` opens anywhere.
  private var arePaths = false

  /// Where the call begins.
  var callStart: Int { bar.map { $0 + 1 } ?? statementStart }

  init(_ bytes: [UInt8]) {
    for (offset, byte) in bytes.enumerated() {
      if let open = quote {
        if byte == open.mark { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "|"):
        bar = offset
        beginCall(at: offset + 1)
      case UInt8(ascii: ";"), UInt8(ascii: "\n"):
        statementStart = offset + 1
        bar = nil
        beginCall(at: offset + 1)
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        if arePaths, offset > wordStart, bytes[offset - 1] == UInt8(ascii: "\\") { continue }
        if offset > wordStart { endWord(at: offset, of: bytes) }
        wordStart = offset + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        // An apostrophe inside a word is a letter; a quote opens after a blank or a separator.
        let opens =
          offset == wordStart || ":,=!(".utf8.contains(bytes[offset - 1])
          || (arePaths && byte == UInt8(ascii: "\""))
        if opens { quote = (byte, offset) }
      default: break
      }
    }
  }

  /// The most words up to the name of a verb, those of `let NAME =` among them.
  private static let mostWordsOfHead = 4

  private mutating func endWord(at offset: Int, of bytes: [UInt8]) {
    words.append(wordStart..<offset)
    guard words.count <= StatementScan.mostWordsOfHead else { return }
    let written = words.map { String(decoding: bytes[$0], as: UTF8.self) }
    arePaths = pipeline(of: written).first.map { Verb.grammar.verbs[$0] == .paths } ?? false
  }

  private mutating func beginCall(at offset: Int) {
    words = []
    arePaths = false
    wordStart = offset
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
