/// What a text ends with and another begins with, where a splitter cut both from one, in the middle of a line or
/// a word: docs/formats.md#pieces-of-an-export.
struct CharacterOverlap: Sendable {
  /// Bytes with which the one ends and the other begins; 0 where the one is no more than those.
  let count: Int

  /// Whether a header is among them, and the other goes on behind: no two messages have the same.
  let isProof: Bool

  /// Fewer bytes without a header tell nothing.
  static let fewest = 8

  /// Bytes that may be shared at most.
  private static let longest = 1 << 14

  /// Bytes behind a header that have to be shared with it: texts may be cut right behind one.
  private static let behindHeader = 4

  /// Looks for what two texts share. Linear in the shorter, or ``longest``.
  init(of first: Span<UInt8>, with second: Span<UInt8>) {
    let shared = CharacterOverlap.length(first, second)
    count = shared < first.count ? shared : 0
    isProof =
      count > 0 && count < second.count
      && CharacterOverlap.holdHeader(shared, of: second, after: first)
  }

  /// Whether what each of some texts shares with the next says that they are one, cut by characters.
  ///
  /// Half of them share some, and one a header; or three in four of several do. What one text ends with no other
  /// begins with by chance.
  static func areOfOneText(_ overlaps: [CharacterOverlap]) -> Bool {
    let shared = overlaps.count { $0.count >= fewest }
    return overlaps.contains { $0.isProof } && shared * 2 >= overlaps.count
      || overlaps.count > 2 && shared * 4 >= overlaps.count * 3
  }

  /// The longest end of one text with which the other begins, in bytes: by the prefix function of Knuth,
  /// Morris and Pratt.
  private static func length(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Int {
    let begin = second.extracting(first: longest)
    let end = first.extracting(last: Swift.min(longest, begin.count))
    guard !begin.isEmpty, !end.isEmpty else { return 0 }
    var shorter = [Int](repeating: 0, count: begin.count)
    var length = 0
    for place in begin.indices.dropFirst() {
      while length > 0, begin[place] != begin[length] { length = shorter[length - 1] }
      if begin[place] == begin[length] { length += 1 }
      shorter[place] = length
    }
    length = 0
    for place in end.indices {
      if length == begin.count { length = shorter[length - 1] }
      while length > 0, end[place] != begin[length] { length = shorter[length - 1] }
      if end[place] == begin[length] { length += 1 }
    }
    return length
  }

  /// Whether a line of the first bytes of a text begins with a header, and goes on behind it.
  private static func holdHeader(
    _ shared: Int, of second: Span<UInt8>, after first: Span<UInt8>
  ) -> Bool {
    let bytes = second.extracting(first: shared)
    var reader = HeaderReader()
    let before = first.count - shared
    var start = 0
    // Their first line may be the end of one.
    if before > 0, first[before - 1] != UInt8(ascii: "\n") { start = lineEnd(bytes, from: 0) + 1 }
    while start < bytes.count {
      reader.forgetDay()
      if let header = reader.header(in: bytes, at: start),
        header.end + behindHeader <= bytes.count
      {
        return true
      }
      start = lineEnd(bytes, from: start) + 1
    }
    return false
  }
}
