import Model

/// A field of a chunk's header: docs/formats.md#the-chunk-header.
struct ChunkField: Sendable {
  /// Which field it is.
  let kind: Kind

  /// The fields that there are; the raw value is the place among ``all``.
  enum Kind: Int, CaseIterable, Sendable {
    case period
    case participants
    case topics
    case tokens
    case messages
  }

  /// What the chunker writes before the colon.
  let label: String

  /// A value that it may have.
  let example: String

  /// What a value has to be, as the end of “… is not”.
  let expectation: String

  /// Takes a value, without outer blanks, into the declaration; false where it is malformed. Half
  /// a value is taken where the other half is malformed.
  let take: @Sendable (ArraySlice<UInt8>, inout Chunk.Declaration) -> Bool

  /// All of them, in the order in which the chunker writes them.
  static let all = [period, participants, topics, tokens, messages]

  static let period = ChunkField(
    kind: .period, label: "Période", example: "27/07/2025 → null",
    expectation: "two days, dd/mm/yyyy or null, with an arrow between them"
  ) { value, declaration in
    let sides = split(value, at: Array("→".utf8)) ?? split(value, at: Array("->".utf8))
    let (first, last) = sides ?? (value, value)
    let start = day(first)
    let end = day(last)
    declaration.periodStart = start ?? nil
    declaration.periodEnd = end ?? nil
    return start != nil && end != nil
  }

  static let participants = ChunkField(
    kind: .participants, label: "Participants", example: "Ana, ~ Bo Li",
    expectation: "a list of names"
  ) { value, declaration in
    declaration.participants = list(value)
    return true
  }

  static let topics = ChunkField(
    kind: .topics, label: "Topics", example: "modèle IA, Suisse", expectation: "a list of topics"
  ) { value, declaration in
    declaration.topics = list(value)
    return true
  }

  static let tokens = ChunkField(
    kind: .tokens, label: "Tokens", example: "503",
    expectation: "a whole number of at most 18 digits"
  ) { value, declaration in
    declaration.tokens = ChunkName.count(value)
    return declaration.tokens != nil
  }

  static let messages = ChunkField(
    kind: .messages, label: "Messages", example: "12",
    expectation: "a whole number of at most 18 digits"
  ) { value, declaration in
    declaration.messages = ChunkName.count(value)
    return declaration.messages != nil
  }

  /// The field with a label, accents and case ignored; nil where there is none.
  static func named(_ label: ArraySlice<UInt8>) -> ChunkField? {
    if let exact = all.first(where: { $0.label.utf8.elementsEqual(label) }) { return exact }
    let folded = PlainLabel.of(label)
    return all.first { PlainLabel.of(Array($0.label.utf8)[...]) == folded }
  }

  /// The names between `, `; a name that holds one falls apart, so `verify` compares the whole.
  private static func list(_ value: ArraySlice<UInt8>) -> [String] {
    var items: [String] = []
    var rest = value
    while !rest.isEmpty {
      let (item, others) = split(rest, at: Array(", ".utf8)) ?? (rest, [])
      items.append(String(decoding: item.trimmingBlanks, as: UTF8.self))
      rest = others
    }
    return items
  }

  /// A day as `dd/mm/yyyy`, or `.some(nil)` for `null`; nil where it is neither.
  private static func day(_ value: ArraySlice<UInt8>) -> CivilDate?? {
    let word = value.trimmingBlanks
    if PlainLabel.of(word) == "null" { return .some(nil) }
    let parts = word.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 3, let day = ChunkName.count(parts[0]),
      let month = ChunkName.count(parts[1]), let year = ChunkName.count(parts[2]),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return date
  }

  private static func split(
    _ value: ArraySlice<UInt8>, at separator: [UInt8]
  ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
    guard let first = separator.first else { return nil }
    var from = value.startIndex
    while let place = value[from...].firstIndex(of: first) {
      if value[place...].starts(with: separator) {
        return (value[..<place], value[(place + separator.count)...])
      }
      from = place + 1
    }
    return nil
  }
}

/// The labels and marker lines of a chunk as they compare: case, accents and outer blanks ignored.
enum PlainLabel {
  static func of(_ line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line.trimmingBlanks, as: UTF8.self).lowercased()
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

extension ArraySlice<UInt8> {
  /// The slice without the blanks at its ends: space, tab, carriage return and no-break space.
  var trimmingBlanks: ArraySlice<UInt8> {
    var slice = self
    while true {
      if let first = slice.first, Self.isBlank(first) {
        slice = slice.dropFirst()
      } else if let last = slice.last, Self.isBlank(last) {
        slice = slice.dropLast()
      } else if slice.starts(with: Self.noBreakSpace) {
        slice = slice.dropFirst(2)
      } else if slice.suffix(2).elementsEqual(Self.noBreakSpace) {
        slice = slice.dropLast(2)
      } else {
        return slice
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private static var noBreakSpace: [UInt8] { [0xC2, 0xA0] }
}
