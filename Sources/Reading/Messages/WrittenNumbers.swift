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
    } else if byte >= 0x80, let (digit, length) = readDigit(bytes, at: at) {
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

/// The decimal digit at `at` that is not a European one, and its bytes.
private func readDigit(_ bytes: Span<UInt8>, at: Int) -> (value: Int, length: Int)? {
  let scalar: Int
  let length: Int
  switch bytes[at] {
  case 0xD0...0xDF where at + 1 < bytes.count:
    scalar = Int(bytes[at] & 0x1F) << 6 | Int(bytes[at + 1] & 0x3F)
    length = 2
  case 0xE0...0xEF where at + 2 < bytes.count:
    scalar =
      Int(bytes[at] & 0x0F) << 12 | Int(bytes[at + 1] & 0x3F) << 6 | Int(bytes[at + 2] & 0x3F)
    length = 3
  default:
    return nil
  }
  for zero in zeros where scalar >= zero && scalar < zero + 10 { return (scalar - zero, length) }
  return nil
}

/// The digits zero of the scripts in which a phone writes dates: Arabic-Indic, Persian,
/// Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam, Thai, Lao,
/// Myanmar, Khmer, and the full-width one.
private let zeros = [
  0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50,
  0x0ED0, 0x1040, 0x17E0, 0xFF10,
]
