/// A telephone number, however it is written: `+33 6 12 34 56 78`, `0033612345678`, `06.12.34.56.78`.
public struct PhoneNumber: Sendable, Hashable {
  /// Its digits; of an international one with the code of the country, without `+` or `00`.
  public let digits: String

  /// Whether it tells the country.
  public let isInternational: Bool

  /// The last digits, which all spellings of a number have in common: what numbers may be filed
  /// under that are to be found by another spelling.
  public var tail: String { String(digits.suffix(PhoneNumber.tailLength)) }

  /// Digits of ``tail``: no country has shorter numbers for telephones that can have WhatsApp, but
  /// for a few islands, whose numbers are then compared whole.
  private static let tailLength = 8

  /// The number that a text is and nothing else: 5 to 15 digits, which is as many as ITU-T E.164
  /// allows, and what people write between them; nil for any other text.
  public init?(_ text: String) {
    var digits = ""
    var hasPlus = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: digits.unicodeScalars.append(scalar)
      case 0x2B where digits.isEmpty && !hasPlus: hasPlus = true
      // Blanks of all kinds, brackets, hyphens, dots, slashes, marks of direction.
      case 0x20, 0xA0, 0x2000...0x200F, 0x202A...0x202F, 0x2066...0x2069, 0x28, 0x29, 0x2D,
        0x2010...0x2015, 0x2E, 0x2F:
        continue
      default: return nil
      }
    }
    let hasZeros = !hasPlus && digits.hasPrefix("00")
    if hasZeros { digits.removeFirst(2) }
    guard (5...15).contains(digits.utf8.count) else { return nil }
    self.digits = digits
    isInternational = hasPlus || hasZeros
  }

  /// Whether both are spellings of one number. One that tells no country is that of a country whose
  /// code, of one to three digits, makes it the other.
  public func isSame(as other: PhoneNumber) -> Bool {
    guard isInternational != other.isInternational else { return digits == other.digits }
    let (whole, national) = isInternational ? (digits, other.digits) : (other.digits, digits)
    // Most countries drop the zero behind their code; Italy keeps it.
    let spellings = national.hasPrefix("0") ? [national, String(national.dropFirst())] : [national]
    return spellings.contains { spelling in
      spelling.utf8.count >= PhoneNumber.tailLength && whole.hasSuffix(spelling)
        && (1...3).contains(whole.utf8.count - spelling.utf8.count)
    }
  }
}
