/// The order in which people number things: `2` before `10`.
enum NaturalOrder {
  /// Whether one name comes before another. Digits that stand together count as one number, the
  /// rest by its bytes; names that differ in leading zeros only go by those.
  static func areInOrder(_ a: some Collection<UInt8>, _ b: some Collection<UInt8>) -> Bool {
    switch firstDifference(a, b) {
    case .bytes(let isBefore): isBefore
    case .numbers(let first, let second): isLess(first, second)
    case .none: Array(a).lexicographicallyPrecedes(Array(b))
    }
  }

  /// Whether two names differ in one number only, and the second's is the next one. Names that
  /// differ in more, as those that end in a hash, may be anything.
  static func areNeighbours(_ a: some Collection<UInt8>, _ b: some Collection<UInt8>) -> Bool {
    guard areNext(a, b) else { return false }
    let same = zip(a, b).prefix { $0 == $1 }.count
    return a.dropFirst(same).drop(while: isDigit)
      .elementsEqual(b.dropFirst(same).drop(while: isDigit))
  }

  /// Whether two names differ in a number first, and the second's is the next one, whatever stands behind.
  static func areNext(_ a: some Collection<UInt8>, _ b: some Collection<UInt8>) -> Bool {
    guard case .numbers(let first, let second) = firstDifference(a, b),
      let one = Int(String(decoding: first, as: UTF8.self)),
      let other = Int(String(decoding: second, as: UTF8.self))
    else { return false }
    return other > 0 && other - 1 == one
  }

  /// Whether two names end, before an ending that they have in common, in letters that `split` counts with, two at
  /// least, and the second's are the next ones: `xaz` before `xba`.
  static func areNextByLetters(_ a: some Collection<UInt8>, _ b: some Collection<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    let pairs = Array(zip(a, b))
    let ending = pairs.lastIndex { $0.0 == UInt8(ascii: ".") && $0.0 == $0.1 } ?? pairs.count
    guard pairs[ending...].allSatisfy(==) else { return false }
    // Letters in common come before; what differs has to be counted.
    let first = pairs.firstIndex(where: !=) ?? ending
    let digits = pairs[..<ending].suffix(Swift.max(2, ending - first)).map {
      (Int($0) - letterA, Int($1) - letterA)
    }
    guard digits.count >= 2, digits.count <= 4,
      digits.allSatisfy({ (0..<26) ~= $0 && (0..<26) ~= $1 })
    else { return false }
    let (one, other) = digits.reduce((0, 0)) { ($0.0 * 26 + $1.0, $0.1 * 26 + $1.1) }
    return one + 1 == other
  }

  private static let letterA = Int(UInt8(ascii: "a"))

  private enum Difference {
    /// Something else than digits; whether the first name comes before the second.
    case bytes(Bool)
    /// The digits of two numbers of different value, leading zeros dropped.
    case numbers([UInt8], [UInt8])
  }

  private static func firstDifference(
    _ a: some Collection<UInt8>, _ b: some Collection<UInt8>
  ) -> Difference? {
    var i = a.startIndex
    var j = b.startIndex
    while i < a.endIndex, j < b.endIndex {
      if isDigit(a[i]), isDigit(b[j]) {
        let first = number(in: a, from: &i)
        let second = number(in: b, from: &j)
        if first != second { return .numbers(first, second) }
      } else {
        if a[i] != b[j] { return .bytes(a[i] < b[j]) }
        i = a.index(after: i)
        j = b.index(after: j)
      }
    }
    if i == a.endIndex, j == b.endIndex { return nil }
    return .bytes(i == a.endIndex)
  }

  private static func number<Name: Collection<UInt8>>(
    in name: Name, from index: inout Name.Index
  ) -> [UInt8] {
    let digits = name[index...].prefix(while: isDigit)
    index = digits.endIndex
    let value = digits.drop { $0 == UInt8(ascii: "0") }
    return value.isEmpty ? [UInt8(ascii: "0")] : Array(value)
  }

  private static func isLess(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
