extension Span<UInt8> {
  /// What stands for bytes that are no UTF-8: U+FFFD.
  @usableFromInline
  static var replacement: UInt32 { 0xFFFD }

  /// The scalar whose UTF-8 begins at `offset`, and how many bytes it takes. Where the bytes are
  /// ill-formed, U+FFFD for as many of them as could have begun a scalar, at least one
  /// (The Unicode Standard, section 3.9, “maximal subpart”, as `String(decoding:as:)` does).
  @inlinable
  public func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let lead = self[offset]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead < 0xF5, offset + 1 < count else { return (Self.replacement, 1) }
    // The second byte alone tells overlong forms, surrogates and what is beyond U+10FFFF.
    let second = self[offset + 1]
    let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest else { return (Self.replacement, 1) }
    var value = UInt32(lead & (0x7F >> UInt8(length))) << 6 | UInt32(second & 0x3F)
    var next = 2
    while next < length {
      guard offset + next < count, self[offset + next] & 0xC0 == 0x80 else {
        return (Self.replacement, next)
      }
      value = value << 6 | UInt32(self[offset + next] & 0x3F)
      next += 1
    }
    return (value, length)
  }

  /// The scalar whose UTF-8 ends before `offset`, none of its bytes before `first`; nil where
  /// `offset` is `first`, U+FFFD where the bytes are ill-formed.
  @inlinable
  public func scalar(before offset: Int, notBefore first: Int = 0) -> UInt32? {
    guard offset > first else { return nil }
    var start = offset - 1
    while start > first, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    let (value, length) = scalar(at: start)
    return length == offset - start ? value : Self.replacement
  }
}

/// A scalar as UTF-8.
struct UTF8Scalar {
  /// Its bytes, the first one lowest.
  let packed: UInt32
  /// How many there are.
  let length: Int

  /// The encoding of a value, which must be one of a scalar for the bytes to be well-formed.
  @inline(__always)
  init(_ value: UInt32) {
    func tail(_ shift: UInt32) -> UInt32 { 0x80 | value >> shift & 0x3F }
    if value < 0x80 {
      packed = value
      length = 1
    } else if value < 0x800 {
      packed = 0xC0 | value >> 6 | tail(0) << 8
      length = 2
    } else if value < 0x10000 {
      packed = 0xE0 | value >> 12 | tail(6) << 8 | tail(0) << 16
      length = 3
    } else {
      packed = 0xF0 | value >> 18 | tail(12) << 8 | tail(6) << 16 | tail(0) << 24
      length = 4
    }
  }

  /// Appends the bytes.
  func append(to bytes: inout [UInt8]) {
    for place in 0..<length {
      bytes.append(UInt8(truncatingIfNeeded: packed >> UInt32(8 * place)))
    }
  }
}
