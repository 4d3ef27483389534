/// Reads one to `digits` decimal digits of any script; nil where none or more stand there. Of a
/// number that is refused, `at` may stand anywhere.
func readNumber(
  _ bytes: Span<UInt8>, at: inout Int, digits limit: Int
) -> (value: Int, digits: Int)? {
  var value = 0
  var digits = 0
  while at < bytes.count {
    let byte = bytes[at]
    if byte &- 0x30 < 10 {
      value = value &* 10 &+ Int(byte &- 0x30)
      at += 1
    } else if byte == 0xD9 || byte == 0xDB, at + 1 < bytes.count {
      // Arabic-Indic and Persian digits: U+0660 is D9 A0, U+06F0 is DB B0.
      let digit = bytes[at + 1] &- (byte == 0xD9 ? 0xA0 : 0xB0)
      guard digit < 10 else { break }
      value = value &* 10 &+ Int(digit)
      at += 2
    } else if byte >= 0xDF, let (digit, length) = readDigit(bytes, at: at) {
      value = value &* 10 &+ digit
      at += length
    } else {
      break
    }
    digits += 1
    if digits > limit { return nil }
  }
  return digits > 0 ? (value, digits) : nil
}

/// The decimal digit of a further script at `at`, and its bytes.
private func readDigit(_ bytes: Span<UInt8>, at: Int) -> (value: Int, length: Int)? {
  let length = bytes[at] < 0xE0 ? 2 : bytes[at] < 0xF0 ? 3 : 4
  guard at + length <= bytes.count else { return nil }
  var scalar = Int(bytes[at] & 0x7F >> UInt8(length))
  for place in at + 1..<at + length { scalar = scalar << 6 | Int(bytes[place] & 0x3F) }
  for zero in zeros where scalar >= zero && scalar < zero + 10 { return (scalar - zero, length) }
  return nil
}

/// The digits zero of further scripts in which a phone writes dates: Devanagari, Bengali, Gurmukhi,
/// Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam, Thai, Lao, Tibetan, Myanmar, Khmer, N'Ko,
/// Ol Chiki, Meetei Mayek, the full-width one, Rohingya, Chakma and Adlam.
private let zeros = [
  0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x0ED0, 0x0F20,
  0x1040, 0x17E0, 0x07C0, 0x1C50, 0xABF0, 0xFF10, 0x10D30, 0x11136, 0x1E950,
]
