import Model

/// A field of a chunk's header: docs/formats.md#the-chunk-header. An object, because each header is read by
/// all of them.
final class ChunkField: Sendable {
  /// Which field it is.
  let kind: Kind

  /// The fields that there are; the raw value is the place among ``all``.
  enum Kind: Int, CaseIterable, Sendable {
    case period
    case participants
    case topics
    case tokens
    case messages

    /// What is known of the field.
    var entry: ChunkField { ChunkField.all[rawValue] }
  }

  /// What the chunker writes before the colon.
  let label: String

  /// A value that it may have.
  let example: String

  /// What a value has to be, as the end of “… is not”.
  let expectation: String

  /// Takes the numbers of a value, without outer blanks; false where it is malformed. Half a value
  /// is taken where the other half is malformed.
  let take: @Sendable (Span<UInt8>, inout DeclaredNumbers) -> Bool

  private init(
    kind: Kind, label: String, example: String, expectation: String,
    take: @escaping @Sendable (Span<UInt8>, inout DeclaredNumbers) -> Bool
  ) {
    (self.kind, self.label, self.example) = (kind, label, example)
    (self.expectation, self.take) = (expectation, take)
  }

  /// All of them, in the order in which the chunker writes them.
  static let all = [period, participants, topics, tokens, messages]

  static let period = ChunkField(
    kind: .period, label: "Période", example: "27/07/2025 → null",
    expectation: "two days, dd/mm/yyyy or null, with an arrow between them"
  ) { value, numbers in
    let sides = halves(of: value, at: arrow) ?? halves(of: value, at: plainArrow)
    let start = DeclaredDay(value.extracting(sides?.first ?? 0..<value.count))
    let end = DeclaredDay(value.extracting(sides?.second ?? 0..<value.count))
    numbers.periodStart = start?.date
    numbers.periodEnd = end?.date
    return start != nil && end != nil
  }

  static let participants = ChunkField(
    kind: .participants, label: "Participants", example: "Ana, ~ Bo Li",
    expectation: "a list of names"
  ) { _, _ in true }

  static let topics = ChunkField(
    kind: .topics, label: "Topics", example: "modèle IA, Suisse", expectation: "a list of topics"
  ) { _, _ in true }

  static let tokens = ChunkField(
    kind: .tokens, label: "Tokens", example: "503",
    expectation: "a whole number of at most 18 digits"
  ) { value, numbers in
    numbers.tokens = ChunkName.count(value)
    return numbers.tokens != nil
  }

  static let messages = ChunkField(
    kind: .messages, label: "Messages", example: "12",
    expectation: "a whole number of at most 18 digits"
  ) { value, numbers in
    numbers.messages = ChunkName.count(value)
    return numbers.messages != nil
  }

  private static let labels = all.map { Array($0.label.utf8) }
  private static let labelKeys = labels.map { LabelKey($0.span) }
  private static let plainLabels = labels.map { PlainLabel.of($0.span) }
  private static let arrow = Array("→".utf8)
  private static let plainArrow = Array("->".utf8)
  private static let comma = Array(", ".utf8)

  /// The field with a label, accents and case ignored; nil where there is none.
  static func kind(named label: Span<UInt8>) -> Kind? {
    // Nearly always it is spelt as the chunker spells it.
    if let place = labelKeys.firstIndex(of: LabelKey(label)) {
      let known = labels[place]
      if areEqual(known.span, label) { return Kind(rawValue: place) }
    }
    let plain = PlainLabel.of(label)
    return plainLabels.firstIndex(of: plain).flatMap { Kind(rawValue: $0) }
  }

  /// What tells the labels apart: how long they are, and their first bytes.
  private struct LabelKey: Equatable {
    let count: Int
    let first: UInt64

    init(_ label: Span<UInt8>) {
      count = label.count
      first = loadBytes(label, at: 0, count: Swift.min(8, count))
    }
  }

  /// The names between `, `; a name that holds one falls apart, so `verify` compares the whole.
  static func list(_ value: ArraySlice<UInt8>) -> [String] {
    items(of: value).map { String(decoding: value[$0], as: UTF8.self) }
  }

  /// Where the names stand that ``list(_:)`` gives.
  static func items(of value: ArraySlice<UInt8>) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = value.startIndex
    while start < value.endIndex {
      let slice = value[start...]
      let rest = slice.span
      let sides = halves(of: rest, at: comma)
      let end = sides?.first.upperBound ?? rest.count
      let item = rest.extracting(0..<end).withoutOuterBlanks
      items.append((start + item.lowerBound)..<(start + item.upperBound))
      start += sides?.second.lowerBound ?? rest.count
    }
    return items
  }

  /// What stands before and after a separator, which is not empty; nil where there is none.
  private static func halves(
    of value: Span<UInt8>, at separator: [UInt8]
  ) -> (first: Range<Int>, second: Range<Int>)? {
    var from = 0
    while let start = place(of: separator[0], in: value, from: from) {
      let end = start + separator.count
      if end <= value.count, areEqual(value.extracting(start..<end), separator.span) {
        return (0..<start, end..<value.count)
      }
      from = start + 1
    }
    return nil
  }
}

/// What a header declares in numbers.
struct DeclaredNumbers: Sendable {
  /// First day of the period; nil for `null` or a missing or malformed field.
  var periodStart: CivilDate?
  /// Last day of the period, likewise.
  var periodEnd: CivilDate?
  /// Its count of tokens; nil where missing or malformed.
  var tokens: Int?
  /// Its count of “messages”, likewise.
  var messages: Int?
}

/// One side of a period: a day as `dd/mm/yyyy`, or `null`.
private struct DeclaredDay {
  /// The day; nil for `null`.
  let date: CivilDate?

  /// Reads a side, with or without outer blanks; nil where it is neither.
  init?(_ side: Span<UInt8>) {
    let word = side.extracting(side.withoutOuterBlanks)
    if let first = place(of: DeclaredDay.slash, in: word),
      let second = place(of: DeclaredDay.slash, in: word, from: first + 1)
    {
      guard let day = ChunkName.count(word.extracting(0..<first)),
        let month = ChunkName.count(word.extracting((first + 1)..<second)),
        let year = ChunkName.count(word.extracting((second + 1)...)),
        let date = CivilDate(year: year, month: month, day: day)
      else { return nil }
      self.date = date
    } else {
      guard PlainLabel.of(word) == "null" else { return nil }
      date = nil
    }
  }

  private static let slash = UInt8(ascii: "/")
}

/// The labels and marker lines of a chunk as they compare: case, accents and outer blanks ignored.
enum PlainLabel {
  static func of(_ line: Span<UInt8>) -> String {
    let text = String(decoding: line.extracting(line.withoutOuterBlanks)).lowercased()
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "é", "è", "ê", "ë": plain.append("e")
      case "\u{300}"..."\u{36F}": continue
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}

extension Span<UInt8> {
  /// The places that are left without the blanks at both ends: space, tab, carriage return and
  /// no-break space.
  var withoutOuterBlanks: Range<Int> {
    func isNoBreakSpace(_ place: Int) -> Bool { self[place] == 0xC2 && self[place + 1] == 0xA0 }
    var (start, end) = (0, count)
    while start < end {
      if Self.isBlank(self[start]) {
        start += 1
      } else if Self.isBlank(self[end - 1]) {
        end -= 1
      } else if end - start >= 2, isNoBreakSpace(start) {
        start += 2
      } else if end - start >= 2, isNoBreakSpace(end - 2) {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}

extension String {
  /// The text that some bytes of UTF-8 are.
  init(decoding bytes: Span<UInt8>) {
    self.init(decoding: [UInt8](copying: bytes), as: UTF8.self)
  }
}
