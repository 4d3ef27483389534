extension Moment {
  /// Appends it in ISO 8601 to the second, as ``description`` has it: `2025-02-17T16:14:00`.
  public func append(to bytes: inout [UInt8]) {
    let date = date
    if (0...9_999).contains(date.year) {
      ISOText.append(date.year / 100, to: &bytes)
      ISOText.append(date.year % 100, to: &bytes)
    } else {
      bytes.append(contentsOf: Period(.year, ordinal: Int64(date.year)).description.utf8)
    }
    for (separator, number) in [
      (UInt8(ascii: "-"), date.month), (UInt8(ascii: "-"), date.day), (UInt8(ascii: "T"), hour),
      (UInt8(ascii: ":"), minute), (UInt8(ascii: ":"), second),
    ] {
      bytes.append(separator)
      ISOText.append(number, to: &bytes)
    }
  }
}

enum ISOText {
  /// Appends a number from 0 to 99 with a leading zero.
  @inline(__always)
  fileprivate static func append(_ number: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
