import Model

/// The one header form that the chunker knew: `[dd/mm/yyyy, hh:mm:ss] Name:`, anywhere in a line.
/// docs/formats.md#the-chunk-header
struct ChunkerHeader: Equatable {
  /// The day; nil where there is no such day.
  let day: CivilDate?

  /// The bytes of the name: all between the bracket and the next colon.
  let name: Range<Int>

  /// Whether it stands at the very beginning of its line, marks apart.
  let beginsLine: Bool

  /// What such a header begins with.
  static let bracket = UInt8(ascii: "[")

  /// The first such header in a line; nil where there is none.
  ///
  /// - Parameter bracket: the first place in the line of a ``bracket``.
  init?(in line: Range<Int>, of text: Span<UInt8>, from bracket: Int) {
    let bytes = text.extracting(0..<line.upperBound)
    let first = skippingMarks(bytes, at: line.lowerBound)
    var next: Int? = bracket
    while let place = next, place + ChunkerHeader.stampLength < line.upperBound {
      if ChunkerHeader.isStamp(at: place, in: bytes),
        let colon = ChunkerHeader.colon(from: place + ChunkerHeader.stampLength, in: bytes)
      {
        day = ChunkerHeader.day(at: place + 1, in: bytes)
        name = (place + ChunkerHeader.stampLength)..<colon
        beginsLine = place == first
        return
      }
      next = Reading.place(of: ChunkerHeader.bracket, in: bytes, from: place + 1)
    }
    return nil
  }

  /// Whether a line begins with the date of such a header, marks before it apart, whatever follows.
  static func dateBegins(_ line: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let place = skippingMarks(bytes, at: line.lowerBound)
    return place + stampLength <= line.upperBound && isStamp(at: place, in: bytes)
  }

  /// 0 stands for any digit.
  private static let stamp = Array("[00/00/0000, 00:00:00] ".utf8)
  private static let stampLength = stamp.count

  /// The stamp, eight bytes at a time, and how much each may be exceeded by: all but the top bit where
  /// any more is too much, nine less for a digit.
  private static let stampWords = stride(from: 0, to: stampLength, by: 8).map { start in
    let count = Swift.min(8, stampLength - start)
    let room = stamp.map { UInt8($0 == UInt8(ascii: "0") ? 0x76 : 0x7F) }
    return (
      start: start, count: count, bytes: loadBytes(stamp.span, at: start, count: count),
      room: loadBytes(room.span, at: start, count: count)
    )
  }

  private static func isStamp(at place: Int, in bytes: Span<UInt8>) -> Bool {
    for word in stampWords {
      // A digit without the bits of “0” is its value; any other byte has to be the same.
      let excess = loadBytes(bytes, at: place + word.start, count: word.count) ^ word.bytes
      guard (excess &+ word.room | excess) & 0x8080_8080_8080_8080 == 0 else { return false }
    }
    return true
  }

  /// The colon that ends a name of at least one byte.
  private static func colon(from start: Int, in line: Span<UInt8>) -> Int? {
    place(of: UInt8(ascii: ":"), in: line, from: start).flatMap { $0 > start ? $0 : nil }
  }

  /// The day that `dd/mm/yyyy` names.
  private static func day(at place: Int, in bytes: Span<UInt8>) -> CivilDate? {
    func number(_ digits: Range<Int>) -> Int {
      digits.reduce(0) { $0 * 10 + Int(bytes[place + $1]) - 0x30 }
    }
    return CivilDate(year: number(6..<10), month: number(3..<5), day: number(0..<2))
  }
}
