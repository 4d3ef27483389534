/// What the chunker put into a file's name: `temporal_27-07-2025_to_28-07-2025_13.txt`.
enum ChunkName {
  /// The number at the end of a name that the chunker gave, which is the order of the chunks; nil
  /// for any other name. The ` (1)` that a browser adds to a second copy does not count.
  static func ordinal(in name: ArraySlice<UInt8>) -> Int? {
    guard name.count > prefix.count, zip(name, prefix).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
    else { return nil }
    let stem = stem(of: name)
    guard let underscore = stem.lastIndex(of: UInt8(ascii: "_")) else { return nil }
    let digits = stem[(underscore + 1)...]
    return count(digits.span)
  }

  /// The number at the end of any name; nil where it ends with something else.
  static func numberAtEnd(of name: ArraySlice<UInt8>) -> Int? {
    let stem = stem(of: name)
    let start = stem.lastIndex { !isDigit($0) }.map { $0 + 1 } ?? stem.startIndex
    let digits = stem[start...]
    return count(digits.span)
  }

  /// A name without its ending, and without the ` (1)` of a second copy.
  private static func stem(of name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var stem = name
    if let point = stem.lastIndex(of: UInt8(ascii: ".")) { stem = stem[..<point] }
    if stem.last == UInt8(ascii: ")"), let mark = stem.lastIndex(of: UInt8(ascii: "(")),
      stem[(mark + 1)...].dropLast().allSatisfy(isDigit)
    {
      stem = stem[..<mark]
      if stem.last == UInt8(ascii: " ") { stem = stem.dropLast() }
    }
    return stem
  }

  /// Whether one file comes before another: by the numbers that the chunker gave, those that have one first;
  /// where these do not tell, as their names say.
  static func areInOrder(_ first: Int?, _ second: Int?, else namesSay: () -> Bool) -> Bool {
    switch (first, second) {
    case (let first?, let second?) where first != second: first < second
    case (_?, nil): true
    case (nil, _?): false
    default: namesSay()
    }
  }

  /// The number that digits write; nil where there are none, something else, or too many.
  static func count(_ digits: Span<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var number = 0
    for place in digits.indices {
      guard isDigit(digits[place]) else { return nil }
      number = number * 10 + Int(digits[place] - UInt8(ascii: "0"))
    }
    return number
  }

  private static let prefix = Array("temporal_".utf8)

  /// Whether a byte is one of the ten digits.
  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
