import Model

/// The one header form that the chunker knew: `[dd/mm/yyyy, hh:mm:ss] Name:`, anywhere in a line.
/// docs/formats.md#the-chunk-header
struct ChunkerHeader: Equatable {
  /// The day; nil where there is no such day.
  let day: CivilDate?

  /// The bytes of the name: all between the bracket and the next colon.
  let name: Range<Int>

  /// The first such header in a line; nil where there is none.
  init?(in line: Range<Int>, of bytes: Span<UInt8>) {
    var place = line.lowerBound
    while place + ChunkerHeader.stampLength < line.upperBound {
      if bytes[place] == UInt8(ascii: "["), ChunkerHeader.isStamp(at: place, in: bytes),
        let colon = ChunkerHeader.colon(from: place + ChunkerHeader.stampLength, line, bytes)
      {
        day = ChunkerHeader.day(at: place + 1, in: bytes)
        name = (place + ChunkerHeader.stampLength)..<colon
        return
      }
      place += 1
    }
    return nil
  }

  /// Whether a line begins with the date of such a header, marks before it apart, whatever follows.
  static func dateBegins(_ line: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let place = skippingMarks(bytes, at: line.lowerBound)
    return place + stampLength <= line.upperBound && isStamp(at: place, in: bytes)
  }

  /// `[dd/mm/yyyy, hh:mm:ss] `; 0 stands for any digit.
  private static let stamp = Array("[00/00/0000, 00:00:00] ".utf8)
  private static let stampLength = stamp.count

  private static func isStamp(at place: Int, in bytes: Span<UInt8>) -> Bool {
    for (offset, wanted) in stamp.enumerated() {
      let byte = bytes[place + offset]
      if wanted == UInt8(ascii: "0") {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return false }
      } else if byte != wanted {
        return false
      }
    }
    return true
  }

  /// The colon that ends a name of at least one byte.
  private static func colon(from start: Int, _ line: Range<Int>, _ bytes: Span<UInt8>) -> Int? {
    var place = start
    while place < line.upperBound, bytes[place] != UInt8(ascii: ":") { place += 1 }
    return place < line.upperBound && place > start ? place : nil
  }

  /// The day that `dd/mm/yyyy` names.
  private static func day(at place: Int, in bytes: Span<UInt8>) -> CivilDate? {
    func number(_ digits: Range<Int>) -> Int {
      digits.reduce(0) { $0 * 10 + Int(bytes[place + $1]) - 0x30 }
    }
    return CivilDate(year: number(6..<10), month: number(3..<5), day: number(0..<2))
  }
}
