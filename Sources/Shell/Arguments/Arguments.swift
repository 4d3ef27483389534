import Diagnostics
import Query

/// The words of a call sorted into options and the rest, parameters replaced by their values.
struct Arguments {
  /// The verb's name with its place, to point at where something is missing.
  let verb: Name

  /// The words that are no options, in order.
  private(set) var words: [Word] = []

  /// The options given, in order.
  private(set) var options: [(name: String, value: Word?, span: SourceSpan)] = []

  /// Sorts the words of a call by the options that its verb knows.
  ///
  /// A value stands in the next word, or after `=`, or behind a single letter (`-C3`); letters
  /// without values may share a dash (`-wv`). Quoted words are never options, nor is anything
  /// after `--`.
  ///
  /// - Parameter known: the options; nil where all words are the verb's own business.
  init(_ verb: Name, _ words: [Word], known: [Option]?) throws(Diagnostic) {
    self.verb = verb
    guard let known else {
      self.words = words
      return
    }
    var rest = words[...]
    while let word = rest.popFirst() {
      guard case .bare(let text)? = word.pieces.first, text.hasPrefix("-"), text.utf8.count > 1,
        Int(text) == nil
      else {
        self.words.append(word)
        continue
      }
      if text == "--", word.pieces.count == 1 {
        self.words += rest
        break
      }
      try addOption(word, startingWith: text, known: known, rest: &rest)
    }
  }

  private mutating func addOption(
    _ word: Word, startingWith text: String, known: [Option], rest: inout ArraySlice<Word>
  ) throws(Diagnostic) {
    let equals = text.firstIndex(of: "=")
    let name = String(text[..<(equals ?? text.endIndex)])
    if let option = known.first(where: { $0.name == name }) {
      var value: Word?
      if let equals {
        let tail = String(text[text.index(after: equals)...])
        let pieces = (tail.isEmpty ? [] : [Word.Piece.bare(tail)]) + word.pieces.dropFirst()
        value = Word(pieces, at: word.span)
      } else if option.value != nil {
        value = rest.popFirst()
      }
      try append(option, value, word)
    } else if !text.hasPrefix("--"), try addLetters(of: text, word, known: known, rest: &rest) {
      return
    } else {
      // Of several letters behind a dash the first that is none.
      let unknown = name.dropFirst().first { letter in
        known.allSatisfy { $0.name != "-\(letter)" }
      }
      let letter = name.hasPrefix("--") ? nil : unknown.map { "-\($0)" }
      let name =
        letter.flatMap { ForeignOption.help(for: $0, of: verb.text) == nil ? nil : $0 } ?? name
      throw Diagnostic(
        "\(verb.text) has no option \(name)", at: word.span,
        // One letter is as close to another as to the next.
        help: ForeignOption.help(for: name, of: verb.text)
          ?? (name.hasPrefix("--") ? suggestion(for: name, among: known.map(\.name)) : nil)
          ?? "help \(verb.text) lists its options; quotes make it a word")
    }
  }

  /// Reads `-wv` and `-C3`; false where a letter is no option.
  private mutating func addLetters(
    of text: String, _ word: Word, known: [Option], rest: inout ArraySlice<Word>
  ) throws(Diagnostic) -> Bool {
    var found: [(Option, Word?)] = []
    var letters = text.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = known.first(where: { $0.name == "-\(letter)" }) else {
        return false
      }
      guard option.value != nil else {
        found.append((option, nil))
        continue
      }
      let value = letters.isEmpty ? rest.popFirst() : Word([.bare(String(letters))], at: word.span)
      found.append((option, value))
      letters = ""
    }
    for (option, value) in found { try append(option, value, word) }
    return true
  }

  private mutating func append(_ option: Option, _ value: Word?, _ word: Word) throws(Diagnostic) {
    if let wanted = option.value, value == nil {
      throw Diagnostic("\(option.name) needs a value: \(option.name) \(wanted)", at: word.span)
    }
    if option.value == nil, value != nil {
      throw Diagnostic("\(option.name) takes no value", at: word.span)
    }
    options.append((option.name, value, word.span))
  }

  /// Whether an option is given.
  func has(_ name: String) -> Bool {
    options.contains { $0.name == name }
  }

  /// The value of an option, the last where it is given more than once; nil where it is not.
  func value(_ name: String) -> Word? {
    options.last { $0.name == name }?.value
  }

  /// The values of an option that may be repeated.
  func values(_ name: String) -> [Word] {
    options.filter { $0.name == name }.compactMap(\.value)
  }

  /// The value of an option that is a count from 0; nil where it is not given.
  func count(_ name: String) throws(Diagnostic) -> Int? {
    guard let word = value(name) else { return nil }
    guard let number = Int(word.text), number >= 0 else {
      throw Diagnostic("\(name) takes a whole number from 0, not “\(word.text)”", at: word.span)
    }
    return number
  }

  /// The only word; an error where there is none or more than one.
  func onlyWord(_ meaning: String) throws(Diagnostic) -> Word {
    guard let word = words.first else {
      throw Diagnostic(
        "\(verb.text) needs \(meaning)", at: verb.span, help: "help \(verb.text) shows how")
    }
    try atMost(1)
    return word
  }

  /// An error where there are more words than the verb can use.
  func atMost(_ count: Int) throws(Diagnostic) {
    guard words.count > count else { return }
    throw Diagnostic(
      count == 0
        ? "\(verb.text) takes no “\(words[0].text)”"
        : "\(verb.text) does not know what to do with “\(words[count].text)”",
      at: words[count].span, help: "help \(verb.text) shows how it is used")
  }
}
