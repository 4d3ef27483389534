/// The parts of a header shape, ready to be compared with a line.
struct HeaderLayout: Sendable {
  /// A part of a layout.
  enum Part: Sendable {
    case date
    case namedDate
    case dayAndMonth
    case time
    case half
    case connective
    /// One or more blanks; beside a word for the half of the day, `2:30PM` and `下午9:41`, perhaps
    /// none.
    case blanks(mayLack: Bool)
    case comma
    case byte(UInt8)
    /// The day of the heading above, where the line has none.
    case heading
    /// What WhatsApp Web's Markdown puts after the time, which is not read.
    case emphasis
  }

  /// Its parts, in order.
  let parts: [Part]

  /// How a line begins that has it.
  let lead: HeaderLead

  /// The layouts of ``HeaderShape/all``.
  static let all = HeaderShape.all.map { HeaderLayout($0.layout) }

  /// Reads the notation of ``HeaderShape/layout``.
  init(_ notation: String) {
    let letters = Array(notation.unicodeScalars)
    let isUnderHeading = !letters.contains { "DMN".unicodeScalars.contains($0) }
    parts =
      (isUnderHeading ? [.heading] : [])
      + letters.indices.flatMap { place -> [Part] in
        switch letters[place] {
        case "D": [.date]
        case "M": [.namedDate]
        case "N": [.dayAndMonth]
        case "T": [.time]
        case "P": [.half]
        case "W": [.connective]
        case " ":
          [.blanks(mayLack: place > 0 && letters[(place - 1)...].prefix(3).contains("P"))]
        case ",": [.comma]
        case "*": [.emphasis]
        default: Array(String(Character(letters[place])).utf8).map { .byte($0) }
        }
      }
    lead = HeaderLead(of: notation)
  }
}

/// How a header begins: what tells most shapes apart at one look.
struct HeaderLead: OptionSet, Sendable {
  let rawValue: UInt8

  /// A bracket stands first; else none.
  static let bracket = HeaderLead(rawValue: 1)
  /// A date in numbers.
  static let date = HeaderLead(rawValue: 2)
  /// A date whose month is a word.
  static let namedDate = HeaderLead(rawValue: 4)
  /// A time.
  static let time = HeaderLead(rawValue: 8)
  /// A word for the half of the day, or what may be one.
  static let half = HeaderLead(rawValue: 16)
  /// Day and month in numbers.
  static let dayAndMonth = HeaderLead(rawValue: 32)

  /// The lead of a layout.
  init(of layout: String) {
    self = layout.hasPrefix("[") ? .bracket : []
    switch layout.first(where: { $0 != "[" }) {
    case "D": insert(.date)
    case "M": insert(.namedDate)
    case "N": insert(.dayAndMonth)
    case "P": insert(.half)
    default: insert(.time)
    }
  }

  /// The leads that a line may have; nil where it begins with neither date nor time.
  init?(of bytes: Span<UInt8>, at: Int) {
    guard at < bytes.count else { return nil }
    var place = at
    self = []
    if bytes[at] == 0x5B {
      insert(.bracket)
      place = skippingMarks(bytes, at: at + 1)
    }
    var end = place
    if WrittenDate(bytes, at: &end) != nil { insert(.date) }
    end = place
    if WrittenTime(bytes, at: &end) != nil { insert(.time) }
    end = place
    if isDisjoint(with: .date), WrittenDate(named: bytes, at: &end) != nil { insert(.namedDate) }
    end = place
    if isDisjoint(with: .date), WrittenDate(withoutYear: bytes, at: &end) != nil {
      insert(.dayAndMonth)
    }
    if contains(.bracket), place < bytes.count, bytes[place] >= 0x80 { insert(.half) }
    if subtracting(.bracket).isEmpty { return nil }
  }

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Whether a line with these leads may have a layout with that one.
  func fits(_ layout: HeaderLead) -> Bool {
    isSuperset(of: layout) && contains(.bracket) == layout.contains(.bracket)
  }

  /// Whether a header may begin with a byte: a digit, a bracket, the first letter of an English
  /// month or of an era, or a character outside of ASCII.
  @inline(__always)
  static func mayBeginLine(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x5B || byte &- 0x30 < 10
      || byte >= 0x41 && byte < 0x5B && initials >> UInt64(byte - 0x41) & 1 == 1
  }

  /// A bit for each letter with which a line of a header may begin: A, D, F, H, J, M, N, O, R, S.
  private static let initials: UInt64 = 0b110_0111_0010_1010_1001
}
