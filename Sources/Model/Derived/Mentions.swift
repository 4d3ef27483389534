/// People mentioned in running text with `@`.
///
/// WhatsApp exports write a mention in three ways, and anything else after an `@` is none (an
/// address of mail, a name of another network):
/// - `@` and the name between U+2068 and U+2069, whoever that is;
/// - `@` and the 5 to 15 digits of a telephone number, here with a `+` before them;
/// - `@` and the name of somebody who writes in what is loaded: the longest that fits, compared
///   folded, ending where a word ends.
///
/// Who is known is called as in ``Corpus/people``, also where the text spells the name otherwise.
struct Mentions: Sendable {
  /// Known names by their folded form.
  private let names: [String: String]
  /// Known telephone numbers by their digits.
  private let numbers: [String: String]
  /// Whom other numbers stand for.
  private let aliases: AliasBook
  /// Bytes of the folded names, each length once, longest first.
  private let lengths: [Int]

  /// Mentions of people with these names, and of some by other names too.
  init(of people: [String], also aliases: [Alias] = []) {
    self.aliases = AliasBook(aliases)
    let called = people.map { Alias(name: $0, person: $0) } + aliases
    let folded = called.map { (Fold.string($0.name), $0.person) }.filter { !$0.0.isEmpty }
    names = Dictionary(folded) { first, _ in first }
    lengths = Set(names.keys.map(\.utf8.count)).sorted(by: >)
    numbers = Dictionary(
      called.compactMap { alias in PhoneNumber(alias.name).map { ($0.digits, alias.person) } }
    ) { first, _ in first }
  }

  /// The people mentioned in a text, from left to right.
  func find(in text: Span<UInt8>) -> [String] {
    var found: [String] = []
    var place = 0
    while place < text.count {
      guard text[place] == Mentions.at else {
        place += 1
        continue
      }
      let isInside = place > 0 && Scalars.isASCIIWord(text[place - 1])
      place += 1
      guard !isInside else { continue }
      if let name = enclosed(in: text, from: place) ?? number(in: text, from: place)
        ?? known(in: text, from: place)
      {
        found.append(name)
      }
    }
    return found
  }

  private static let at = UInt8(ascii: "@")
  private static let newline = UInt8(ascii: "\n")

  /// As far as a name is looked for: bytes after the `@`.
  private static let reach = 256

  /// The name between U+2068 and U+2069 at a place; nil where none stands there.
  private func enclosed(in text: Span<UInt8>, from start: Int) -> String? {
    guard Mentions.isIsolate(text, at: start, last: 0xA8) else { return nil }
    let end = Mentions.window(in: text, from: start + 3)
    var close = start + 3
    while close < end, !Mentions.isIsolate(text, at: close, last: 0xA9) { close += 1 }
    guard close < end else { return nil }
    let name = Mentions.spelling(text, (start + 3)..<close)
    return name.isEmpty ? nil : names[Fold.string(name)] ?? name
  }

  /// The telephone number at a place; nil where none stands there.
  private func number(in text: Span<UInt8>, from start: Int) -> String? {
    var end = start
    while end < text.count, end - start < 16, text[end] &- 0x30 < 10 { end += 1 }
    guard (5...15).contains(end - start) else { return nil }
    let digits = String(text, start..<end)
    return numbers[digits] ?? aliases.person(for: "+" + digits) ?? "+" + digits
  }

  /// The known person whose name stands at a place; nil where none does.
  private func known(in text: Span<UInt8>, from start: Int) -> String? {
    guard !Mentions.isIsolate(text, at: start, last: 0xA8) else { return nil }
    let end = Mentions.window(in: text, from: start)
    guard end > start else { return nil }
    let folded = Array(Fold.string(String(text, start..<end)).utf8)
    for length in lengths where length <= folded.count {
      let rest = folded.span.extracting(length...)
      guard rest.isEmpty || !Mentions.continuesWord(rest) else { continue }
      if let name = names[String(decoding: folded[..<length], as: UTF8.self)] { return name }
    }
    return nil
  }

  /// The end of the stretch after an `@` that a name can take: of its line, up to the next `@`.
  private static func window(in text: Span<UInt8>, from start: Int) -> Int {
    let limit = Swift.min(text.count, start + reach)
    var end = start
    while end < limit, text[end] != at, text[end] != newline { end += 1 }
    while end > start, end < text.count, Scalars.isContinuation(text[end]) { end -= 1 }
    return end
  }

  /// Whether U+2068 or U+2069 stands at a place, told apart by their last byte.
  private static func isIsolate(_ text: Span<UInt8>, at place: Int, last: UInt8) -> Bool {
    place + 2 < text.count && text[place] == 0xE2 && text[place + 1] == 0x81
      && text[place + 2] == last
  }

  /// A name as senders are spelt: without directional marks and the `~` of an unsaved contact, a
  /// no-break space as a space.
  private static func spelling(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in String(text, range).unicodeScalars {
      switch scalar.value {
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
      case 0xA0, 0x202F: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    while let first = scalars.first, first == " " || first == "~" { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// Whether a text begins with a letter or a digit.
  private static func continuesWord(_ text: Span<UInt8>) -> Bool {
    Scalars.isLetterOrDigit(text.scalar(at: 0).value)
  }
}

extension String {
  /// A stretch of UTF-8 bytes as text.
  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for place in range { bytes.append(text[place]) }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
