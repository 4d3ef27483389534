import CKernels

/// Code points as the scanners of bytes see them.
enum Scalars {
  /// Where the code point begins that ends before `end`, which is not 0. At most 3 bytes further
  /// back than the last, so that damaged bytes cannot make it run.
  static func start(of text: Span<UInt8>, before end: Int) -> Int {
    var start = end - 1
    while start > 0, end - start < 4, isContinuation(text[start]) { start -= 1 }
    return start
  }

  /// Whether a byte goes on with a code point that began before it.
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// How many code points a text has.
  static func count(in text: Span<UInt8>) -> Int {
    unsafe text.withUnsafeBufferPointer {
      unsafe kernels_count_scalars($0.baseAddress, $0.count)
    }
  }

  /// Whether a byte is a letter or a digit of ASCII.
  static func isASCIIWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Whether a code point is a letter (general category L…) or a decimal digit (Nd).
  static func isLetterOrDigit(_ scalar: UInt32) -> Bool {
    // From À to ɏ all are letters but × and ÷: text in Latin letters asks for nothing else.
    if (0xC0...0x24F).contains(scalar) { return scalar != 0xD7 && scalar != 0xF7 }
    // Among punctuation, arrows, symbols and emoji there is none.
    if (0x2000...0x206F).contains(scalar) || (0x2190...0x2BFF).contains(scalar)
      || (0x1F000...0x1FBEF).contains(scalar)
    {
      return false
    }
    return switch Unicode.Scalar(scalar)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber:
      true
    default: false
    }
  }
}
